/** Special functions in an expression: their meaning, operators with upright names, and hypergeometric functions `{}_pF_q`. */
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER, type Prefix } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import { countingProducts } from "../../numeric/ball";
import { isSpecial } from "../../numeric/special/index";
import type { Construct } from "../construct";
import { readArguments } from "../names/arguments";
import { CERTAIN } from "../names/letters";
import { namedFunction } from "./named-functions";

/** What a special function costs beside an elementary one, whatever it takes; and each product of complex numbers with error bounds that it takes. */
const COST = 40;
const PRODUCT = 1;

/** Derivatives are taken around circles of so many points. */
const OF_DERIVATIVE = 32;

function special<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const name = e.name ?? "";
  if (!isSpecial(name)) throw new NotUnderstood("function/unknown", `the function "${name}" is not known`, e.span);
  ev.fuel.spend(COST * (ev.seeds.length > 0 ? OF_DERIVATIVE : 1) * ev.frame.width);
  const ordered = e.data?.order === true;
  const args = e.args.slice(0, ordered ? -1 : undefined).map((a) => ev.scalar(a));
  const { value, taken } = countingProducts(ev.fuel.left / PRODUCT, () =>
    ordered ? derivative(name, args, Number(e.data?.by), e.args[e.args.length - 1], ev) : ev.A.special(name, args),
  );
  ev.fuel.spend(PRODUCT * taken);
  return scalar(value);
}

/** Of the order that stands in each lane. */
function derivative<T>(name: string, args: readonly T[], by: number, order: Expr, ev: Evaluator<T>): T {
  const { A } = ev;
  const orders = ev.scalar(order);
  const found = [...new Set(A.toNumbers(orders))];
  if (by < 0 || found.length > 8 || found.some((m) => !(Number.isInteger(m) && m >= 0 && m <= 12)))
    throw new NotUnderstood("derivative/order", "a derivative of this order", order.span);
  const at = (m: number) =>
    A.special(
      name,
      args,
      args.map((_, k) => (k === by ? m : 0)),
    );
  return found.slice(1).reduce((value, m) => A.select(A.equal(orders, A.number(m)), at(m), value), at(found[0]));
}

/** `\operatorname{Ai}(x)`, `\operatorname{Li}_2(z)`: upright names of which there is no doubt. */
const upright: Prefix = (p) => {
  const start = p.cursor.position - 1;
  const written = p.cursor.argument();
  const name = written
    .map((t) => (t.kind === "sup" || t.kind === "sub" ? "\u0000" : t.text))
    .join("")
    .trim();
  if (!CERTAIN.has(name)) return undefined;
  return namedFunction(p, name, CERTAIN, start);
};

/** `{}_2F_1(a, b; c; z)` and `_2F_1`, also with a bold or a tilde F for the one over Γ(c). */
const generalised: Prefix = (p, token) => {
  const start = p.cursor.position - 1;
  if (token.kind === "open") {
    if (!p.cursor.is("close") || !p.cursor.is("sub", undefined, 1)) return undefined;
    p.cursor.next();
    p.cursor.next();
  }
  const upper = count(p);
  const letter = upper === undefined ? undefined : letterF(p);
  if (upper === undefined || letter === undefined || !p.cursor.take("sub")) return undefined;
  const lower = count(p);
  if (lower === undefined || !(p.cursor.is("symbol", "(") || p.cursor.is("symbol", "["))) return undefined;
  const read = readArguments(p);
  const args = read?.args.flatMap((a) => (a.op === "over" ? a.args.flatMap((row) => (row.op === "list" || row.op === "tuple" ? row.args : [row])) : [a])) ?? [];
  const span = p.cursor.since(start);
  if (args.length !== upper + lower + 1) return failure("the parameters of this hypergeometric function", span);
  return node("special", args, span, `hyper:${upper}:${lower}${letter ? ":r" : ""}`, {});
};

/** The number in a script. */
function count(p: Parser): number | undefined {
  const inside = p.cursor.argument();
  return inside.length === 1 && inside[0].kind === "number" && /^\d$/.test(inside[0].text) ? Number(inside[0].text) : undefined;
}
/** An F; true for one in bold or with a tilde. */
function letterF(p: Parser): boolean | undefined {
  if (p.cursor.take("letter", "F")) return false;
  const token = p.cursor.peek();
  if (!token || !(token.kind === "command" || token.kind === "open")) return undefined;
  const place = p.cursor.position;
  if (token.kind === "command") p.cursor.next();
  const inside = p.cursor.argument().filter((t) => t.kind !== "open" && t.kind !== "close");
  const bold = [token, ...inside].some((t) => /^(mathbf|boldsymbol|textbf|bf|bm|tilde|widetilde|mathbb)$/.test(t.text));
  if (inside.filter((t) => t.kind === "letter").length === 1 && inside.some((t) => t.text === "F")) return bold;
  p.cursor.seek(place);
  return undefined;
}

const LATEX = (e: Expr, print: (e: Expr, power?: number) => string): string => {
  if (e.data?.line) return `${print(e.args[0], POWER.power + 1)}^{\\${e.data.line}{${print(e.args[1])}}}`;
  const args = e.data?.order ? e.args.slice(0, -1) : e.args;
  const form = /^hyper:(\d+):(\d+)/.exec(e.name ?? "");
  if (form) return `{}_{${form[1]}}F_{${form[2]}}\\left(${args.map((a) => print(a)).join(", ")}\\right)`;
  const order = e.data?.order ? `^{(${print(e.args[e.args.length - 1])})}` : "";
  return `\\operatorname{${e.name}}${order}${args.length ? `\\left(${args.map((a) => print(a)).join(", ")}\\right)` : ""}`;
};

export const specialFunctions: Construct = {
  name: "special functions",
  prefix: { "\\operatorname": upright, "\\mathrm": upright, "\\operatorname*": upright, open: generalised, sub: generalised },
  meanings: { special },
  print: { special: { power: POWER.juxtaposed + 1, latex: LATEX } },
  examples: [
    { latex: "\\operatorname{Ai}(0) = \\frac{1}{3^{2/3} \\Gamma\\left(\\frac{2}{3}\\right)}", verdict: "holds" },
    { latex: "\\operatorname{erfi}(x) = -i \\operatorname{erf}(i x)", verdict: "holds" },
    { latex: "{}_2F_1(1, 1; 2; x) = -\\frac{\\ln(1 - x)}{x}", verdict: "holds" },
    { latex: "\\operatorname{Li}_2(1) = \\frac{\\pi^2}{6}", verdict: "holds" },
    { latex: "\\operatorname{Li}_2(1) = \\frac{\\pi^2}{5}", verdict: "fails" },
  ],
};
