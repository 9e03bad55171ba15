/** What stands behind a bar: a variable that was lost there, H(X | Y) for H(X | Y, Z), or that is one too many. */
import type { PlainFamily } from "../search";
import { candidate, cut, type Fragment, join, type Site } from "../site";

/** The bars in entropies and informations, each with where its bracket begins and ends. A density without a variable behind its bar, p(z | y) for p(z | x, y), is a model. */
function barsOf({ tokens, layout }: Site): { open: number; bar: number; close: number }[] {
  const found: { open: number; bar: number; close: number }[] = [];
  for (const [open, close] of layout.close) {
    const isOfInformation = /^[HIh]$/.test(tokens[open - (tokens[open - 1]?.kind === "close" ? 2 : 1)]?.text ?? "");
    if (!(isOfInformation && tokens[open].kind === "symbol" && /^[([]$/.test(tokens[open].text))) continue;
    for (let at = open + 1; at < close; at++) {
      const inner = layout.close.get(at);
      if (inner !== undefined && inner < close) at = inner;
      else if (isBar(tokens, at)) found.push({ open, bar: at, close });
    }
  }
  return found;
}

/** One bar, no two: those part distributions. */
const isBar = (tokens: Site["tokens"], at: number): boolean => {
  const isLine = (t: Site["tokens"][number] | undefined): boolean =>
    (t?.kind === "symbol" && t.text === "|") || (t?.kind === "command" && /^(mid|vert)$/.test(t.text));
  return isLine(tokens[at]) && !isLine(tokens[at - 1]) && !isLine(tokens[at + 1]);
};

/** Letters that stand between brackets, commas and bars of the sides, each once. */
function variables(site: Site): Map<string, Fragment> {
  const found = new Map<string, Fragment>();
  for (const { tokens } of [...site.materials, site.layout])
    tokens.forEach((t, i) => {
      const [before, after] = [tokens[i - 1]?.text ?? "", tokens[i + 1]?.text ?? ""];
      if (t.kind === "letter" && /^([([,;|]|mid|vert)$/.test(before) && /^([)\],;|]|mid|vert)$/.test(after) && !found.has(t.text))
        found.set(t.text, cut(tokens, i, i + 1, site.text));
    });
  return new Map([...found].slice(0, 5));
}

export const givenVariables: PlainFamily = function* ({ site }) {
  const { tokens, text } = site;
  const names = variables(site);
  for (const { open, bar, close } of barsOf(site)) {
    const inside = new Set(tokens.slice(open + 1, close).map((t) => t.text));
    for (const [name, fragment] of names) {
      if (inside.has(name)) continue;
      const by = join(cut(tokens, bar + 1, close, text), ", ", fragment);
      yield candidate(site, bar + 1, close, by, `Put $${name}$ behind the bar`, 1.4);
    }
    for (let at = bar + 1; at + 2 < close; at++)
      if (tokens[at].kind === "letter" && tokens[at + 1].text === "," && tokens[at + 2].kind === "letter" && at + 3 === close) {
        yield candidate(site, at, close, cut(tokens, at, at + 1, text), `Leave out $${tokens[at + 2].text}$ behind the bar`, 1.5);
        yield candidate(site, at, close, cut(tokens, at + 2, at + 3, text), `Leave out $${tokens[at].text}$ behind the bar`, 1.5);
      }
  }
};
