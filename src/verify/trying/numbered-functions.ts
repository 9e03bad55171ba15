/** Functions whose derivatives have primes, y_1' or u'', beside derivatives of what they are in: numbered ones are names of their own, and none is what (au + bv)' is taken by. */
import type { Definition } from "../../derivation/facts/facts";
import { symbolName } from "../../expression/names";
import { type Expr, rewrite, some, symbol, walk } from "../../expression/tree";

interface Named {
  readonly left: Expr;
  readonly right: Expr;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** y of y'', as it stands before its number. */
const unprimed = (name: string): string => name.replace(/'+$/, "");

/** The sides and the formulas with such functions as plain names; undefined where nothing is differentiated, or none of them has primes. */
export function numberedFunctions(left: Expr, right: Expr, definitions: ReadonlyMap<string, Definition>): Named | undefined {
  const bodies = [...definitions.values()].map((d) => d.body);
  if (![left, right, ...bodies].some((e) => some(e, (n) => n.op === "derivative"))) return undefined;
  const [l, r] = [left, right].map((e) => byTheirVariable(e, [left, right]));
  const functions = new Set<string>();
  const isNumbered = (n: Expr): boolean => n.op === "indexed" && n.args.length === 1 && n.args[0].op === "number";
  for (const e of [left, right, ...bodies])
    walk(e, (n) => void (isNumbered(n) && /[^']'+$/.test(n.name ?? "") && functions.add(`${unprimed(n.name ?? "")}_{${n.args[0].name}}`)));
  if (functions.size === 0) return l === left && r === right ? undefined : { left: l, right: r, definitions };
  const plain = (e: Expr): Expr =>
    rewrite(e, (n) => {
      const name = isNumbered(n) ? `${unprimed(n.name ?? "")}_{${n.args[0].name}}` : "";
      if (!functions.has(name)) return n;
      const primes = (n.name ?? "").length - unprimed(n.name ?? "").length;
      return symbol(primes > 0 ? `${name}${"'".repeat(primes)}` : symbolName(n), n.span);
    });
  return { left: plain(l), right: plain(r), definitions: new Map([...definitions].map(([name, d]) => [name, { ...d, body: plain(d.body) }])) };
}

/** An expression in which no bracket with primes is differentiated by a name that has primes in the step itself: that is a function, of x. */
function byTheirVariable(e: Expr, sides: readonly Expr[]): Expr {
  return rewrite(e, (n) => {
    const by = n.op === "derivative" && n.data?.guessed === true ? (n.args[1].name ?? "") : "x";
    const isFunction = by !== "x" && sides.some((s) => some(s, (m) => m.op === "symbol" && m.name !== by && unprimed(m.name ?? "") === by));
    return isFunction ? { ...n, args: [n.args[0], symbol("x", n.args[1].span)] } : n;
  });
}
