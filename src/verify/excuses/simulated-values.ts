/** What a simulation or a sample came to, "in a simulation we found E[X] ≈ 1.02": near the value, and not what it is rounded to. */
import { some } from "../../expression/tree";
import { sentenceBefore } from "../trying/case-start";
import { type Excuse, unjudged } from "./excuse";

const SIMULATED =
  /\b(?:simulat\w+|monte carlo|empirical\w*|numerical experiments?|samples? of size|from the sample|in (?:the|our|a) sample|observed|measured)\b/i;

export const simulatedValue: Excuse = (item, input) => {
  if (item.relation !== "≈" || !some(item.left, (n) => n.op === "statistic") || some(item.right, (n) => n.op === "statistic")) return undefined;
  return SIMULATED.test(sentenceBefore(item, input.text))
    ? unjudged("context/simulated", "Not checked: the words say that this value was found by a simulation or from data.")
    : undefined;
};
