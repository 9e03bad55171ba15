/** Reads macro definitions into a table. */
import { closeOf, readArgument, readOption } from "./groups";
import { type Places, tokenize } from "./lexer";
import type { Token } from "./tokens";

export interface Macro {
  /** What stands between the name and the first argument (`\def\f(#1){..}`), then what ends each argument; empty lists for plain ones. */
  readonly delimiters: readonly (readonly Token[])[];
  /** The value of the first argument if it is left out: then it is written in brackets. */
  readonly optional?: readonly Token[];
  /** Parameters are symbols "#1" to "#9". */
  readonly body: readonly Token[];
  /** A paired delimiter: `\abs{x}`, `\abs*{x}`, `\abs[\big]{x}`. */
  readonly paired?: boolean;
  /** Of a package: a call that lacks its arguments is no problem of the document. */
  readonly known?: boolean;
}

/** Macros by name, without the backslash. */
export type MacroTable = ReadonlyMap<string, Macro>;

/** The macros that texts define, later ones first in rank. A definition that is cut short is passed over. */
export function collectMacros(texts: readonly { readonly text: string; readonly map?: Places }[]): MacroTable {
  const table = new Map<string, Macro>();
  for (const { text, map } of texts) {
    const tokens = tokenize(text, map);
    for (let at = 0; at < tokens.length; ) at = readDefinition(tokens, at, table) ?? at + 1;
  }
  return table;
}

type Reader = (tokens: readonly Token[], at: number, table: Map<string, Macro>) => number | undefined;

/** Enters the definition at `at` into the table and gives the index behind it; undefined if there is none. */
export function readDefinition(tokens: readonly Token[], at: number, table: Map<string, Macro>): number | undefined {
  const token = tokens[at];
  if (token.kind !== "command" || !Object.hasOwn(readers, token.text)) return undefined;
  return readers[token.text](tokens, isStar(tokens[at + 1]) ? at + 2 : at + 1, table);
}

const isStar = (token: Token | undefined): boolean => token?.kind === "symbol" && token.text === "*";

const command =
  (mayReplace: boolean): Reader =>
  (tokens, from, table) => {
    const name = readName(tokens, from);
    if (!name) return undefined;
    const count = readOption(tokens, name.next);
    const optional = count && readOption(tokens, count.next);
    const body = readArgument(tokens, (optional ?? count ?? name).next);
    if (!body) return undefined;
    const arity = Math.min(9, Number(count?.tokens[0]?.text ?? 0) || 0);
    if (mayReplace || !table.has(name.text)) table.set(name.text, { delimiters: plain(arity), optional: optional?.tokens, body: body.tokens });
    return body.next;
  };

/** `\def\f#1#2{..}`, also with what must stand around the parameters. */
const def: Reader = (tokens, from, table) => {
  const name = readName(tokens, from);
  if (!name) return undefined;
  const delimiters: Token[][] = [[]];
  let at = name.next;
  for (; at < tokens.length && tokens[at].kind !== "open"; at++) {
    if (/^#\d$/.test(tokens[at].text)) delimiters.push([]);
    else delimiters[delimiters.length - 1].push(tokens[at]);
    if (at - from > 40) return undefined;
  }
  const body = readArgument(tokens, at);
  if (!body) return undefined;
  table.set(name.text, { delimiters, body: body.tokens });
  return body.next;
};

/** `\let\a\b` and `\let\a=\b`: a copy of the macro as it is now, or another name of a token. */
const alias: Reader = (tokens, from, table) => {
  const name = readName(tokens, from);
  if (!name) return undefined;
  const at = tokens[name.next]?.text === "=" ? name.next + 1 : name.next;
  const target = tokens[at];
  if (!target || target.kind === "open" || target.kind === "close") return undefined;
  const known = target.kind === "command" ? table.get(target.text) : undefined;
  if (target.kind !== "command" || target.text !== name.text) table.set(name.text, known ?? { delimiters: [[]], body: [target] });
  return at + 1;
};

/** `\operatorname{..}` of the text. */
const operator: Reader = (tokens, from, table) => {
  const name = readName(tokens, from);
  const text = name && readArgument(tokens, name.next);
  if (!name || !text) return undefined;
  const place = { from: tokens[from].from, to: tokens[from].to };
  const body: Token[] = [
    { kind: "command", text: "operatorname", ...place },
    { kind: "open", text: "{", ...place },
    ...text.tokens,
    { kind: "close", text: "}", ...place },
  ];
  table.set(name.text, { delimiters: [[]], body });
  return text.next;
};

/** `\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}`. */
const pair: Reader = (tokens, from, table) => {
  const name = readName(tokens, from);
  const left = name && readArgument(tokens, name.next);
  const right = left && readArgument(tokens, left.next);
  if (!name || !left || !right) return undefined;
  const inner: Token = { kind: "symbol", text: "#1", from: tokens[from].from, to: tokens[from].to };
  table.set(name.text, { delimiters: plain(1), body: [...sided(left.tokens, "open"), inner, ...sided(right.tokens, "close")], paired: true });
  return right.next;
};

/** `\DeclarePairedDelimiterX{\inner}[2]{\langle}{\rangle}{#1, #2}`. */
const pairX: Reader = (tokens, from, table) => {
  const name = readName(tokens, from);
  const count = name && readOption(tokens, name.next);
  const left = name && readArgument(tokens, (count ?? name).next);
  const right = left && readArgument(tokens, left.next);
  const body = right && readArgument(tokens, right.next);
  if (!name || !left || !right || !body) return undefined;
  const arity = Math.min(9, Number(count?.tokens[0]?.text ?? 1) || 1);
  table.set(name.text, { delimiters: plain(arity), body: [...sided(left.tokens, "open"), ...body.tokens, ...sided(right.tokens, "close")], paired: true });
  return body.next;
};

const sided = (tokens: readonly Token[], side: "open" | "close"): Token[] => tokens.map((token) => ({ ...token, side }));
const plain = (arity: number): Token[][] => Array.from({ length: arity + 1 }, () => []);

/** `\name` or `{\name}`. */
function readName(tokens: readonly Token[], at: number): { text: string; next: number } | undefined {
  const braced = tokens[at]?.kind === "open";
  const token = tokens[braced ? at + 1 : at];
  if (token?.kind !== "command") return undefined;
  if (!braced) return { text: token.text, next: at + 1 };
  return closeOf(tokens, at) === at + 2 ? { text: token.text, next: at + 3 } : undefined;
}

const readers: Readonly<Record<string, Reader>> = {
  newcommand: command(true),
  renewcommand: command(true),
  DeclareRobustCommand: command(true),
  providecommand: command(false),
  def,
  gdef: def,
  edef: def,
  xdef: def,
  let: alias,
  DeclareMathOperator: operator,
  DeclarePairedDelimiter: pair,
  DeclarePairedDelimiterX: pairX,
};
