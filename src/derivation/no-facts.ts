/** Equations that leave no fact: what words put something else in place of, and a letter for what was made of it before. */
import { mentions } from "../expression/occurrences";
import type { Expr } from "../expression/tree";
import type { Link } from "./chains";

/** "rather than as $y = f(x)$": nothing is so here. */
export const isPutAside = ({ statement: { prose, block } }: Link): boolean =>
  !block.display &&
  /\b(?:rather than|instead of|as opposed to|in contrast to|unlike)(?:\s+(?:as|in|by|with|from|the|of|form|writing|having|using|saying))*\s*$/i.test(prose);

/** "we let C = e^C": a name for what was made of it before, no equation. */
export const isRenaming = ({ statement: { prose }, index }: Link, left: Expr, right: Expr): boolean =>
  index === 0 &&
  left.op === "symbol" &&
  /^[A-Za-z]$/.test(left.name ?? "") &&
  mentions(right, left.name ?? "") &&
  right.op !== "add" &&
  /\b(?:let|set|put|rename|relabel|redefine|write|absorb)\s*$/i.test(prose);
