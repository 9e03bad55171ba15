/** Indicators of events, `\mathbf{1}_{X > 0}`, `\mathbb{I}(X = k)`: one where the event happens, zero where not. */
import { type Expr, node, rewrite, some } from "../../expression/tree";

const SIGN = /^(\\(?:mathbf|mathbb|mathds|mathbbm|boldsymbol|mathrm)\{[1I]\}|\\mathbf\{1\}|I|\\chi)$/;
const isEvent = (e: Expr): boolean => /^(relation|set|and|or)$/.test(e.op);

const isIndicator = (n: Expr): boolean => {
  if (n.args.length === 0 || (n.op !== "indexed" && n.op !== "apply" && !(n.op === "statistic" && n.name === "information"))) return false;
  return n.args.every(isEvent) && (n.op === "statistic" || SIGN.test(n.name ?? ""));
};

/** An expression with its indicators as such. */
export const withIndicators = (e: Expr): Expr => (some(e, isIndicator) ? rewrite(e, (n) => (isIndicator(n) ? node("indicator", n.args, n.span) : n)) : e);
