/** The edits of an operand that are one stroke of the pen, whatever they lead to: for others to try. */
import type { Token } from "../latex/tokens";
import { PLAIN } from "./families";
import { type Candidate, siteOf } from "./site";

/** Plain edits up to a cost, cheapest first; `materials` are tokens whose names may be put in. */
export function strokes(tokens: readonly Token[], text: string, materials: readonly (readonly Token[])[], most: number): Candidate[] {
  if (tokens.length === 0 || tokens.length > LONGEST) return [];
  const search = { site: siteOf(tokens, text, materials), wanted: [] };
  const seen = new Set<string>();
  return PLAIN.flatMap((family) => [...family(search)])
    .filter((c) => c !== undefined)
    .filter((c) => c.cost <= most)
    .sort((a, b) => a.cost - b.cost)
    .filter((c) => {
      const key = c.tokens.map((t) => t.text).join(" ");
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST);
}

const LONGEST = 120;
const MOST = 150;
