/** Compiles expression trees: to the statements of a WGSL function, each subterm once, and to closures over slots for the CPU. */
import type { Expr } from "../expression/tree";
import { ELEMENTARY } from "../numeric/elementary";

/** Largest number of different subterms: beyond it a shader takes too long to compile. */
const MOST_TERMS = 1_000;

/** Thrown for a tree that cannot be compiled: its message is meant for the reader. */
export class NotCompiled extends Error {
  constructor(
    message: string,
    readonly place: Expr,
  ) {
    super(message);
  }
}

export interface WgslStatements {
  /** `var` declarations, one a line; `var` and not `let`, so that 1 / 0 is a value at run time and not a compile error. */
  readonly lines: readonly string[];
  /** The variables that hold the values of the given trees. */
  readonly results: readonly string[];
}

/** Statements that compute all `trees`; `slots` gives the WGSL expression of every symbol and draw. Throws NotCompiled. */
export function toWgsl(trees: readonly Expr[], slots: Readonly<Record<string, string>>): WgslStatements {
  const lines: string[] = [];
  const known = new Map<string, string>();
  const emit = (text: string): string => {
    const old = known.get(text);
    if (old) return old;
    if (known.size >= MOST_TERMS) throw new NotCompiled("The code comes to too many terms for a shader.", trees[0]);
    const name = `t${known.size}`;
    known.set(text, name);
    lines.push(`var ${name}: f32 = ${text};`);
    return name;
  };
  const visit = (e: Expr): string => emit(wgslOf(e, e.args.map(visit), slots));
  return { results: trees.map(visit), lines };
}

function wgslOf(e: Expr, args: readonly string[], slots: Readonly<Record<string, string>>): string {
  switch (e.op) {
    case "number":
      return literal(e);
    case "symbol":
    case "draw":
      if (Object.hasOwn(slots, e.name as string)) return slots[e.name as string];
      throw new NotCompiled(`What \`${e.name}\` holds is not known.`, e);
    case "add":
      return args.join(" + ");
    case "mul":
      return args.join(" * ");
    case "neg":
      return `-${args[0]}`;
    case "div":
      return `${args[0]} / ${args[1]}`;
    case "pow":
      return powerOf(e, args);
    default:
      if (e.op === "call" && Object.hasOwn(ELEMENTARY, e.name as string)) return `${e.name}(${args[0]})`;
      throw new NotCompiled(`\`${e.name ?? e.op}\` is outside of the subset.`, e);
  }
}

function literal(e: Expr): string {
  const value = Number(e.name);
  if (!Number.isFinite(Math.fround(value))) throw new NotCompiled(`${e.name} is too large for f32.`, e);
  const text = String(Math.fround(value));
  return /[.e]/.test(text) ? `${text}f` : `${text}.0f`;
}

/** WGSL's pow is undefined for a negative base: small whole exponents become products. */
function powerOf(e: Expr, args: readonly string[]): string {
  const exponent =
    e.args[1].op === "neg" && e.args[1].args[0].op === "number"
      ? -Number(e.args[1].args[0].name)
      : e.args[1].op === "number"
        ? Number(e.args[1].name)
        : Number.NaN;
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 8) return `pow(${args[0]}, ${args[1]})`;
  const product = exponent === 0 ? "1.0f" : Array(Math.abs(exponent)).fill(args[0]).join(" * ");
  return exponent < 0 ? `1.0f / (${product})` : product;
}

export type Closure = (slots: Float64Array) => number;

/** A closure that evaluates the tree in f64; `index` gives the slot of every symbol and draw. Throws NotCompiled. */
export function toClosure(e: Expr, index: Readonly<Record<string, number>>): Closure {
  const args = e.args.map((arg) => toClosure(arg, index));
  const [a, b] = args;
  switch (e.op) {
    case "number": {
      const value = Number(e.name);
      return () => value;
    }
    case "symbol":
    case "draw": {
      if (!Object.hasOwn(index, e.name as string)) throw new NotCompiled(`What \`${e.name}\` holds is not known.`, e);
      const slot = index[e.name as string];
      return (slots) => slots[slot];
    }
    case "add":
      return args.length === 2 ? (s) => a(s) + b(s) : (s) => args.reduce((sum, f) => sum + f(s), 0);
    case "mul":
      return args.length === 2 ? (s) => a(s) * b(s) : (s) => args.reduce((product, f) => product * f(s), 1);
    case "neg":
      return (s) => -a(s);
    case "div":
      return (s) => a(s) / b(s);
    case "pow":
      return (s) => a(s) ** b(s);
    default: {
      if (e.op !== "call" || !Object.hasOwn(ELEMENTARY, e.name as string)) throw new NotCompiled(`\`${e.name ?? e.op}\` is outside of the subset.`, e);
      const f = ELEMENTARY[e.name as string];
      return (s) => f(a(s));
    }
  }
}
