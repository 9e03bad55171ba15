/** The four plots: histogram and density, the map of the draw, the convergence of the KL estimate, the variance of the gradients. */
import uPlot from "uplot";
import { BINS, RANGE, type Raw, type Settings } from "../../gpu/layout";
import { expected } from "../../gpu/quantities";
import { type Summary, variance } from "../../gpu/summary";
import { closedKl } from "../../gpu/validation";
import { element, format, setText } from "./dom";
import { readTheme, type Theme } from "./theme";

export interface Picture {
  readonly raw: Raw;
  readonly summary: Summary;
  readonly settings: Settings;
}

interface PlotKind {
  readonly id: string;
  readonly title: string;
  readonly legend: readonly { readonly text: string; readonly colour: keyof Theme; readonly dashed?: boolean }[];
  options(theme: Theme): Pick<uPlot.Options, "series" | "scales"> & { axes: [string, string]; bands?: uPlot.Band[] };
  data(picture: Picture): uPlot.AlignedData;
  /** What the plot shows, in words, for who does not see it. */
  words(picture: Picture): string;
}

const HEIGHT = 230;
/** Standard deviations of the claim that the histogram shows. */
const SHOWN = 5;
const MAPPED = 1200;

const density = (t: number): number => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);
const sigmaOf = ({ logvar }: Settings): number => Math.exp(logvar / 2);

const histogram: PlotKind = {
  id: "histogram",
  title: "Samples against the exact density",
  legend: [
    { text: "samples of the code", colour: "blue" },
    { text: "density of N(μ, exp(logvar))", colour: "orange" },
  ],
  options: (theme) => ({
    scales: { x: { time: false }, y: { range: (_u, _min, max) => [0, max * 1.05] } },
    series: [
      {},
      { stroke: theme.blue, fill: faint(theme.blue), width: 1, paths: uPlot.paths.stepped?.({ align: 1 }), points: { show: false } },
      { stroke: theme.orange, width: 2.5, points: { show: false } },
    ],
    axes: ["z", "density"],
  }),
  data({ raw, settings }) {
    const sigma = sigmaOf(settings);
    const from = Math.floor((BINS * (RANGE - SHOWN)) / (2 * RANGE));
    const bins = Array.from({ length: BINS - 2 * from }, (_, i) => i + from);
    // Left edges: a step reaches from its edge to the next.
    const t = bins.map((bin) => (bin * 2 * RANGE) / BINS - RANGE);
    const width = (2 * RANGE * sigma) / BINS;
    return [t.map((x) => settings.mu + sigma * x), bins.map((bin) => raw.coarse[bin] / (raw.plan.n * width)), t.map((x) => density(x) / sigma)];
  },
  words({ raw, summary, settings }) {
    const outside = raw.coarse.slice(BINS).reduce((a, b) => a + b, 0);
    const m1 = summary.statistics.m1;
    const sigma = sigmaOf(settings);
    return `Histogram of ${raw.plan.n.toLocaleString("en")} samples: mean ${format(settings.mu + sigma * m1.mean)}, standard deviation ${format(sigma * Math.sqrt(variance(m1)))}; the claim has ${format(settings.mu)} and ${format(sigma)}. ${outside ? `${outside.toLocaleString("en")} samples lie outside of the bins.` : ""}`;
  },
};

const map: PlotKind = {
  id: "map",
  title: "The map from ε to z",
  legend: [
    { text: "samples (ε, z)", colour: "blue" },
    { text: "z = μ + σ ε", colour: "orange" },
  ],
  options: (theme) => ({
    scales: { x: { time: false, range: () => [-4, 4] } },
    series: [
      {},
      { stroke: theme.blue, paths: () => null, points: { show: true, size: 3, fill: theme.blue } },
      { stroke: theme.orange, width: 2, points: { show: false } },
    ],
    axes: ["ε", "z"],
  }),
  data({ raw, settings }) {
    const order = Array.from({ length: Math.min(MAPPED, raw.pairs.length / 2) }, (_, i) => i).sort((a, b) => raw.pairs[2 * a] - raw.pairs[2 * b]);
    const eps = order.map((i) => raw.pairs[2 * i]);
    return [eps, order.map((i) => raw.pairs[2 * i + 1]), eps.map((x) => settings.mu + sigmaOf(settings) * x)];
  },
  words: ({ settings }) => `${MAPPED} samples as points (ε, z), over the line z = ${format(settings.mu)} + ${format(sigmaOf(settings))} ε of the claim.`,
};

const kl: PlotKind = {
  id: "kl",
  title: "Monte Carlo KL(q ‖ N(0, 1)) as samples come in",
  legend: [
    { text: "estimate", colour: "blue" },
    { text: "closed form", colour: "orange" },
    { text: "± 2 standard errors", colour: "muted", dashed: true },
  ],
  options: (theme) => ({
    scales: { x: { time: false, distr: 3, log: 2 }, y: {} },
    series: [
      {},
      { stroke: theme.blue, width: 2, points: { show: true, size: 5, fill: theme.blue } },
      { stroke: theme.orange, width: 2, points: { show: false } },
      { stroke: theme.muted, width: 1, dash: [4, 4], points: { show: false } },
      { stroke: theme.muted, width: 1, dash: [4, 4], points: { show: false } },
    ],
    bands: [{ series: [3, 4], fill: faint(theme.muted) }],
    axes: ["samples", "nats"],
  }),
  data({ summary, settings }) {
    const exact = closedKl(settings.mu, settings.logvar);
    const spread = Math.sqrt(expected(settings.mu, settings.logvar).kl.variance);
    const ns = summary.growth.map(({ n }) => n);
    return [
      ns,
      summary.growth.map(({ statistics }) => statistics.kl.mean),
      ns.map(() => exact),
      ns.map((n) => exact + (2 * spread) / Math.sqrt(n)),
      ns.map((n) => exact - (2 * spread) / Math.sqrt(n)),
    ];
  },
  words: ({ summary, settings }) =>
    `The estimate after ${summary.n.toLocaleString("en")} samples is ${format(summary.statistics.kl.mean, 5)}; the closed form is ${format(closedKl(settings.mu, settings.logvar), 5)}.`,
};

const gradients: PlotKind = {
  id: "gradients",
  title: "Variance of the estimates of ∂E[z²]/∂μ",
  legend: [
    { text: "pathwise", colour: "green" },
    { text: "score function", colour: "red" },
    { text: "exact", colour: "muted", dashed: true },
  ],
  options: (theme) => ({
    scales: { x: { time: false, distr: 3, log: 2 }, y: { distr: 3 } },
    series: [
      {},
      { stroke: theme.green, width: 2, points: { show: true, size: 5, fill: theme.green } },
      { stroke: theme.red, width: 2, points: { show: true, size: 5, fill: theme.red } },
      { stroke: theme.muted, width: 1, dash: [4, 4], points: { show: false } },
      { stroke: theme.muted, width: 1, dash: [4, 4], points: { show: false } },
    ],
    axes: ["samples", "variance"],
  }),
  data({ summary, settings }) {
    const exact = expected(settings.mu, settings.logvar);
    const ns = summary.growth.map(({ n }) => n);
    const positive = (x: number): number | null => (x > 0 && Number.isFinite(x) ? x : null);
    return [
      ns,
      summary.growth.map(({ n, statistics }) => positive(variance(statistics.pathMu) / n)),
      summary.growth.map(({ n, statistics }) => positive(variance(statistics.scoreMu) / n)),
      ns.map((n) => exact.pathMu.variance / n),
      ns.map((n) => exact.scoreMu.variance / n),
    ];
  },
  words({ summary }) {
    const path = variance(summary.statistics.pathMu);
    const score = variance(summary.statistics.scoreMu);
    return `One sample's gradient has variance ${format(path)} by the path and ${format(score)} by the score function, ${format(score / path, 3)} times as much.`;
  },
};

const faint = (colour: string): string => (/^#[0-9a-f]{6}$/i.test(colour) ? `${colour}40` : "rgba(128,128,128,0.2)");

export interface Plots {
  readonly root: HTMLElement;
  show(picture: Picture): void;
  /** Draws again in the colours of the theme. */
  restyle(): void;
}

export function createPlots(): Plots {
  const plots = [histogram, map, kl, gradients].map(createPlot);
  const root = element("div", { class: "plots" }, ...plots.map((plot) => plot.root));
  const resized = new ResizeObserver(() => {
    for (const plot of plots) plot.resize();
  });
  resized.observe(root);
  return {
    root,
    show: (picture) => {
      for (const plot of plots) plot.show(picture);
    },
    restyle: () => {
      for (const plot of plots) plot.restyle();
    },
  };
}

function createPlot(kind: PlotKind): { root: HTMLElement; show(picture: Picture): void; restyle(): void; resize(): void } {
  const canvas = element("div", { class: "canvas", role: "img", "aria-label": `${kind.title}: nothing drawn yet` });
  const words = element("figcaption", { class: "words" });
  const keys = element(
    "ul",
    { class: "legend" },
    ...kind.legend.map(({ text, colour, dashed }) =>
      element("li", {}, element("span", { class: `key ${colour}${dashed ? " dashed" : ""}`, "aria-hidden": "true" }), text),
    ),
  );
  const root = element("figure", { class: "plot", id: `plot-${kind.id}` }, element("h2", {}, kind.title), keys, canvas, words);
  let chart: uPlot | undefined;
  let last: Picture | undefined;
  const width = (): number => Math.max(220, canvas.clientWidth);
  const draw = (): void => {
    if (!last) return;
    const data = kind.data(last);
    if (chart) chart.setData(data);
    else chart = new uPlot({ ...optionsOf(kind, readTheme()), width: width(), height: HEIGHT }, data, canvas);
    const said = kind.words(last);
    canvas.setAttribute("aria-label", `${kind.title}. ${said}`);
    setText(words, said);
  };
  return {
    root,
    show(picture) {
      last = picture;
      draw();
    },
    restyle() {
      chart?.destroy();
      chart = undefined;
      draw();
    },
    resize() {
      if (chart && Math.abs(chart.width - width()) > 1) chart.setSize({ width: width(), height: HEIGHT });
    },
  };
}

function optionsOf(kind: PlotKind, theme: Theme): Omit<uPlot.Options, "width" | "height"> {
  const { axes, ...rest } = kind.options(theme);
  const axis = (label: string, log: boolean, size: number): uPlot.Axis => ({
    label,
    labelSize: 18,
    labelFont: theme.font,
    font: theme.font,
    stroke: theme.foreground,
    size,
    grid: { stroke: theme.grid, width: 1 },
    ticks: { stroke: theme.grid, width: 1 },
    ...(log ? { values: (_u: uPlot, splits: number[]) => splits.map(powerLabel) } : {}),
  });
  const logged = (name: "x" | "y"): boolean => rest.scales?.[name]?.distr === 3;
  return {
    ...rest,
    axes: [axis(axes[0], logged("x"), 36), axis(axes[1], logged("y"), 56)],
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 12, 0, 0],
  };
}

/** Every fourth power of two, and powers of ten below one. */
function powerLabel(x: number | null): string {
  if (x === null) return "";
  const two = Math.log2(x);
  if (x >= 16 && Number.isInteger(two)) return two % 4 === 0 ? `2${superscript(two)}` : "";
  const ten = Math.log10(x);
  return Math.abs(ten - Math.round(ten)) < 1e-9 ? `10${superscript(Math.round(ten))}` : "";
}

const superscript = (n: number): string => String(n).replace(/./g, (c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(c)]));
