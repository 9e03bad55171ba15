/** Over what a variable runs whose bounds are not written: the elements of a space, given points, a support, the entries of a vector, counts. */
import type { Range } from "../expression/evaluator";
import { type Expr, some } from "../expression/tree";
import { spaceOf, variablesOf } from "../expression/variables";
import { ownerOf } from "./entry-owners";
import { givenPoints } from "./listed-values";
import type { ModelParts } from "./model-parts";
import { integerRange, supportOf } from "./ranges";

/** The ranges of variables in one scope. */
export class UnwrittenRanges {
  constructor(private readonly parts: ModelParts) {}

  of(name: string, body: Expr): Range | undefined {
    const size = this.parts.families.spaces.get(spaceOf(name));
    if (size !== undefined) return { kind: "elements", space: spaceOf(name), size };
    const points = givenPoints(name, body, this.parts.definitions);
    if (points) return points;
    if (this.isContinuous(name, body)) return supportOf(name, this.parts.sorts);
    const count = this.entries(name, body);
    if (count !== undefined) return { kind: "integers", from: 1, to: count };
    return integerRange(name, body, this.parts.scope, this.parts.sorts);
  }

  /** A variable of a density that the document defines by a formula. */
  private isContinuous(name: string, body: Expr): boolean {
    return (
      this.parts.continuous.has(name) ||
      [body, ...this.parts.scope].some((root) =>
        some(root, (n) => n.op === "apply" && this.parts.definitions.has(n.name ?? "") && (variablesOf(n)?.front.includes(name) ?? false)),
      )
    );
  }

  /** How many values an index takes that numbers the entries of a vector or matrix in an expression. */
  private entries(index: string, body: Expr): number | undefined {
    let count: number | undefined;
    some(body, (n) => {
      if (n.op !== "indexed" && n.op !== "entry") return false;
      const places = n.op === "entry" ? n.args.slice(1) : n.args;
      const at = places.findIndex((a) => a.op === "symbol" && a.name === index);
      const shape = at < 0 ? undefined : this.parts.sorts.of.get(n.op === "entry" ? (n.args[0].name ?? "") : (ownerOf(n, this.parts) ?? ""));
      if (shape?.kind === "matrix") count ??= at === 1 ? shape.cols : shape.rows;
      return false;
    });
    return count;
  }
}
