/** The sliders: mean, log variance, number of samples, seed. */
import { type Settings, SMALLEST_N } from "../../gpu/layout";
import { element, setText } from "./dom";

export interface Controls {
  readonly root: HTMLElement;
  /** What the sliders say now. */
  settings(): Settings;
  set(settings: Partial<Settings>): void;
  limit(largestN: number): void;
}

interface Slider {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  refresh(): void;
}

/** `changed` hears every movement; `dragging` is true until a slider is let go. */
export function createControls(start: Settings, changed: (dragging: boolean) => void): Controls {
  const mu = slider("mu", "Mean μ", -3, 3, 0.01, (x) => signed(x));
  const logvar = slider("logvar", "Log variance, logvar", -4, 3, 0.01, (x) => `${signed(x)} (σ = ${Math.exp(x / 2).toFixed(3)})`);
  const samples = slider("n", "Samples N", Math.log2(SMALLEST_N), 24, 1, (x) => (2 ** x).toLocaleString("en"));
  const seed = element("input", { id: "seed", type: "number", min: "0", max: "4294967295", step: "1" });
  const next = element("button", { type: "button", id: "next-seed" }, "Next seed");
  const root = element(
    "div",
    { class: "controls", role: "group", "aria-label": "Settings" },
    mu.root,
    logvar.root,
    samples.root,
    element("div", { class: "control" }, element("label", { for: "seed" }, "Seed"), element("span", { class: "pair" }, seed, next)),
  );
  for (const { input, refresh } of [mu, logvar, samples]) {
    input.addEventListener("input", () => {
      refresh();
      changed(true);
    });
    input.addEventListener("change", () => changed(false));
  }
  seed.addEventListener("change", () => changed(false));
  next.addEventListener("click", () => {
    seed.value = String((read().seed + 1) >>> 0);
    changed(false);
  });
  const read = (): Settings => ({
    mu: Number(mu.input.value),
    logvar: Number(logvar.input.value),
    n: 2 ** Number(samples.input.value),
    seed: Number(seed.value) >>> 0,
  });
  const write = (settings: Partial<Settings>): void => {
    if (settings.mu !== undefined) mu.input.value = String(settings.mu);
    if (settings.logvar !== undefined) logvar.input.value = String(settings.logvar);
    if (settings.n !== undefined) samples.input.value = String(Math.round(Math.log2(settings.n)));
    if (settings.seed !== undefined) seed.value = String(settings.seed >>> 0);
    for (const { refresh } of [mu, logvar, samples]) refresh();
  };
  write(start);
  return {
    root,
    settings: read,
    set: write,
    limit(largestN) {
      samples.input.max = String(Math.log2(largestN));
      samples.refresh();
    },
  };
}

function slider(id: string, label: string, min: number, max: number, step: number, say: (x: number) => string): Slider {
  const input = element("input", { id, type: "range", min: String(min), max: String(max), step: String(step) });
  const output = element("output", { for: id });
  const refresh = (): void => {
    const text = say(Number(input.value));
    setText(output, text);
    input.setAttribute("aria-valuetext", text);
  };
  return { root: element("div", { class: "control" }, element("label", { for: id }, label), input, output), input, refresh };
}

const signed = (x: number): string => x.toFixed(2).replace("-", "−");
