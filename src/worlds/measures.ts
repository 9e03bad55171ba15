/** The area and the volume of a region by its name, Area(D): the integral of one over it. */
import { type Expr, node, number } from "../expression/tree";

const MEASURES: Readonly<Record<string, "A" | "V">> = { area: "A", vol: "V", volume: "V" };

/** The integral that such a name is; undefined where the name is another one's, or its argument is no single name or set. */
export function measureOf(e: Expr): Expr | undefined {
  const word = /^\\(?:mathrm|text|operatorname)\{\s*([a-zA-Z]+)\s*\}$/.exec(e.name ?? "")?.[1].toLowerCase() ?? "";
  const element = MEASURES[word];
  const [region] = e.args;
  if (!element || e.args.length !== 1 || !/^(symbol|set-of)$/.test(region.op)) return undefined;
  return node("integral-region", [number(1, e.span), region], e.span, element);
}
