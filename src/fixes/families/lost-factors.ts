/** A factor that was lost under a sum or an integral, and that stands elsewhere in the step: Σ (y_i - w x_i) for Σ x_i (y_i - w x_i), ∫ f(z) dz for ∫ q(z) f(z) dz. */
import type { Token } from "../../latex/tokens";
import type { Layout } from "../layout";
import type { PlainFamily } from "../search";
import { candidate, cut, type Fragment, join } from "../site";

/** An operator, and the letter that it runs over where that is written below it. */
const OPERATOR = /^(sum|int)$/;
const MOST = 8;
const LONGEST = 14;

export const lostFactors: PlainFamily = function* ({ site }) {
  const { layout, tokens } = site;
  const units = varyingUnits([...site.materials, layout], site.text);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i].kind !== "command" || !OPERATOR.test(tokens[i].text) || tokens[i].made) continue;
    const at = behindScripts(layout, i);
    if (at >= tokens.length) continue;
    const over = indexOf(layout, i);
    for (const unit of units)
      if (over === undefined ? unit.applied : unit.letters.has(over))
        yield candidate(
          site,
          at,
          at,
          join(" ", unit.fragment, " "),
          `Multiply by $${unit.fragment.text}$ ${tokens[i].text === "sum" ? "under the sum" : "under the integral"}`,
          2,
        );
  }
};

interface Unit {
  readonly fragment: Fragment;
  readonly letters: ReadonlySet<string>;
  readonly applied: boolean;
}

/** Names with a subscript and functions of an argument, each once. */
function varyingUnits(layouts: readonly Layout[], text: string): Unit[] {
  const found = new Map<string, Unit>();
  for (const layout of layouts)
    for (let i = 0; i < layout.tokens.length && found.size < MOST; i++) {
      const { tokens } = layout;
      if (layout.place[i] !== "base" || !isName(tokens[i])) continue;
      const named = tokens[i + 1]?.kind === "sub" ? behind(layout, i + 2) : i + 1;
      const isApplied = tokens[named]?.text === "(" && !tokens[named].spaced;
      // y_i of y_i(w x_i + b) may be a factor
      const ends = [...(isApplied ? [(layout.close.get(named) ?? named) + 1] : []), ...(isApplied && named === i + 1 ? [] : [named])];
      for (const end of ends) {
        if (end === i + 1 || end - i > LONGEST || tokens[end]?.kind === "sup") continue;
        const run = tokens.slice(i, end);
        const letters = new Set(
          run
            .slice(1)
            .filter(isName)
            .map((t) => t.text),
        );
        const key = run.map((t) => t.text).join(" ");
        if (!found.has(key)) found.set(key, { fragment: cut(tokens, i, end, text), letters, applied: end !== named });
      }
    }
  return [...found.values()];
}

const isName = (t: Token): boolean => t.kind === "letter" && !/^[de]$/.test(t.text);

const behind = (layout: Layout, at: number): number => (layout.tokens[at]?.kind === "open" ? (layout.close.get(at) ?? at) + 1 : at + 1);

/** The place behind an operator with its limits. */
function behindScripts(layout: Layout, at: number): number {
  let end = at + 1;
  while (/^(sub|sup)$/.test(layout.tokens[end]?.kind ?? "")) end = behind(layout, end + 1);
  return end;
}

/** The letter that a sum runs over. */
function indexOf(layout: Layout, at: number): string | undefined {
  if (layout.tokens[at].text !== "sum" || layout.tokens[at + 1]?.kind !== "sub") return undefined;
  return layout.tokens.slice(at + 2, behind(layout, at + 2)).find(isName)?.text;
}
