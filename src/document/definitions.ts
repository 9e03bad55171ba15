/** Finds macro definitions in LaTeX and tells where they end. */
import { matchingBrace, skipSpace } from "./braces";
import type { Piece } from "./view";

const definers = /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|DeclareMathOperator|DeclarePairedDelimiterX?|[gex]?def|let)(?![A-Za-z])\*?/g;
const definerHere = new RegExp(definers.source, "y");
const firsts = "rnpDgexdl";
const arguments_: Readonly<Record<string, number>> = { DeclarePairedDelimiter: 3, DeclarePairedDelimiterX: 4 };

/** The definitions in a text, and the text without them. */
export function findDefinitions(text: string): { readonly definitions: readonly Piece[]; readonly rest: string } {
  if (!/def|let|command|Declare/.test(text)) return { definitions: [], rest: text };
  const definitions: Piece[] = [];
  let rest = "";
  let at = 0;
  for (const match of text.matchAll(definers)) {
    if (match.index < at) continue;
    const end = definitionEnd(text, match.index);
    if (end < 0) continue;
    definitions.push([match.index, end]);
    rest += text.slice(at, match.index);
    at = end;
  }
  return { definitions, rest: rest + text.slice(at) };
}

/** The index behind the definition that starts at `at`, or -1 if none is complete there. */
export function definitionEnd(text: string, at: number): number {
  if (!firsts.includes(text[at + 1])) return -1;
  definerHere.lastIndex = at;
  const match = definerHere.exec(text);
  if (!match) return -1;
  const name = match[0].slice(1).replace("*", "");
  const from = skipSpace(text, at + match[0].length);
  if (name === "let") return letEnd(text, from);
  if (name.endsWith("def")) return defEnd(text, from);
  return commandEnd(text, from, arguments_[name] ?? 2);
}

function letEnd(text: string, from: number): number {
  const match = /^\\(?:[A-Za-z@]+|.)\s*=?\s*(?:\\(?:[A-Za-z@]+|.)|\S)/.exec(text.slice(from, from + 200));
  return match ? from + match[0].length : -1;
}

function defEnd(text: string, from: number): number {
  const match = /^\\(?:[A-Za-z@]+|.)[^{}\n]{0,80}(?=\{)/.exec(text.slice(from, from + 200));
  return match ? after(matchingBrace(text, from + match[0].length)) : -1;
}

/** `{\name}` or `\name`, any number of `[..]`, then groups up to `count` in all. */
function commandEnd(text: string, from: number, count: number): number {
  let at = from;
  for (let argument = 0; argument < count; argument++) {
    at = skipSpace(text, at);
    while (argument > 0 && text[at] === "[") {
      const close = text.indexOf("]", at);
      if (close < 0) return -1;
      at = skipSpace(text, close + 1);
    }
    const end = argumentEnd(text, at);
    if (end < 0) return -1;
    at = end;
  }
  return at;
}

function argumentEnd(text: string, at: number): number {
  if (text[at] === "{") return after(matchingBrace(text, at));
  const command = /^\\(?:[A-Za-z@]+|.)/.exec(text.slice(at, at + 100));
  return command ? at + command[0].length : -1;
}

const after = (brace: number): number => (brace < 0 ? -1 : brace + 1);
