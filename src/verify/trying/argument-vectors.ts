/** Arguments of densities that are vectors, as their formulas are products over their entries: z of q(z) = ∏_{j=1}^J N(z_j; μ_j, σ_j²). */
import type { Definition } from "../../derivation/facts/facts";
import { familyNamed } from "../../distributions/index";
import { some, walk } from "../../expression/tree";
import type { ShapeDeclaration } from "../../worlds/shapes/shape-table";

/** What the definitions of a step say of the arguments they are written with; a name that `isSaid` names is declared elsewhere. */
export function argumentVectors(definitions: Iterable<Definition>, isSaid: (name: string) => boolean): ShapeDeclaration[] {
  const found: ShapeDeclaration[] = [];
  for (const { params, body, indexed, patterns } of definitions) {
    if (indexed || patterns || params.length === 0) continue;
    walk(body, (n) => {
      if (
        n.op !== "prod" ||
        !some(n.args[0], (x) => x.op === "apply" && familyNamed(x.name ?? "") !== undefined) ||
        n.args[1].name !== "1" ||
        n.args[2].op !== "symbol"
      )
        return;
      walk(n.args[0], (x) => {
        const isEntry = x.op === "indexed" && x.args.length === 1 && x.args[0].op === "symbol" && x.args[0].name === n.data?.bound;
        if (isEntry && params.includes(x.name ?? "") && !isSaid(x.name ?? "") && !found.some((d) => d.names.includes(x.name ?? "")))
          found.push({ names: [x.name ?? ""], kind: "vector", rows: n.args[2] });
      });
    });
  }
  return found;
}
