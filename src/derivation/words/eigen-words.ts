/** What words say of a vector and a matrix, "$v$ is an eigenvector of $A$ for $\lambda$", "$z$ is in the kernel of $T$": equations, as statements that are no steps. */
import type { Block, Formula } from "../../document/blocks";
import { tokenize } from "../../latex/lexer";
import type { Token } from "../../latex/tokens";
import { type Statement, statementsOf } from "../reading/statements";

/** The words between lone formulas, the last of which stands behind them, and which formula has which part. */
interface Saying {
  readonly words: readonly RegExp[];
  readonly parts: readonly ("matrix" | "vector" | "value")[];
}

const MATRIX = String.raw`(?:the )?(?:(?:square )?matrix|operator|linear (?:map|transformation|operator))?\s*$`;
const PAIRED = String.raw`^[\s,]*(?:for|with|belonging to|corresponding to|associated (?:with|to)|and)\s+(?:(?:the|an|its|some) )?(?:(?:corresponding|associated|real|nonzero|non-zero) )?`;
const BE = String.raw`^\s*(?:is|be|as|denotes?)\s+`;

const SAYINGS: readonly Saying[] = [
  {
    words: [new RegExp(`${BE}an? (?:unit |nonzero |non-zero )?eigenvector (?:of|for) ${MATRIX}`, "i"), new RegExp(`${PAIRED}(?:eigenvalue)?\\s*$`, "i")],
    parts: ["vector", "matrix", "value"],
  },
  {
    words: [new RegExp(`${BE}an? (?:real |nonzero |non-zero )?eigenvalue (?:of|for) ${MATRIX}`, "i"), new RegExp(`${PAIRED}eigenvector\\s*$`, "i")],
    parts: ["value", "matrix", "vector"],
  },
  { words: [new RegExp(`${BE}(?:an? (?:element|vector) )?(?:of|in) the (?:kernel|null ?space) of ${MATRIX}`, "i")], parts: ["vector", "matrix"] },
  { words: [/^[\s,]*(?:lies|belongs)\s+(?:in|to) the (?:kernel|null ?space) of (?:the matrix )?\s*$/i], parts: ["vector", "matrix"] },
];

/** The equations that a lone formula ends, with the words and lone formulas before it; `tokensOf` gives the tokens of a formula that is nothing but a name. */
export function eigenEquations(block: Formula, at: number, blocks: readonly Block[], tokensOf: (block: Block) => readonly Token[] | undefined): Statement[] {
  if (block.display) return [];
  for (const { words, parts } of SAYINGS) {
    const places = parts.map((_, i) => at - 2 * (parts.length - 1 - i));
    const said = words.every((w, i) => {
      const between = blocks[places[i] + 1];
      return between?.kind === "prose" && w.test(between.text);
    });
    const names = said ? places.map((p) => (blocks[p]?.kind === "formula" ? tokensOf(blocks[p]) : undefined)) : [];
    if (!said || names.some((n) => n === undefined || n.length === 0 || n.length > 8)) continue;
    const part = (name: Saying["parts"][number]): readonly Token[] => names[parts.indexOf(name)] ?? [];
    const value = parts.includes("value") ? [...part("value"), ...part("vector")] : tokenize("0");
    const made = [...part("matrix"), ...part("vector"), ...tokenize("="), ...value].map(
      (t): Token => ({ ...t, from: block.span.from, to: block.span.to, made: true }),
    );
    return statementsOf(made).map((s) => ({ ...s, lead: "where", aside: true, hidden: true }));
  }
  return [];
}
