/** `x = 0 &\Rightarrow v = u \\ y = 0 &\Rightarrow v = -u`: rows that each suppose something of their own. What one row concludes does not hold in another. */
import type { Item } from "../../derivation/facts/items";
import type { Line } from "../../derivation/reading/chains";
import { mentions } from "../../expression/occurrences";
import { type Excuse, unjudged } from "./excuse";

export const casesOfRows: Excuse = (item, { groups }) => {
  const { statement } = item.link;
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

/** v = 2: what a name is where the row supposes something. */
const isConclusion = ({ left, right, link }: Item): boolean =>
  link.statement.arrow !== undefined && link.statement.links.length === 1 && left.op === "symbol" && !mentions(right, left.name ?? "");
