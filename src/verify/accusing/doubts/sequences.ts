/** Doubts about the terms of sequences, and the entries of matrices, that words may relate. */

import type { Item } from "../../../derivation/facts/items";
import { WEIGHT } from "../../../derivation/laws/entries";
import { listedLetters } from "../../../derivation/laws/listed-totals";
import { namesOf, symbolName } from "../../../expression/names";
import { walk } from "../../../expression/tree";
import { isIdentityName } from "../../../worlds/shapes/shape-names";
import type { Tried } from "../../trying/trial";
import { isOfAnySequence } from "../any-sequence";
import { first, type Reason } from "./reason";

/** Terms of a sequence, x_i, F_{n+1}: what relates them may be said in words. Numbered symbols, x_1, and labels, v_x, are plain symbols. */
export const sequences: Reason = (parts, tried, item, input) => {
  if (isOfAnySequence(item, tried, input)) return undefined;
  const { indices } = tried.setting?.bench.model.parts.sorts ?? {};
  const { definitions } = tried.plan;
  const varied = variedTerms(item);
  const numbered = numberedIndices(item, definitions);
  const listed = listedLetters(item, input.environment.facts(item));
  const found = first(
    parts,
    (e) =>
      e.op === "indexed" &&
      !listed.has(spoken(e.name ?? "")) &&
      !isIdentityName(e.name ?? "") &&
      !varied.has(e.name ?? "") &&
      !definitions.has(e.name ?? "") &&
      !definitions.has(symbolName(e)) &&
      e.args.some((a) => a.op !== "number" && (a.op !== "symbol" || (indices?.has(a.name ?? "") === true && !numbered.has(a.name ?? "")))),
  );
  if (first(parts, (e) => e.op === "entry" && e.args.slice(1).some((a) => a.op !== "number")))
    return { code: "context/sequence", message: "which entries of this matrix vanish or repeat is not said" };
  return found && { code: "context/sequence", message: `what the terms of $${spoken(found.name ?? "")}$ are is not said` };
};

/** A name without the mark of the raw weights that its terms are made of. */
const spoken = (name: string): string => name.replace(WEIGHT, "");

/** Indices of general terms, t of α_t = 1 - β_t, where the step speaks of numbered terms only. */
function numberedIndices({ left, right }: Item, definitions: Tried["plan"]["definitions"]): Set<string> {
  const { indexed, symbols } = namesOf(left, right);
  const found = new Set<string>();
  for (const [base, nodes] of indexed)
    if (nodes.every((n) => n.args.every((a) => a.op === "number")))
      for (const p of definitions.get(base)?.indexed ? (definitions.get(base)?.params ?? []) : []) if (!symbols.has(p)) found.add(p);
  return found;
}

/** Sequences by whose terms a partial derivative is taken: these vary by themselves. */
function variedTerms({ left, right }: Item): Set<string> {
  const found = new Set<string>();
  for (const side of [left, right])
    walk(side, (n) => void (n.op === "derivative" && n.data?.partial && n.args[1].op === "indexed" && found.add(n.args[1].name ?? "")));
  return found;
}
