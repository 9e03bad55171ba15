/** Values that a name has in one case of several that words tell: "k = 0 if none is found, and k = 1 if all are", "Otherwise, k = 2". */
import type { Item } from "../../derivation/items";
import type { Expr } from "../../expression/tree";
import { sentenceBefore } from "../trying/case-start";
import type { Excuse } from "./excuse";
import { behind } from "./sentences";

const isNumber = (e: Expr): boolean => e.op === "number" || (e.op === "neg" && isNumber(e.args[0]));
const isValue = ({ left, right, relation }: Item): boolean => relation === "=" && /^(symbol|indexed)$/.test(left.op) && isNumber(right);

/** The case is told by words, not by a formula that could be used. */
const IF_WORDS = /^[\s,]*(if|when|whenever|unless)\s+[a-z]+\s+[a-z]/i;
const OTHERWISE = /(^|[.;:]\s*|\\[a-z]+\s*|^\s*[-*]\s*)(otherwise|else)[\s,]*$/im;

export const valueOfCase: Excuse = (item, input) => {
  if (item.relation === "!=" && item.link.index === 0 && /\b(such that|with|where)\s*$/i.test(item.link.statement.prose))
    return { verdict: "given", code: "step/given", message: "Taken as given: it tells this case from another." };
  if (!isValue(item) || item.link.statement.block.display) return undefined;
  const isCase = IF_WORDS.test(behind(item, input.text).rest) || OTHERWISE.test(sentenceBefore(item, input.text));
  return isCase ? { verdict: "given", code: "step/given", message: "Taken as given: the value in one of several cases." } : undefined;
};
