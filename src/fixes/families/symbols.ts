/** A symbol, a subscript or a function that is not the right one: its siblings are tried in its place. */
import type { Token } from "../../latex/tokens";
import { GRAMMAR } from "../../notation/index";
import type { Layout } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, type Fragment, join, type Site, write } from "../site";

const isName = (t: Token): boolean => t.kind === "letter" || (t.kind === "command" && GRAMMAR.isSymbol(t) && !/^(infty|partial|nabla|ell)$/.test(t.text));

/** A symbol with its accent and its subscript: [from, to). */
export interface Named {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly base: string;
}

/** E[…], H(…): no name of a quantity. */
const isOperator = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at].text === "E" && tokens[at + 1]?.text === "[") || (tokens[at].text === "H" && /^[([]$/.test(tokens[at + 1]?.text ?? ""));

/** What stands below an accent is another name than the letter alone. */
const isAccent = (t: Token | undefined): boolean => t?.kind === "command" && /^(hat|widehat|bar|overline|tilde|widetilde|vec|dot|ddot|check)$/.test(t.text);

const spelling = (tokens: readonly Token[]): string =>
  tokens
    .filter((t) => t.kind !== "open" && t.kind !== "close")
    .map((t) => t.text)
    .join(" ");

export function namesIn(layout: Layout): Named[] {
  const { tokens, place } = layout;
  const found: Named[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const accented = place[i] === "sub" ? undefined : accentedAt(layout, i);
    if (accented) found.push(accented);
    if (!isName(tokens[i]) || isAccent(tokens[i]) || place[i] === "sub" || place[i] === "name" || isAccent(tokens[i - 1]) || isOperator(tokens, i)) continue;
    const end = subscriptEnd(layout, i + 1);
    found.push({ from: i, to: end, key: spelling(tokens.slice(i, end)), base: tokens[i].text });
  }
  return found;
}

/** Where a subscript that begins at a token ends: there, if none begins. */
function subscriptEnd({ tokens, close }: Layout, at: number): number {
  if (tokens[at]?.kind !== "sub") return at;
  return Math.min(tokens[at + 1]?.kind === "open" ? (close.get(at + 1) ?? at + 1) + 1 : at + 2, tokens.length);
}

/** \hat{θ}_n with its accent: a sibling of θ. */
function accentedAt(layout: Layout, at: number): Named | undefined {
  const { tokens, close } = layout;
  if (!isAccent(tokens[at])) return undefined;
  const braced = tokens[at + 1]?.kind === "open";
  const letter = tokens[at + (braced ? 2 : 1)];
  const end = braced ? at + 4 : at + 2;
  if (!letter || !isName(letter) || isAccent(letter) || (braced && close.get(at + 1) !== at + 3)) return undefined;
  const to = subscriptEnd(layout, end);
  return { from: at, to, key: spelling(tokens.slice(at, to)), base: letter.text };
}

/** Names of both sides, each once, with their texts. */
function vocabulary(site: Site): { key: string; base: string; fragment: Fragment }[] {
  const found = new Map<string, { key: string; base: string; fragment: Fragment }>();
  for (const layout of [...site.materials, site.layout])
    for (const n of namesIn(layout))
      if (!found.has(n.key)) found.set(n.key, { key: n.key, base: n.base, fragment: cut(layout.tokens, n.from, n.to, site.text) });
  return [...found.values()].slice(0, 14);
}

export const symbols: PlainFamily = function* ({ site }) {
  const words = vocabulary(site);
  const own = namesIn(site.layout);
  const counts = new Map<string, number>();
  for (const n of own) counts.set(n.key, (counts.get(n.key) ?? 0) + 1);
  const tried: { cost: number; from: number; to: number; by: Fragment; title: string }[] = [];
  for (const n of own) {
    const text = cut(site.tokens, n.from, n.to, site.text).text;
    for (const word of words) {
      if (word.key === n.key || (isProbability(site.tokens, n) && !/^(P|p|q|E)$/.test(word.base))) continue;
      if (cancels(site.tokens, own, n, word.key)) continue;
      // a name that the other side has and this one lost is the likeliest
      const cost = 1.05 + (word.base === n.base ? 0 : 0.3) + (counts.has(word.key) ? 0.1 : 0) + (isDifferential(site, n.from) ? 1 : 0);
      tried.push({ cost, from: n.from, to: n.to, by: word.fragment, title: `Replace $${text}$ by $${word.fragment.text}$` });
    }
  }
  tried.sort((a, b) => a.cost - b.cost);
  for (const t of tried.slice(0, 150)) yield candidate(site, t.from, t.to, t.by, t.title, t.cost);
  yield* subscripts(site);
};

/** b - b, a / a, T_0 - T_0: no one writes what cancels. */
const cancels = (tokens: readonly Token[], own: readonly Named[], { from, to }: Named, key: string): boolean => {
  const before = own.find((n) => n.to === from - 1);
  const behind = own.find((n) => n.from === to + 1);
  const isBeside = (n: Named | undefined, sign: number): boolean => n?.key === key && /^[-/]$/.test(tokens[sign]?.text ?? "");
  return isBeside(before, from - 1) || isBeside(behind, to);
};

/** P(…), p(…): no one writes the name of an event or a variable in front of that bracket. */
const isProbability = (tokens: readonly Token[], { base, to }: Named): boolean => /^(P|p)$/.test(base) && /^[([]$/.test(tokens[to]?.text ?? "");

const isDifferential = (site: Site, at: number): boolean => site.tokens[at - 1]?.text === "d" || site.tokens[at].text === "d";

/** One letter or number of a subscript becomes another that stands in a subscript. */
function* subscripts(site: Site) {
  const letters = new Map<string, Fragment>();
  for (const layout of [...site.materials, site.layout])
    layout.tokens.forEach((t, i) => {
      if (layout.place[i] === "sub" && (isName(t) || t.kind === "number")) letters.set(t.text, cut(layout.tokens, i, i + 1, site.text));
    });
  const own = namesIn(site.layout);
  for (let i = 0; i < site.tokens.length; i++) {
    if (site.layout.place[i] !== "sub" || (!isName(site.tokens[i]) && site.tokens[i].kind !== "number")) continue;
    for (const [key, by] of [...letters].slice(0, 6))
      if (key !== site.tokens[i].text && !cancelsWith(site.tokens, own, i, by))
        yield candidate(site, i, i + 1, by, `Replace ${withSubscript(site, own, i)} by ${withSubscript(site, own, i, by)}`, 1.15);
  }
}

/** T_0 - T_a with a for 0. */
function cancelsWith(tokens: readonly Token[], own: readonly Named[], at: number, by: Fragment): boolean {
  const name = own.find((n) => n.from < at && n.to > at);
  return name !== undefined && cancels(tokens, own, name, spelling([...tokens.slice(name.from, at), ...by.tokens, ...tokens.slice(at + 1, name.to)]));
}

/** The name in whose subscript token `i` stands, with another token in its place. */
function withSubscript(site: Site, names: readonly Named[], i: number, by?: Fragment): string {
  const name = names.find((n) => n.from < i && n.to > i);
  if (!name) return `the subscript $${by?.text ?? site.tokens[i].text}$`;
  const part = (from: number, to: number) => cut(site.tokens, from, to, site.text);
  return `$${by ? join(part(name.from, i), by, part(i + 1, name.to)).text : part(name.from, name.to).text}$`;
}

const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  sin: ["cos", "sinh"],
  cos: ["sin", "cosh"],
  tan: ["cot", "tanh"],
  cot: ["tan"],
  sec: ["csc"],
  csc: ["sec"],
  sinh: ["cosh", "sin"],
  cosh: ["sinh", "cos"],
  tanh: ["coth", "tan"],
  max: ["min"],
  min: ["max"],
  sup: ["inf"],
  inf: ["sup"],
  arcsin: ["arccos"],
  arccos: ["arcsin"],
  ln: ["exp"],
  log: ["exp"],
  exp: ["log"],
  lfloor: [],
  sum: ["prod"],
  prod: ["sum"],
};

/** A function that is often taken for another: sine for cosine, maximum for minimum. */
export const functions: PlainFamily = function* ({ site }) {
  for (let i = 0; i < site.tokens.length; i++) {
    const t = site.tokens[i];
    if (t.kind !== "command") continue;
    for (const other of SIBLINGS[t.text] ?? []) yield candidate(site, i, i + 1, write(`\\${other}`), `Replace $\\${t.text}$ by $\\${other}$`, 1.4);
  }
};
