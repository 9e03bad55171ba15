/** Names that are operators: ∂_ν of a general index, and, where a text speaks of such, \hat\Pi or a Pauli matrix σ_z. No number refutes what is said of them, unless the text gives their matrices. */
import type { Item } from "../../derivation/facts/items";
import { namesOf, symbolName } from "../../expression/names";
import { type Excuse, unjudged } from "./excuse";
import { isWrittenOut } from "./written-out";

const OPERATORS = /\b(operators?|observables?|commutators?|Hamiltonians?|Pauli|eigenkets?)\b|\\dagger\b|\\ket\b|\\bra\b/;
/** Characters around the formula in which they are spoken of. */
const NEAR = 1500;
const HATTED = /^\\(hat|widehat)\{([A-Z]|\\[A-Z][a-z]+|\\sigma)/;
const PAULI = /^\\sigma_\{?[xyz]\}?$|^\\sigma\[[xyz]\]$/;

export const operatorsByMarks: Excuse = (item, { text, groups }) => {
  if (namesIn(item).some((n) => /^\\partial(?![a-z])/.test(n)))
    return unjudged("context/operator", "Not judged: the derivative with an index is an operator, and no number.");
  const { from, to } = item.link.statement.block.span;
  const marked = namesIn(item).filter((n) => HATTED.test(n) || PAULI.test(n));
  if (marked.every((name) => isWrittenOut(name, groups)) || !OPERATORS.test(text.slice(Math.max(0, from - NEAR), to + NEAR))) return undefined;
  return unjudged("context/operator", "Not judged: what is named here is an operator, and no number.");
};

function namesIn({ left, right }: Item): string[] {
  const names = namesOf(left, right);
  return [...names.symbols, ...[...names.indexed.values()].flat().map(symbolName)];
}
