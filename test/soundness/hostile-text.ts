/** More ways to break a document: nesting, doubled tokens, braces taken away, macros, and notebooks around it. */
import { brokenText } from "./broken-text";
import type { Dice } from "./dice";

export interface Hostile {
  readonly path: string;
  readonly text: string;
}

const MACROS = ["\\newcommand{\\hh}[2]{#1 + #2}", "\\def\\hh{\\hh\\hh}", "\\renewcommand{\\frac}[2]{#2}", "\\DeclareMathOperator{\\hh}{hh}", "\\let\\hh\\frac"];
const NESTS: readonly (readonly [string, string])[] = [
  ["{", "}"],
  ["\\frac{1}{", "}"],
  ["\\sqrt{1 + ", "}"],
  ["(", ")"],
  ["x^{", "}"],
  ["\\left[", "\\right]"],
  ["\\text{", "}"],
];

const TOKEN = /\\[a-zA-Z]+|\s+|[\s\S]/g;

type Mutation = (text: string, d: Dice) => string;

/** What stands from a place on, changed. */
const changedAt = (text: string, d: Dice, change: (rest: string) => string): string => {
  const at = d.int(0, text.length);
  return text.slice(0, at) + change(text.slice(at));
};

const MUTATIONS: readonly Mutation[] = [
  (text) => text,
  (text, d) => changedAt(text, d, (rest) => rest.replace(/[{}]/, "")),
  (text, d) => changedAt(text, d, (rest) => rest.replace(TOKEN, (t) => (d.chance(0.1) ? t + t : t))),
  (text, d) => changedAt(text, d, (rest) => String.fromCodePoint(...Array.from({ length: d.int(1, 4) }, () => d.int(0, 0x10ffff))) + rest),
  (text, d) => {
    const [open, close] = d.pick(NESTS);
    const depth = d.int(2, 400);
    return changedAt(text, d, (rest) => `${open.repeat(depth)}y${close.repeat(d.chance(0.8) ? depth : d.int(0, depth))}${rest}`);
  },
  (text, d) => changedAt(`${d.pick(MACROS)}\n${text}`, d, (rest) => `\\hh{1}{2}${rest}`),
];

/** The document that a seed makes. */
export function hostile(d: Dice): Hostile {
  let text = brokenText(d);
  for (let n = d.int(0, 2); n > 0; n--) text = d.pick(MUTATIONS)(text, d);
  const kind = d.pick(["md", "tex", "md", "tex", "ipynb"]);
  return { path: `a.${kind}`, text: kind === "ipynb" ? notebook(text, d) : text };
}

/** A notebook with the text in a cell, now and then with its JSON broken. */
function notebook(text: string, d: Dice): string {
  const cell = (source: unknown) => ({ cell_type: "markdown", metadata: {}, source });
  const lines = d.chance(0.5) ? text : text.split(/(?<=\n)/);
  const json = JSON.stringify({ cells: [cell("Let $a = 2$."), cell(lines)], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  return d.chance(0.2) ? d.pick(MUTATIONS)(json, d) : json;
}
