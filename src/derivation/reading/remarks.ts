/** Remarks between two signs: `= [n_1 = n + l, n_2 = n] =`, `= \left| t = x^2,\ dt = 2x\,dx \right| =`: what is put in, no value of the chain. */
import { closeOf } from "../../latex/groups";
import type { Token } from "../../latex/tokens";
import type { Sign } from "./signs";

/** A chain and the rows of its remarks. */
export interface Remarked {
  readonly operands: readonly (readonly Token[])[];
  readonly signs: readonly Sign[];
  readonly remarks: readonly (readonly Token[])[];
}

/** A chain without its remarks: what stands before one is related to what stands behind it. */
export function withoutRemarks(operands: readonly (readonly Token[])[], signs: readonly Sign[]): Remarked {
  const isLeftOut = operands.map(
    (o, i) => i > 0 && signs[i - 1].relation === "=" && (i === signs.length ? o[0]?.text === "[" : signs[i].relation === "=") && isRemark(o),
  );
  if (!isLeftOut.includes(true)) return { operands, signs, remarks: [] };
  const remarks = operands.filter((_, i) => isLeftOut[i]).flatMap(rowsOf);
  return { operands: operands.filter((_, i) => !isLeftOut[i]), signs: signs.filter((_, i) => !isLeftOut[i + 1]), remarks };
}

/** What stands in the brackets, a row at a time. */
function rowsOf(around: readonly Token[]): Token[][] {
  const operand = around[1]?.kind === "begin" ? around.slice(1, -1) : around;
  const rows: Token[][] = [[]];
  const columns = operand[0].kind === "begin" && operand[1].kind === "open" ? closeOf(operand, 1) : 0;
  for (const t of operand.slice(columns + 1, -1))
    if (t.kind === "row") rows.push([]);
    else if (t.kind !== "begin" && t.kind !== "end" && t.kind !== "cell") rows[rows.length - 1].push(t);
  return rows;
}

const OPEN = /^(\[|\||lbrack|lvert|vert)$/;
const CLOSE = /^(\]|\||rbrack|rvert|vert)$/;

/** Brackets or bars around the whole operand, with several equations in them, or with words. */
function isRemark(operand: readonly Token[]): boolean {
  const tokens = operand.filter((t) => !(t.kind === "symbol" && /^[,.;]$/.test(t.text)) || t !== operand[operand.length - 1]);
  const [first, last] = [tokens[0], tokens[tokens.length - 1]];
  if (tokens.length < 4 || !first || !last) return false;
  if (first.kind === "begin" && last.kind === "end") return /^([bpv]?matrix|smallmatrix)$/.test(first.text) && isWhole(tokens) && hasEquations(tokens);
  return OPEN.test(first.text) && CLOSE.test(last.text) && isWhole(tokens) && hasEquations(tokens.slice(1, -1));
}

/** Whether what the first token opens ends with the last. */
function isWhole(tokens: readonly Token[]): boolean {
  const isBar = /^(\||vert|[lr]vert)$/.test(tokens[0].text);
  let depth = 0;
  for (const [i, t] of tokens.entries()) {
    if (t.kind === "open" || t.kind === "begin" || /^([([]|\{|lbrace|lbrack)$/.test(t.text)) depth++;
    if (t.kind === "close" || t.kind === "end" || /^([)\]]|\}|rbrace|rbrack)$/.test(t.text)) depth--;
    if (i < tokens.length - 1 && ((!isBar && depth === 0) || (isBar && i > 0 && /^(\||vert|[lr]vert)$/.test(t.text)))) return false;
  }
  return depth === 0;
}

/** Equations with a comma, a new row or words between them. */
function hasEquations(tokens: readonly Token[]): boolean {
  const equations = tokens.filter((t) => t.kind === "symbol" && t.text === "=").length;
  const isApart = tokens.some(
    (t) => t.kind === "row" || t.kind === "text" || (t.kind === "symbol" && /^[,;]$/.test(t.text)) || /^(q?quad|implies|Rightarrow|to)$/.test(t.text),
  );
  return equations > 0 && isApart;
}
