/** Scopes: what one part of a document takes for granted, another does not; what stands before the parts of a problem holds in all of them. */
import type { Block, Heading } from "../../document/blocks";

export interface Scope {
  readonly scope: number;
  /** Of "(a)", the scope of what stands before the first of these parts. */
  readonly within?: number;
  /** The scopes of the headings that it stands under, and of what stands before all headings: what they bring in is meant below them. */
  readonly above: readonly number[];
}

/** "### Step 2": the solution goes on. */
const isStep = (block: Heading): boolean => block.level < 6 && /^\W*step\s*\d/i.test(block.text);
/** "(a)", "b)", "**2 c.**" at the beginning of a paragraph. */
const isPart = (block: Heading): boolean => block.level === 7 && /^\W*(?:part\s+)?\(?\d{0,2}\s?\(?(?:[a-z]|[ivx]{1,4})\)?\W*$/i.test(block.text);

/** The scope of every block: a heading begins a new one, unless it opens a proof, a solution or a step of one. */
export function scopesOf(blocks: readonly Block[]): Scope[] {
  let scope = 0;
  let base = 0;
  const open: { readonly level: number; readonly scope: number }[] = [];
  let above: readonly number[] = [0];
  return blocks.map((block) => {
    if (block.kind === "heading" && !/proof|solution|answer|hint|remark/i.test(block.text) && !isStep(block) && block.text.trim() !== "") {
      scope++;
      if (!isPart(block)) base = scope;
      while (open.length > 0 && open[open.length - 1].level >= block.level) open.pop();
      above = [0, ...open.map((o) => o.scope)];
      open.push({ level: block.level, scope });
    }
    return base === scope ? { scope, above } : { scope, within: base, above };
  });
}
