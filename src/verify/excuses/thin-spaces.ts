/** `W\\,(\\ln x + 1)` where W is a function: a space that is set on purpose parts factors, and no function from its argument. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const PARTED = /^(?:[A-Za-z]|\\[A-Za-z]+)\s*\\[,;:]\s*(?:\\(?:left|big|Big|bigg|Bigg)l?\s*)?[([]/;

export const thinSpaces: Excuse = ({ left, right }, { text }) => {
  const parted = (n: Expr): boolean => n.op === "apply" && PARTED.test(text.slice(n.span.from, n.span.to));
  return [left, right].some((e) => some(e, parted))
    ? unjudged("function/parted", "Not judged: the space before the bracket says that it is a factor, and no argument.")
    : undefined;
};
