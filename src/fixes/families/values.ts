/** A value that is not the right one: a closed number, or nothing at all. */
import type { Family, PlainFamily } from "../search";
import { simple } from "../simple";
import { candidate, cut, write } from "../site";

/** What stands for nothing, or for 1: the number in its place. */
export const plainValues: PlainFamily = function* ({ site, wanted }) {
  const { tokens } = site;
  if (tokens.length > SHORT || wanted.length !== 1) return;
  for (const value of [0, 1])
    if (wanted[0].every((x) => Math.abs(x - value) < 1e-12))
      yield candidate(site, 0, tokens.length, write(`${value}`), `Replace $${cut(tokens, 0, tokens.length, site.text).text.trim()}$ by $${value}$`, 2);
};
const SHORT = 8;

export const values: Family = function* ({ site, wanted, closed }) {
  const { tokens } = site;
  if (!closed || wanted.length !== 1 || tokens.length > 12) return;
  const x = wanted[0][0];
  const decimals =
    tokens.length <= 2 && tokens[tokens.length - 1]?.kind === "number" && tokens[tokens.length - 1].text.includes(".")
      ? tokens[tokens.length - 1].text.split(".")[1].length
      : 0;
  const plain = tokens.every(
    (t) => t.kind === "number" || t.kind === "open" || t.kind === "close" || t.text === "-" || t.text === "/" || /^[dt]?frac$/.test(t.text),
  );
  const latex = decimals ? x.toFixed(decimals) : simple(x)?.latex;
  if (latex) yield candidate(site, 0, tokens.length, write(latex), `The value is ${latex}`, plain ? 1.35 : 3);
};
