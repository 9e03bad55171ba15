/** Expressions that were read before: the same tokens under the same reading are parsed once, wherever in a document they have moved to. */
import { digest } from "../../base/digest";
import { Memo } from "../../base/memo";
import { shifted } from "../../base/shifted";
import type { Span } from "../../base/span";
import type { Reading } from "../../expression/parser";
import type { Expr } from "../../expression/tree";
import type { Token } from "../../latex/tokens";

/** Characters of keys that are kept: some thousands of formulas. */
const ROOM = 1_000_000;

/** What is parsed. The parse that was asked for last is kept on it: a map from operands is slower than all else here. */
export interface KeptOperand extends Span {
  readonly tokens: readonly Token[];
  last?: { readonly tokens: readonly Token[]; readonly reading: Reading; readonly e: Expr };
}

interface Kept {
  readonly from: number;
  readonly e: Expr;
}

const known = new Memo<Kept>(ROOM);
const names = new WeakMap<Reading, string>();

const plainly = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value instanceof Map ? [...value] : value);

function nameOf(reading: Reading): string {
  const name = names.get(reading) ?? digest(JSON.stringify(reading, plainly));
  names.set(reading, name);
  return name;
}

/** Kind, text, place and marks of a token, from the beginning of its operand. */
const tokenKey = (t: Token, from: number): string =>
  `${t.kind}${t.text}\u0001${t.from - from}-${t.to - from}${t.spaced ? "s" : ""}${t.side ?? ""}${t.made ? "m" : ""}\u0002`;

function keyOf({ tokens, from, to }: KeptOperand, reading: Reading): string {
  let key = `${to - from}\u0002`;
  for (const t of tokens) key += tokenKey(t, from);
  return key + nameOf(reading);
}

/** What `parse` makes of an operand, or made of it before. */
export function keptOperand(o: KeptOperand, reading: Reading, parse: () => Expr): Expr {
  const { last } = o;
  if (last && last.reading === reading && last.tokens === o.tokens) return last.e;
  const key = keyOf(o, reading);
  const before = known.get(key);
  const e = before ? shifted(before.e, o.from - before.from) : parse();
  if (!before || before.from !== o.from) known.set(key, { from: o.from, e });
  o.last = { tokens: o.tokens, reading, e };
  return e;
}
