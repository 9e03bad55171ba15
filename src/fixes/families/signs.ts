/** A sign flipped, put in or left out; a sum in place of a product. */
import type { Token } from "../../latex/tokens";
import { isSign } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, join, write } from "../site";

/** Whether the group that opens at `open` is a bound of a sum or a product. */
function isOfSum(tokens: readonly Token[], open: number): boolean {
  let depth = 0;
  for (let i = open - 1; i >= 0; i--) {
    depth += tokens[i].kind === "close" ? 1 : tokens[i].kind === "open" ? -1 : 0;
    if (depth < 0) return false;
    if (depth === 0 && tokens[i].kind === "command") return /^(sum|prod)$/.test(tokens[i].text);
  }
  return false;
}

export const signs: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (let i = 0; i < tokens.length; i++) {
    if (!isSign(tokens[i]) || layout.place[i] === "sub" || layout.place[i] === "name") continue;
    const other = tokens[i].text === "+" ? "-" : "+";
    const leading = layout.containers.some((c) => c.from === i) || tokens[i - 1]?.text === "," || tokens[i - 1]?.kind === "cell";
    if (leading && other === "+") yield candidate(site, i, i + 1, write(""), "Remove the leading sign", 1);
    else yield candidate(site, i, i + 1, write(other), `Change the sign "${tokens[i].text}" to "${other}"`, layout.place[i] === "bound" ? 1.4 : 1);
  }
  for (const { place, terms } of layout.containers)
    for (const [at, { sign, to, leading }] of terms.entries())
      if (
        sign !== undefined &&
        !leading &&
        at > 0 &&
        terms[at - 1].to === sign &&
        (place === "base" || place === "sup") &&
        tokens[sign + 1]?.kind !== "number" &&
        !(terms[at - 1].to === terms[at - 1].from + 1 && tokens[terms[at - 1].from].kind === "number")
      )
        yield candidate(
          site,
          terms[at - 1].from,
          to,
          join(cut(tokens, terms[at - 1].from, sign, text), " ", cut(tokens, sign + 1, to, text)),
          `Multiply instead of ${tokens[sign].text === "-" ? "subtracting" : "adding"}`,
          1.75,
        );
  for (const c of layout.containers) {
    if (c.place === "sub" || c.place === "name" || c.terms.length === 0) continue;
    // a sum up to -n is empty, and agrees with whatever else is zero
    if (c.place === "bound" && isOfSum(tokens, c.open)) continue;
    // a factor's minus is its term's: only exponents, sums and the whole are worth a try
    if (c.open >= 0 && c.terms.length === 1 && c.place === "base" && tokens[c.open].kind === "open") continue;
    for (const term of c.terms)
      if (term.sign === undefined)
        yield candidate(
          site,
          term.from,
          term.from,
          write("-"),
          `Put a minus sign before $${cut(tokens, term.from, term.to, site.text).text.trim()}$`,
          c.open < 0 ? 1.05 : 1.3,
        );
  }
  // the exponent or index that is one token has no container of its own
  for (let i = 1; i < tokens.length; i++)
    if (
      tokens[i - 1].kind === "sup" &&
      tokens[i].kind !== "open" &&
      layout.place[i] === "sup" &&
      (tokens[i].kind === "number" || tokens[i].kind === "letter" || tokens[i].kind === "command")
    )
      yield candidate(
        site,
        i,
        i + 1,
        write(`{-${cut(tokens, i, i + 1, site.text).text}}`),
        `Change the sign of the exponent $${cut(tokens, i, i + 1, site.text).text}$`,
        1.3,
      );
};
