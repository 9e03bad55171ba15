/** Equations about an entry of a distribution under variation, and equations through definitions: made into definitions that a step can use. */
import { namesOf, symbolName } from "../../expression/names";
import { type Expr, node, rewrite, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { type Definition, type Equation, plainDefinition } from "../facts/facts";

/** The body of a definition with its parameters replaced by arguments. */
function instantiate(d: Definition, args: readonly Expr[]): Expr {
  const values = new Map(d.params.map((p, i) => [p, args[i]]));
  return rewrite(d.body, (n) => ((n.op === "symbol" || n.op === "indexed") && values.get(symbolName(n))) || n);
}

/** An expression with the applied names of definitions replaced by what they stand for. */
export function inlined(e: Expr, definitions: readonly Definition[]): Expr {
  const byName = new Map(definitions.map((d) => [d.name, d]));
  return rewrite(e, (n) => {
    const d = (n.op === "apply" && !n.data?.order) || n.op === "indexed" ? byName.get(n.name ?? "") : undefined;
    if (d?.indexed !== undefined && d.indexed !== (n.op === "indexed")) return n;
    return d && d.params.length === n.args.length && !captures(d, n.args) ? instantiate(d, n.args) : n;
  });
}

/** Whether a name of an argument would be bound by what stands in the body: f(k) with f(x) = ∑_k x^k. */
function captures(d: Definition, args: readonly Expr[]): boolean {
  const { bound } = namesOf(d.body);
  return bound.size > 0 && args.some((a) => some(a, (n) => n.op === "symbol" && bound.has(n.name ?? "")));
}

/** Whether an equation says that a distribution sums to one: its name then. */
export function normalisationOf(e: Equation): string | undefined {
  const [sum, one] = e.left.op === "number" ? [e.right, e.left] : [e.left, e.right];
  if (one.op !== "number" || Number(one.name) !== 1 || !/^(sum-over|integral-over|integral)$/.test(sum.op)) return undefined;
  const body = sum.args[0];
  return body.op === "apply" && variablesOf(body)?.front.includes(sum.name ?? "") ? body.name : undefined;
}

/** Ends the names of raw weights: positive terms that a normalised sequence is made of. */
export const WEIGHT = "°";

/** "\u2211_k r_{ik} = 1 for every i": the sequence as raw weights over their sum. */
export function normalisedSequence(e: Equation): Definition | undefined {
  const [sum, one] = e.left.op === "number" ? [e.right, e.left] : [e.left, e.right];
  if (one.op !== "number" || Number(one.name) !== 1 || !/^sum(-over)?$/.test(sum.op)) return undefined;
  const term = sum.args[0];
  const bound = String(sum.data?.bound);
  if (term.op !== "indexed" || !term.args.every((a) => a.op === "symbol") || !term.args.some((a) => a.name === bound)) return undefined;
  const raw = { ...term, name: `${term.name}${WEIGHT}` };
  const body = node("div", [raw, { ...sum, args: [raw, ...sum.args.slice(1)] }], e.span);
  return {
    kind: "definition",
    name: term.name ?? "",
    params: term.args.map((a) => a.name ?? ""),
    split: 0,
    indexed: true,
    body,
    span: e.span,
    text: e.text,
    derived: true,
  };
}

/** The "even" of P(even): it names one thing, and no variable. */
export const isWord = (a: Expr): boolean => a.op === "symbol" && /^\\(text|mathrm|textit|mathit)\{.*\w\w.*\}$/.test(a.name ?? "");

/** The equation solved for its only entry of a name: q(z|x) = …; undefined where the entry stands more than once or cannot be undone. */
export function entryDefinition(e: Equation, name: string): Definition | undefined {
  const entries: Expr[] = [];
  for (const side of [e.left, e.right]) walk(side, (n) => void (n.op === "apply" && n.name === name && entries.push(n)));
  if (entries.length !== 1 || !variablesOf(entries[0]) || entries[0].args.some(isWord)) return undefined;
  const [entry] = entries;
  const onLeft = some(e.left, (n) => n === entry);
  const body = onLeft ? undo(e.left, e.right, entry) : undo(e.right, e.left, entry);
  if (!body) return undefined;
  return {
    kind: "definition",
    name,
    params: entry.args.map(symbolName),
    split: Number(entry.data?.split ?? entry.args.length),
    indexed: false,
    body,
    span: e.span,
    text: e.text,
    derived: true,
  };
}

/** The value of a node of `side` from side = value, by undoing the operations above it. */
function undo(side: Expr, value: Expr, entry: Expr): Expr | undefined {
  if (side === entry) return value;
  const at = side.args.findIndex((a) => some(a, (n) => n === entry));
  const inner = side.args[at];
  const rest = side.args.filter((_, i) => i !== at);
  const s = side.span;
  const make = (op: string, args: readonly Expr[], name?: string) => node(op, args, s, name);
  if (side.op === "add") return undo(inner, make("add", [value, ...rest.map((r) => make("neg", [r]))]), entry);
  if (side.op === "neg") return undo(inner, make("neg", [value]), entry);
  if (side.op === "mul") return undo(inner, make("div", [value, rest.length === 1 ? rest[0] : make("mul", rest)]), entry);
  if (side.op === "div") return at === 0 ? undo(inner, make("mul", [value, side.args[1]]), entry) : undo(inner, make("div", [side.args[0], value]), entry);
  if (side.op === "call" && side.name === "log" && !side.data?.based) return undo(inner, make("call", [value], "exp"), entry);
  if (side.op === "call" && side.name === "exp") return undo(inner, make("call", [value], "log"), entry);
  return undefined;
}

/** An equation solved numerically for a symbol. */
export function numericDefinition(e: Equation, name: string): Definition {
  const difference = node("add", [e.left, node("neg", [e.right], e.span)], e.span);
  return { ...plainDefinition(name, node("solution", [difference], e.span, name, { bound: name }), e.span, e.text), derived: true };
}
