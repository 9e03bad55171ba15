/** The demo's page: puts its parts together, runs the newest settings whenever the engine is free, and shows what came out. */
import "katex/dist/katex.min.css";
import "uplot/dist/uPlot.min.css";
import "./style.css";
import type { Settings } from "../../gpu/layout";
import { compileCode, DEFAULT_CODE, isRefusal, type Program } from "../../gpu/program";
import { shaderWgsl } from "../../gpu/shader";
import { summarise } from "../../gpu/summary";
import { type TestRow, validate } from "../../gpu/validation";
import { createCodeEditor } from "./codeEditor";
import { createControls } from "./controls";
import { createCpuRunner } from "./cpuRun";
import { element, format, large, setText } from "./dom";
import { type Engine, startEngine } from "./engine";
import { formula } from "./formulas";
import { Stale, type Timed } from "./gpuRun";
import { asCodeMessage, asPageState, type PageMessage, type PageState } from "./messages";
import { createPlots } from "./plots";
import { createTestTable } from "./testTable";
import { onThemeChange } from "./theme";

interface Host {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: PageState): void;
}
declare const acquireVsCodeApi: undefined | (() => Host);

const START: Settings = { mu: 0.7, logvar: -0.8, n: 2 ** 18, seed: 1 };
/** Samples while a slider is dragged; the full number follows when it is let go. */
const DRAGGED_N = 2 ** 16;
/** Samples that the CPU is timed with, for comparison. */
const COMPARED_N = 2 ** 17;

const opened = performance.now();
const host: Host | undefined = typeof acquireVsCodeApi === "function" ? acquireVsCodeApi() : undefined;
const kept = asPageState(host?.getState());

let engine: Engine | undefined;
let program: Program | undefined;
let title = kept?.title;
/** Counts wishes; a run whose wish was overtaken may stop. */
let wish = 0;
let dragged = false;
let running = false;
let pictures = 0;
let compared = false;

const verdict = element("p", { class: "verdict", role: "status", "aria-live": "polite" }, "Looking for an adapter …");
const claim = element("div", { class: "claim" });
const trouble = element("p", { class: "trouble", role: "alert" });
const wgsl = element("code");
const facts = Object.fromEntries(["Engine", "Run", "Speed", "CPU worker", "First picture"].map((name) => [name, element("dd", {}, "…")])) as Record<
  string,
  HTMLElement
>;
const table = createTestTable();
const plots = createPlots();
const controls = createControls(kept ?? START, (dragging) => want(dragging));
const editor = createCodeEditor(() => compile());

// First of all: the adapter is looked for while the page is built.
void startEngine({
  onTrouble: (message) => setText(trouble, message),
  onChange(found) {
    engine = found;
    running = false;
    controls.limit(found.largestN);
    setText(facts.Engine, engineText(found));
    want(false);
  },
});
build(document.getElementById("demo") ?? document.body);
editor.set(kept?.source ?? DEFAULT_CODE, title);
onThemeChange(() => plots.restyle());
window.addEventListener("message", ({ data }: MessageEvent<unknown>) => receive(data));
host?.postMessage({ type: "ready" });

function build(root: HTMLElement): void {
  formula(
    claim,
    "z = \\mu + \\sigma\\,\\varepsilon,\\quad \\sigma = e^{\\frac{1}{2}\\log\\sigma^2},\\quad \\varepsilon \\sim \\mathcal N(0, 1) \\;\\Longrightarrow\\; z \\sim \\mathcal N\\bigl(\\mu, \\sigma^2\\bigr)",
  );
  const details = element("dl", { class: "facts" }, ...Object.entries(facts).flatMap(([name, value]) => [element("dt", {}, name), value]));
  const shader = element(
    "details",
    {},
    element("summary", {}, "The shader (WGSL)"),
    element("pre", { tabindex: "0", role: "region", "aria-label": "WGSL" }, wgsl),
  );
  const note = element(
    "p",
    { class: "words" },
    "WGSL computes in f32: about seven digits. Samples are right to 1e-5, means to a few millionths of their spread; group statistics are merged in f64.",
  );
  root.append(
    element("header", {}, element("h1", {}, "The reparameterisation, run and tested"), claim, verdict, trouble),
    element("section", { class: "inputs", "aria-label": "Code and settings" }, editor.root, controls.root),
    plots.root,
    element("section", { "aria-label": "Tests" }, element("h2", {}, "Tests"), table.root),
    element("section", { "aria-label": "Machine" }, element("h2", {}, "Machine"), details, note, shader),
  );
}

function engineText({ kind, label }: Engine): string {
  if (kind === "gpu") return `WebGPU: ${label}`;
  if (kind === "software") return `WebGPU on a software adapter: ${label}. Its speed says nothing of a GPU.`;
  return `CPU, in a worker, at most ${(2 ** 20).toLocaleString("en")} samples: ${label}.`;
}

function receive(data: unknown): void {
  const message = asCodeMessage(data);
  if (message) {
    title = message.title;
    editor.set(message.source, title);
  } else {
    console.warn("A message of a wrong shape was ignored.");
    host?.postMessage({ type: "ignored", what: `a message of a wrong shape (${typeof data})` });
  }
}

function compile(): void {
  const compiled = compileCode(editor.source());
  if (isRefusal(compiled)) {
    const broken = compiled.verdict.code === "code/does-not-parse" ? compiled.verdict.message : compiled.message;
    editor.report({ message: `${broken}${pictures ? " The picture is that of the last code that ran." : ""}`, span: compiled.span }, compiled.verdict);
    document.body.classList.toggle("outdated", pictures > 0);
    remember();
    return;
  }
  program = compiled;
  document.body.classList.remove("outdated");
  editor.report(compiled.verdict.verdict === "fails" ? { message: compiled.verdict.message } : undefined, compiled.verdict);
  setText(wgsl, shaderWgsl(compiled));
  want(false);
}

function remember(): void {
  const { mu, logvar, n, seed } = controls.settings();
  host?.setState({ source: editor.source(), mu, logvar, n, seed, ...(title ? { title } : {}) });
}

/** Asks for a picture of what is set now; while one is made, only the newest wish is kept. */
function want(dragging: boolean): void {
  wish++;
  dragged = dragging;
  if (!dragging) remember();
  void next();
}

async function next(): Promise<void> {
  if (running || !engine || !program) return;
  running = true;
  const serving = engine;
  const served = { wish, program, dragging: dragged };
  const settings = { ...controls.settings() };
  settings.n = Math.min(settings.n, serving.largestN, served.dragging ? DRAGGED_N : Number.POSITIVE_INFINITY);
  try {
    // A small run is finished even if it was overtaken: it is what moves while a slider is dragged.
    const done = await serving.run(served.program, settings, () => wish !== served.wish && settings.n > DRAGGED_N);
    show(served.program, settings, done, serving);
  } catch (error) {
    if (!(error instanceof Stale)) setText(trouble, `The run failed: ${String(error).slice(0, 300)}`);
  }
  if (serving !== engine) return;
  running = false;
  if (wish !== served.wish) await frame().then(next);
}

/** After the picture was painted; a hidden page paints none. */
const frame = (): Promise<void> => new Promise((resolve) => (document.hidden ? setTimeout(resolve, 50) : requestAnimationFrame(() => resolve())));

function show(of: Program, settings: Settings, { raw, milliseconds }: Timed, by: Engine): void {
  const summary = summarise(raw, settings, of);
  const rows = validate(raw, summary, settings);
  plots.show({ raw, summary, settings });
  table.show(rows);
  setText(verdict, verdictText(rows, settings));
  verdict.classList.toggle(
    "bad",
    rows.some((row) => !row.passes),
  );
  setText(facts.Run, `${raw.plan.n.toLocaleString("en")} samples in ${format(milliseconds, 3)} ms, ${raw.plan.groups} groups`);
  setText(facts.Speed, `${large((1000 * raw.plan.n) / milliseconds)} samples a second`);
  document.body.dataset.buffers = String(by.buffers);
  document.body.dataset.pictures = String(++pictures);
  if (pictures === 1) first(by);
}

function verdictText(rows: readonly TestRow[], { mu, logvar }: Settings): string {
  const failed = rows.filter((row) => !row.passes);
  const at = `at μ = ${format(mu)}, logvar = ${format(logvar)}`;
  if (!failed.length) return `✓ All ${rows.length} tests pass ${at}: nothing speaks against N(μ, exp(logvar)).`;
  return `✗ ${failed.length} of ${rows.length} tests fail ${at}: the samples or their gradients are not those of N(μ, exp(logvar)).`;
}

function first(by: Engine): void {
  const milliseconds = performance.now() - opened;
  setText(facts["First picture"], `${Math.round(milliseconds)} ms after the page opened`);
  host?.postMessage({ type: "picture", engine: by.label, milliseconds });
  setTimeout(() => void compareWithCpu(), 300);
}

/** Times the CPU worker once, for the comparison. */
async function compareWithCpu(): Promise<void> {
  if (compared || !program) return;
  compared = true;
  const runner = createCpuRunner();
  try {
    await runner.run(program, { ...START, n: 2 ** 14 });
    const { raw, milliseconds } = await runner.run(program, { ...START, n: COMPARED_N });
    setText(facts["CPU worker"], `${large((1000 * raw.plan.n) / milliseconds)} samples a second, in f64`);
  } catch (error) {
    setText(facts["CPU worker"], `not measured: ${String(error).slice(0, 200)}`);
  }
  runner.destroy();
}
