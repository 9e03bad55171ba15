/** Links of a chain that ends in a number, x + 2y = x + y + 3z = x + z = 0, of different names: several equations for them, and no identities. */
import { freeNames } from "../../checks/solutions";
import type { Excuse } from "./excuse";

export const partOfSystem: Excuse = ({ left, right, link }) => {
  const { links } = link.statement;
  const last = links[links.length - 1];
  const ends =
    links.length > 1 && link.index < links.length - 1 && links.every((l) => l.sign.relation === "=") && last.right.tokens.every((t) => t.kind === "number");
  if (!ends) return undefined;
  const [before, behind] = [left, right].map((e) => new Set(freeNames([e])));
  // the names of a sum of terms, and no value that was worked out
  const differ = left.op === "add" && right.op === "add" && (before.size !== behind.size || [...before].some((n) => !behind.has(n)));
  return differ ? { verdict: "given", code: "step/given", message: "Taken as given: one of several equations that are set to a number." } : undefined;
};
