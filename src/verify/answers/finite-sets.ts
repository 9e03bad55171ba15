/** Sets whose elements are listed: unions, intersections, differences and products of them, what is in them, and how many. */

import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Expr, number, rewrite, some } from "../../expression/tree";
import type { Step } from "../report";
import type { JudgeInput } from "../trying/trial";

/** Elements of a product or of a set of subsets at most. */
const MOST = 4096;
/** Elements that a message lists. */
const LISTED = 12;
const EMPTY = /^\\(emptyset|varnothing)$/;

/** What a step comes to that speaks of listed sets; undefined where it does not, or where letters may be the same element. */
export function ofFiniteSets(item: Item, step: Step, input: JudgeInput, judge: (changed: Item) => Step): Step | undefined {
  if (!/^(given|unchecked)$/.test(step.verdict) || item.premise || !/^[=∈∉]$/.test(item.relation)) return undefined;
  const sides = [item.left, item.right];
  if (item.relation === "=" && !sides.some((e) => some(e, (n) => isSetSign(n) || isListed(n) || n.op === "absolute" || n.op === "cardinality")))
    return undefined;
  const definitions = definitionsFor(item, allNames(sides), input.environment.facts(item));
  const [left, right] = sides.map((e) => elements(e, definitions));
  if (item.relation === "∈" || item.relation === "∉") return membership(item, step, right, definitions);
  return left && right ? equality(item, step, left, right, input) : counted(item, step, definitions, judge);
}

const isSetSign = (e: Expr): boolean => e.op === "set";
const isListed = (e: Expr): boolean => e.op === "tuple" && e.data?.open === "{";

type Elements = ReadonlyMap<string, Expr>;

/** The elements of a set by what tells them apart; undefined where it is none, or they are not listed. */
function elements(e: Expr, definitions: ReadonlyMap<string, Definition>, depth = 0): Elements | undefined {
  const inner = (x: Expr): Elements | undefined => elements(x, definitions, depth + 1);
  if (depth > 12) return undefined;
  if (e.op === "symbol" || e.op === "indexed") {
    if (EMPTY.test(e.name ?? "")) return new Map();
    const d = e.op === "symbol" ? definitions.get(e.name ?? "") : undefined;
    return d && d.params.length === 0 && !d.derived ? inner(d.body) : undefined;
  }
  if (isListed(e) || (e.data?.bracket === "{" && e.op !== "tuple")) {
    const found = new Map<string, Expr>();
    for (const x of isListed(e) ? e.args : [e]) {
      const key = keyOf(x, definitions, depth);
      if (key === undefined) return undefined;
      found.set(key, x);
    }
    return found;
  }
  if (e.op === "set") {
    const [a, b] = e.args.map(inner);
    if (!a || !b) return undefined;
    if (e.name === "union") return new Map([...a, ...b]);
    return new Map([...a].filter(([key]) => b.has(key) === (e.name === "intersection")));
  }
  if (e.op === "mul" && e.data?.style === "times" && e.args.length === 2) {
    const [a, b] = e.args.map(inner);
    if (!a || !b || a.size * b.size > MOST) return undefined;
    return new Map(
      [...a].flatMap(([x, left]) =>
        [...b].map(([y, right]) => [`(${x},${y})`, { ...e, op: "tuple", args: [left, right], data: { open: "(", close: ")" } }] as const),
      ),
    );
  }
  return undefined;
}

/** What tells an element from others: its value, its name, or its parts. */
function keyOf(e: Expr, definitions: ReadonlyMap<string, Definition>, depth: number): string | undefined {
  if (e.op === "number") return String(Number(e.name));
  if (e.op === "neg" && e.args[0].op === "number") return String(-Number(e.args[0].name));
  if (e.op === "tuple" && e.data?.open === "(") {
    const parts = e.args.map((a) => keyOf(a, definitions, depth + 1));
    return parts.some((p) => p === undefined) ? undefined : `(${parts.join(",")})`;
  }
  if (isListed(e) || EMPTY.test(e.name ?? "")) {
    const parts = elements(e, definitions, depth + 1);
    return parts && `{${[...parts.keys()].sort().join(",")}}`;
  }
  return e.op === "symbol" && !definitions.has(e.name ?? "") ? (e.name ?? undefined) : undefined;
}

/** Letters may be names of the same element. */
const areTold = (...sets: readonly Elements[]): boolean => sets.every((s) => [...s.keys()].every((key) => !/[a-zA-Z\\]/.test(key)));

const HOLDS = "Holds: the elements of the sets are listed.";
const holds = (step: Step): Step => ({ ...step, verdict: "holds", basis: "exact", code: "set/elements", message: HOLDS });
const fails = (step: Step, why: string): Step => ({ ...step, verdict: "fails", code: "set/elements", message: `Does not hold: ${why}.` });

function equality(item: Item, step: Step, left: Elements, right: Elements, input: JudgeInput): Step | undefined {
  const only = (a: Elements, b: Elements): string | undefined => [...a.keys()].find((key) => !b.has(key));
  const [lost, added] = [only(left, right), only(right, left)];
  if (lost === undefined && added === undefined) return holds(step);
  if (!areTold(left, right)) return undefined;
  const why = lost !== undefined ? `${lost} is in the left set and not in the right one` : `${added} is in the right set and not in the left one`;
  const wrong = fails(step, why);
  if (left.size > LISTED || !isListed(item.right)) return wrong;
  const newText = `\\{${[...left.keys()].join(", ")}\\}`;
  return { ...wrong, fixes: [{ title: `List the elements of the left set: $${newText}$`, edits: [{ range: input.range(item.link.right), newText }] }] };
}

function membership(item: Item, step: Step, right: Elements | undefined, definitions: ReadonlyMap<string, Definition>): Step | undefined {
  const key = keyOf(item.left, definitions, 0);
  if (!right || key === undefined || /^[a-zA-Z\\]/.test(key) || !areTold(right)) return undefined;
  if (right.has(key) === (item.relation === "∈")) return holds(step);
  return fails(step, `${key} is ${item.relation === "∈" ? "not " : ""}an element of the set`);
}

/** The claim about numbers that is left where the numbers of elements are counted. */
function counted(item: Item, step: Step, definitions: ReadonlyMap<string, Definition>, judge: (changed: Item) => Step): Step | undefined {
  let found = false;
  const count = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const set = n.op === "absolute" || n.op === "cardinality" ? elements(n.args[0], definitions) : undefined;
      if (!set || (n.op === "absolute" && !some(n.args[0], (x) => isSetSign(x) || isListed(x) || isListed(definitions.get(x.name ?? "")?.body ?? x)))) return n;
      found = true;
      return number(set.size, n.span);
    });
  const [left, right] = [item.left, item.right].map(count);
  if (!found) return undefined;
  const there = judge({ ...item, left, right, role: "claim", made: true });
  if (there.verdict !== "holds" && there.verdict !== "fails") return undefined;
  return { ...there, left: step.left, right: step.right, reading: [...(there.reading ?? []), "the elements of the sets are counted"] };
}
