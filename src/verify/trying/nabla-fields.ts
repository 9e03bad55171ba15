/** Vector calculus of fields of which nothing is known: ∇×(∇×E) = ∇(∇·E) - ∇²E for any E(x, y, z, t), the operators written out in coordinates. */
import type { Plan } from "../../derivation/plans/plan";
import { namesOf } from "../../expression/names";
import { type Expr, node, number, rewrite, some, symbol, walk } from "../../expression/tree";
import { functionNamed } from "../../latex/made-names";
import { AXES, isByAxes } from "../../notation/calculus/vector-calculus";

const VECTOR = /^\\(mathbf|vec|overrightarrow)\{[a-zA-Z]\}(_.*)?$/;
const SCALAR = /^([fghuvwpFGHPQRTUVW]|\\(phi|varphi|psi|Phi|Psi|rho))$/;
const OPERATOR = /^(gradient|divergence|curl|hessian)$/;

/** ∂E/∂t of a bold E. */
const isOfVector = (n: Expr): boolean => n.op === "derivative" && n.data?.partial === true && n.args[0].op === "symbol" && VECTOR.test(n.args[0].name ?? "");

/** The sides with their fields as functions of the coordinates (and of the time where something is differentiated by it); undefined where no such operator stands in them. */
export function inCoordinates(left: Expr, right: Expr, plan: Plan): { left: Expr; right: Expr; says: string } | undefined {
  const sides = [left, right];
  if (!sides.some((e) => some(e, (n) => isByAxes(n) || isOfVector(n))) || sides.some((e) => some(e, (n) => OPERATOR.test(n.op) && n.args.length > 1)))
    return undefined;
  // \nabla f(1, 2) is taken before the point is put in
  if (sides.some((e) => some(e, (n) => OPERATOR.test(n.op) && n.args[0].op === "apply" && namesOf(n.args[0]).symbols.size === 0))) return undefined;
  const under = new Set<string>();
  for (const side of sides) walk(side, (n) => void (isByAxes(n) && [...namesOf(n.args[0]).symbols].map((name) => under.add(name))));
  const names = namesOf(left, right).symbols;
  const open = (name: string): boolean => !plan.definitions.has(name);
  const vectors = new Set([...names].filter((n) => VECTOR.test(n) && open(n)));
  for (const side of sides)
    walk(side, (n) => void (/^(divergence|curl)$/.test(n.op) && n.args[0].op === "symbol" && open(n.args[0].name ?? "") && vectors.add(n.args[0].name ?? "")));
  const scalars = new Set([...under].filter((n) => SCALAR.test(n) && open(n) && !vectors.has(n)));
  if (vectors.size + scalars.size === 0 || vectors.size + scalars.size > 4) return undefined;
  const timed = sides.some((e) => some(e, (n) => n.op === "derivative" && n.args[1].name === "t"));
  const variables = [...AXES, ...(timed ? ["t"] : [])].map((v) => symbol(v));
  const applied = (name: string, e: Expr): Expr =>
    node("apply", variables, e.span, functionNamed(name), { split: variables.length, indices: 0, order: false, bracket: "(", bound: "" });
  const component = (name: string, i: number): string => `${name}${AXES[i]}`;
  const fields = (e: Expr): Expr =>
    rewrite(e, (n) => {
      if (n.op !== "symbol") return n;
      if (vectors.has(n.name ?? ""))
        return node(
          "tuple",
          AXES.map((_, i) => applied(component(n.name ?? "", i), n)),
          n.span,
        );
      return scalars.has(n.name ?? "") ? applied(n.name ?? "", n) : n;
    });
  const list = [...vectors, ...scalars].map((n) => `$${n}$`).join(", ");
  const says = `${list} ${vectors.size + scalars.size > 1 ? "are fields" : "is a field"} in space`;
  return { left: writtenOut(fields(left)), right: writtenOut(fields(right)), says };
}

/** The operators as derivatives by x, y and z. */
const writtenOut = (e: Expr): Expr =>
  rewrite(e, (n) => {
    if (!isByAxes(n)) return n;
    const by = (of: Expr, i: number): Expr => node("derivative", [of, symbol(AXES[i], n.span)], n.span, undefined, { partial: false });
    const part = (i: number, k: number): Expr => node("entry", [by(n.args[0], i), number(k + 1)], n.span);
    const turn = (i: number, k: number): Expr => node("add", [part(i, k), node("neg", [part(k, i)], n.span)], n.span);
    if (n.op === "gradient")
      return node(
        "tuple",
        AXES.map((_, i) => by(n.args[0], i)),
        n.span,
      );
    if (n.op === "divergence")
      return node(
        "add",
        AXES.map((_, i) => part(i, i)),
        n.span,
      );
    if (n.op === "curl") return node("tuple", [turn(1, 2), turn(2, 0), turn(0, 1)], n.span);
    return node(
      "add",
      AXES.map((_, i) => by(by(n.args[0], i), i)),
      n.span,
    );
  });
