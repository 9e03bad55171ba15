/** A formula that goes on in another right behind it, "$252 = 2\cdot$$126$": its last sides are no whole sides. */
import { type Excuse, unjudged } from "./excuse";

export const goingOn: Excuse = ({ link }, { text }) => {
  const { block, links } = link.statement;
  const isLast = link.index === links.length - 1;
  const { to } = block.span;
  const isOpen = /(?:[-+*/=.,(]|\\(?:cdot|times|div|pm)|\\[,;: ])\s*$/.test(block.text);
  const goes = !block.display && isLast && isOpen && text[to - 1] === "$" && text[to] === "$" && /[^\s$]/.test(text.slice(to + 1, to + 3));
  return goes ? unjudged("context/goes-on", "Not judged: the formula goes on in the one right behind it.") : undefined;
};
