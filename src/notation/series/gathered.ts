/** Products and quotients in which powers of one base and factorials are gathered: x^{n+1}/x^n, (n+2)!/n!, which overflow where their quotient does not. */
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, number, same, some } from "../../expression/tree";

interface Factor {
  readonly base: Expr;
  /** Exponents that are added and such that are taken away. */
  readonly over: readonly Expr[];
  readonly under: readonly Expr[];
}

/** The expression with every product in it gathered as far as exponents and factorials speak of `bound`; itself where nothing is to gather. */
export function gathered(e: Expr, bound: string): Expr {
  const speaks = (x: Expr): boolean => hasSymbol(x, bound);
  const isPower = (x: Expr): boolean => x.op === "pow" && speaks(x.args[1]);
  const isFactorial = (x: Expr): boolean => x.op === "call" && x.name === "factorial" && speaks(x);
  const go = (x: Expr): Expr => {
    if ((x.op === "mul" || x.op === "div") && some(x, (n) => isPower(n) || isFactorial(n))) return product(x);
    const args = x.args.map(go);
    return args.every((a, i) => a === x.args[i]) ? x : { ...x, args };
  };
  const product = (x: Expr): Expr => {
    const over: Expr[] = [];
    const under: Expr[] = [];
    split(x, over, under);
    const powers: Factor[] = [];
    const rest: [Expr[], Expr[]] = [[], []];
    const factorials: [Expr[], Expr[]] = [[], []];
    for (const [k, list] of [over, under].entries())
      for (const f of list) {
        if (isPower(f)) enter(powers, f.args[0], f.args[1], k === 0);
        else if (isFactorial(f)) factorials[k].push(f.args[0]);
        else rest[k].push(f);
      }
    // a plain factor x beside x^n
    for (const k of [0, 1])
      rest[k] = rest[k].filter((f) => {
        const at = powers.findIndex((p) => same(p.base, f));
        if (at >= 0) enter(powers, f, number(1), k === 0);
        return at < 0;
      });
    const gain = powers.some((f) => f.over.length + f.under.length > 1) || (factorials[0].length > 0 && factorials[1].length > 0);
    if (!gain) {
      // the order of factors stays what it is
      const args = x.args.map(go);
      return args.every((a, i) => a === x.args[i]) ? x : { ...x, args };
    }
    const quotients = cancelled(factorials[0], factorials[1]);
    const s = x.span;
    const top = [...rest[0].map(go), ...powers.map((p) => node("pow", [go(p.base), difference(p, s)], s)), ...quotients.over];
    const bottom = [...rest[1].map(go), ...quotients.under];
    const whole = top.length === 0 ? number(1) : top.length === 1 ? top[0] : node("mul", top, s, undefined, { style: "cdot" });
    return bottom.length === 0 ? whole : node("div", [whole, bottom.length === 1 ? bottom[0] : node("mul", bottom, s, undefined, { style: "cdot" })], s);
  };
  return go(e);
}

/** The factors above and below all fraction bars of a product. */
function split(e: Expr, over: Expr[], under: Expr[]): void {
  if (e.op === "mul") for (const f of e.args) split(f, over, under);
  else if (e.op === "div") {
    split(e.args[0], over, under);
    split(e.args[1], under, over);
  } else if (e.op === "neg") {
    over.push(node("neg", [number(1)], e.span));
    split(e.args[0], over, under);
  } else over.push(e);
}

function enter(powers: Factor[], base: Expr, exponent: Expr, above: boolean): void {
  const at = powers.findIndex((p) => same(p.base, base));
  const was = at >= 0 ? powers[at] : { base, over: [], under: [] };
  const now = above ? { ...was, over: [...was.over, exponent] } : { ...was, under: [...was.under, exponent] };
  if (at >= 0) powers[at] = now;
  else powers.push(now);
}

function difference({ over, under }: Factor, s: Expr["span"]): Expr {
  const terms = [...over, ...under.map((u) => node("neg", [u], s))];
  return terms.length === 1 ? terms[0] : node("add", terms, s);
}

/** Linear combination of names with a constant; undefined for anything else. */
function linear(e: Expr): Map<string, number> | undefined {
  if (e.op === "number") return new Map([["", Number(e.name)]]);
  if (e.op === "symbol") return new Map([[e.name ?? "", 1]]);
  if (e.op === "neg") return scaled(linear(e.args[0]), -1);
  if (e.op === "mul" && e.args.length === 2 && e.args[0].op === "number") return scaled(linear(e.args[1]), Number(e.args[0].name));
  if (e.op !== "add") return undefined;
  const sum = new Map<string, number>();
  for (const part of e.args.map(linear)) {
    if (!part) return undefined;
    for (const [n, c] of part) sum.set(n, (sum.get(n) ?? 0) + c);
  }
  return sum;
}

const scaled = (m: Map<string, number> | undefined, by: number): Map<string, number> | undefined => m && new Map([...m].map(([n, c]) => [n, c * by]));

/** So many factors are written out. */
const MOST = 12;

/** Factorials above and below whose arguments differ by a small whole number, as the factors that remain. */
function cancelled(above: readonly Expr[], below: readonly Expr[]): { over: Expr[]; under: Expr[] } {
  const over: Expr[] = [];
  const under: Expr[] = [];
  const left = [...below];
  for (const a of above) {
    const at = left.findIndex((b) => gap(a, b) !== undefined);
    if (at < 0) over.push(factorial(a));
    else {
      const [b] = left.splice(at, 1);
      const k = gap(a, b) as number;
      const [low, into] = k >= 0 ? [b, over] : [a, under];
      for (let j = 1; j <= Math.abs(k); j++) into.push(node("add", [low, number(j)], low.span));
    }
  }
  return { over, under: [...under, ...left.map(factorial)] };
}

const factorial = (e: Expr): Expr => node("call", [e], e.span, "factorial");

/** a - b where that is a whole number of at most MOST. */
function gap(a: Expr, b: Expr): number | undefined {
  const [x, y] = [linear(a), linear(b)];
  if (!x || !y) return undefined;
  const names = new Set([...x.keys(), ...y.keys()]);
  names.delete("");
  for (const n of names) if ((x.get(n) ?? 0) !== (y.get(n) ?? 0)) return undefined;
  const k = (x.get("") ?? 0) - (y.get("") ?? 0);
  return Number.isInteger(k) && Math.abs(k) <= MOST ? k : undefined;
}
