/** Formulas in documents: displays and inline formulas of Markdown and LaTeX, with the author's macros. */
import type { Dice } from "./dice";

export interface Laid {
  readonly path: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A macro of the author's: what it stands for and its definition. */
const MACROS: readonly (readonly [pattern: RegExp, by: string, definition: string])[] = [
  [/\\frac\{/g, "\\ff{", "\\newcommand{\\ff}[2]{\\frac{#1}{#2}}"],
  [/\\mathbb\{E\}/g, "\\EE", "\\newcommand{\\EE}{\\mathbb{E}}"],
  [/\\mathbb\{R\}/g, "\\R", "\\newcommand\\R{\\mathbb R}"],
  [/\\mathrm\{d\}/g, "\\dd", "\\newcommand{\\dd}{\\mathrm{d}}"],
  [/\\mathbf\{x\}/g, "\\vx", "\\def\\vx{\\mathbf{x}}"],
  [/\\operatorname\{Var\}/g, "\\Var", "\\DeclareMathOperator{\\Var}{Var}"],
  [/\\operatorname\{tr\}/g, "\\Tr", "\\DeclareMathOperator{\\Tr}{tr}"],
  [/\\sqrt\{/g, "\\rt{", "\\newcommand{\\rt}[1]{\\sqrt{#1}}"],
  [/\\theta\b/g, "\\th", "\\let\\th\\theta"],
  [/\\lambda\b/g, "\\la", "\\newcommand{\\la}{\\lambda}"],
];

const CUES = ["Hence", "We have", "Then", "Note that", "It follows that", "Therefore", "Prove that", "Show that", "Recall the identity", "We claim that", ""];

/** `rows` are operands joined by `signs`; the first row has two operands. */
export function laidOut(before: string, operands: readonly string[], signs: readonly string[], d: Dice, after = ""): Laid {
  const tex = d.chance(0.45);
  const aligned = operands.length > 2 ? d.chance(0.7) : d.chance(0.2);
  const amp = aligned ? "&" : "";
  const breaks = aligned ? d.pick([" \\\\\n", " \\\\\n", " \\\\[2pt]\n", "\\\\ \n"]) : " ";
  const dot = d.pick(["", "", ".", ",", "\\,."]);
  const chain = operands.map((o, i) => (i === 0 ? o : `${i > 1 && aligned ? breaks : ""} ${amp}${signs[i - 1]} ${o}`)).join("") + dot;
  const cue = d.pick(CUES);
  const short = !aligned && operands.length === 2 && chain.length < 60 && d.chance(0.25);
  const [open, close] = short
    ? d.pick(
        tex
          ? [
              ["$", "$"],
              ["\\(", "\\)"],
            ]
          : [["$", "$"]],
      )
    : display(tex, aligned, d);
  const macros = tex && d.chance(0.5) ? MACROS.filter(() => d.chance(0.5)) : [];
  const told = (s: string) => macros.reduce((text, [pattern, by]) => text.replace(pattern, by), s);
  const head = tex
    ? `\\documentclass{article}\n\\usepackage{amsmath}\n${macros.map(([, , definition]) => `${definition}\n`).join("")}\\begin{document}\n`
    : d.pick(["", "# Notes\n\n", "## Problem 1\n\n"]);
  const intro = `${head}${before ? `${told(before)}${d.pick([" ", "\n\n"])}` : ""}${cue}${short ? " " : "\n"}${open}`;
  const body = told(chain);
  const text = `${intro}${body}${close}${short ? "" : "\n"}${after}${tex ? "\n\\end{document}\n" : "\n"}`;
  return { path: tex ? "case.tex" : "case.md", text, from: intro.length, to: intro.length + body.length };
}

function display(tex: boolean, aligned: boolean, d: Dice): readonly [string, string] {
  if (aligned && tex) {
    const env = d.pick(["align*", "align", "eqnarray*"]);
    return env === "eqnarray*" ? ["\\begin{align*}\n", "\n\\end{align*}"] : [`\\begin{${env}}\n`, `\n\\end{${env}}`];
  }
  const [open, close] = aligned ? (["\\begin{aligned}\n", "\n\\end{aligned}"] as const) : (["", ""] as const);
  if (tex) {
    const env = d.pick(["equation*", "equation", "\\[", "$$"]);
    if (env === "\\[") return [`\\[\n${open}`, `${close}\n\\]`];
    if (env === "$$") return [`$$${open}`, `${close}$$`];
    return [`\\begin{${env}}\n${open}`, `${close}\n\\end{${env}}`];
  }
  return d.chance(0.5) ? [`$$${open}`, `${close}$$`] : [`$$\n${open}`, `${close}\n$$`];
}
