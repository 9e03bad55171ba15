/** Indicators of events, `\mathbf{1}_{X > 0}`, `\mathbb{I}(X = k)`: one where the event happens, zero where not. */
import { type Expr, node, rewrite } from "../expression/tree";

const SIGN = /^(\\(?:mathbf|mathbb|mathds|mathbbm|boldsymbol|mathrm)\{[1I]\}|\\mathbf\{1\}|I|\\chi)$/;
const isEvent = (e: Expr): boolean => /^(relation|set|and|or)$/.test(e.op);

/** An expression with its indicators as such. */
export const withIndicators = (e: Expr): Expr =>
  rewrite(e, (n) => {
    if ((n.op !== "indexed" && n.op !== "apply" && !(n.op === "statistic" && n.name === "information")) || n.args.length === 0 || !n.args.every(isEvent))
      return n;
    if (n.op !== "statistic" && !SIGN.test(n.name ?? "")) return n;
    return node("indicator", n.args, n.span);
  });
