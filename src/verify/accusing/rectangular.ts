/** Inverses and determinants of matrices that the document declares with two different dimensions. */
import { type Expr, some } from "../../expression/tree";
import { plainName } from "../../worlds/shapes/shape-names";

/** A part of an expression that asks for a square matrix and has a rectangular one; and what to say of it. */
export interface NotSquare {
  readonly part: Expr;
  readonly message: string;
}

/** The first inverse, determinant or trace of a declared rectangular matrix or its transpose. */
export function notSquare(e: Expr, rectangular: ReadonlyMap<string, readonly [string, string]>): NotSquare | undefined {
  if (rectangular.size === 0) return undefined;
  let found: NotSquare | undefined;
  some(e, (n) => {
    const inner = isInverse(n) || (n.op === "call" && (n.name === "det" || n.name === "tr")) ? n.args[0] : undefined;
    const bare = inner && (inner.op === "transpose" || inner.op === "adjoint") ? inner.args[0] : inner;
    const name = bare && plainName(bare);
    const size = name ? rectangular.get(name) : undefined;
    if (size)
      found ??= {
        part: n,
        message: `${name} is a ${size[0]}×${size[1]} matrix and need not be square: ${isInverse(n) ? "it has no inverse" : "it has no determinant or trace"} unless ${size[0]} = ${size[1]}`,
      };
    return found !== undefined;
  });
  return found;
}

const isInverse = (n: Expr): boolean => n.op === "pow" && n.args[1].op === "neg" && n.args[1].args[0].op === "number" && n.args[1].args[0].name === "1";
