/** The argument of a function doubled or halved: sine for the sine of the double angle. */
import type { PlainFamily } from "../search";
import { candidate, cut, join } from "../site";

const FUNCTION = /^(sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|exp)$/;

export const angles: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "command" || !FUNCTION.test(tokens[i].text)) continue;
    let at = i + 1;
    if (tokens[at]?.kind === "sup") at = tokens[at + 1]?.kind === "open" ? (layout.close.get(at + 1) ?? at + 1) + 1 : at + 2;
    const t = tokens[at];
    if (t?.text === "(" && layout.close.has(at)) {
      const end = (layout.close.get(at) ?? at) + 1;
      const inside = cut(tokens, at + 1, end - 1, text);
      yield candidate(site, at, end, join("(2", inside, ")"), `Double the argument $${inside.text.trim()}$`, 1.55);
      yield candidate(site, at, end, join("(\\frac{1}{2}", inside, ")"), `Halve the argument $${inside.text.trim()}$`, 1.55);
    }
    if (!t || !(t.kind === "letter" || (t.kind === "command" && layout.unitEnd(at) === at + 1))) continue;
    yield candidate(site, at, at, join("2", cut(tokens, at, at, text)), `Double the argument ${cut(tokens, at, at + 1, text).text}`, 1.5);
  }
};
