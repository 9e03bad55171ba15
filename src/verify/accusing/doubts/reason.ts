/** What a reason to doubt is, and what the reasons look for. */
import type { Item } from "../../../derivation/facts/items";
import { symbolName } from "../../../expression/names";
import { type Expr, some } from "../../../expression/tree";
import type { JudgeInput, Tried } from "../../trying/trial";
import type { Loose } from "../refutable";

/** Whether the parts of a differing step leave something open: the code, and what it is, as the end of a sentence. */
export type Reason = (parts: readonly Expr[], tried: Tried, item: Item, input: JudgeInput) => Loose | undefined;

/** The first node of some expressions that a test finds. */
export function first(parts: readonly Expr[], test: (e: Expr) => boolean): Expr | undefined {
  let found: Expr | undefined;
  for (const part of parts) {
    some(part, (e) => {
      if (!found && test(e)) found = e;
      return found !== undefined;
    });
    if (found) return found;
  }
  return undefined;
}

/** The name of a node as messages write it. */
export const name = (e: Expr): string => `$${symbolName(e).replace(/\\?"/g, "")}$`;
