/** Regions that limits of integration describe: ∬_D f dA = ∫_0^1 ∫_0^x f dy dx says what D is, where nothing else does. */
import { type Expr, node, some, symbol, walk } from "../../expression/tree";
import { variablesOf } from "../../notation/calculus/region-integrals";
import { type Definition, plainDefinition } from "./facts";
import type { Item } from "./items";

/** The region that is named on one side of an equation and described on the other. */
export interface DescribedRegion {
  readonly name: string;
  /** The set by its conditions, outermost variable first. */
  readonly set: Expr;
}

/** Undefined where not one integral over a named region stands beside one iterated integral by the same variables. */
export function describedRegion(left: Expr, right: Expr): DescribedRegion | undefined {
  return described(left, right) ?? described(right, left);
}

function described(over: Expr, beside: Expr): DescribedRegion | undefined {
  const regions = all(over, (n) => n.op === "integral-region" || n.op === "integral-over");
  const [region] = regions;
  if (regions.length !== 1 || region.op !== "integral-region" || region.args[1]?.op !== "symbol" || some(beside, (n) => n.op === "integral-region"))
    return undefined;
  const name = region.args[1].name ?? "";
  const by = (region.name ?? "").split(" ");
  if (!by.every((b) => /^[AVxyzuvw]$/.test(b))) return undefined;
  const nests = all(beside, (n) => n.op === "integral").filter((n) => !all(beside, (m) => m.op === "integral" && m !== n).some((m) => some(m, (x) => x === n)));
  if (nests.length !== 1) return undefined;
  const bounds: Expr[] = [];
  for (let at: Expr = nests[0]; at.op === "integral"; at = at.args[0]) bounds.push(at);
  const names = bounds.map((b) => String(b.data?.bound));
  const variables = variablesOf(by);
  if (names.length !== variables.length || !variables.every((v) => names.includes(v)) || bounds.some((b) => b.args.length !== 3)) return undefined;
  const { span } = nests[0];
  const conditions = bounds.map((b, i) => {
    const v = symbol(names[i], span);
    return node("and", [node("relation", [b.args[1], v], span, "<="), node("relation", [v, b.args[2]], span, "<=")], span, undefined, { chain: true });
  });
  const element = node(
    "tuple",
    [...names].sort().map((n) => symbol(n, span)),
    span,
    undefined,
    { open: "(" },
  );
  return { name, set: node("set-of", [element, ...conditions], span) };
}

function all(e: Expr, test: (n: Expr) => boolean): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => void (test(n) && found.push(n)));
  return found;
}

/** What a region is by its description. */
export const regionDefinition = ({ name, set }: DescribedRegion): Definition => ({ ...plainDefinition(name, set), derived: true });

/** The regions of a step that equations before it in its part describe and no formula defines. */
export function regionFacts(item: Item, facts: readonly Item[], items: readonly Item[]): Item[] {
  const found = new Map<string, Item>();
  for (const side of [item.left, item.right])
    walk(side, (n) => {
      const region = n.op === "integral-region" || n.op === "apply" ? n.args[n.args.length - 1] : undefined;
      const name = region?.op === "symbol" ? (region.name ?? "") : "";
      if (!/^[A-Z](_.*|')*$/.test(name) || found.has(name) || facts.some((f) => f.fact?.kind === "definition" && f.fact.name === name)) return;
      const before = items.filter((i) => i.order < item.order && i.scope === item.scope && i.relation === "=");
      for (const i of before.reverse()) {
        const region = describedRegion(i.left, i.right);
        if (region?.name !== name) continue;
        found.set(name, { ...i, fact: regionDefinition(region) });
        break;
      }
    });
  return [...found.values()];
}
