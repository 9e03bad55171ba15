/** The meaning of names: bound ones from the frame, free ones and unknown functions from the model. */
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";
import { NotUnderstood, scalar } from "../../expression/value";
import type { Construct } from "../construct";
import { familyIndices, memberLatex } from "./function-families";

const print = (e: Expr, p: (e: Expr) => string): string => {
  const name = e.name ?? "";
  // the pattern of a dotted subscript takes its indices in
  const dotted = /^(.*)_\{((?:\\circ|\\bullet)+)\}(.*)$/.exec(name);
  if (dotted)
    return `${dotted[1]}_{${fill(
      dotted[2],
      e.args.map((a) => p(a)),
    )}}${dotted[3]}`;
  const at = name.search(/['^]/);
  const sub = `_{${e.args.map((a) => p(a)).join(e.args.every((a) => /^[a-z0-9]$/i.test(a.name ?? "")) ? "" : ",")}}`;
  return at < 0 ? name + sub : name.slice(0, at) + sub + name.slice(at);
};

const fill = (pattern: string, indices: readonly string[]): string => {
  let next = 0;
  return pattern.replace(/\\(circ|bullet)/g, (_, sign) => (sign === "bullet" ? "\\bullet " : `${indices[next++] ?? ""} `)).trim();
};

function applyLatex(e: Expr, p: (e: Expr) => string): string {
  const order = e.data?.order ? e.args[e.args.length - 1] : undefined;
  const family = familyIndices(e);
  const indices = Number(e.data?.indices ?? 0) + family;
  const last = e.args.length - (order ? 1 : 0);
  const args = e.args.slice(0, last - indices);
  const index = e.args.slice(last - indices, last);
  const split = Number(e.data?.split ?? args.length) - family;
  const bar = e.data?.bound === ";" ? "; " : e.data?.bound === "||" ? " \\,\\|\\, " : " \\mid ";
  const inside = split < args.length ? `${args.slice(0, split).map(p).join(", ")}${bar}${args.slice(split).map(p).join(", ")}` : args.map(p).join(", ");
  const primes = order ? (order.op === "number" && Number(order.name) <= 3 ? "'".repeat(Number(order.name)) : `^{(${p(order)})}`) : "";
  if (family > 0) return `${memberLatex(e.name ?? "", index.map(p))}${primes}(${inside})`;
  return `${e.name}${index.length ? `_{${index.map(p).join("")}}` : ""}${primes}(${inside})`;
}

/** A sign of differentiation that stands by itself is no name. */
const lonely = (e: Expr): never => {
  throw new NotUnderstood("differential/alone", `the sign ${e.name} stands by itself`, e.span);
};

export const symbols: Construct = {
  name: "names",
  meanings: {
    number: (e, ev) => scalar(ev.A.decimal(e.name ?? "0")),
    symbol: (e, ev) =>
      (/^\\(partial|nabla)$/.test(e.name ?? "") ? lonely(e) : undefined) ?? ev.frame.find(e.name ?? "") ?? ev.model.symbol(e.name ?? "", ev, e),
    indexed: (e, ev) => ev.frame.find(symbolName(e)) ?? ev.model.indexed(e, ev),
    apply: (e, ev) => ev.model.apply(e, ev),
  },
  print: {
    number: { power: 99, latex: (e) => e.name ?? "" },
    symbol: { power: 99, latex: (e) => e.name ?? "" },
    indexed: { power: 99, latex: print },
    apply: { power: 99, latex: applyLatex },
  },
  examples: [],
};
