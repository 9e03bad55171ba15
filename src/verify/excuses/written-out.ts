/** Names that a document gives matrices of numbers: what is said of them can be worked out. */
import type { ItemGroup } from "../../derivation/facts/items";
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";

export const isWrittenOut = (name: string, groups: readonly ItemGroup[]): boolean =>
  groups.some((g) => g.items.some((i) => i.role === "defines" && i.right.op === "matrix" && name === symbolName(i.left)));

/** Whether all names of an expression are, apart from the imaginary unit. */
export const areWrittenOut = (e: Expr, groups: readonly ItemGroup[]): boolean =>
  e.op === "symbol" || e.op === "indexed" ? e.name === "i" || isWrittenOut(symbolName(e), groups) : e.args.every((a) => areWrittenOut(a, groups));
