/** Ratios: `12 : 18 = 2 : 3` as quotients, `4 : 6 : 10` as several numbers of which only the proportions count. */
import { cover } from "../../base/span";
import { type Infix, POWER } from "../../expression/parser";
import { node } from "../../expression/tree";
import { matrix, scalar } from "../../expression/value";
import type { Token } from "../../latex/tokens";
import type { Construct } from "../construct";

const isColon = (t: Token | undefined): boolean => t?.kind === "symbol" && t.text === ":";
const NUMERIC = /^(frac|dfrac|tfrac|sqrt|cdot|times|pi|%)$/;

/** Whether all that stands in these tokens are numbers, or lone letters of one kind on both sides of every colon. */
function isRatio(tokens: readonly Token[]): boolean {
  const numeric = tokens.every(
    (t) =>
      t.kind === "number" ||
      t.kind === "open" ||
      t.kind === "close" ||
      (t.kind === "symbol" && /^[:+\-*/().]$/.test(t.text)) ||
      (t.kind === "command" && NUMERIC.test(t.text)),
  );
  const letters = tokens.every((t, i) => (i % 2 === 0 ? t.kind === "letter" : isColon(t)));
  const kinds = new Set(tokens.filter((t) => t.kind === "letter").map((t) => /[a-z]/.test(t.text)));
  return numeric || (letters && tokens.length % 2 === 1 && kinds.size === 1);
}

const colon: Infix = {
  power: POWER.add - 2,
  parse: (p, left) => {
    if (p.arguments || !isRatio(p.cursor.tokens)) return undefined;
    p.cursor.next();
    if (!p.startsFactor()) return undefined;
    const right = p.expression(POWER.add - 2);
    const terms = left.op === "ratio" ? left.args : [left];
    return node("ratio", [...terms, right], cover(left.span, right.span));
  },
};

export const ratios: Construct = {
  name: "ratios",
  infix: { ":": colon },
  meanings: {
    ratio: (e, ev) => {
      const [first, ...rest] = e.args.map((arg) => ev.scalar(arg));
      if (rest.length === 1) return scalar(ev.A.div(first, rest[0]));
      return matrix(
        rest.length,
        1,
        rest.map((x) => ev.A.div(x, first)),
        true,
      );
    },
  },
  print: { ratio: { power: POWER.add - 2, latex: (e, print) => e.args.map((a) => print(a, POWER.add)).join(" : ") } },
  examples: [
    { latex: "12 : 18 = 2 : 3", verdict: "holds" },
    { latex: "12 : 18 = 3 : 2", verdict: "fails" },
    { latex: "4 : 6 : 10 = 2 : 3 : 5", verdict: "holds" },
    { latex: "4 : 6 : 10 = 2 : 3 : 6", verdict: "fails" },
    { latex: "12 : 4 = 3", verdict: "holds" },
  ],
};
