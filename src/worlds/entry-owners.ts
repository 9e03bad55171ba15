/** Which vector or matrix an indexed name is an entry of. */
import type { Expr } from "../expression/tree";
import type { ModelParts } from "./model-parts";

/** The name of the vector or matrix of which an indexed name is an entry, by its name alone. */
export function ownerOf(e: Expr, { shapes, sorts, definitions }: ModelParts): string | undefined {
  const name = e.name ?? "";
  const owner = shapes.owners.get(name) ?? name;
  return sorts.of.get(owner)?.kind === "matrix" || (owner !== name && definitions.has(owner)) ? owner : undefined;
}
