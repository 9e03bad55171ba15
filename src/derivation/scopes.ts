/** Scopes: what one part of a document takes for granted, another does not; what stands before the parts of a problem holds in all of them. */
import type { Block, Heading } from "../document/blocks";

export interface Scope {
  readonly scope: number;
  /** Of "(a)", the scope of what stands before the first of these parts. */
  readonly within?: number;
}

/** "### Step 2": the solution goes on. */
const isStep = (block: Heading): boolean => block.level < 6 && /^\W*step\s*\d/i.test(block.text);
/** "(a)", "b)", "**2 c.**" at the beginning of a paragraph. */
const isPart = (block: Heading): boolean => block.level === 7 && /^\W*(?:part\s+)?\(?\d{0,2}\s?\(?(?:[a-z]|[ivx]{1,4})\)?\W*$/i.test(block.text);

/** The scope of every block: a heading begins a new one, unless it opens a proof, a solution or a step of one. */
export function scopesOf(blocks: readonly Block[]): Scope[] {
  let scope = 0;
  let base = 0;
  return blocks.map((block) => {
    if (block.kind === "heading" && !/proof|solution|answer|hint|remark/i.test(block.text) && !isStep(block) && block.text.trim() !== "") {
      scope++;
      if (!isPart(block)) base = scope;
    }
    return base === scope ? { scope } : { scope, within: base };
  });
}
