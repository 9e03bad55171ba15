/** N(s) × N(s) = 0: where a document speaks of vector products, a cross between names is one, whether or not they are said to be vectors. */
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

const SAID =
  /\b(cross|vector|vectorial) products?\b|\bKreuzprodukte?s?\b|\bVektorprodukte?s?\b|\bproduits? vectoriels?\b|\bproductos? (cruz|vectorial)|\bprodott[oi] vettorial[ei]|\b(bi)?normal vectors?\b|\bbinormal\w*|\bFrenet\b|\bangular momentum\b|\btorques?\b|外积|向量积|叉乘/i;

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed" || e.op === "apply" || (e.op === "derivative" && isName(e.args[0]));
const crosses = (n: Expr): boolean => n.op === "mul" && n.data?.style === "times" && n.args.filter((a) => some(a, isName)).length > 1;

export const crossProducts: Excuse = ({ left, right, relation }, { text }) =>
  relation === "=" && [left, right].some((e) => some(e, crosses)) && SAID.test(text)
    ? unjudged("context/notation", "Not judged: a cross may be a vector product here.")
    : undefined;
