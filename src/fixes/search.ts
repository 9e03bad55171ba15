/** What a family of edits works with: the failing operand, the value it should have, and a way to ask what a slot would need. */
import { neededValues } from "./needed";
import type { Columns, Screen } from "./screen";
import { common, type SimpleNumber } from "./simple";
import { type Candidate, cut, type Fragment, join, type Site } from "./site";

export interface Search {
  readonly site: Site;
  readonly screen: Screen;
  /** The value of the side that stands. */
  readonly wanted: Columns;
  /** The value of the failing operand. */
  readonly current: Columns;
  readonly closed: boolean;
  /** The free symbols of both sides: what missing pieces may be made of. */
  readonly names: ReadonlySet<string>;
}

/** One kind of mistake: proposes edits; whether they help is for others to find out. */
export type Family = (search: Search) => Iterable<Candidate | undefined>;

/** One that looks at the text alone, and at how many components the value has. */
export type PlainFamily = (search: Pick<Search, "site" | "wanted">) => Iterable<Candidate | undefined>;

/** The whole operand with [from, to) replaced, as tokens only. */
const withRun = (site: Site, from: number, to: number, by: Fragment) => [...site.tokens.slice(0, from), ...by.tokens, ...site.tokens.slice(to)];

export interface Needed {
  /** What the slot would have to be in every component and world (NaN where unknown), if the operand is a ratio of linear functions of it. */
  readonly values: readonly number[];
  readonly rational?: SimpleNumber;
  /** What an exponent would have to be in every component and world. */
  readonly raised: readonly number[];
  /** The same if the slot is an exponent of something fixed. */
  readonly exponential?: SimpleNumber;
}

/** What a slot needs to be for the step to hold; `fill` writes a number into the slot. The operand is evaluated with three numbers in it. */
export function needed(
  { site, screen, wanted }: Search,
  from: number,
  to: number,
  fill: (n: number) => Fragment,
  at: readonly [number, number, number] = [1, 2, 3],
): Needed | undefined {
  const f = at.map((n) => screen.tokens(withRun(site, from, to, fill(n))));
  if (!f.every((c): c is Columns => c !== undefined && c.length === wanted.length)) return undefined;
  const rational: number[] = [];
  const exponential: number[] = [];
  const settled = new Set<number>();
  for (const [c, column] of wanted.entries())
    column.forEach((w, i) => {
      const points = f.map((columns) => columns[c][i]) as [number, number, number];
      const still = points[0] === points[1] && points[1] === points[2];
      // a component that the slot does not reach must be right already
      if (still && Math.abs(points[0] - w) <= 1e-9 * Math.max(Math.abs(w), 1e-9)) {
        settled.add(rational.length);
        rational.push(Number.NaN);
        exponential.push(Number.NaN);
        return;
      }
      const found = neededValues(at, points, w);
      rational.push(found.rational ?? Number.NaN);
      exponential.push(found.exponential ?? Number.NaN);
    });
  // what is right already asks for nothing
  const [r, e] = [rational, exponential].map((values) => common(values.filter((_, i) => !settled.has(i))));
  return rational.some(Number.isFinite) || exponential.some(Number.isFinite)
    ? { values: rational, raised: exponential, ...(r ? { rational: r } : {}), ...(e ? { exponential: e } : {}) }
    : undefined;
}

/** The numbers of columns in the order of `Needed.values` when nothing was left out; undefined if the shapes differ. */
export const flat = (columns: Columns | undefined): number[] | undefined => columns?.flatMap((c) => [...c]);

/** The text of a run of the failing operand. */
export const run = ({ site }: Search, from: number, to: number): Fragment => cut(site.tokens, from, to, site.text);

export const bracketed = (f: Fragment): Fragment => join("\\left(", f, "\\right)");
