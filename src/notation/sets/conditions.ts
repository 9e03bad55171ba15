/** Relations inside an expression: the index of a sum, a condition of cases, an event, membership. */
import { cover } from "../../base/span";
import type { Evaluator } from "../../expression/evaluator";
import { type Infix, type Parser, POWER } from "../../expression/parser";
import { type Expr, node, same } from "../../expression/tree";
import { NotUnderstood, scalar, type Value } from "../../expression/value";
import type { Construct } from "../construct";

/** How relation signs are written → their name in the report. */
export const RELATIONS: Readonly<Record<string, string>> = {
  "=": "=",
  "\\equiv": "=",
  "≡": "=",
  ":=": "=",
  "\\coloneqq": "=",
  "\\triangleq": "=",
  "\\doteq": "=",
  "<": "<",
  "\\lt": "<",
  ">": ">",
  "\\gt": ">",
  "\\le": "<=",
  "\\leq": "<=",
  "\\leqslant": "<=",
  "≤": "<=",
  "\\leqq": "<=",
  "\\ge": ">=",
  "\\geq": ">=",
  "\\geqslant": ">=",
  "≥": ">=",
  "\\geqq": ">=",
  "\\ne": "!=",
  "\\neq": "!=",
  "≠": "!=",
  "\\approx": "≈",
  "\\simeq": "≈",
  "\\approxeq": "≈",
  "\\cong": "≈",
  "≈": "≈",
  "\\propto": "∝",
  "\\sim": "∼",
  "\\in": "∈",
  "∈": "∈",
  "\\notin": "∉",
  "\\to": "→",
  "\\rightarrow": "→",
  "\\longrightarrow": "→",
  "→": "→",
};

/** `a \equiv b \pmod m`, `a \equiv b \bmod m`: m divides a - b. */
function congruent(left: Expr, right: Expr, p: Parser): Expr | undefined {
  const isRemainder = right.op === "call" && right.name === "mod" && !right.data?.bracket;
  const [b, modulus] = isRemainder ? right.args : [right, p.cursor.take("command", "pmod") ? p.argument() : undefined];
  if (!modulus) return undefined;
  const span = cover(left.span, modulus.span);
  const apart = node("add", [left, node("neg", [b], b.span)], cover(left.span, b.span));
  return node("relation", [node("call", [apart, modulus], span, "mod"), node("number", [], modulus.span, "0")], span, "=");
}

function relation(name: string, isCongruent = false): Infix {
  return {
    power: POWER.relation,
    parse: (p: Parser, left: Expr) => {
      p.cursor.next();
      const orEqual = /^[<>]$/.test(name) && p.cursor.take("symbol", "=") !== undefined;
      const right = p.expression(POWER.relation);
      const span = cover(left.span, right.span);
      const congruence = isCongruent ? congruent(left, right, p) : undefined;
      if (congruence) return congruence;
      const sign = orEqual ? `${name}=` : name;
      // a < b < c
      const before = left.data?.bracket ? undefined : left.op === "relation" ? left : left.op === "and" && left.data?.chain ? left.args[1] : undefined;
      if (before)
        return node("and", [left, node("relation", [before.args[1], right], cover(before.args[1].span, right.span), sign)], span, undefined, { chain: true });
      return node("relation", [left, right], span, sign);
    },
  };
}

function truth<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const { A } = ev;
  const [left, right] = e.args;
  if (e.name === "∈") return scalar(member(left, right, ev));
  if (e.name === "∉") return scalar(A.sub(A.number(1), member(left, right, ev)));
  const a = ev.evaluate(left);
  const b = ev.evaluate(right);
  if (a.kind === "element" && b.kind === "element") return scalar(A.equal(A.numbers(a.index), A.numbers(b.index)));
  const x = ev.number(a, left);
  const y = ev.number(b, right);
  const not = (t: typeof x) => A.sub(A.number(1), t);
  switch (e.name) {
    case "=":
      return scalar(A.equal(x, y));
    case "!=":
      return scalar(not(A.equal(x, y)));
    case "<":
      return scalar(A.less(x, y));
    case ">":
      return scalar(A.less(y, x));
    case "<=":
      return scalar(not(A.less(y, x)));
    case ">=":
      return scalar(not(A.less(x, y)));
  }
  throw new NotUnderstood("condition/unknown", `"${e.name}" as a condition`, e.span);
}

/** How near to a whole or a real number a computed value must be to be one: far above rounding, far below chance. */
const NEAR = 1e-11;

function member<T>(left: Expr, set: Expr, ev: Evaluator<T>): T {
  const { A } = ev;
  const not = (t: T) => A.sub(A.number(1), t);
  if (set.op === "set") {
    const [a, b] = set.args.map((part) => member(left, part, ev));
    return set.name === "minus" ? A.mul(a, not(b)) : set.name === "union" ? A.call2("max", a, b) : A.mul(a, b);
  }
  const x = ev.scalar(left);
  if (set.op === "tuple" && set.data?.open === "{" && set.args.some((item) => item.op === "ellipsis")) return progression(x, set, ev);
  if (set.op === "tuple" && set.data?.open === "{") return set.args.map((item) => A.equal(x, ev.scalar(item))).reduce((s, t) => A.call2("max", s, t));
  if (/\{/.test(String(set.data?.bracket ?? ""))) return A.equal(x, ev.scalar(set));
  const re = A.call1("re", x);
  const small = (t: T): T => not(A.less(A.mul(A.number(NEAR), A.add(A.number(1), A.call1("abs", re))), A.call1("abs", t)));
  const real = small(A.call1("im", x));
  const whole = (): T => small(A.sub(re, A.call1("floor", A.add(re, A.number(0.5)))));
  if (set.op === "tuple" && set.args.length === 2) {
    const [a, b] = set.args.map((item) => ev.scalar(item));
    const low = set.data?.open === "[" ? not(A.less(re, a)) : A.less(a, re);
    const high = set.data?.close === "]" ? not(A.less(b, re)) : A.less(re, b);
    return A.mul(real, A.mul(low, high));
  }
  const name = set.op === "indexed" || set.op === "pow" ? (set.op === "pow" ? set.args[0].name : set.name) : set.name;
  const letter = /^\\mathbb\{?([A-Z])/.exec(name ?? "")?.[1];
  if (letter === "C") return A.number(1);
  if (letter === "H") return A.less(A.number(0), A.call1("im", x));
  if (letter === "R") return real;
  const side = halfLine(name ?? "");
  if (side && (letter === "Z" || letter === "R")) {
    const [low, high] = side.rises ? [A.number(side.at), re] : [re, A.number(side.at)];
    const beyond = side.strict ? A.less(low, high) : not(A.less(high, low));
    return A.mul(A.mul(real, beyond), letter === "Z" ? whole() : A.number(1));
  }
  if (letter === "Z" || letter === "N") return A.mul(real, whole());
  if (letter === "P") return A.special("isprime", [x]);
  throw new NotUnderstood("set/unknown", "membership in this set", set.span);
}

/** What stands below a number set, `\mathbb{Z}_{\ge 1}`, `\mathbb{R}_{> 0}`: from where, and which way. */
export function halfLine(name: string): { readonly at: number; readonly rises: boolean; readonly strict: boolean } | undefined {
  const side = /^\\mathbb\{[RZQ]\}_\{\\?(ge|geq|geqslant|le|leq|leqslant|>|<|gt|lt)\s*(-?\d+)\}/.exec(name);
  return side ? { at: Number(side[2]), rises: /^(g|>)/.test(side[1]), strict: !/e/.test(side[1]) } : undefined;
}

/** `\{0, -1, \ldots\}`, `\{1, 2, \ldots, n\}`: the terms of an arithmetic progression. */
function progression<T>(x: T, set: Expr, ev: Evaluator<T>): T {
  const { A } = ev;
  const at = set.args.findIndex((item) => item.op === "ellipsis");
  if (at < 1 || at > 2 || at < set.args.length - 2) throw new NotUnderstood("set/unknown", "membership in this set", set.span);
  const [first, second] = [ev.scalar(set.args[0]), at === 2 ? ev.scalar(set.args[1]) : undefined];
  const step = second === undefined ? A.number(1) : A.sub(second, first);
  const count = A.div(A.sub(x, first), step);
  const real = A.equal(A.call1("im", count), A.number(0));
  const k = A.call1("re", count);
  const whole = A.mul(A.equal(k, A.call1("floor", k)), A.sub(A.number(1), A.less(k, A.number(0))));
  const last = set.args[at + 1] && ev.scalar(set.args[at + 1]);
  const inside = last === undefined ? A.number(1) : A.sub(A.number(1), A.less(A.div(A.sub(last, first), step), k));
  return A.mul(real, A.mul(whole, inside));
}

/** An operand of "and" and "or": a relation or another of them; a wedge between other things is a product of its own kind. */
function statement(e: Expr): Expr {
  if (/^(relation|and|or|otherwise)$/.test(e.op)) return e;
  throw new NotUnderstood("condition/not-a-statement", "a logical sign between things that are no statements", e.span);
}

const logic = (name: string, power: number): Infix => ({
  power,
  parse: (p, left) => {
    p.cursor.next();
    const right = p.expression(power);
    return node(name, [left, right], cover(left.span, right.span));
  },
});

export const conditions: Construct = {
  name: "conditions",
  infix: {
    ...Object.fromEntries(Object.entries(RELATIONS).map(([written, name]) => [written, relation(name, /^(\\equiv|≡)$/.test(written))])),
    // made from a bar below a sum: \sum_{d | n}
    "\\divides": relation("divides"),
    "\\land": logic("and", POWER.and - 3.5),
    "\\wedge": logic("and", POWER.and - 3.5),
    "\\lor": logic("or", POWER.or - 3.5),
    "\\vee": logic("or", POWER.or - 3.5),
  },
  meanings: {
    relation: truth,
    // the indicator of an event is the truth of its statement
    indicator: (e, ev) => scalar(e.args.map((a) => ev.scalar(a)).reduce((a, b) => ev.A.mul(a, b))),
    and: (e, ev) => scalar(ev.A.mul(ev.scalar(statement(e.args[0])), ev.scalar(statement(e.args[1])))),
    or: (e, ev) => scalar(ev.A.call2("max", ev.scalar(statement(e.args[0])), ev.scalar(statement(e.args[1])))),
  },
  print: {
    indicator: { power: POWER.juxtaposed, latex: (e, print) => `\\mathbf{1}_{${e.args.map((a) => print(a)).join(", ")}}` },
    relation: { power: POWER.relation, latex: (e, print) => `${print(e.args[0])} ${RELATION_LATEX[e.name ?? ""] ?? e.name} ${print(e.args[1])}` },
    and: { power: POWER.and, latex: (e, print) => (isRun(e) ? run(e, print) : `${print(e.args[0])} \\land ${print(e.args[1])}`) },
    or: { power: POWER.or, latex: (e, print) => `${print(e.args[0])} \\lor ${print(e.args[1])}` },
  },
  examples: [],
};

/** Whether a conjunction is a run of relations, 0 < x < 1, each with the operand that the one before it ends with. */
const isRun = (e: Expr): boolean => {
  const [before, last] = e.args;
  if (e.data?.chain !== true || last.op !== "relation" || !(before.op === "relation" || (before.op === "and" && isRun(before)))) return false;
  return same((before.op === "relation" ? before : before.args[1]).args[1], last.args[0]);
};

function run(e: Expr, print: (e: Expr, power?: number) => string): string {
  const [before, { name, args }] = e.args;
  return `${print(before)} ${RELATION_LATEX[name ?? ""] ?? name} ${print(args[1])}`;
}

/** How relations are written in LaTeX. */
export const RELATION_LATEX: Readonly<Record<string, string>> = {
  "<=": "\\le",
  ">=": "\\ge",
  "!=": "\\ne",
  "≈": "\\approx",
  "∝": "\\propto",
  "∼": "\\sim",
  "∈": "\\in",
  "∉": "\\notin",
  "→": "\\to",
};
