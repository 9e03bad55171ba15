/** "The zero matrix O satisfies O = -O": a letter that words call zero, where the step holds if it is. */
import { namesOf } from "../../expression/names";
import { number, rewrite } from "../../expression/tree";
import { tryPlan } from "../trying/try-plan";
import { type Excuse, unjudged } from "./excuse";

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

const saysZero = (name: string, text: string): boolean =>
  new RegExp(
    String.raw`\b(zero|null|trivial) (matrix|vector|element|map|function|polynomial)[\s,]*(?:is |denoted (?:by )?|called )?[$\\({\s]*${escaped(name)}(?![a-zA-Z])`,
    "i",
  ).test(text);

export const zeroObjects: Excuse = (item, input) => {
  if (item.relation !== "=") return undefined;
  const zeros = new Set([...namesOf(item.left, item.right).symbols].filter((name) => saysZero(name, input.text)));
  if (zeros.size === 0) return undefined;
  const [left, right] = [item.left, item.right].map((e) => rewrite(e, (n) => (n.op === "symbol" && zeros.has(n.name ?? "") ? number("0", n.span) : n)));
  const { outcome } = tryPlan({ ...item, left, right }, { definitions: new Map(), conditions: [], unused: [] }, input);
  return outcome.kind === "agrees" ? unjudged("context/zero", `Not judged: $${[...zeros][0]}$ is called zero here.`) : undefined;
};
