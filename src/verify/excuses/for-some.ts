/** Equations that are said for some value of a name only: "= (b − a) f(ξ) for some ξ in (a, b)", "at some point ξ we have …". */
import { saidOfSome } from "../../derivation/words/said-of-some";
import { namesOf } from "../../expression/names";
import { type Excuse, unjudged } from "./excuse";

/** What may stand between a formula and these words, the end of its display. */
const FOR_SOME = /^(?:[\s,.;$]|\\\]|\\\)|\\end\{\w+\*?\})*(?:for|with)\s+(?:some|a (?:certain|suitable))\s+(?:[a-z-]+\s+){0,3}(?:\$|\\\()\s*(\\?[A-Za-z]+)/;
/** Characters behind a formula in which they are looked for. */
const NEAR = 160;

export const forSome: Excuse = ({ left, right, link }, { text }) => {
  const { block } = link.statement;
  const name = FOR_SOME.exec(text.slice(block.span.to, block.span.to + NEAR))?.[1] ?? saidOfSome(text, block.span.from);
  if (!name || !namesOf(left, right).symbols.has(name)) return undefined;
  return unjudged("context/for-some", `Not checked: it is said for some $${name}$ only, and which is not known.`);
};
