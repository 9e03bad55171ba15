/** A number of terms that was lost: β + 1 for β + n below a product of n factors, 1/2 for n/2, a constant for n times it. */
import type { Token } from "../../latex/tokens";
import type { Layout } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, type Fragment, type Site, write } from "../site";

export const counts: PlainFamily = function* ({ site }) {
  const found = countsOf(site);
  if (found.length === 0) return;
  for (const [at, token] of site.tokens.entries()) {
    if (token.kind !== "number" || token.text !== "1" || !/^(base|sup)$/.test(site.layout.place[at])) continue;
    if (site.tokens[at - 1]?.kind === "sup") continue;
    for (const by of found) yield candidate(site, at, at + 1, by, `Replace 1 by $${by.text}$`, 1.3);
  }
  for (const { place, terms } of site.layout.containers) {
    if (!/^(base|sup)$/.test(place)) continue;
    for (const { from, to } of terms) {
      const term = cut(site.tokens, from, to, site.text);
      if (term.tokens.some(isSum) || term.tokens[0]?.kind === "number") continue;
      for (const by of found.filter((f) => !term.tokens.some((t) => t.text === f.text))) {
        yield candidate(site, from, from, write(`${by.text} `), `Multiply $${term.text.trim()}$ by $${by.text}$`, 1.6);
        yield candidate(site, from, from, write(`\\frac{1}{${by.text}} `), `Divide $${term.text.trim()}$ by $${by.text}$`, 1.7);
      }
    }
  }
};

/** The names that sums and products of both sides end with, each once. */
function countsOf(site: Site): Fragment[] {
  const found = new Map<string, Fragment>();
  for (const layout of [...site.materials, site.layout])
    layout.tokens.forEach((t, i) => {
      const at = isSum(t) ? endOf(layout, i + 1) : undefined;
      if (at !== undefined && layout.tokens[at].kind === "letter") found.set(layout.tokens[at].text, cut(layout.tokens, at, at + 1, site.text));
    });
  return [...found.values()].slice(0, 3);
}

const isSum = (t: Token): boolean => t.kind === "command" && /^(sum|prod)$/.test(t.text);

/** The place of a lone upper bound among a sum's scripts. */
function endOf({ tokens, close }: Layout, from: number): number | undefined {
  for (let at = from; tokens[at]?.kind === "sub" || tokens[at]?.kind === "sup"; ) {
    const last = close.get(at + 1);
    const [first, end] = last === undefined ? [at + 1, at + 2] : [at + 2, last];
    if (tokens[at].kind === "sup") return end === first + 1 ? first : undefined;
    at = last === undefined ? end : last + 1;
  }
  return undefined;
}
