/** The role of an order, of an approximation or of a proportionality. */
import type { nearestCue } from "../../document/cues";
import { type Expr, some } from "../../expression/tree";
import type { Link } from "../reading/chains";
import { freeSymbols, hasOperator, isDivergence, isLone } from "../reading/targets";
import type { Role } from "./state";

/** "for all t > 0" says for what it is said. */
const FOR_ALL = /\bfor\s+(all|any|every|each)\s*$/i;

/** An order of closed sides claims; a bound of a name by a number is assumed; the words decide the rest. */
export function orderRole(link: Link, left: Expr, right: Expr, said: ReturnType<typeof nearestCue>, premise: boolean): Role {
  // beside another formula the words before that formula do not speak of the bounds of a name
  const cue = link.statement.order > 0 && !/[a-z]/i.test(link.statement.lead) && [left, right].some(isLone) ? undefined : said;
  const free = freeSymbols(left).size + freeSymbols(right).size + [left, right].filter((e) => some(e, (n) => n.op === "symbol" && n.name === "i")).length;
  if (free === 0) return "claim";
  if (link.sign.relation === "!=" && [left, right].every((e) => some(e, (n) => n.op === "statistic"))) return "claim";
  const lone = [left, right].some((e) => e.op === "symbol" || e.op === "indexed") && [left, right].some((e) => freeSymbols(e).size === 0);
  if (lone && (cue !== "claim" || FOR_ALL.test(link.statement.prose)) && !link.statement.arrow) return "given";
  if (link.sign.relation === "!=" && !link.statement.arrow) return "given";
  if (link.sign.relation === "≈" || link.sign.relation === "∝") return "claim";
  if (link.statement.aside || cue === "given" || cue === "define") return "given";
  // "For |x| < 1 we have": what is said is said for such values
  if (!link.statement.block.display && /\b(for|if|when|whenever|where|as long as|provided( that)?)\s*$/i.test(link.statement.prose)) return "given";
  if (premise || left.op === "list") return "given";
  // "x > 0" standing alone sets a domain
  if (
    cue !== "claim" &&
    [
      [left, right],
      [right, left],
    ].some(([a, b]) => isLone(a) && freeSymbols(b).size === 0)
  )
    return "given";
  if (link.statement.block.display && cue === "claim") return "claim";
  // a divergence between distributions has its sign whatever they are
  if ([left, right].some(isDivergence) && [left, right].some((e) => e.op === "number")) return "claim";
  const operators = hasOperator(left) || hasOperator(right);
  return operators && cue === "claim" ? "claim" : "soft";
}
