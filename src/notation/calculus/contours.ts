/** Integrals around circles, `\oint_{|z - a| = r} f(z) \, dz`, counterclockwise: over the angle. */
import { hasSymbol } from "../../expression/occurrences";
import { type Expr, node, number, some, symbol } from "../../expression/tree";

const ANGLE = "\u0000angle";

/** The integral over the angle; undefined where what stands below is no circle about a point. */
export function contour(body: Expr, name: string, below: Expr, span: Expr["span"]): Expr | undefined {
  if (below.op !== "relation" || below.name !== "=" || below.args[0].op !== "absolute") return undefined;
  const [inside, radius] = [below.args[0].args[0], below.args[1]];
  const centre = centreOf(inside, name);
  if (!centre || hasSymbol(radius, name)) return undefined;
  const turn = node("pow", [symbol("e", span), node("mul", [symbol("i", span), symbol(ANGLE, span)], span)], span);
  const spoke = node("mul", [radius, turn], span);
  const along = node("bind", [body, node("add", [centre, spoke], span)], span, name, { bound: name });
  return node(
    "integral",
    [node("mul", [along, symbol("i", span), spoke], span), number(0, span), node("mul", [number(2), symbol("\\pi", span)], span)],
    span,
    ANGLE,
    { bound: ANGLE },
  );
}

/** a in z - a, -a in z + a, 0 in z. */
function centreOf(e: Expr, name: string): Expr | undefined {
  const isName = (x: Expr): boolean => x.op === "symbol" && x.name === name;
  if (isName(e)) return number(0, e.span);
  if (e.op !== "add" || !isName(e.args[0]) || e.args.slice(1).some((a) => some(a, isName))) return undefined;
  const moved = e.args.slice(1).map((a) => (a.op === "neg" ? a.args[0] : node("neg", [a], a.span)));
  return moved.length === 1 ? moved[0] : node("add", moved, e.span);
}

/** A circle's integral as it was written; undefined for other integrals. */
export function contourLatex(e: Expr, print: (e: Expr, power?: number) => string): string | undefined {
  if (e.name !== ANGLE) return undefined;
  const [along, , spoke] = e.args[0].args;
  const centre = along.args[1].args[0];
  const inside = centre.op === "number" && centre.name === "0" ? along.name : `${along.name} - ${print(centre, 11)}`;
  return `\\oint_{|${inside}| = ${print(spoke.args[0])}} ${print(along.args[0], 20)} \\, d${along.name}`;
}
