/** What a recurrence says of the terms of a sequence: which terms it reaches, and each made of the first values that are stated. */
import type { Item } from "../../derivation/facts/items";
import { isClosed } from "../../derivation/reading/targets";
import { namesOf } from "../../expression/names";
import { plainValue } from "../../expression/plain-value";
import { type Expr, node, number, some } from "../../expression/tree";
import { hasLandau } from "../../notation/calculus/landau";

/** Terms that are worked out at most. */
const LAST = 64;
/** A term that is made of more parts is not worked out. */
const LARGEST = 2000;
/** The recurrence is that of some terms only, or of another sequence. */
const SOME = /^[^.;]{0,40}\b(if|when|even|odd|otherwise|where|unless)\b/i;

/** A recurrence for the term at `n + shift`, of the terms that its bounds for n leave. */
export interface Recurrence {
  readonly item: Item;
  readonly name: string;
  readonly index: string;
  readonly shift: number;
  /** The constants that it speaks of. */
  readonly names: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** a_4, T(8), a_n, a_{n+1}: the sequence and the place; undefined where it is no single term. */
export function termAt(e: Expr): { readonly name: string; readonly number?: number; readonly index?: string; readonly shift?: number } | undefined {
  if ((e.op !== "indexed" && e.op !== "apply") || e.args.length !== 1 || e.data?.order || e.data?.indices || !e.name) return undefined;
  const [place] = e.args;
  if (place.op === "number") return Number.isInteger(Number(place.name)) ? { name: e.name, number: Number(place.name) } : undefined;
  if (place.op === "symbol" && /^[ijkmntN]$/.test(place.name ?? "")) return { name: e.name, index: place.name, shift: 0 };
  if (place.op !== "add" || place.args.length !== 2) return undefined;
  const [index, by] = place.args;
  const amount = by.op === "neg" ? by.args[0] : by;
  if (index.op !== "symbol" || !/^[ijkmntN]$/.test(index.name ?? "") || amount.op !== "number" || !Number.isInteger(Number(amount.name))) return undefined;
  return { name: e.name, index: index.name, shift: by.op === "neg" ? -Number(amount.name) : Number(amount.name) };
}

/** "for n ≥ 3", "3 ≤ n ≤ 8", "n = 3, 4, …" right behind an equation: the values of its index that it is about. */
export function boundsBehind({ order, scope, link }: Item, index: string, items: readonly Item[]): { readonly from: number; readonly to: number } {
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const { paragraph } = link.statement.block;
  let next = order;
  for (const i of items) {
    if (i.order <= order || i.scope !== scope) continue;
    const isLeft = i.left.op === "symbol" && i.left.name === index;
    const value = isLeft ? i.right : i.right.op === "symbol" && i.right.name === index ? i.left : undefined;
    if (!value || i.link.statement.block.paragraph !== paragraph || i.order - next > 1) break;
    next = i.order;
    const at = numberIn(value);
    if (at === undefined) continue;
    const sign = isLeft ? i.relation : (FLIPPED[i.relation] ?? i.relation);
    if (sign === ">=" || sign === "=") from = Math.max(from, at);
    else if (sign === ">") from = Math.max(from, at + 1);
    else if (sign === "<=") to = Math.min(to, at);
    else if (sign === "<") to = Math.min(to, at - 1);
    if (sign === "=" && value.op === "number") to = at;
  }
  return { from, to };
}

const FLIPPED: Readonly<Record<string, string>> = { "<=": ">=", "<": ">", ">=": "<=", ">": "<" };

/** A number, or the first of a list. */
const numberIn = (e: Expr): number | undefined => {
  if (e.op === "number") return Number(e.name);
  if (e.op === "neg") return e.args[0].op === "number" ? -Number(e.args[0].name) : undefined;
  return e.op !== "symbol" && e.args[0]?.op === "number" && /^(tuple|list|sequence)$/.test(e.op) ? Number(e.args[0].name) : undefined;
};

/** What an equation says of a term by earlier terms of the same sequence, and of nothing else that is open. */
export function recurrenceIn(item: Item, name: string, items: readonly Item[]): Recurrence | undefined {
  const at = termAt(item.left);
  if (at?.name !== name || at.index === undefined || at.shift === undefined || item.link.index > 0 || hasLandau(item.right)) return undefined;
  if (SOME.test(item.link.statement.after) || SOME.test(item.link.statement.trail)) return undefined;
  const isTerm = (n: Expr): boolean => (n.op === "indexed" || n.op === "apply") && n.name === name;
  if (!some(item.right, isTerm) || some(item.right, (n) => isTerm(n) && n.args.length !== 1)) return undefined;
  const { symbols, indexed, applied } = namesOf(item.right);
  // what depends on the index in its own way is another sequence
  if ([...indexed.keys(), ...applied.keys()].some((n) => n !== name)) return undefined;
  const names = new Set([...symbols].filter((n) => n !== at.index && n !== name));
  return { item, name, index: at.index, shift: at.shift, names, ...boundsBehind(item, at.index, items) };
}

/** Which of several values of a place counts, and whether those count of which the recurrence says another. */
export type Stated = "latest" | "earliest" | "as written";

/** The terms of a sequence, each made of its first values. */
export class Terms {
  private readonly known = new Map<number, Expr | undefined>();
  private readonly stated = new Map<number, Expr>();
  private readonly given = new Set<number>();
  private readonly sizes = new Map<Expr, number>();

  /** `before` is what stands before a claim, `since` where the sequence of the recurrence can begin. */
  constructor(
    readonly law: Recurrence,
    before: readonly Item[],
    since: number,
    which: Stated,
  ) {
    for (const i of before) {
      const at = termAt(i.left);
      const isValue = isClosed(i.right) || (namesOf(i.right).indexed.size === 0 && [...namesOf(i.right).symbols].every((n) => law.names.has(n)));
      if (at?.name !== law.name || at.number === undefined || !isValue || i.link.index > 0) continue;
      if (which !== "earliest" || !this.stated.has(at.number)) this.stated.set(at.number, i.right);
      if (i.order > since && i.order < law.item.order) this.given.add(at.number);
    }
    for (const [n, value] of this.stated) if (which === "as written" || this.isFirst(n)) this.known.set(n, value);
  }

  /** Whether it begins as another choice does. */
  isAs(other: Terms): boolean {
    return this.firstPlaces().every((n) => this.stated.get(n) === other.stated.get(n));
  }

  /** Whether it is one of the values that the recurrence begins with, or does not reach. */
  isFirst(n: number): boolean {
    return this.given.has(n) || n < this.law.from + this.law.shift || this.firstPlaces().includes(n);
  }

  /** The first places from one on that the recurrence reaches, as many as are asked for. */
  first(count: number, from: number): number[] {
    const [start] = this.firstPlaces();
    const found: number[] = [];
    for (let n = Math.max(start, from); n <= start + LAST && found.length < count; n++) if (this.at(n)) found.push(n);
    return found;
  }

  /** The term at a place; undefined where the recurrence does not reach it. */
  at(n: number): Expr | undefined {
    if (this.known.has(n)) return this.known.get(n);
    const [start] = this.firstPlaces();
    if (start === undefined || n < start || n > start + LAST || n - this.law.shift < this.law.from || n - this.law.shift > this.law.to) return undefined;
    this.known.set(n, undefined);
    const made = this.made(this.law.item.right, n - this.law.shift);
    const term = made && this.sizeOf(made) <= LARGEST ? made : undefined;
    this.known.set(n, term);
    return term;
  }

  /** The parts of an expression, those that stand in several places as often as they stand. */
  private sizeOf(e: Expr): number {
    const known = this.sizes.get(e);
    if (known !== undefined) return known;
    const size = 1 + e.args.reduce((sum, a) => sum + this.sizeOf(a), 0);
    this.sizes.set(e, size);
    return size;
  }

  /** The smallest places of which values are stated, as many as the recurrence looks back. */
  private firstPlaces(): number[] {
    return [...this.stated.keys()].sort((a, b) => a - b).slice(0, this.depth());
  }

  /** How far the recurrence looks back. */
  private depth(): number {
    let least = this.law.shift - 1;
    some(this.law.item.right, (n) => {
      const at = (n.op === "indexed" || n.op === "apply") && n.name === this.law.name ? termAt(n) : undefined;
      if (at?.index === this.law.index && at.shift !== undefined) least = Math.min(least, at.shift);
      return false;
    });
    return this.law.shift - least;
  }

  /** A side of the recurrence at a value of its index; undefined where a term is not reached. */
  private made(e: Expr, n: number): Expr | undefined {
    if (e.op === "symbol" && e.name === this.law.index) return number(n, e.span);
    if ((e.op === "indexed" || e.op === "apply") && e.name === this.law.name) {
      const place = placeOf(e.args[0], this.law.index, n);
      return place === undefined ? undefined : this.at(place);
    }
    const args = e.args.map((a) => this.made(a, n));
    return args.some((a) => a === undefined) ? undefined : e.args.length === 0 ? e : node(e.op, args as Expr[], e.span, e.name, e.data);
  }
}

/** The whole number that an index comes to. */
function placeOf(e: Expr, index: string, n: number): number | undefined {
  const value = plainValue(e, new Map([[index, n]]));
  return Number.isInteger(value) ? value : undefined;
}
