/** Superscripts that number things: y^k of the k-th agent, where the document also writes y^k(s) or y^k_t; P_{ij}^1 beside P_{ij}^2. */
import { literally } from "../../base/literally";
import type { Item } from "../../derivation/facts/items";
import { namesOf } from "../../expression/names";
import { type Expr, walk } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const upperIndices: Excuse = (item, { text }) => {
  const coordinate = numberedSide(item, text);
  if (coordinate)
    return unjudged("context/superscript", `Not judged: $${coordinate}^1$ is written elsewhere, so the superscripts of $${coordinate}$ number things.`);
  const first = firstPower(item);
  if (first) return unjudged("context/superscript", `Not judged: nobody writes such a power, so the superscripts of $${first}$ number things.`);
  const powers = powersByIndex(item);
  // h = Σ_i h^i says what h is
  const own = item.left.op === "symbol" && item.link.index === 0 ? powers.find(({ base }) => base === item.left.name) : undefined;
  if (own) return unjudged("context/superscript", `Not judged: the superscripts of $${own.base}$ number parts of it.`);
  const found = powers.find(({ base, index }) => isNumbered(base, index, text));
  return found && unjudged("context/superscript", `Not judged: the superscript of $${found.base}^${found.index}$ numbers things elsewhere, and is no power.`);
};

/** The x of x^2 = y where the document also says what x^1 is. */
function numberedSide({ left, right }: Item, text: string): string | undefined {
  const isPower = (e: Expr): boolean => e.op === "pow" && e.args[0].op === "symbol" && e.args[1].op === "number" && /^\d$/.test(e.args[1].name ?? "");
  const name = [left, right].find(isPower)?.args[0].name;
  return name !== undefined && new RegExp(String.raw`(?<![a-zA-Z\\])${literally(name)}\s*\^\s*\{?\s*1\s*\}?\s*=`).test(text) ? name : undefined;
}

/** The P of P_{ij}^1: a term of general indices to the power of one, or of zero. */
function firstPower({ left, right }: Item): string | undefined {
  let found: string | undefined;
  const isOne = (e: Expr): boolean => e.op === "number" && /^[01]$/.test(e.name ?? "");
  const look = (n: Expr): void => {
    if (n.op === "pow" && n.args[0].op === "indexed" && n.args[0].args.some((a) => a.op !== "number") && isOne(n.args[1])) found ??= n.args[0].name;
  };
  for (const side of [left, right]) walk(side, look);
  return found;
}

interface Powered {
  readonly base: string;
  readonly index: string;
}

/** Letters to the power of a variable of a sum or a product. */
function powersByIndex({ left, right }: Item): Powered[] {
  const { bound } = namesOf(left, right);
  const found: Powered[] = [];
  const isIndex = (e: Expr): boolean => e.op === "symbol" && /^[a-zA-Z]$/.test(e.name ?? "") && bound.has(e.name ?? "");
  const look = (n: Expr): void => {
    if (n.op === "pow" && n.args[0].op === "symbol" && isIndex(n.args[1])) found.push({ base: n.args[0].name ?? "", index: n.args[1].name ?? "" });
  };
  for (const side of [left, right]) walk(side, look);
  return found;
}

/** With an argument or a subscript behind the superscript; the bracket behind a power has a sum in it. */
function isNumbered(base: string, index: string, text: string): boolean {
  const name = literally(base);
  return new RegExp(String.raw`(?<![a-zA-Z\\])${name}\s*\^\s*\{?\s*${index}\s*\}?\s*(_|\(\s*\\?[a-zA-Z]+(_\{?\w+\}?)?\s*\))`).test(text);
}
