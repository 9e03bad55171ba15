/** The letter e as a name or a function of its own, a residual or an error, where a document defines it. */
import type { Reading } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import { lonelyArguments } from "./name-heads";

/** Marks in a reading that the document gives the letter e a meaning of its own: it stands alone before an equals sign, and names stand behind it. */
export function withResidual(
  reading: Reading,
  sides: readonly { readonly left: readonly Token[]; readonly right: readonly Token[]; readonly relation: string }[],
): Reading {
  const defined = sides.some(
    (s) =>
      s.relation === "=" &&
      s.left.length === 1 &&
      s.left[0].kind === "letter" &&
      s.left[0].text === "e" &&
      s.right.filter((t) => t.kind === "letter" && t.text !== "n").length >= 1 &&
      !s.right.some((t) => /^(lim|sum|exp|infty|ldots|dots|cdots|approx)$/.test(t.text)),
  );
  const applied = sides.some((s) => s.relation === "=" && isResidualFunction(s.left));
  if (applied) return { ...reading, functions: new Set([...reading.functions, "e:name", "\\mathit{e}"]) };
  return defined ? { ...reading, functions: new Set([...reading.functions, "e:name"]) } : reading;
}

/** `e(p)`, a whole side: nobody writes the number e before a name in brackets so. */
const isResidualFunction = (side: readonly Token[]): boolean =>
  side[0]?.kind === "letter" &&
  side[0].text === "e" &&
  side[1]?.text === "(" &&
  side[side.length - 1].text === ")" &&
  side.slice(2, -1).every((t) => t.text !== "(") &&
  lonelyArguments(side, 1);
