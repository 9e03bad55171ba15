/** `[\omega] = \frac{\text{rad}}{\text{s}} = \text{s}^{-1}`: the unit of what stands in square brackets. Words such as "rad" count for nothing in it. */
import { type Excuse, unjudged } from "./excuse";

export const unitsOfNames: Excuse = ({ link: { statement } }, { text }) => {
  const [first] = statement.links;
  const [open, ...rest] = first?.left.tokens ?? [];
  const isBracketed = open?.text === "[" && rest.length > 0 && rest[rest.length - 1].text === "]" && !rest.some((t) => t.text === "," || t.text === "=");
  const hasWords = /\\(text|mathrm|textrm|rm|unit|si)\b/.test(text.slice(statement.span.from, statement.span.to));
  return isBracketed && hasWords ? unjudged("context/units", "Not judged: it says in which unit something is measured.") : undefined;
};
