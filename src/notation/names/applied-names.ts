/** Names that apply to arguments: f(x), f^2(x), f^{-1}(y). */
import { derivativeName } from "../../expression/derivative-names";
import type { Parser } from "../../expression/parser";
import { type Expr, node } from "../../expression/tree";
import { appliesHere } from "./argument-parentheses";
import { readArguments } from "./arguments";
import { familyName, memberIndices } from "./function-families";
import { type Decorations, spelt } from "./name-marks";

/** A function with its arguments, which stand at the cursor. */
export function application(p: Parser, name: string, marks: Decorations, start: number): Expr | undefined {
  const span = p.cursor.since(start);
  const args = readArguments(p);
  if (!args) return undefined;
  const order = marks.order ?? (marks.primes ? node("number", [], span, String(marks.primes)) : undefined);
  const dotted = derivativeName(name);
  const base = dotted?.dotted ? dotted.base : name;
  const member = args.split === args.args.length ? memberIndices(base, marks, p.reading.functions) : undefined;
  if (member) {
    const steep = dotted?.dotted ? node("number", [], span, String(dotted.order)) : order;
    const data = { split: args.split + member.length, indices: 0, family: member.length, order: steep !== undefined };
    const all = [...args.args, ...member, ...(steep ? [steep] : [])];
    return node("apply", all, p.cursor.since(start), familyName(base, member.length), { ...data, bracket: args.bracket, bound: args.separators });
  }
  // p_0 and p_\\theta are names of their own; f_n(x) is a sequence of functions
  const sequence = marks.indices.length > 0 && marks.indices.every((i) => (i.op === "symbol" && /^[ijklmn]$/.test(i.name ?? "")) || i.op === "add");
  const label = sequence || marks.indices.length === 0 ? "" : `_{${marks.indices.map(spelt).join(",")}}`;
  const indices = sequence ? marks.indices : [];
  return node("apply", [...args.args, ...indices, ...(order ? [order] : [])], p.cursor.since(start), `${name}${label}${marks.label}${marks.marks}`, {
    split: args.split,
    indices: indices.length,
    order: order !== undefined,
    bracket: args.bracket,
    bound: args.separators,
  });
}

/** `f^2(x)`: the power of the value, as of `\\sin^2 x`; f(f(x)) where powers of functions are iterates. */
export function powerOfValue(p: Parser, name: string, marks: Decorations, symbol: Expr, start: number): Expr | undefined {
  const [sup, power, open] = [p.cursor.peek(), p.cursor.peek(1), p.cursor.peek(2)];
  if (sup?.kind !== "sup" || power?.kind !== "number" || !/^[2-9]$/.test(power.text) || open?.kind !== "symbol" || open.text !== "(") return undefined;
  const before = p.cursor.position;
  p.cursor.seek(before + 2);
  const e = marks.order || !appliesHere(p, name, marks, symbol) ? undefined : application(p, name, marks, start);
  const plain = e?.args.length === 1 && /^(symbol|number|indexed)$/.test(e.args[0].op);
  // y^2(1 + x) is a product where y is a variable, too
  if (!e || (!plain && !ALWAYS.test(name))) {
    p.cursor.seek(before);
    return undefined;
  }
  if (p.reading.functionPower === "iterate" && e.args.length === 1)
    return Array.from({ length: Number(power.text) - 1 }).reduce<Expr>((inner) => ({ ...e, args: [inner] }), e);
  return node("pow", [e, node("number", [], power, power.text)], p.cursor.since(start), undefined, { functionPower: true });
}

/** `f^{-1}(y)`: the value of the inverse function. */
export function inverseValue(p: Parser, name: string, marks: Decorations, symbol: Expr, start: number): Expr | undefined {
  const before = p.cursor.position;
  const [sup, open, minus, one, close] = p.cursor.tokens.slice(before, before + 5);
  if (sup?.kind !== "sup" || open?.kind !== "open" || !/^[-−]$/.test(minus?.text ?? "") || one?.text !== "1" || close?.kind !== "close") return undefined;
  p.cursor.seek(before + 5);
  // "the inverse of s": of any function of the document
  const isInverted = ALWAYS.test(name) || (p.reading.functions.has("^{-1}") && /^(?![ei]$)[a-z]$|^\\[a-z]+$/.test(name));
  const e = marks.order || marks.primes > 0 || !isInverted || !appliesHere(p, name, marks, symbol) ? undefined : application(p, name, marks, start);
  // g^{-1}(ab) of a group
  if (e?.args.length === 1 && (/^[fF]$/.test(name) || /^(symbol|number|indexed|apply)$/.test(e.args[0].op))) return { ...e, name: `${e.name}^{-1}` };
  p.cursor.seek(before);
  return undefined;
}

/** Letters that are functions wherever they stand before a bracket. */
const ALWAYS = /^([fghFG]|\\(phi|varphi|psi|Phi|Psi))$/;
