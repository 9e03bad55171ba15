/** The imaginary unit of engineers: where a document writes e^{jωt} or j = √-1, its letter j is read as i. */
import type { Token } from "../../latex/tokens";

const MEANINGS: readonly RegExp[] = [
  /(?<![a-zA-Z\\])(?:j|\\mathrm\s*\{\s*j\s*\})\s*=\s*\\sqrt\s*\{\s*-\s*1\s*\}/,
  /(?<![_a-zA-Z\\,])j\s*\\(?:omega|Omega)(?![a-zA-Z])/,
  /(?<![_a-zA-Z\\])e\s*\^\s*\{\s*[-+]?\s*\d*\s*\\pi\s*j(?![a-zA-Z_])/,
  /(?<![_a-zA-Z\\])e\s*\^\s*\{\s*[-+]?\s*j\s*\d*\s*\\(?:omega|Omega|theta|phi|varphi|pi)(?![a-zA-Z])/,
];
/** It counts something. */
const INDEX = /_\s*j(?![a-zA-Z])|_\s*\{[^{}]*(?<![a-zA-Z\\])j(?![a-zA-Z])[^{}]*\}|(?<![a-zA-Z\\])j\s*=\s*\d|[a-zA-Z]\^\{?\s*\(?j\)?\s*\}/;

/** `|_{s = jω}`, `_{z = e^{jω}}`: a place on the imaginary axis or the unit circle, where something is evaluated. */
const PLACE = /_\s*\{\s*[a-zA-Z]\s*=\s*(?:[a-zA-Z]\s*\^\s*\{?\s*)?[-+]?\s*j\s*\d*\s*\\?(?:omega|Omega|theta|pi|w(?![a-zA-Z]))/g;

/** In an exponent of e, upright: then it is the unit wherever it is upright, whatever a slanted j counts. */
const UPRIGHT = /e\s*\}?\s*\^\s*\{[^{}]*\\mathrm\s*\{\s*j\s*\}/;

/** Where a document's letter j is the imaginary unit: everywhere, where it uses it for nothing else, or wherever it is upright. */
export function writesJ(text: string): "all" | "upright" | undefined {
  if (!text.includes("j")) return undefined;
  if (MEANINGS.some((m) => m.test(text)) && !INDEX.test(text.replace(PLACE, ""))) return "all";
  return UPRIGHT.test(text) ? "upright" : undefined;
}

/** The tokens of a row with i for j, and the sign of an angle as the argument of a number. */
export const withImaginaryJ = (tokens: readonly Token[], where: "all" | "upright"): Token[] =>
  tokens.map((t, at) => {
    const isUpright = tokens[at - 1]?.kind === "open" && tokens[at - 2]?.kind === "command" && tokens[at - 2].text === "mathrm";
    if (t.kind === "letter" && t.text === "j" && (where === "all" || isUpright)) return { ...t, text: "i" };
    return t.kind === "command" && t.text === "angle" && where === "all" ? { ...t, text: "arg" } : t;
  });
