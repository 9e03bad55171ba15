/** Double signs: ± and ∓, whose upper and lower signs go together throughout a statement. */

import { uniform } from "../../base/random";
import { cover } from "../../base/span";
import type { Evaluator } from "../../expression/evaluator";
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { matrix, scalar, type Value } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";

const OPS: Readonly<Record<string, string>> = { "\\pm": "plus-minus", "±": "plus-minus", "\\mp": "minus-plus", "∓": "minus-plus" };
const opOf = (token: Token): string => OPS[token.kind === "command" ? `\\${token.text}` : token.text] ?? "plus-minus";

function prefix(p: Parser, token: Token): Expr {
  const e = p.expression(POWER.unary - 4);
  return node(opOf(token), [e], cover(token, e.span), opOf(token) === "plus-minus" ? "pm" : "mp");
}

function infix(p: Parser, left: Expr, token: Token): Expr {
  p.cursor.next();
  const e = p.expression(POWER.add);
  const right = node(opOf(token), [e], cover(token, e.span), opOf(token) === "plus-minus" ? "pm" : "mp", { binary: true });
  return node("add", left.op === "add" && !left.data?.braced && !left.data?.bracket ? [...left.args, right] : [left, right], cover(left.span, right.span));
}

/** Every world reads all upper or all lower signs. */
function signed<T>(e: Expr, ev: Evaluator<T>): Value<T> {
  const upper = e.op === "plus-minus" ? 1 : -1;
  const sign = ev.A.numbers(
    Float64Array.from({ length: ev.frame.width }, (_, i) => (uniform("±", ev.frame.world[ev.frame.world.length === 1 ? 0 : i]) < 0.5 ? upper : -upper)),
  );
  const value = ev.evaluate(e.args[0]);
  if (value.kind === "matrix")
    return matrix(
      value.rows,
      value.cols,
      value.items.map((x) => ev.A.mul(sign, x)),
      value.vector,
    );
  return scalar(ev.A.mul(sign, ev.number(value, e)));
}

const sign = { parse: infix, power: POWER.add };
export const doubleSigns: Construct = {
  name: "double signs",
  prefix: { "\\pm": prefix, "±": prefix, "\\mp": prefix, "∓": prefix },
  infix: { "\\pm": sign, "±": sign, "\\mp": sign, "∓": sign },
  meanings: { "plus-minus": signed, "minus-plus": signed },
  print: {
    "plus-minus": { power: POWER.add + 1, latex: (e, print) => `\\pm ${print(e.args[0], POWER.add + 2)}` },
    "minus-plus": { power: POWER.add + 1, latex: (e, print) => `\\mp ${print(e.args[0], POWER.add + 2)}` },
  },
  examples: [
    { latex: "(a \\pm b)^2 = a^2 \\pm 2ab + b^2", verdict: "holds" },
    { latex: "(a \\pm b)^2 = a^2 \\mp 2ab + b^2", verdict: "fails" },
  ],
};
