/** What a missing piece may be made of: terms and factors of both sides, and products of powers of their symbols. */
import type { Token } from "../latex/tokens";
import { GRAMMAR } from "../notation/index";
import type { Layout } from "./layout";
import { flat, type Search } from "./search";
import { common } from "./simple";
import { cut, type Fragment, join } from "./site";

export interface Material {
  readonly fragment: Fragment;
  readonly values: readonly number[];
}

const kept = new WeakMap<Search, Material[]>();

/** Operators: what stands under them is no piece of its own, and what they make is no small edit. */
const OPERATOR = /^(sum|prod|int|iint|iiint|oint|lim|nabla|partial|mathbb|mathrm|operatorname|dots|ldots|cdots)$/;
const LONGEST = 16;

/** Terms and units of both sides that have values here, each value once; terms also with every function exchanged for its sibling. */
function materialsOf(search: Search): Material[] {
  const before = kept.get(search);
  if (before) return before;
  const found: Material[] = [];
  const seen = new Set<string>();
  for (const layout of [...search.site.materials, search.site.layout])
    for (const [from, to, term] of runsOf(layout)) {
      const tokens = layout.tokens.slice(from, to);
      // the other side as a whole makes any equation true
      if (layout === search.site.materials[0] && tokens.length > 1 && tokens.length === layout.tokens.length) continue;
      if (to <= from || tokens.length > LONGEST || tokens.some(isOperator) || isCondition(tokens) || !isNamed(search, tokens)) continue;
      const fragment = cut(layout.tokens, from, to, search.site.text);
      for (const f of term ? [fragment, ...siblings(fragment)] : [fragment]) remember(search, { ...f, text: f.text.trim() }, found, seen);
    }
  kept.set(search, found);
  return found;
}

function remember(search: Search, fragment: Fragment, found: Material[], seen: Set<string>): void {
  const key = fragment.tokens.map((t) => t.text).join(" ");
  if (seen.has(key) || seen.size > 60) return;
  seen.add(key);
  const values = flat(search.screen.tokens(fragment.tokens));
  if (values && values.length === search.wanted.length * search.screen.worlds.length && values.some((v) => Number.isFinite(v) && v !== 0))
    found.push({ fragment, values });
}

const isOperator = (t: Token, i: number, all: readonly Token[]): boolean =>
  (t.kind === "command" && OPERATOR.test(t.text)) ||
  (t.text === "d" && (all[i + 1]?.kind === "letter" || (all[i + 1]?.kind === "command" && GRAMMAR.isSymbol(all[i + 1]))));

/** "X > b" and "{X > b}" say something, and have no value that a term could have. */
function isCondition(tokens: readonly Token[]): boolean {
  const inner = /^(\\?[({[]|lbrace)$/.test(tokens[0].text) ? tokens.slice(1, -1) : tokens;
  let depth = 0;
  return inner.some((t) => {
    if (t.kind === "open" || /^(\\?[({[]|lbrace)$/.test(t.text)) depth++;
    else if (t.kind === "close" || /^(\\?[)}\]]|rbrace)$/.test(t.text)) depth--;
    return depth === 0 && /^([<>=]|leq?|geq?|leqslant|geqslant|neq?|in)$/.test(t.text);
  });
}

/** A single letter is a piece only if it is a free symbol: not a bound variable, not a differential. */
const isNamed = (search: Search, tokens: readonly Token[]): boolean =>
  tokens.length > 1 || search.names.has(tokens[0].kind === "command" ? `\\${tokens[0].text}` : tokens[0].text);

const EXCHANGED: Readonly<Record<string, string>> = { sin: "cos", cos: "sin", sinh: "cosh", cosh: "sinh", tan: "cot", cot: "tan", sec: "tan", csc: "cot" };

/** sin u sin v for cos u cos v: the other term of a formula of addition. */
function siblings(f: Fragment): Fragment[] {
  if (!f.tokens.some((t) => t.kind === "command" && EXCHANGED[t.text])) return [];
  return [
    {
      text: f.text.replace(/\\([a-z]+)/g, (m, name: string) => (EXCHANGED[name] ? `\\${EXCHANGED[name]}` : m)),
      tokens: f.tokens.map((t) => (t.kind === "command" && EXCHANGED[t.text] ? { ...t, text: EXCHANGED[t.text] } : t)),
    },
  ];
}

function* runsOf(layout: Layout): Generator<[number, number, boolean]> {
  const { tokens } = layout;
  for (const c of layout.containers) {
    if (c.place !== "base" && c.place !== "sup") continue;
    for (const t of c.terms) yield [t.from, t.to, true];
  }
  for (let i = 0; i < tokens.length; i++) {
    if (layout.place[i] !== "base" || /^(open|sub|sup|close|end|cell|row)$/.test(tokens[i].kind)) continue;
    if (tokens[i].kind === "number" || (tokens[i].kind === "symbol" && !/^[([]$/.test(tokens[i].text))) continue;
    yield [i, layout.unitEnd(i), false];
    // a symbol without its power
    const bare = tokens[i + 1]?.kind === "sub" ? (tokens[i + 2]?.kind === "open" ? (layout.close.get(i + 2) ?? i + 2) + 1 : i + 3) : i + 1;
    if (bare < layout.unitEnd(i) && (tokens[i].kind === "letter" || GRAMMAR.isSymbol(tokens[i]))) yield [i, bare, false];
  }
}

export interface Match {
  readonly latex: string;
  readonly cost: number;
}

/** LaTeX for values (one a component and world) as a simple number times a material, its reciprocal, or a product of powers of symbols. */
export function matchProduct(search: Search, values: readonly number[]): Match[] {
  if (values.length !== search.wanted.length * search.screen.worlds.length || values.filter((v) => Number.isFinite(v)).length < Math.min(2, values.length))
    return [];
  const found: Match[] = [];
  // any number is some fraction of any other
  const isTelling = (k: { readonly value: number } | undefined): boolean =>
    k !== undefined && k.value !== 0 && (!search.closed || /^(1|2|0\.5)$/.test(`${Math.abs(k.value)}`));
  for (const m of materialsOf(search)) {
    if (vanishes(m, values)) continue;
    const k = common(values.map((v, i) => v / m.values[i]));
    if (k && isTelling(k)) found.push({ latex: times(k.latex, m.fragment), cost: k.value === 1 ? 0 : k.value === -1 ? 0.05 : 0.3 });
    const inverse = common(values.map((v, i) => v * m.values[i]));
    if (inverse && isTelling(inverse))
      found.push({ latex: `${inverse.value < 0 ? "-" : ""}\\frac{${fractionTop(inverse.latex)}}{${m.fragment.text}}`, cost: 0.5 });
    if (found.length >= 4) break;
  }
  if (found.length === 0) {
    const product = monomial(search, values);
    if (product) found.push({ latex: product, cost: 0.8 });
  }
  return found.sort((a, b) => a.cost - b.cost).slice(0, 3);
}
const times = (k: string, m: Fragment): string =>
  k === "1" ? m.text : k === "-1" ? `-${m.text}` : join(k, m.tokens[0]?.kind === "number" ? "\\cdot " : " ", m).text;
const fractionTop = (latex: string): string => latex.replace(/^-/, "");

/** What is zero where the values are not, δ_ij, is no factor of them. */
const vanishes = (m: Material, values: readonly number[]): boolean => m.values.some((x, i) => x === 0 && Number.isFinite(values[i]) && values[i] !== 0);

/** Values as k ∏ xᵢ^nᵢ with small integers nᵢ, by solving for the logarithms over the symbols of both sides. */
function monomial(search: Search, values: readonly number[]): string | undefined {
  const isAtom = ({ fragment: { tokens }, values: v }: Material) =>
    (tokens.length === 1 || tokens[1].kind === "sub") && !tokens.some((t) => t.kind === "sup") && v.some((x) => Math.abs(x - v[0]) > 1e-9 * Math.abs(v[0]));
  const atoms = materialsOf(search)
    .filter((m) => isAtom(m) && !vanishes(m, values))
    .slice(0, 4);
  if (atoms.length === 0 || values.length < 3) return undefined;
  const exponents = [-2, -1, 0, 1, 2];
  const raised = atoms.map((atom) => exponents.map((p) => atom.values.map((x) => x ** p)));
  let best: { latex: string; size: number } | undefined;
  const chosen = new Array<number>(atoms.length).fill(0);
  const without = (i: number): number => chosen.reduce((rest, c, k) => rest / raised[k][c][i], values[i]);
  const [first, second] = values.flatMap((v, i) => (Number.isFinite(v) ? [i] : []));
  const visit = (at: number): void => {
    if (at < atoms.length) {
      for (const [c] of exponents.entries()) {
        chosen[at] = c;
        visit(at + 1);
      }
      return;
    }
    const powers = chosen.map((c) => exponents[c]);
    const size = powers.reduce((n, p) => n + Math.abs(p), 0);
    // each exponent must be confirmed by a world of its own, and two more
    if (size === 0 || (best && best.size <= size) || powers.filter((p) => p !== 0).length + 2 > values.length) return;
    // two worlds suffice to see of most that they are not it
    const [x, y] = [without(first), without(second)];
    if (Math.abs(x - y) > 1e-6 * Math.max(1e-3, Math.abs(x), Math.abs(y))) return;
    const k = common(values.map((_, i) => without(i)));
    if (k && k.value !== 0) best = { latex: written(k.latex, atoms, powers), size };
  };
  visit(0);
  return best?.latex;
}

function written(k: string, atoms: readonly Material[], powers: readonly number[]): string {
  const part = (sign: 1 | -1) =>
    atoms
      .flatMap((a, i) => (powers[i] * sign > 0 ? [Math.abs(powers[i]) === 1 ? a.fragment.text : `${a.fragment.text}^{${Math.abs(powers[i])}}`] : []))
      .join(" ");
  const [over, under] = [part(1), part(-1)];
  const body = under ? `\\frac{${over || "1"}}{${under}}` : over;
  return k === "1" ? body : k === "-1" ? `-${body}` : `${k} ${body}`;
}
