/** Values said twice in a row, "S = 165 · 6/11" and below it "S = 9 · 6": the second works out the first. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, same, some, walk } from "../../expression/tree";
import type { Judgement } from "../report";
import type { JudgeInput } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";
import { failing } from "./failing";
import { SLIP } from "./slips";

/** The judgement of a value that stands right below a longer arithmetic expression for the same name, and is another number. */
export function restatedValue(item: Item, input: JudgeInput): Judgement | undefined {
  const { link } = item;
  if (item.relation !== "=" || link.index > 0 || link.continued || item.premise || link.statement.arrow || !isName(item.left) || !isArithmetic(item.right))
    return undefined;
  const at = input.groups.findIndex((g) => g.items.some((i) => i.link === link));
  const before = input.groups[at - 1]?.items;
  if (before?.length !== 1 || !isAbove(before[0], item) || !same(before[0].left, item.left)) return undefined;
  const { right } = before[0];
  if (!isArithmetic(right) || !some(right, (n) => n.op === "mul" || n.op === "add") || numbersIn(item.right) >= numbersIn(right)) return undefined;
  const claim: Item = { ...item, left: right };
  const tried = { ...tryPlan(claim, { definitions: new Map(), conditions: [], unused: [] }, input), item: claim };
  if (tried.outcome.kind !== "differs") return undefined;
  const found = failing(claim, [tried], input, (changed) => agreesUnder(changed, tried, input), undefined, SLIP, true);
  return found.verdict === "fails" ? found : undefined;
}

const isName = (e: Expr): boolean => e.op === "symbol" || e.op === "indexed";

/** Nothing between them but the end of a row or a display. */
function isAbove(before: Item, item: Item): boolean {
  const [a, b] = [before.link.statement, item.link.statement];
  if (a.system || b.system || before.link.continued || before.relation !== "=") return false;
  if (/[a-z]/i.test(b.lead) || (b.row === 0 && /[a-z]/i.test(b.prose))) return false;
  return a.block === b.block ? b.row === a.row + 1 : a.block.display && b.block.display && b.block.paragraph - a.block.paragraph <= 1;
}

/** Whole numbers and fractions, added, multiplied, divided. */
const isArithmetic = (e: Expr): boolean =>
  e.op === "number" ? !(e.name ?? "").includes(".") && e.data?.percent !== true : /^(add|neg|mul|div)$/.test(e.op) && e.args.every(isArithmetic);

function numbersIn(e: Expr): number {
  let count = 0;
  walk(e, (n) => void (n.op === "number" && count++));
  return count;
}
