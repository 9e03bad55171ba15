/** `x = 0 &\Rightarrow v = u \\ y = 0 &\Rightarrow v = -u`: rows that each suppose something of their own. What one row concludes does not hold in another. */
import type { Item } from "../../derivation/facts/items";
import type { Line } from "../../derivation/reading/chains";
import { mentions } from "../../expression/occurrences";
import type { JudgeInput } from "../trying/trial";
import { type Excuse, unjudged } from "./excuse";

export const casesOfRows: Excuse = (item, { groups }) => {
  const { statement } = item.link;
  if (statement.system && statement.links.length === 1)
    return unjudged("context/system", "Not judged: the rows of a system are to hold together, and it may have no solution.");
  if (isOneOfSeveral(item, groups)) return unjudged("context/case", "Not judged: each of these rows holds under a condition of its own.");
  if (!statement.block.display || !isConclusion(item)) return undefined;
  const rows = new Map<number, Line[]>();
  for (const { line } of groups) if (line.block === statement.block) rows.set(line.row, [...(rows.get(line.row) ?? []), line]);
  const isCase = (lines: readonly Line[] | undefined): boolean =>
    lines?.length === 2 && !lines[0].arrow && lines[0].links.length === 1 && !lines[0].links[0].continued && lines[1].arrow?.relation === "⇒";
  const others = [...rows].filter(([row]) => row !== statement.row);
  return isCase(rows.get(statement.row)) && others.some(([, lines]) => isCase(lines))
    ? unjudged("context/case", "Not judged: each of these rows supposes something else, and what follows in one need not hold in another.")
    : undefined;
};

/** `a &\\equiv 1 &\\text{if } …`, `a &\\equiv 2 &\\text{if } …`: one side in several rows, each with a condition behind it. */
function isOneOfSeveral({ link }: Item, groups: JudgeInput["groups"]): boolean {
  const { statement } = link;
  if (!statement.block.display || link.index !== 0 || link.continued) return false;
  const textOf = (l: Line): string => l.links[0]?.left.tokens.map((t) => t.text).join(" ") ?? "";
  const rows = groups.map((g) => g.line).filter((l) => l.block === statement.block && l.links.length > 0);
  const isUnder = (l: Line): boolean => CONDITION.test(l.trail) || rows.some((o) => o.row === l.row && o.order > l.order && CONDITION.test(o.lead));
  const alike = rows.filter((l) => textOf(l) === textOf(statement) && !l.links[0].continued);
  return new Set(alike.map((l) => l.row)).size > 1 && alike.every(isUnder);
}
const CONDITION = /^[\s,(]*(if|when|whenever|for|wenn|falls|für|si|pour|se|per|para|cuando|若|当|如果|при|если)(?![a-z])/i;

/** v = 2: what a name is where the row supposes something. */
const isConclusion = ({ left, right, link }: Item): boolean =>
  link.statement.arrow !== undefined && link.statement.links.length === 1 && left.op === "symbol" && !mentions(right, left.name ?? "");
