/** What is left to one, taken for what it is left by: p for 1 - p, p² for p(1 - p), F(t) for 1 - F(t). */
import type { Token } from "../../latex/tokens";
import type { Container } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, type Fragment, join, type Site } from "../site";

/** Names of what lies between zero and one. */
const SHARE = /^(p|q|P|F|Pr|Phi|pi|theta|alpha|beta|gamma|lambda|rho|epsilon|varepsilon|mu|sigma|eta)$/;
const PROBABILITY = /^(P|F|Pr|Phi|sigma)$/;

export const complements: PlainFamily = function* ({ site }) {
  const { layout, tokens, text } = site;
  for (const c of layout.containers) if (c.place !== "sub" && c.place !== "name") yield leftToOne(site, c);
  for (let i = 0; i < tokens.length; i++) {
    if (!SHARE.test(tokens[i].text) || (layout.place[i] !== "base" && layout.place[i] !== "sup")) continue;
    const end = shareEnd(site, i);
    const raised = isSquared(tokens, end);
    const share = cut(tokens, i, end, text);
    if (isLeft(site, i, end)) continue;
    const isAlone = layout.containers.some((c) => c.terms.length === 1 && c.terms[0].sign === undefined && c.from === i && c.to === end);
    if (raised)
      yield candidate(site, i, end + 2, join(share, "(1 - ", share, ")"), `Replace $${share.text.trim()}^2$ by $${shown(share)}(1 - ${shown(share)})$`, 1.6);
    else yield candidate(site, i, end, isAlone ? join("1 - ", share) : join("(1 - ", share, ")"), `Replace $${shown(share)}$ by $1 - ${shown(share)}$`, 1.5);
  }
};

/** It stands behind `1 -`. */
const isLeft = ({ layout, tokens }: Site, from: number, to: number): boolean =>
  layout.containers.some((c) => isOneLess(c, tokens) && c.terms[1].from === from && c.terms[1].to === to);

const shown = (f: Fragment): string => f.text.trim();

/** `1 - A`, alone or in brackets of its own, for `A`; an exponential alone for what is left by it. */
function leftToOne(site: Site, c: Container) {
  const { tokens, text } = site;
  const [one, other] = c.terms;
  if (c.terms.length === 1 && one.sign === undefined && /^(e|exp)$/.test(tokens[one.from].text)) {
    const share = cut(tokens, one.from, one.to, text);
    return candidate(site, c.from, c.to, join("1 - ", share), `Replace $${shown(share)}$ by $1 - ${shown(share)}$`, 1.5);
  }
  if (!isOneLess(c, tokens)) return undefined;
  const share = cut(tokens, other.from, other.to, text);
  return candidate(site, c.from, c.to, share, `Replace $1 - ${shown(share)}$ by $${shown(share)}$`, 1.35);
}

/** `1 - A`. */
const isOneLess = ({ terms: [one, other, more] }: Container, tokens: readonly Token[]): boolean =>
  more === undefined &&
  other?.sign !== undefined &&
  tokens[other.sign].text === "-" &&
  one.sign === undefined &&
  one.to === one.from + 1 &&
  tokens[one.from].text === "1";

/** The end of a name with its subscript, of a probability with its argument. */
function shareEnd({ tokens, layout }: Site, at: number): number {
  let end = at + 1;
  if (tokens[end]?.kind === "sub") end = tokens[end + 1]?.kind === "open" ? (layout.close.get(end + 1) ?? end + 1) + 1 : end + 2;
  if (PROBABILITY.test(tokens[at].text) && tokens[end]?.text === "(") end = (layout.close.get(end) ?? end) + 1;
  return Math.min(end, tokens.length);
}

const isSquared = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === "sup" && tokens[at + 1]?.text === "2";
