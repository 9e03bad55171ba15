/** A term that the other side, or the equation that is solved, has beside the rest of a bracket: X^\top X for X^\top X + λI. */
import type { Token } from "../../latex/tokens";
import type { PlainFamily } from "../search";
import { candidate, cut, join } from "../site";

export const restored: PlainFamily = function* ({ site }) {
  const { tokens, layout, text } = site;
  for (const { open, from, to, place, terms } of layout.containers) {
    if (open < 0 || place !== "base" || terms.length !== 1) continue;
    const own = spelled(tokens.slice(from, to));
    for (const other of site.materials)
      for (const whole of other.containers) {
        const isPart = whole.terms.length > 1 && whole.terms.some((t) => spelled(other.tokens.slice(t.from, t.to)) === own);
        if (!isPart || whole.open < 0) continue;
        const run = cut(other.tokens, whole.from, whole.to, text);
        yield candidate(site, from, to, join(run, ""), `Replace $${cut(tokens, from, to, text).text.trim()}$ by $${run.text.trim()}$`, 1.6);
      }
  }
};

/** Tokens without regard to braces around one of them. */
const spelled = (tokens: readonly Token[]): string =>
  tokens
    .filter((t) => t.kind !== "open" && t.kind !== "close")
    .map((t) => t.text)
    .join(" ");
