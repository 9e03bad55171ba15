/** Gauss's theorem for a field of which nothing is known: the flux through a surface is the integral of the divergence if the surface is the boundary. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, same } from "../../expression/tree";
import { print } from "../../notation/print";
import type { Step } from "../report";

const NORMAL = /^(\\hat\{.*[nN].*\}|\\(mathbf|vec|boldsymbol|bm)\{n\}|n)$/;

/** The field and the surface of a flux, ∬_S F·n dS. */
function flux(e: Expr): { field: Expr; over: Expr } | undefined {
  if (e.op !== "integral-region" || e.name !== "S" || !e.args[1]) return undefined;
  const [body, over] = e.args;
  if (body.op !== "mul" || body.args.length !== 2 || body.data?.style !== "cdot" || !NORMAL.test(body.args[1].name ?? "")) return undefined;
  return { field: body.args[0], over };
}

/** The field and the solid of ∭_E ∇·F dV. */
function source(e: Expr): { field: Expr; over: Expr } | undefined {
  if (e.op !== "integral-region" || e.name !== "V" || !e.args[1] || e.args[0].op !== "divergence") return undefined;
  return { field: e.args[0].args[0], over: e.args[1] };
}

/** The verdict of a step that is this theorem and no more; undefined where it is another one. */
export function divergenceTheorem({ left, right, relation }: Item): Pick<Step, "verdict" | "code" | "holdsIf" | "message"> | undefined {
  if (relation !== "=") return undefined;
  const [through, inside] = [flux(left) ?? flux(right), source(left) ?? source(right)];
  if (!through || !inside || !same(through.field, inside.field)) return undefined;
  const holdsIf = `${print(through.over)} = \\partial ${print(inside.over)}`;
  return { verdict: "holds-if", code: "step/holds-if", holdsIf, message: `Holds if $${holdsIf}$ with outward normals, by the divergence theorem.` };
}
