/** Unions, intersections and differences of sets, as conditions on numbers: `z \in \mathbb{C} \setminus (-\infty, 0]`. */
import { cover } from "../../base/span";
import { type Infix, POWER } from "../../expression/parser";
import { node } from "../../expression/tree";
import { NotUnderstood } from "../../expression/value";
import type { Construct } from "../construct";
import { withoutDots } from "./big-sets";

const operation = (name: string, power: number): Infix => ({
  power,
  parse: (p, left) => {
    p.cursor.next();
    const right = p.expression(power);
    return withoutDots(node("set", [left, right], cover(left.span, right.span), name));
  },
});

const SIGNS: Record<string, string> = { minus: "\\setminus", union: "\\cup", intersection: "\\cap" };

export const setOperations: Construct = {
  name: "operations on sets",
  infix: {
    "\\setminus": operation("minus", POWER.add),
    "\\smallsetminus": operation("minus", POWER.add),
    "\\backslash": operation("minus", POWER.add),
    "\\cup": operation("union", POWER.add),
    "\\cap": operation("intersection", POWER.add),
  },
  meanings: {
    set: (e) => {
      throw new NotUnderstood("set/unknown", "a set stands where a number is needed", e.span);
    },
  },
  print: {
    set: {
      power: POWER.add,
      latex: (e, print) => `${print(e.args[0], POWER.add + (e.args[0].name === e.name ? 0 : 1))} ${SIGNS[e.name ?? ""]} ${print(e.args[1], POWER.add + 1)}`,
    },
  },
  examples: [],
};
