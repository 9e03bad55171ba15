/** Terms of the generator, written down in the notation of mathjs and read by its parser. */
import { type MathNode, parse } from "mathjs";

/** `add sub mul div pow neg fact`, `num` and `sym` with a name, `mat` of rows, or the name of a function such as `sin`, `Sum`, `Int`, `D`, `pr`. */
export interface Term {
  readonly op: string;
  readonly args: readonly Term[];
  readonly name?: string;
}

export const sym = (name: string): Term => ({ op: "sym", args: [], name });
export const num = (value: number): Term => (value < 0 ? { op: "neg", args: [num(-value)] } : { op: "num", args: [], name: String(value) });
export const term = (op: string, ...args: Term[]): Term => ({ op, args });

const OPS: Readonly<Record<string, string>> = { "+": "add", "-": "sub", "*": "mul", "/": "div", "^": "pow", "!": "fact" };

/** Reads a formula, for instance `Sum(k, 1, n, k) `. */
export const read = (text: string): Term => convert(parse(text));

function convert(node: MathNode): Term {
  const n = node as unknown as {
    type: string;
    op: string;
    args: MathNode[];
    name: string;
    value: unknown;
    content: MathNode;
    items: MathNode[];
    fn: { name: string };
  };
  switch (n.type) {
    case "ParenthesisNode":
      return convert(n.content);
    case "ConstantNode":
      return { op: "num", args: [], name: String(n.value) };
    case "SymbolNode":
      return sym(n.name);
    case "ArrayNode":
      return { op: "mat", args: n.items.map((row) => ({ op: "row", args: (row as unknown as { items: MathNode[] }).items.map(convert) })) };
    case "OperatorNode":
      return { op: n.op === "-" && n.args.length === 1 ? "neg" : OPS[n.op], args: n.args.map(convert) };
    case "FunctionNode":
      return { op: n.fn.name, args: n.args.map(convert) };
  }
  throw new Error(`The generator does not know ${n.type}.`);
}

/** Where a bound variable stands, and which of the arguments it is bound in. */
export const BINDERS: Readonly<Record<string, readonly [variable: number, body: number]>> = {
  Sum: [0, 3],
  Prod: [0, 3],
  Int: [0, 3],
  Anti: [0, 1],
  D: [0, 1],
  DD: [0, 1],
  P: [0, 1],
  Lim: [0, 2],
  SumO: [0, 1],
  Grad: [0, 1],
};

export function names(t: Term, found = new Set<string>()): Set<string> {
  if (t.op === "sym") found.add(t.name as string);
  for (const a of t.args) names(a, found);
  return found;
}

export function some(t: Term, test: (t: Term) => boolean): boolean {
  return test(t) || t.args.some((a) => some(a, test));
}

/** The term with names replaced, all at once. */
export function put(t: Term, values: ReadonlyMap<string, Term>): Term {
  if (t.op === "sym") return values.get(t.name as string) ?? t;
  return t.args.length === 0 ? t : { ...t, args: t.args.map((a) => put(a, values)) };
}

export const same = (a: Term, b: Term): boolean =>
  a.op === b.op && a.name === b.name && a.args.length === b.args.length && a.args.every((x, i) => same(x, b.args[i]));

/** All places of a term: paths of argument numbers. */
export function* places(t: Term, path: readonly number[] = []): Generator<{ at: readonly number[]; term: Term }> {
  yield { at: path, term: t };
  for (const [i, a] of t.args.entries()) yield* places(a, [...path, i]);
}

export function replaced(t: Term, at: readonly number[], by: Term): Term {
  if (at.length === 0) return by;
  return { ...t, args: t.args.map((a, i) => (i === at[0] ? replaced(a, at.slice(1), by) : a)) };
}

export const show = (t: Term): string => (t.args.length === 0 ? (t.name ?? t.op) : `${t.op}(${t.args.map(show).join(", ")})`);
