/** Decides the conditionals of TeX that can be decided in a formula. */
import { readArgument } from "./groups";
import type { Token } from "./tokens";

export interface Conditional {
  /** Where reading goes on: at the branch that is taken, or behind the whole. */
  readonly next: number;
  /** Whether the test could be decided; if not, the `\else` branch is taken. */
  readonly known: boolean;
}

/** Reads the conditional (or the `\else` after a branch that was taken) at `at`. */
export function skipConditional(tokens: readonly Token[], at: number): Conditional {
  const name = tokens[at].text;
  if (name === "else") return { next: branchEnd(tokens, at + 1, false), known: true };
  if (name === "ifmmode" || name === "iftrue") return { next: at + 1, known: true };
  if (name === "iffalse") return { next: branchEnd(tokens, at + 1, true), known: true };
  if (name === "ifx") {
    const equal = tokens[at + 1] !== undefined && tokens[at + 1]?.kind === tokens[at + 2]?.kind && tokens[at + 1].text === tokens[at + 2].text;
    return { next: equal ? at + 3 : branchEnd(tokens, at + 3, true), known: true };
  }
  const ended = tokens.some((token, index) => index > at && token.kind === "command" && token.text === "fi");
  return { next: ended ? branchEnd(tokens, at + 1, true) : at + 1, known: false };
}

/** Behind the `\fi` that ends the branch which starts at `at`, or behind its `\else` if that is looked for. */
function branchEnd(tokens: readonly Token[], at: number, elseCounts: boolean): number {
  let depth = 0;
  for (let index = at; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.kind !== "command") continue;
    if (/^if(?!f$)/.test(token.text)) depth++;
    else if (token.text === "fi" && depth-- === 0) return index + 1;
    else if (token.text === "else" && elseCounts && depth === 0) return index + 1;
  }
  return tokens.length;
}

/** Conditionals of etoolbox and ifthen: a test and two branches in braces. */
const BRANCHED = /^if(bool|toggle|thenelse|def|undef|csdef|blank|strempty|strequal|numcomp|numequal)$/;

/** The branch that such a conditional at `at` stands for: the first in mathematics, where the test asks for that, else the second. */
export function chosenBranch(tokens: readonly Token[], at: number): { tokens: readonly Token[]; next: number } | undefined {
  if (!BRANCHED.test(tokens[at].text)) return undefined;
  const test = readArgument(tokens, at + 1);
  const yes = test && readArgument(tokens, test.next);
  const no = yes && readArgument(tokens, yes.next);
  if (!test || !yes || !no) return undefined;
  const inMathematics = test.tokens.map((t) => t.text).join("") === "mmode";
  return { tokens: inMathematics ? yes.tokens : no.tokens, next: no.next };
}
