/** What a missing piece may be made of: terms and factors of both sides, and products of powers of their symbols. */
import type { Layout } from "./layout";
import type { Search } from "./search";
import { flat } from "./search";
import { common } from "./simple";
import { cut, type Fragment, join } from "./site";

export interface Material {
  readonly fragment: Fragment;
  readonly values: readonly number[];
  /** It is a sum: as a factor it needs brackets. */
  readonly sum: boolean;
}

const kept = new WeakMap<Search, Material[]>();

/** Terms and units of both sides that have values here, each value once. */
export function materialsOf(search: Search): Material[] {
  const before = kept.get(search);
  if (before) return before;
  const found: Material[] = [];
  const seen = new Set<string>();
  for (const layout of [...search.site.materials, search.site.layout])
    for (const [from, to, sum] of runsOf(layout)) {
      const fragment = cut(layout.tokens, from, to, search.site.text);
      const key = layout.tokens
        .slice(from, to)
        .map((t) => t.text)
        .join(" ");
      if (to <= from || seen.has(key) || seen.size > 60) continue;
      seen.add(key);
      const values = flat(search.screen.tokens(fragment.tokens));
      if (values && values.length === search.wanted.length * search.screen.worlds.length && values.some((v) => Number.isFinite(v) && v !== 0))
        found.push({ fragment: { ...fragment, text: fragment.text.trim() }, values, sum });
    }
  kept.set(search, found);
  return found;
}

function* runsOf(layout: Layout): Generator<[number, number, boolean]> {
  const { tokens } = layout;
  for (const c of layout.containers) {
    if (c.place !== "base" && c.place !== "sup") continue;
    for (const t of c.terms) yield [t.from, t.to, false];
  }
  for (let i = 0; i < tokens.length; i++) {
    if (layout.place[i] !== "base" || /^(sub|sup|close|end|cell|row)$/.test(tokens[i].kind)) continue;
    if (tokens[i].kind === "number" || (tokens[i].kind === "symbol" && !/^[([]$/.test(tokens[i].text))) continue;
    yield [i, layout.unitEnd(i), false];
  }
}

export interface Match {
  readonly latex: string;
  readonly cost: number;
}

/** LaTeX for values (one a component and world) as a simple number times a material, its reciprocal, or a product of powers of symbols. */
export function matchProduct(search: Search, values: readonly number[]): Match[] {
  if (values.length !== search.wanted.length * search.screen.worlds.length || values.filter((v) => Number.isFinite(v)).length < Math.min(3, values.length))
    return [];
  const found: Match[] = [];
  for (const m of materialsOf(search)) {
    const k = common(values.map((v, i) => v / m.values[i]));
    if (k && k.value !== 0) found.push({ latex: times(k.latex, m.fragment), cost: k.value === 1 ? 0 : k.value === -1 ? 0.05 : 0.3 });
    const inverse = common(values.map((v, i) => v * m.values[i]));
    if (inverse && inverse.value !== 0)
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

/** Values as k ∏ xᵢ^nᵢ with small integers nᵢ, by solving for the logarithms over the symbols of both sides. */
function monomial(search: Search, values: readonly number[]): string | undefined {
  const atoms = materialsOf(search)
    .filter((m) => m.fragment.tokens.length === 1 || m.fragment.tokens.some((t) => t.kind === "sub"))
    .filter((m) => !m.fragment.tokens.some((t) => t.kind === "sup"))
    .slice(0, 4);
  if (atoms.length === 0 || values.length < atoms.length + 2) return undefined;
  const exponents = [-2, -1, 0, 1, 2];
  let best: { latex: string; size: number } | undefined;
  const powers = new Array<number>(atoms.length).fill(0);
  const visit = (at: number, rest: readonly number[]): void => {
    if (at === atoms.length) {
      const size = powers.reduce((n, p) => n + Math.abs(p), 0);
      if (size === 0 || (best && best.size <= size)) return;
      const k = common(rest);
      if (k && k.value !== 0) best = { latex: written(k.latex, atoms, powers), size };
      return;
    }
    for (const p of exponents) {
      powers[at] = p;
      visit(at + 1, p === 0 ? rest : rest.map((v, i) => v / atoms[at].values[i] ** p));
    }
    powers[at] = 0;
  };
  visit(0, values);
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
