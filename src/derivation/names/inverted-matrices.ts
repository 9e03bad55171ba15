/** Capitals with an inverse, X^{-1} or (XY)^{-1}, in a paragraph that speaks of matrices: no number is meant. */
import { isMinusOne } from "../../expression/constants";
import type { Reading } from "../../expression/parser";
import { type Expr, walk } from "../../expression/tree";
import { parseOperand, type ReadDocument } from "../reading/chains";

const MATRICES = /\bmatri(x|ces)\b/i;

/** Names with the block in which they first stand so. */
interface Inverted {
  readonly names: readonly string[];
  readonly nodes: readonly Expr[];
  readonly at: number;
}

/** Such names, but for those that words speak of. */
export function invertedMatrices(document: ReadDocument, reading: Reading, spoken: Iterable<string>): Inverted[] {
  const paragraphs = new Set(document.scanned.blocks.flatMap((b) => (b.kind === "prose" && MATRICES.test(b.text) ? [b.paragraph] : [])));
  if (paragraphs.size === 0) return [];
  const told = new Set(spoken);
  const found: Inverted[] = [];
  for (const { block, at, links, alone } of document.lines) {
    // a display is a paragraph behind the words that lead to it
    if (!paragraphs.has(block.paragraph) && !(block.display && paragraphs.has(block.paragraph - 1))) continue;
    const operands = [...links.flatMap((l) => [l.left, l.right]), ...(alone ? [alone] : [])];
    const nodes = operands.flatMap((o) => inverted(parseOperand(o, reading))).filter((n) => !told.has(n.name ?? ""));
    for (const n of nodes) told.add(n.name ?? "");
    const names = [...new Set(nodes.map((n) => n.name ?? ""))];
    if (names.length > 0) found.push({ names, nodes, at });
  }
  return found;
}

function inverted(e: Expr): Expr[] {
  const found: Expr[] = [];
  walk(e, (n) => {
    if (n.op !== "pow" || !isMinusOne(n.args[1])) return;
    const base = n.args[0].op === "mul" ? n.args[0].args : [n.args[0]];
    if (base.every((f) => f.op === "symbol" && /^[A-Z]$/.test(f.name ?? ""))) found.push(...base);
  });
  return found;
}
