/** The value that a code answer comes to: its result with all assignments put in, and its evaluation in doubles. */
import { type Expr, node, rewrite, size, walk } from "../expression/tree";
import { ELEMENTARY } from "../numeric/elementary";
import type { CodeAnswer } from "./answer";

/** Largest tree that is made; an answer that doubles a name line after line would grow without bound. */
const LARGEST = 5_000;

/**
 * What the code returns, over its inputs and its draws: the first `return`, else the last assignment or expression that depends on a draw
 * (and is more than the draw itself). Undefined if there is no such value or it grows beyond all reason.
 */
export function resultOf(answer: CodeAnswer): Expr | undefined {
  const values = new Map<string, Expr>();
  let last: Expr | undefined;
  for (const statement of answer.statements) {
    if (statement.kind === "input") {
      for (const name of statement.names) values.delete(name);
      continue;
    }
    const value = sampled(rewrite(statement.value, (e) => (e.op === "symbol" ? (values.get(e.name as string) ?? e) : e)));
    if (size(value) > LARGEST) return undefined;
    if (statement.kind === "return") return value;
    if (value.op !== "draw" && drawsOf(value).length) last = value;
    if (statement.kind === "assign") values.set(statement.name, value);
  }
  return last;
}

/** A draw from a law that was given a name: its mean, and its deviation times the draw. */
const sampled = (e: Expr): Expr =>
  rewrite(e, (n) => {
    const [law, eps] = n.args;
    return n.op === "sample" && law.op === "law" ? node("add", [law.args[0], node("mul", [law.args[1], eps], n.span)], n.span) : n;
  });

/** The value of a statement of its own, with what was assigned before put in. */
export function valueAt(answer: CodeAnswer, at: number): Expr | undefined {
  const values = new Map<string, Expr>();
  for (const [i, statement] of answer.statements.entries()) {
    if (statement.kind === "input") continue;
    const value = sampled(rewrite(statement.value, (e) => (e.op === "symbol" ? (values.get(e.name as string) ?? e) : e)));
    if (size(value) > LARGEST) return undefined;
    if (i === at) return value;
    if (statement.kind === "assign") values.set(statement.name, value);
  }
  return undefined;
}

/** The different draws of a tree, by name, with their laws. */
export function drawsOf(e: Expr): { readonly name: string; readonly law: string }[] {
  const found = new Map<string, string>();
  walk(e, (n) => {
    if (n.op === "draw") found.set(n.name as string, String(n.data?.law ?? "normal"));
  });
  return [...found].map(([name, law]) => ({ name, law }));
}

/** The free names of a tree, in the order in which they are met. */
export function inputsOf(e: Expr): string[] {
  const found = new Set<string>();
  walk(e, (n) => {
    if (n.op === "symbol") found.add(n.name as string);
  });
  return [...found];
}

/** The value in doubles, with names and draws from `values`; NaN where something is undefined or unknown. */
export function evaluate(e: Expr, values: Readonly<Record<string, number>>): number {
  const args = e.args.map((arg) => evaluate(arg, values));
  switch (e.op) {
    case "number":
      return Number(e.name);
    case "symbol":
    case "draw":
      return values[e.name as string] ?? Number.NaN;
    case "add":
      return args.reduce((sum, x) => sum + x, 0);
    case "mul":
      return args.reduce((product, x) => product * x, 1);
    case "neg":
      return -args[0];
    case "div":
      return args[0] / args[1];
    case "pow":
      return args[0] ** args[1];
    default:
      return e.op === "call" && Object.hasOwn(ELEMENTARY, e.name as string) ? ELEMENTARY[e.name as string](args[0]) : Number.NaN;
  }
}
