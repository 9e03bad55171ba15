/** E[I_A] = P(A): a random name whose index is the event of the other side is its indicator. */
import { symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const indicatorsByIndex: Excuse = ({ left, right }) => {
  const indices = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => {
      if (n.op === "statistic" && n.name === "expectation") for (const a of n.args) walk(a, (x) => void indices.add(indexOf(x) ?? ""));
    });
  const isOf = (n: Expr): boolean => n.op === "statistic" && n.name === "probability" && n.args.some((a) => a.op === "symbol" && indices.has(symbolName(a)));
  if (![left, right].some((e) => some(e, isOf))) return undefined;
  return unjudged("context/indicator", "Not judged: a name with an event for its index may be the indicator of that event.");
};

/** The A of I_A: a capital by itself. */
const indexOf = (e: Expr): string | undefined =>
  /^(symbol|indexed)$/.test(e.op) ? /^(?:[I1X]|\\chi|\\math\w+\{[I1]\})(?:_\{?|\[)([A-Z])[\]}]?$/.exec(symbolName(e))?.[1] : undefined;
