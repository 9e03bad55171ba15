/** `| $P(X = x)$ | 0.1 | 0.9 |`: the law of a random name stands in a table, which is not read. */
import { literally } from "../../base/literally";
import { type Expr, some } from "../../expression/tree";
import { type Excuse, unjudged } from "./excuse";

export const lawsInTables: Excuse = ({ left, right }, { text }) => {
  const spoken = new Set<string>();
  const add = (n: Expr): boolean => {
    if (n.op === "symbol" && /^[A-Z]$/.test(n.name ?? "")) spoken.add(n.name ?? "");
    return false;
  };
  for (const side of [left, right]) some(side, (n) => n.op === "statistic" && n.args.some((a) => some(a, add)));
  const isTold = (name: string): boolean => {
    const head = String.raw`(?:\\Pr|\\mathbb\{?P\}?|P|p|f)(?:_\{?${literally(name)}\}?)?\s*(?:\\left)?\(\s*(?:${literally(name)}\s*=\s*)?${literally(name.toLowerCase())}(?:_i)?\s*(?:\\right)?\)`;
    return new RegExp(String.raw`^\s*\|?\s*\$?\s*${head}\s*\$?\s*[|&]`, "m").test(text);
  };
  return [...spoken].some(isTold) ? unjudged("context/table", "Not judged: the distribution stands in a table, which is not read.") : undefined;
};
