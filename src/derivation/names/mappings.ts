/** `f : A \to B`: what says from where to where a function goes. */
import type { Token } from "../../latex/tokens";
import type { Link } from "../reading/chains";

const isColon = (t: Token): boolean => (t.kind === "symbol" && t.text === ":") || (t.kind === "command" && t.text === "colon");

/** Whether an arrow leads from the domain of a function to where its values are; the name before the colon may be a formula, `S \circ T`. */
export function isMapping({ left, sign }: Pick<Link, "left" | "sign">): boolean {
  if (sign.relation !== "→" || sign.over) return false;
  const at = left.tokens.findIndex(isColon);
  const name = left.tokens.slice(0, at);
  return at > 0 && at < left.tokens.length - 1 && name.some((t) => t.kind === "letter" || t.kind === "command") && !name.some((t) => t.kind === "number");
}
