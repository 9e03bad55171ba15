/** Finds a term in an expression whatever the order of its summands and factors is, with letters that stand for anything. */
import { namesOf } from "../../expression/names";
import { type Expr, node, symbol } from "../../expression/tree";

/** What letters of a pattern stand for. */
export type Bindings = Map<string, Expr>;

/** A text that two terms share where they differ only in the order of summands and factors, in spans and in styles. */
export function keyOf(e: Expr): string {
  switch (e.op) {
    case "number":
    case "symbol":
      return e.name ?? "";
    case "neg":
      return e.args[0].op === "mul" ? keyOf(node("mul", [symbol("-1"), ...e.args[0].args], e.span)) : `(mul ${["-1", keyOf(e.args[0])].sort().join(" ")})`;
    case "add":
      return `(add ${flat(e, "add").map(keyOf).sort().join(" ")})`;
    case "mul":
      return `(mul ${flat(e, "mul").map(keyOf).sort().join(" ")})`;
  }
  const { split, order, bound } = e.data ?? {};
  return `(${e.op}:${e.name ?? ""}:${split ?? ""}:${order ?? ""}:${bound ?? ""} ${e.args.map(keyOf).join(" ")})`;
}

const flat = (e: Expr, op: string): Expr[] => e.args.flatMap((a) => (a.op === op ? flat(a, op) : [a]));

/** Whether `e` is `pattern` with something in the place of each letter of `letters`; the bindings are filled in. */
export function fits(pattern: Expr, e: Expr, letters: ReadonlySet<string>, into: Bindings): boolean {
  if (pattern.op === "symbol" && letters.has(pattern.name ?? "")) return bind(pattern.name ?? "", e, into);
  if (pattern.op === "indexed" || (pattern.op === e.op && pattern.args.length > 0)) {
    if (pattern.op !== e.op || pattern.name !== e.name) return shifted(pattern, e, letters, into);
    if (pattern.args.length !== e.args.length) return grouped(pattern, e, letters, into) || shifted(pattern, e, letters, into);
    if (typeof pattern.data?.bound === "string" && pattern.op !== "apply") return keyOf(pattern) === keyOf(e);
    if (pattern.data?.split !== e.data?.split || pattern.data?.order !== e.data?.order) return false;
    const before = new Map(into);
    if (orders(pattern, e).some((args) => attempt(pattern.args, args, letters, into, before))) return true;
  } else if (keyOf(pattern) === keyOf(e)) return true;
  return shifted(pattern, e, letters, into);
}

function attempt(pattern: readonly Expr[], args: readonly Expr[], letters: ReadonlySet<string>, into: Bindings, before: Bindings): boolean {
  into.clear();
  for (const [k, v] of before) into.set(k, v);
  return pattern.every((p, i) => fits(p, args[i], letters, into));
}

function bind(name: string, e: Expr, into: Bindings): boolean {
  const known = into.get(name);
  if (known) return keyOf(known) === keyOf(e);
  into.set(name, e);
  return true;
}

/** n + 1 against anything: n is one less. */
function shifted(pattern: Expr, e: Expr, letters: ReadonlySet<string>, into: Bindings): boolean {
  if (pattern.op !== "add" || pattern.args.length !== 2) return false;
  const at = pattern.args.findIndex((a) => a.op === "symbol" && letters.has(a.name ?? ""));
  const rest = pattern.args[1 - at];
  if (at < 0 || !(rest.op === "number" || (rest.op === "neg" && rest.args[0].op === "number"))) return false;
  return bind(pattern.args[at].name ?? "", node("add", [e, node("neg", [rest], e.span)], e.span), into);
}

/** t + g(y) against t + g(u) + g(v): a letter takes what the other summands leave. */
function grouped(pattern: Expr, e: Expr, letters: ReadonlySet<string>, into: Bindings): boolean {
  const at = pattern.args.findIndex((a) => a.op === "symbol" && letters.has(a.name ?? ""));
  if ((pattern.op !== "add" && pattern.op !== "mul") || pattern.args.length !== 2 || e.args.length < 3 || e.args.length > 6 || at < 0) return false;
  const before = new Map(into);
  return e.args.some((arg) => attempt([pattern.args[1 - at], pattern.args[at]], [arg, { ...e, args: e.args.filter((a) => a !== arg) }], letters, into, before));
}

/** The arguments in every order that does not matter; of long sums only the one that is written. */
function orders(pattern: Expr, e: Expr): (readonly Expr[])[] {
  if ((pattern.op !== "add" && pattern.op !== "mul") || e.args.length > 4) return [e.args];
  const permutations = (list: readonly Expr[]): Expr[][] =>
    list.length === 0 ? [[]] : list.flatMap((x, i) => permutations(list.filter((_, k) => k !== i)).map((p) => [x, ...p]));
  return permutations(e.args);
}

/** Where the summands or factors of a pattern stand among more of them: in a row, for products of matrices, or scattered. */
function places(pattern: readonly string[], among: readonly string[]): Set<number> | undefined {
  if (among.length <= pattern.length) return undefined;
  const row = among.findIndex((_, i) => pattern.every((p, k) => among[i + k] === p));
  if (row >= 0) return new Set(pattern.map((_, k) => row + k));
  const taken = new Set<number>();
  for (const p of pattern) {
    const at = among.findIndex((r, i) => !taken.has(i) && r === p);
    if (at < 0) return undefined;
    taken.add(at);
  }
  return taken;
}

/** An expression with each occurrence of `pattern` replaced by what `value` makes of its bindings; undefined where it does not occur. */
export function replaceTerm(e: Expr, pattern: Expr, letters: ReadonlySet<string>, value: (b: Bindings) => Expr | undefined): Expr | undefined {
  const own = new Set([...namesOf(pattern).symbols, ...namesOf(pattern).indexed.keys()]);
  let found = false;
  const visit = (n: Expr, bound: ReadonlySet<string>): Expr => {
    const here = replacementAt(n, pattern, letters, value, (b) => [...own].every((name) => !bound.has(name) || (letters.has(name) && b.has(name))));
    if (here) {
      found = true;
      return here;
    }
    const inside = typeof n.data?.bound === "string" && n.op !== "apply" ? new Set([...bound, n.data.bound]) : bound;
    const args = n.args.map((a, i) => visit(a, i === 0 || n.op.endsWith("-where") ? inside : bound));
    return args.every((a, i) => a === n.args[i]) ? n : { ...n, args };
  };
  const result = visit(e, new Set());
  return found ? result : undefined;
}

function replacementAt(
  n: Expr,
  pattern: Expr,
  letters: ReadonlySet<string>,
  value: (b: Bindings) => Expr | undefined,
  free: (b: Bindings) => boolean,
): Expr | undefined {
  const b: Bindings = new Map();
  if (n.op === pattern.op && fits(pattern, n, letters, b) && free(b)) return value(b);
  if ((n.op !== "add" && n.op !== "mul") || n.op !== pattern.op || !free(new Map())) return undefined;
  const args = flat(n, n.op);
  const taken = places(flat(pattern, n.op).map(keyOf), args.map(keyOf));
  if (!taken) return undefined;
  const put = value(new Map());
  // where the first of them stood: products of matrices keep their order
  const first = Math.min(...taken);
  return put && { ...n, args: args.flatMap((a, i) => (i === first ? [put] : taken.has(i) ? [] : [a])) };
}
