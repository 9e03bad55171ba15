/** The imaginary unit of engineers: where a document writes e^{jωt} or j = √-1, its letter j is read as i. */
import type { Token } from "../latex/tokens";

const MEANINGS: readonly RegExp[] = [
  /(?<![a-zA-Z\\])(?:j|\\mathrm\s*\{\s*j\s*\})\s*=\s*\\sqrt\s*\{\s*-\s*1\s*\}/,
  /(?<![_a-zA-Z\\,])j\s*\\(?:omega|Omega)(?![a-zA-Z])/,
  /(?<![_a-zA-Z\\])e\s*\^\s*\{\s*[-+]?\s*\d*\s*\\pi\s*j(?![a-zA-Z_])/,
  /(?<![_a-zA-Z\\])e\s*\^\s*\{\s*[-+]?\s*j\s*\d*\s*\\(?:omega|Omega|theta|phi|varphi|pi)(?![a-zA-Z])/,
];
/** It counts something. */
const INDEX = /_\s*j(?![a-zA-Z])|_\s*\{[^{}]*(?<![a-zA-Z\\])j(?![a-zA-Z])[^{}]*\}|(?<![a-zA-Z\\])j\s*=\s*\d|[a-zA-Z]\^\{?\s*\(?j\)?\s*\}/;

/** Whether a document uses j as the imaginary unit, and for nothing else. */
export const writesJ = (text: string): boolean => text.includes("j") && MEANINGS.some((m) => m.test(text)) && !INDEX.test(text);

/** The tokens of a row with i for j, and the sign of an angle as the argument of a number. */
export const withImaginaryJ = (tokens: readonly Token[]): Token[] =>
  tokens.map((t) => (t.kind === "letter" && t.text === "j" ? { ...t, text: "i" } : t.kind === "command" && t.text === "angle" ? { ...t, text: "arg" } : t));
