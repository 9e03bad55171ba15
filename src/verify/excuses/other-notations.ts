/** What no words claim, and agrees under another reading of its notation: ∇ log p(x) r(x) as a product with r. Claims are read so before. */
import { otherNotations } from "../../derivation/reading/readings";
import { tryPlans } from "../trying/trials";
import type { Excuse } from "./excuse";

export const otherNotation: Excuse = (item, input) => {
  if (item.role === "claim" || item.relation !== "=") return undefined;
  for (const read of otherNotations(item, input.reading, input.environment.facts(item))) {
    const { holding, assumes } = tryPlans(item, { ...input, hasty: true }, [{ ...read, usual: true }]);
    if (holding?.outcome.kind !== "agrees" || assumes !== undefined) continue;
    return holding.outcome.vanishing
      ? { verdict: "given", code: "step/given", message: `Taken as given: nothing speaks against it where ${read.says}.` }
      : { verdict: "holds", basis: "sampled", code: "step/agrees", message: `Holds where ${read.says}.`, reading: [read.says] };
  }
  return undefined;
};
