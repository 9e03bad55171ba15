/** The tree of an expression: readonly nodes, each with its construct, its arguments and the place it was read from. */
import type { Span } from "../base/span";

/**
 * One node. `op` names the construct (a file in notation/ or a kernel operator); `args` are its operands in a fixed order;
 * `name` is the text that belongs to the node itself (the name of a symbol, a literal, a function).
 *
 * Kernel operators: number (name = literal) · symbol (name) · add (n) · mul (n; `style` "juxtaposed", "cdot", "times") · neg · div · pow · sub is add with neg ·
 * call (name; args) a known function · apply (name; args) an unknown or user function, with `order` primes · given (args: what stands left of the bar, then right; `split`) ·
 * error (name = why).
 */
export interface Expr {
  readonly op: string;
  readonly args: readonly Expr[];
  readonly name?: string;
  readonly span: Span;
  /** Anything else that the construct needs: how it was written, how many arguments stand before a bar, which names it binds. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
}

/** The place of what no document has written. */
export const NOWHERE: Span = { from: 0, to: 0 };

/** A node; what is undefined is no property of it. */
export function node(op: string, args: readonly Expr[], span: Span, name?: string, data?: Expr["data"]): Expr {
  if (data !== undefined) return name === undefined ? { op, args, span, data } : { op, args, span, name, data };
  return name === undefined ? { op, args, span } : { op, args, span, name };
}
/** A plain name. */
export const symbol = (name: string, span: Span = NOWHERE): Expr => node("symbol", [], span, name);
/** A literal. */
export const number = (value: string | number, span: Span = NOWHERE): Expr => node("number", [], span, String(value));
/** What could not be read, and why. */
export const failure = (why: string, span: Span): Expr => node("error", [], span, why);

/** Same structure and names; spans and styles do not matter. */
export function same(a: Expr, b: Expr): boolean {
  if (a === b) return true;
  if (a.op !== b.op || a.name !== b.name || a.args.length !== b.args.length) return false;
  if (a.data?.split !== b.data?.split || a.data?.order !== b.data?.order || a.data?.bound !== b.data?.bound) return false;
  return a.args.every((arg, i) => same(arg, b.args[i]));
}

/** Visits every node, parents first; returning false skips the children. */
export function walk(e: Expr, visit: (node: Expr) => unknown): void {
  if (visit(e) === false) return;
  const { args } = e;
  for (let i = 0; i < args.length; i++) walk(args[i], visit);
}

/** Whether a test is true of a node or of any below it. */
export function some(e: Expr, test: (node: Expr) => boolean): boolean {
  if (test(e)) return true;
  const { args } = e;
  for (let i = 0; i < args.length; i++) if (some(args[i], test)) return true;
  return false;
}

/** A copy in which every node has gone through `change`, children first. */
export function rewrite(e: Expr, change: (node: Expr) => Expr): Expr {
  let args: Expr[] | undefined;
  for (let i = 0; i < e.args.length; i++) {
    const next = rewrite(e.args[i], change);
    if (next === e.args[i]) continue;
    args ??= [...e.args];
    args[i] = next;
  }
  return change(args ? { ...e, args } : e);
}

/** How many nodes there are. */
export const size = (e: Expr): number => e.args.reduce((n, arg) => n + size(arg), 1);
