/** Numerals in other bases: `1011_2`, `4321_{7}`. */
import { type Parser, POWER } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { scalar } from "../../expression/value";
import type { Construct } from "../construct";

/** Digits with the base as their subscript; undefined where the digits are none of that base. */
function based(p: Parser, left: Expr): Expr | undefined {
  if (left.op !== "number" || left.data?.braced || !/^\d+$/.test(left.name ?? "")) return undefined;
  const start = p.cursor.position;
  p.cursor.next();
  const base = p.cursor.word();
  if (!/^\d{1,2}$/.test(base) || Number(base) < 2 || Number(base) > 16) return undefined;
  if (![...(left.name as string)].every((digit) => Number(digit) < Number(base))) return undefined;
  return node("numeral", [], { from: left.span.from, to: p.cursor.since(start).to }, `${left.name}_${base}`);
}

const inBase = (name: string): bigint => {
  const [digits, base] = name.split("_");
  return [...digits].reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
};

export const numerals: Construct = {
  name: "numerals",
  infix: { sub: { power: POWER.power + 3, parse: based } },
  meanings: { numeral: (e, ev) => scalar(ev.A.decimal(inBase(e.name ?? "0_2").toString())) },
  print: { numeral: { power: 99, latex: (e) => (e.name ?? "").replace(/_(\d+)$/, "_{$1}") } },
  examples: [
    { latex: "1011_2 = 11", verdict: "holds" },
    { latex: "66_7 + 1_7 = 100_7", verdict: "holds" },
    { latex: "66_{7} + 1_7 = 70_7", verdict: "unchecked" },
    { latex: "101_2 = 6", verdict: "fails" },
  ],
};
