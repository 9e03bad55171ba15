/** What the text around a step says that a variable tends to: "as $h \\to 0$", "$n \\to \\infty$". */
import { literally } from "../../base/literally";
import type { Approach } from "../../checks/growth";
import type { Item } from "../../derivation/facts/items";

/** How far from a step such words may stand. */
const NEAR = 200;
/** A limit at infinity of another formula, which may put 1/x into the expansions that it uses. */
const FAR_LIMITS = /\\lim\s*_\s*\{[^{}]*\\infty\s*\}/g;

export const limitsSaid =
  ({ link }: Item, text: string) =>
  (variable: string): Approach["to"] | undefined => {
    const around = [text.slice(Math.max(0, link.left.from - NEAR), link.left.from), text.slice(link.right.to, link.right.to + NEAR)];
    const said = `${around[0].replace(FAR_LIMITS, "")}${text.slice(link.left.from, link.right.to)}${around[1].replace(FAR_LIMITS, "")}`;
    const name = literally(variable);
    // the index of x_n \to 0 is no variable that tends to 0
    const found = new RegExp(`(?<![a-zA-Z_\\\\])${name}\\s*\\\\(?:to|rightarrow|longrightarrow)\\s*(\\+?\\s*\\\\infty|-?\\d+(?![\\d./]))`).exec(said)?.[1];
    return found === undefined ? undefined : found.includes("infty") ? "infinity" : Number(found);
  };
