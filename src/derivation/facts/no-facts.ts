/** Equations that leave no fact: what words deny or put something else in place of, and a letter for what was made of it before. */
import { mentions } from "../../expression/occurrences";
import type { Expr } from "../../expression/tree";
import type { Link } from "../reading/chains";

/** "rather than as $y = f(x)$": nothing is so here. */
export const isPutAside = ({ statement: { prose, block } }: Link): boolean =>
  !block.display &&
  /\b(?:rather than|instead of|as opposed to|in contrast to|unlike)(?:\s+(?:as|in|by|with|from|the|of|form|writing|having|using|saying))*\s*$/i.test(prose);

/** "The rule is not $(fg)' = f'g'$", "in general we do not have $AB = BA$". */
export const isDenied = ({ statement: { prose } }: Link): boolean =>
  /(?:\b(?:not|never|cannot)|n['’]t)(?:\s+(?:be|have|get|write|equal|imply|mean|true|the case|that|in general|always|simply|just|necessarily))*\s*$|\b(?:false|untrue|wrong|incorrect)\s+that\s*$/i.test(
    prose,
  );

/** "we let C = e^C": a name for what was made of it before, no equation. */
export const isRenaming = ({ statement: { prose }, index, sign }: Link, left: Expr, right: Expr): boolean =>
  index === 0 &&
  // U ∼ U(0, 1)
  sign.relation !== "∼" &&
  left.op === "symbol" &&
  /^[A-Za-z]$/.test(left.name ?? "") &&
  mentions(right, left.name ?? "") &&
  right.op !== "add" &&
  /\b(?:let|set|put|rename|relabel|redefine|write|absorb)\s*$/i.test(prose);
