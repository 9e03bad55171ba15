/** Readings of a step in which letters are the functions that mathematics calls so: J_ν(z) is Bessel's, B_n Bernoulli's or Bell's, where the document does not say what they are. */
import { namesOf } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import { type Expr, same, some, walk } from "../../expression/tree";
import { hasError, type Item, type ItemGroup } from "../facts/items";
import { parseOperand } from "../reading/chains";
import type { ReadItem } from "../reading/readings";
import { residue } from "../reading/residue";

/** A letter that has more than one meaning in its place. */
interface Choice {
  readonly key: string;
  readonly choices: number;
}

const MOST = 10;

export interface LetterReading extends ReadItem {
  /** The plain reading has names and products where functions are meant, so that it alone refutes nothing. */
  readonly usual: boolean;
}

/** The step with its letters as functions, once for every choice among their meanings, most usual first; nothing where no letter is one. */
export function letterReadings(item: Item, reading: Reading, groups: readonly ItemGroup[]): LetterReading[] {
  const banned = definedNames(item, groups);
  const read = (named: ReadonlyMap<string, number>) => readAs(item, { ...reading, named });
  const first = read(new Map());
  if (!first) return [];
  const open = choicesOf(first.item);
  // a name of the document is never another's: its key is sent beyond every meaning
  // nor is one that stands without an argument elsewhere in the step: y_k(1 - y_i)
  const plain = plainTerms(first.item);
  const own = new Map(open.filter(({ key }) => banned.has(key.split("/")[0]) || plain.has(key.split("/")[0])).map((c): [string, number] => [c.key, -1]));
  const free = open.filter((c) => !own.has(c.key));
  const combinations = product(free).slice(0, MOST);
  return combinations.map((choice) => read(new Map([...own, ...choice]))).filter((r): r is LetterReading => r !== undefined && isConsistent(r.item));
}

/** Letters that stand with a subscript and no argument. */
function plainTerms({ left, right }: Item): Set<string> {
  const found = new Set<string>();
  for (const side of [left, right]) walk(side, (n) => void (n.op === "indexed" && found.add(n.name ?? "")));
  return found;
}

function readAs(item: Item, reading: Reading): LetterReading | undefined {
  if (item.made) return undefined;
  const left = residue(item.link, parseOperand(item.link.left, reading), reading);
  const right = residue(item.link, parseOperand(item.link.right, reading), reading);
  if ((same(left, item.left) && same(right, item.right)) || hasError(left) || hasError(right)) return undefined;
  const says = new Set<string>();
  const letters = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      if (n.op !== "special" || !n.data?.says) return;
      const letter = String(n.data.key).split("/")[0];
      // a bare letter is a letter first
      if (n.args.length > 0) letters.add(letter);
      says.add(`${letter} is ${n.data.says}`);
    });
  if (says.size === 0) return undefined;
  // θ(1 - θ): what stands without an argument beside is no function
  if ([left, right].some((e) => some(e, (n) => n.op === "symbol" && letters.has(n.name ?? "")))) return undefined;
  const applied = (letter: string) =>
    [item.left, item.right].some((e) =>
      some(e, (n) => (n.op === "apply" || n.op === "statistic") && (n.op === "statistic" || (n.name ?? "").replace(/[_^'].*$/, "") === letter)),
    );
  return {
    item: { ...item, left, right },
    says: [...says].join("; "),
    notation: { named: reading.named },
    usual: [...letters].some((l) => !/^[a-z]$/.test(l) && !applied(l)),
  };
}

/** A bare letter is a constant only where no other letter is left open, or, a Greek one, beside a special function. */
function isConsistent(item: Item): boolean {
  const bare: string[] = [];
  let applied = false;
  if ([item.left, item.right].some((e) => some(e, (n) => isOfMatrices(n) && n.args.some((a) => some(a, (x) => x.op === "special" && x.args.length === 0)))))
    return false;
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      if (n.op === "special" && n.args.length === 0) bare.push(String(n.data?.key ?? ""));
      applied ||= (n.op === "special" && n.args.length > 0) || (n.op === "call" && /^(gamma|digamma|zeta)$/.test(n.name ?? ""));
    });
  if (bare.length === 0) return true;
  const names = namesOf(item.left, item.right);
  const open = [...names.symbols].filter((n) => !/^(\\pi|e|i|\\infty|\\mathrm\{[ei]\})$/.test(n));
  const closed = open.length === 0 && names.indexed.size === 0 && names.applied.size === 0 && names.statistics.length === 0;
  return closed || (applied && bare.every((key) => key.startsWith("\\")));
}

/** What is taken of vectors and matrices. */
const isOfMatrices = (n: Expr): boolean =>
  /^(determinant|norm|transpose|kronecker|adjoint|vec|minor)/.test(n.op) || (n.op === "call" && /^(tr|trace|det|rank|diag|vec)/.test(n.name ?? ""));

function choicesOf(item: Item): Choice[] {
  const found = new Map<string, Choice>();
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      const key = n.op === "special" ? n.data?.key : undefined;
      if (typeof key === "string") found.set(key, { key, choices: Number(n.data?.choices ?? 1) });
    });
  return [...found.values()];
}

/** All choices, those that differ least from the usual first. A name without arguments may also stay a plain one. */
function product(choices: readonly Choice[]): [string, number][][] {
  let all: [string, number][][] = [[]];
  for (const c of choices) {
    const options = Array.from({ length: c.choices }, (_, k) => k);
    if (c.key.endsWith("/0")) options.push(-1);
    all = all.flatMap((done) => options.map((k): [string, number][] => [...done, [c.key, k]])).slice(0, 64);
  }
  const cost = (choice: readonly [string, number][]) => choice.reduce((sum, [, k]) => sum + (k < 0 ? 1.5 : k), 0);
  return all.sort((a, b) => cost(a) - cost(b));
}

/** Names that other formulas of the document define, or put into a set. */
function definedNames(item: Item, groups: readonly ItemGroup[]): ReadonlySet<string> {
  const found = new Set<string>();
  const base = (e: Expr): string => (e.name ?? "").replace(/[_^'].*$/, "");
  for (const group of groups)
    for (const other of group.items) {
      if (other.link === item.link) continue;
      const named = other.left.op === "symbol" || other.left.op === "apply" || other.left.op === "indexed";
      if (other.fact?.kind === "definition") found.add(other.fact.name.replace(/[_^'].*$/, ""));
      else if (named && (other.role === "given" || other.fact?.kind === "equation") && other.link.statement.block !== item.link.statement.block)
        found.add(base(other.left));
    }
  return found;
}
