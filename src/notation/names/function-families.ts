/** Families of functions, f_n(x) = sin(nx): the name of all members, which takes its indices as arguments behind the others. */
import { type Expr, node, symbol } from "../../expression/tree";
import type { Decorations } from "./name-marks";

/** The name of the members of a family by its base letter and the count of its indices; it marks them in a reading, too. */
export const familyName = (base: string, indices: number): string => `${base}_{${"\\bullet".repeat(indices)}}`;

/** The base letter of a family, and its indices put in the place of the dots. */
export const memberLatex = (name: string, indices: readonly string[]): string =>
  name.replace(/_\{(?:\\bullet)+\}$/, `_{${indices.join(indices.every((i) => /^\w$/.test(i)) ? "" : ",")}}`);

/** How many indices of a family stand behind the arguments of an application. */
export const familyIndices = (e: Expr): number => (e.op === "apply" ? Number(e.data?.family ?? 0) : 0);

/** The indices of a member of a family, by what hangs on its letter; undefined where a reading knows no family by the letter. */
export function memberIndices(base: string, { indices, label, marks }: Decorations, known: ReadonlySet<string>): readonly Expr[] | undefined {
  if (marks !== "") return undefined;
  if (label === "" && indices.length > 0 && known.has(familyName(base, indices.length))) return indices;
  if (!known.has(familyName(base, 1))) return undefined;
  // T_{2n} and g_{ab}: a family with one index has their product
  if (label === "" && indices.length > 1) return [node("mul", indices, indices[0].span)];
  const letters = /^_\{([a-z])([a-z])\}$/.exec(label);
  return letters && indices.length === 0 ? [node("mul", [symbol(letters[1]), symbol(letters[2])], symbol("").span)] : undefined;
}
