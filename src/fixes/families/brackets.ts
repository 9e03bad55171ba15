/** A bracket in the wrong place: closed a term too early or too late, missing around a sum, or too many. */
import type { Container } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, join } from "../site";

export const brackets: PlainFamily = function* (search) {
  const { site } = search;
  const { tokens, layout, text } = site;
  for (const [open, close] of layout.close) {
    if (tokens[open].kind !== "symbol") continue;
    const [left, right] = [cut(tokens, open, open + 1, text), cut(tokens, close, close + 1, text)];
    const inside = layout.containers.find((c) => c.open === open);
    const outside = layout.containers.filter((c) => c.from <= open && c.to > close && c.open !== open).sort((a, b) => a.to - a.from - (b.to - b.from))[0];
    yield candidate(site, open, close + 1, cut(tokens, open + 1, close, text), "Remove the brackets", 2.2);
    const last = inside?.terms[inside.terms.length - 1];
    if (last?.sign !== undefined && !last.leading)
      yield candidate(site, last.sign, close + 1, join(right, " ", cut(tokens, last.sign, last.to, text)), "Close the bracket a term earlier", 1.9);
    for (const term of outside?.terms ?? [])
      if (term.sign === close + 1)
        yield candidate(site, close, term.to, join(" ", cut(tokens, close + 1, term.to, text), right), "Close the bracket a term later", 1.9);
    void left;
  }
  for (const c of layout.containers) yield* wrapped(search, c);
};

/** `a b + c` with brackets: `a (b + c)`. */
function* wrapped({ site }: Parameters<PlainFamily>[0], c: Container) {
  const { tokens, layout, text } = site;
  if (c.place !== "base" || c.terms.length < 2 || c.terms.length > 6) return;
  for (let i = 0; i + 1 < c.terms.length; i++) {
    const [term, next] = [c.terms[i], c.terms[i + 1]];
    if (next.sign !== term.to) continue;
    const starts: number[] = term.sign !== undefined && tokens[term.sign].text === "-" ? [term.from] : [];
    for (let at = layout.unitEnd(term.from); at < term.to && starts.length < 4; at = layout.unitEnd(at)) starts.push(at);
    for (const at of starts) yield candidate(site, at, next.to, join("(", cut(tokens, at, next.to, text), ")"), "Put brackets around the sum", 2);
  }
}
