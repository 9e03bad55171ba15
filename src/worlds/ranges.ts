/** Over which integers an index runs when its sum does not say: as another sum of the scope says, or up to a count of the scope. Names that index the same thing run over the same. */
import type { Range } from "../expression/evaluator";
import { type Expr, some, symbol, walk } from "../expression/tree";
import { REALS } from "./draws";
import type { Sorts } from "./sorts";

/** The integers that an index of a body runs over; undefined where neither a sum nor a count says. */
export function integerRange(name: string, body: Expr, scope: readonly Expr[], sorts: Sorts): Range | undefined {
  const alike = companions(name, [...scope, body]);
  const said = bounds(name, scope) ?? [...alike].map((other) => bounds(other, scope)).find((b) => b !== undefined);
  if (said) return { kind: "integers", from: said.from, to: said.to };
  const indexes = some(body, (n) => n.op === "indexed" && n.args.some((a) => a.name === name));
  if (!indexes && !some(body, (n) => n.op === "where" && n.args[1].args.some((a) => a.name === name))) return undefined;
  const count = ["n", "N", "m", "M", "K", "k", "d", "D"].find((c) => !alike.has(c) && sorts.of.get(c)?.kind === "integer");
  if (count) return { kind: "integers", from: 1, to: { op: "symbol", args: [], span: body.span, name: count } };
  const size = 3 + ([...alike].sort()[0].charCodeAt(0) % 2);
  return { kind: "integers", from: 1, to: size };
}

/** The index names that stand where `name` stands: at the same place of the same base, or beside it in a condition. */
function companions(name: string, scope: readonly Expr[]): ReadonlySet<string> {
  const links: string[][] = [];
  for (const e of scope)
    walk(e, (n) => {
      if (n.op === "indexed") n.args.forEach((a, i) => void (a.op === "symbol" && links.push([`${n.name}#${i}`, a.name ?? ""])));
      if (n.op === "where" && n.args[1].args.length === 2 && n.args[1].args.every((a) => a.op === "symbol"))
        links.push(n.args[1].args.map((a) => a.name ?? ""));
    });
  const found = new Set([name]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const link of links)
      if (link.some((x) => found.has(x)) && !link.every((x) => found.has(x))) {
        for (const x of link) found.add(x);
        grown = true;
      }
  }
  return new Set([...found].filter((x) => !x.includes("#")));
}

function bounds(name: string, scope: readonly Expr[]): { from: Expr; to: Expr } | undefined {
  let found: { from: Expr; to: Expr } | undefined;
  for (const e of scope)
    walk(e, (n) => {
      if ((n.op === "sum" || n.op === "prod") && n.data?.bound === name) found ??= { from: n.args[1], to: n.args[2] };
    });
  return found;
}

/** Slack that sorts give to bounds with equality. */
const SLACK = 1e-6;

/**
 * Over what the variable of a distribution runs: an interval or the whole numbers that conditions put it in, else the line; of whole
 * numbers with gaps those that are listed.
 */
export function supportOf(name: string, sorts: Sorts): Range | undefined {
  const sort = sorts.of.get(name);
  const { low, high } = sort?.kind === "real" || sort?.kind === "integer" ? sort.within : REALS;
  if (sort?.kind !== "integer") return { kind: "continuous", from: settled(low), to: settled(high) };
  if (!Number.isFinite(low)) return undefined;
  const [from, to] = [Math.floor(settled(low)) + 1, Number.isFinite(high) ? Math.ceil(settled(high)) - 1 : Number.POSITIVE_INFINITY];
  const list = sorts.filters.find((f) => f.name === "∈" && f.args[0].name === name);
  const dotted = list?.args[1].args.some((a) => a.op === "ellipsis") ?? true;
  if (!dotted && list?.args[1].args.length !== to - from + 1) return list && { kind: "values", values: list.args[1].args };
  return { kind: "integers", from, to: Number.isFinite(to) ? to : symbol("\\infty") };
}

const settled = (x: number): number => (Number.isFinite(x) && Math.abs(x - Math.round(x)) < SLACK ? Math.round(x) : x);
