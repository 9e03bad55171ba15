/** A formula in constants of nature that is equal to a measured figure, 3H²/(8πG) = 1.9·10⁻²⁹: what the constants are is not said, and no random value is theirs. */
import { symbolName } from "../../expression/names";
import { type Expr, some, walk } from "../../expression/tree";
import { isUnit } from "../../notation/arithmetic/units";
import { type Excuse, unjudged } from "./excuse";

/** Letters of constants that are looked up. */
const OF_NATURE =
  /^(G|h|\\hbar|\\hslash|c|k|k_B|k_e|K|e|q|q_e|q_p|m|m_e|m_p|m_n|N_A|R|R_\\infty|\\epsilon_0|\\varepsilon_0|\\mu_0|\\mu_B|\\sigma|\\alpha|g|a_0|H_0|F)$/;

const isDecimal = (n: Expr): boolean => n.op === "number" && /^\d*\.\d+$/.test(n.name ?? "");
const isPowerOfTen = (n: Expr): boolean => n.op === "pow" && n.args[0].op === "number" && n.args[0].name === "10";

/** 1.9 · 10⁻²⁹, 13.6 eV. */
const isMeasured = (e: Expr): boolean => some(e, isDecimal) && (some(e, isPowerOfTen) || some(e, isUnit));

function namesOf(e: Expr): Set<string> {
  const found = new Set<string>();
  walk(e, (n) => {
    if (n.op === "symbol" || n.op === "indexed") found.add(symbolName(n));
  });
  return found;
}

export const measuredConstants: Excuse = (item, { environment }) => {
  if (!/^[=≈]$/.test(item.relation)) return undefined;
  const isSaid = (name: string): boolean => environment.facts(item).some((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.name === name);
  for (const [formula, figure] of [
    [item.left, item.right],
    [item.right, item.left],
  ]) {
    if (!isMeasured(figure) || some(formula, isDecimal)) continue;
    const there = namesOf(figure);
    const open = [...namesOf(formula)].find((name) => OF_NATURE.test(name) && !there.has(name) && !isSaid(name));
    if (open !== undefined) return unjudged("context/constant", `Not judged: what $${open}$ is, is not said, and the figure was computed from its value.`);
  }
  return undefined;
};
