/** The code on the page: an editor, ready-made examples, what is wrong with it and where, and the corrected code. */

import type { CodeVerdict } from "../../checks/code-answer";
import { DEFAULT_CODE } from "../../gpu/program";
import { applyEdits } from "../../python/repair";
import { element, setText } from "./dom";

export interface CodeEditor {
  readonly root: HTMLElement;
  source(): string;
  set(source: string, title?: string): void;
  /** Shows what is wrong: the reason, the line with the place marked, and the fixes. Nothing if all is well. */
  report(problem: { message: string; span?: { from: number; to: number } } | undefined, verdict?: CodeVerdict): void;
}

/** Ready-made code: the answer, and two ways of getting it wrong. */
const EXAMPLES: readonly { readonly title: string; readonly source: string }[] = [
  { title: "As it should be", source: DEFAULT_CODE },
  { title: "std = exp(logvar)", source: DEFAULT_CODE.replace("0.5 * logvar", "logvar") },
  { title: "Uniform draw", source: DEFAULT_CODE.replace("randn_like", "rand_like") },
  { title: "Mean and deviation swapped", source: DEFAULT_CODE.replace("mu + eps * std", "std + eps * mu") },
];

const PAUSE_MILLISECONDS = 250;

export function createCodeEditor(changed: () => void): CodeEditor {
  const title = element("label", { for: "source" }, "Code");
  const area = element("textarea", { id: "source", spellcheck: "false", rows: "7", autocomplete: "off" });
  const reason = element("p", { class: "reason", role: "status" });
  const place = element("pre", { class: "place", "aria-hidden": "true" });
  const fixes = element("div", { class: "buttons" });
  let pause: ReturnType<typeof setTimeout> | undefined;
  const set = (source: string): void => {
    area.value = source;
    area.rows = Math.min(14, Math.max(5, source.split("\n").length));
    changed();
  };
  area.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(changed, PAUSE_MILLISECONDS);
  });
  const examples = EXAMPLES.map((example) => button(example.title, () => set(example.source)));
  const root = element(
    "div",
    { class: "code" },
    title,
    area,
    element("div", { class: "buttons", role: "group", "aria-label": "Examples" }, ...examples),
    reason,
    place,
    fixes,
  );
  place.hidden = true;
  return {
    root,
    source: () => area.value,
    set(source, name) {
      setText(title, name ? `Code of ${name}` : "Code");
      set(source);
    },
    report(problem, verdict) {
      setText(reason, problem?.message ?? "");
      setText(place, problem?.span ? marked(area.value, problem.span) : "");
      place.hidden = !problem?.span;
      const source = area.value;
      const offered = (problem && verdict ? verdict.fixes : []).slice(0, 3);
      fixes.replaceChildren(...offered.map((fix) => button(fix.title, () => set(applyEdits(source, fix.edits)))));
    },
  };
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

/** The line of the place, with carets below it. */
function marked(source: string, { from, to }: { from: number; to: number }): string {
  const start = source.lastIndexOf("\n", from - 1) + 1;
  const newline = source.indexOf("\n", from);
  const line = source.slice(start, newline < 0 ? source.length : newline);
  const width = Math.max(1, Math.min(to, start + line.length) - from);
  return `${line}\n${" ".repeat(from - start)}${"^".repeat(width)}`;
}
