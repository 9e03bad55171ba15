/** Terms of sequences that a recurrence and its first values determine: a_4 = 41 behind a_1 = 2, a_{n+1} = 3a_n − 1, and formulas for the general term. */

import { parseOnce } from "../../derivation/chains";
import type { Item } from "../../derivation/items";
import { hasError } from "../../derivation/items";
import { cueOf } from "../../derivation/roles/words-before";
import { isClosed } from "../../derivation/targets";
import { isConstantName } from "../../expression/constants";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some } from "../../expression/tree";
import { strokes } from "../../fixes/strokes";
import { hasLandau } from "../../notation/landau";
import { fixesOf } from "../accusing/repairs";
import { figure } from "../figure";
import { printed } from "../guarded";
import { remedyOf } from "../messages";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";
import { tryPlan } from "../trying/try-plan";

/** Terms that are worked out at most, and those at which a formula is tried. */
const LAST = 64;
const TRIED = 5;
/** A term that is made of more parts is not worked out. */
const LARGEST = 2000;
/** Paragraphs between a recurrence and what is said of its terms. */
const NEAR = 8;
/** Edits that replace a sign, a digit or a name by its neighbour. */
const STROKE = 1.45;
/** The recurrence is that of some terms only, or of another sequence. */
const SOME = /^[^.;]{0,40}\b(if|when|even|odd|otherwise|where|unless)\b/i;
/** What is tried, supposed or looked for need not be right. */
const TRIAL = /\b(suppose|assum\w+|guess\w*|try|trying|ansatz|hypothes\w+|if|when|let|general|particular|homogeneous|solutions? of|form)\b/i;

/** A recurrence for the term at `n + shift`. */
interface Recurrence {
  readonly item: Item;
  readonly name: string;
  readonly index: string;
  readonly shift: number;
  /** The constants that it speaks of. */
  readonly names: ReadonlySet<string>;
}

/** What a step comes to that says what a term, or the general term, of such a sequence is; undefined where it is none of these, or nothing is known. */
export function recurrenceTerm(item: Item, step: Step, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  if (!/^(given|unchecked|defines)$/.test(step.verdict) || !/^[=≈]$/.test(item.relation) || item.link.index > 0 || item.link.continued || item.premise)
    return undefined;
  const at = termAt(item.left);
  if (!at) return undefined;
  const before = input.groups.flatMap((g) => g.items).filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=");
  const law = [...before].reverse().flatMap((i) => recurrenceIn(i, at.name) ?? [])[0];
  if (!law || item.link.statement.block.paragraph - law.item.link.statement.block.paragraph > NEAR) return undefined;
  const terms = new Terms(law, before);
  const says = (left: Expr, s: Step): Step => ({
    ...s,
    left: step.left,
    reading: [...(s.reading ?? []), `$${step.left}$ is what the recurrence gives, $${printed(left)}$`],
  });
  if (at.number !== undefined) {
    const worked = terms.isFirst(at.number) ? undefined : terms.at(at.number);
    if (
      !worked ||
      ![...namesOf(item.right).symbols].every((n) => isConstantName(n) || law.names.has(n)) ||
      some(item.right, (n) => n.op === "indexed" && n.name === at.name)
    )
      return undefined;
    const there = judge({ ...item, left: worked, role: "claim", made: true });
    return there.verdict === "holds" || there.verdict === "fails" ? says(worked, there) : undefined;
  }
  return at.index === undefined ? undefined : generalTerm(item, step, terms, at.index, input);
}

/** The verdict on a formula for the general term, by its first terms. */
function generalTerm(item: Item, step: Step, terms: Terms, index: string, input: JudgeInput): Step | undefined {
  const own = namesOf(item.right);
  const isKnown = (n: string): boolean => n === index || isConstantName(n) || terms.law.names.has(n);
  if (!own.symbols.has(index) || ![...own.symbols].every(isKnown) || own.indexed.size > 0 || own.applied.size > 0) return undefined;
  const places = terms.first(TRIED);
  const known = places.flatMap((n) => terms.at(n) ?? []);
  if (places.length < TRIED) return undefined;
  const differsAt = (right: Expr): number | undefined => places.find((n, i) => outcomeOf(known[i], valueAt(right, index, n), item, input).kind !== "agrees");
  const shown = `$${printed(terms.law.item.left)} = ${printed(terms.law.item.right)}$`;
  const place = differsAt(item.right);
  if (place === undefined)
    return { ...step, verdict: "holds", basis: "sampled", code: "sequence/term", message: `Holds for the first ${TRIED} terms that ${shown} gives.` };
  const { statement } = item.link;
  const words = `${statement.prose.slice(-120)} ${statement.lead}`;
  const outcome = outcomeOf(known[places.indexOf(place)], valueAt(item.right, index, place), item, input);
  if (TRIAL.test(words) || outcome.kind !== "differs") return undefined;
  const edits = strokes(item.link.right.tokens, input.text, [item.link.left.tokens], STROKE).filter((c) => {
    const right = parseOnce({ ...item.link.right, tokens: c.tokens }, input.reading);
    return !hasError(right) && differsAt(right) === undefined;
  });
  if (edits.length === 0 && cueOf(item.link) !== "claim") return undefined;
  const { left, right } = outcome.witness;
  const values = `at $${index} = ${place}$ the recurrence ${shown} gives ${figure(left)}, the right side ${figure(right)}`;
  return {
    ...step,
    verdict: "fails",
    code: "sequence/term",
    message: `Does not hold: ${values}.${edits.length > 0 ? remedyOf(edits[0]) : ""}`,
    witness: { values: { [index]: place }, left, right },
    ...(edits.length > 0 ? { fixes: fixesOf({ candidates: edits.slice(0, 3) }, input.range) } : {}),
  };
}

const outcomeOf = (left: Expr, right: Expr, item: Item, input: JudgeInput) =>
  tryPlan({ ...item, left, right, role: "claim", made: true }, { definitions: new Map(), conditions: [], unused: [] }, { ...input, rough: true }).outcome;

const valueAt = (e: Expr, index: string, n: number): Expr => rewrite(e, (x) => (x.op === "symbol" && x.name === index ? number(n, x.span) : x));

/** a_4, T(8), a_n, a_{n+1}: the sequence and the place; undefined where it is no single term. */
function termAt(e: Expr): { readonly name: string; readonly number?: number; readonly index?: string; readonly shift?: number } | undefined {
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

/** What an equation says of a term by earlier terms of the same sequence, and of nothing else that is open. */
function recurrenceIn(item: Item, name: string): Recurrence | undefined {
  const at = termAt(item.left);
  if (at?.name !== name || at.index === undefined || at.shift === undefined || item.link.index > 0 || hasLandau(item.right)) return undefined;
  if (SOME.test(item.link.statement.after) || SOME.test(item.link.statement.trail)) return undefined;
  const isTerm = (n: Expr): boolean => (n.op === "indexed" || n.op === "apply") && n.name === name;
  if (!some(item.right, isTerm) || some(item.right, (n) => isTerm(n) && n.args.length !== 1)) return undefined;
  const { symbols, indexed, applied } = namesOf(item.right);
  // what depends on the index in its own way is another sequence
  if ([...indexed.keys(), ...applied.keys()].some((n) => n !== name)) return undefined;
  return { item, name, index: at.index, shift: at.shift, names: new Set([...symbols].filter((n) => n !== at.index && n !== name)) };
}

/** The terms of a sequence, each made of its first values. */
class Terms {
  private readonly known = new Map<number, Expr | undefined>();
  private readonly stated = new Map<number, Expr>();
  private readonly sizes = new Map<Expr, number>();

  constructor(
    readonly law: Recurrence,
    before: readonly Item[],
  ) {
    for (const i of before) {
      const at = termAt(i.left);
      const isValue = isClosed(i.right) || (namesOf(i.right).indexed.size === 0 && [...namesOf(i.right).symbols].every((n) => law.names.has(n)));
      if (at?.name === law.name && at.number !== undefined && isValue && i.link.index === 0 && !this.stated.has(at.number)) this.stated.set(at.number, i.right);
    }
    for (const n of this.firstPlaces()) this.known.set(n, this.stated.get(n));
  }

  /** Whether it is one of the values that the recurrence begins with. */
  isFirst(n: number): boolean {
    return this.firstPlaces().includes(n);
  }

  /** The first places that the recurrence reaches, as many as are asked for. */
  first(count: number): number[] {
    const [start] = this.firstPlaces();
    const found: number[] = [];
    for (let n = start; n <= start + LAST && found.length < count; n++) if (this.at(n)) found.push(n);
    return found;
  }

  /** The term at a place; undefined where the recurrence does not reach it. */
  at(n: number): Expr | undefined {
    if (this.known.has(n)) return this.known.get(n);
    const [start] = this.firstPlaces();
    if (start === undefined || n < start || n > start + LAST) return undefined;
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
  const value = placeValue(e, index, n);
  return Number.isInteger(value) ? value : undefined;
}

/** The value of an index, n − 1 or ⌊n/2⌋, at a value of its letter; no number where it speaks of anything else. */
function placeValue(e: Expr, index: string, n: number): number {
  const args = e.args.map((a) => placeValue(a, index, n));
  switch (e.op) {
    case "symbol":
      return e.name === index ? n : Number.NaN;
    case "number":
      return Number(e.name);
    case "neg":
      return -args[0];
    case "add":
      return args.reduce((a, b) => a + b, 0);
    case "mul":
      return args.reduce((a, b) => a * b, 1);
    case "div":
      return args[0] / args[1];
    case "floor":
      return Math.floor(args[0]);
    case "ceil":
      return Math.ceil(args[0]);
    default:
      return Number.NaN;
  }
}
