/** a = b ≡ c = d: three bars between two equations may say that they are equivalent, and then they equate nothing. */
import { type Excuse, unjudged } from "./excuse";

export const equivalentEquations: Excuse = ({ link }) => {
  const { links } = link.statement;
  const at = links.indexOf(link);
  const isEquation = (i: number): boolean => links[i]?.sign.relation === "=" && !links[i].sign.congruent;
  return link.sign.congruent && !link.sign.modulus && isEquation(at - 1) && isEquation(at + 1)
    ? unjudged("context/notation", "Not judged: three bars between two equations may say that they are equivalent.")
    : undefined;
};
