/** Doubts about matrices and vectors that the words do not introduce. */
import { allNames } from "../../../derivation/names/all-names";
import { symbolName } from "../../../expression/names";
import { type Expr, some } from "../../../expression/tree";
import { isIdentityName } from "../../../worlds/shapes/shape-names";
import { first, name, type Reason } from "./reason";

/** Matrices and vectors that the words do not introduce: their shapes are guessed, and what else is known of them is not read. */
export const matrices: Reason = (parts, tried, item, input) => {
  const { of } = tried.setting?.bench.model.parts.sorts ?? {};
  const isMatrix = (e: Expr): boolean =>
    (e.op === "symbol" || e.op === "indexed") && (of?.get(symbolName(e))?.kind === "matrix" || of?.get(`${e.name}_{*}`)?.kind === "matrix");
  // x^T A x of names that the document also uses as numbers
  if (first(parts, (e) => e.op === "transpose" && e.data?.plain === "T" && !/^(matrix|tuple)$/.test(e.args[0].op) && !some(e.args[0], isMatrix)))
    return { code: "context/matrix", message: "whether a letter T above a name transposes it is not clear" };
  if (!first(parts, isMatrix)) return undefined;
  const isVector = (e: Expr): boolean =>
    [symbolName(e), `${e.name}_{*}`].some((n) => {
      const sort = of?.get(n);
      return sort?.kind === "matrix" && sort.cols === 1;
    });
  const { definitions, moments } = tried.plan;
  const declared = new Set(input.shapes.scope(item, tried.plan).declarations.flatMap((d) => d.names));
  // J(w) = ‖Xw − y‖²: a function of the document is made of them, and its derivative of nothing else
  const made = new Set(
    isDerived(item.left)
      ? [...definitions.values()].flatMap((d) => (d.params.length > 0 && !d.derived && !d.indexed ? [...allNames([d.body]), ...d.params] : []))
      : [],
  );
  const settled = (n: string): boolean =>
    declared.has(n) || made.has(n) || definitions.has(n) || (moments?.has(n) ?? false) || isIdentityName(n) || (tried.setting?.shapes.units.has(n) ?? false);
  const isOpen = (e: Expr): boolean => isMatrix(e) && !settled(e.name ?? "") && !settled(symbolName(e));
  // where the matrices are introduced, what stands beside them are plain vectors
  const introduced = first(parts, (e) => isMatrix(e) && (declared.has(e.name ?? "") || declared.has(symbolName(e)))) !== undefined;
  const found = first(parts, (e) => isOpen(e) && !(introduced && isVector(e)));
  return found && { code: "context/matrix", message: `of ${name(found)} nothing but a shape is known here` };
};

/** The gradient or the derivative of a function. */
const isDerived = (e: Expr): boolean => /^(gradient|hessian|derivative)$/.test(e.op) && e.args[0].op === "apply";
