/** A place for edits: an operand's tokens with their structure, and the one primitive that replaces a run of them. */
import type { Span } from "../base/span";
import { writesCommas } from "../latex/decimal-commas";
import { sourceOf } from "../latex/groups";
import { tokenize } from "../latex/lexer";
import type { Token } from "../latex/tokens";
import { singleDigits } from "./digits";
import { closes, type Layout, layoutOf, type Place } from "./layout";

/** Text with the tokens it stands for. */
export interface Fragment {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface TextEdit extends Span {
  readonly newText: string;
}

/** A changed operand. `cost` orders candidates: small edits that people often need come first. */
export interface Candidate {
  readonly title: string;
  readonly tokens: readonly Token[];
  readonly edits: readonly TextEdit[];
  readonly cost: number;
  /** The part around the edit as it is and as it would be. */
  readonly before: string;
  readonly after: string;
  /** The relation sign that it sets, where it changes the sign. */
  readonly relation?: string;
}

export interface Site {
  readonly tokens: readonly Token[];
  readonly layout: Layout;
  /** The document. */
  readonly text: string;
  /** Tokens of the operand on the other side and of those that follow in the chain: where replacements are taken from. */
  readonly materials: readonly Layout[];
}

export function siteOf(tokens: readonly Token[], text: string, materials: readonly (readonly Token[])[]): Site {
  const single = singleDigits(tokens);
  return { tokens: single, layout: layoutOf(single), text, materials: materials.map((m) => layoutOf(singleDigits(m))) };
}

const SIZING = /\\(?:left|right|middle|[Bb]igg?[lrm]?)\s*$/;

/** The span of tokens [from, to) in the document, sizing commands before delimiters included. */
export function spanOf(tokens: readonly Token[], from: number, to: number, text: string): Span {
  if (from >= to) {
    const at = from < tokens.length ? spanOf(tokens, from, from + 1, text).from : tokens[tokens.length - 1].to;
    return { from: at, to: at };
  }
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let i = from; i < to; i++) {
    const t = tokens[i];
    const sized = t.side && !t.made ? SIZING.exec(text.slice(Math.max(0, t.from - 10), t.from)) : null;
    start = Math.min(start, t.from - (sized ? sized[0].length : 0));
    end = Math.max(end, t.to);
  }
  return { from: start, to: end };
}

/** The run [from, to) of an operand's own or another operand's tokens, with the text it has in the document. */
export function cut(tokens: readonly Token[], from: number, to: number, text: string): Fragment {
  const span = spanOf(tokens, from, to, text);
  return { text: from < to ? plain(text.slice(span.from, span.to)) : "", tokens: tokens.slice(from, to) };
}
/** The source of a fragment on one line, without alignment marks. */
const plain = (source: string): string => (/\\\\[a-zA-Z]/.test(source) ? source.replace(/\\\\/g, "\\") : source).replace(/\s*\n\s*(?:>\s*)?/g, " ");

export const write = (source: string): Fragment => ({ text: source, tokens: tokenize(source) });

/** Joins fragments; a command that ends in letters is kept apart from a letter after it. */
export function join(...parts: readonly (Fragment | string)[]): Fragment {
  const fragments = parts.map((p) => (typeof p === "string" ? write(p) : p)).filter((f) => f.tokens.length > 0 || f.text !== "");
  let text = "";
  for (const f of fragments) text += needsSpace(text, f.text) ? ` ${f.text}` : f.text;
  return { text, tokens: fragments.flatMap((f) => f.tokens) };
}
const needsSpace = (before: string, after: string): boolean => /^[a-zA-Z]/.test(after) && /\\[a-zA-Z]+$/.test(before);

/** The operand with the run [from, to) replaced; undefined where a macro made part of the run, or its text cannot be told from its neighbours'. */
export function replace(site: Site, from: number, to: number, by: Fragment | string): { tokens: readonly Token[]; edits: TextEdit[] } | undefined {
  const { tokens, text } = site;
  if (tokens.length === 0) return undefined;
  const fragment = typeof by === "string" ? write(by) : by;
  const before = tokens[from - 1];
  // a script stands right behind its base
  const isScript = from === to && /^[\^_]/.test(fragment.text) && before !== undefined && !before.made;
  const span = isScript ? { from: before.to, to: before.to } : spanOf(tokens, from, to, text);
  if (!editable(tokens, from, to, span)) return undefined;
  const placed = fragment.tokens.map((t): Token => ({ ...t, from: span.from, to: span.to }));
  let newText = needsSpace(text.slice(Math.max(0, span.from - 30), span.from), fragment.text) ? ` ${fragment.text}` : fragment.text;
  if (
    newText === ""
      ? needsSpace(text.slice(Math.max(0, span.from - 30), span.from), text.slice(span.to, span.to + 1))
      : needsSpace(newText, text.slice(span.to, span.to + 1))
  )
    newText += " ";
  return { tokens: [...tokens.slice(0, from), ...placed, ...tokens.slice(to)], edits: [{ from: span.from, to: span.to, newText: escaped(newText, site) }] };
}

function editable(tokens: readonly Token[], from: number, to: number, span: Span): boolean {
  // nothing is put between two tokens that one call of a macro made
  const [before, after] = [tokens[from - 1], tokens[to]];
  if (before?.made && after?.made && before.from === after.from && before.to === after.to) return false;
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k];
    const inside = k >= from && k < to;
    if (inside && t.made && tokens.some((o, n) => (n < from || n >= to) && o.from < t.to && t.from < o.to)) return false;
    if (!inside && !t.made && t.from < span.to && span.from < t.to) return false;
    if (!inside && from < to && t.from === tokens[from].from && t.to === tokens[from].to) return false;
  }
  return true;
}

/** In a notebook the document is JSON: backslashes and quotes of new text are written as it writes them. */
function escaped(newText: string, site: Site): string {
  const command = site.tokens.find((t) => t.kind === "command" && !t.made && /^[a-zA-Z]/.test(t.text));
  const written = withCommas(newText, site.text);
  return command && site.text.slice(command.from, command.from + 2) === "\\\\" ? JSON.stringify(written).slice(1, -1) : written;
}

/** New decimals as the document writes its own. */
function withCommas(newText: string, text: string): string {
  if (!/\d\.\d/.test(newText)) return newText;
  const commas = writesCommas(text);
  return commas ? newText.replace(/(\d)\.(?=\d)/g, commas === "bare" ? "$1," : "$1{,}") : newText;
}

/** Tokens [from, to). */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Most characters around a change that a message repeats. */
const MOST_SHOWN = 48;

/** What a message shows of the operand around [from, to): the additive term, a factor of it where the term is long, else the change alone. */
export function around(site: Site, from: number, to: number, behind = false): Run {
  const term = termAround(site, from, to, behind, ["base"]);
  if (lengthOf(site, term) <= MOST_SHOWN) return term;
  // of a long product the term of an exponent
  const inner = termAround(site, from, to, behind, ["base", "sup"]);
  if (lengthOf(site, inner) <= MOST_SHOWN) return inner;
  if (from === to) return unitBefore(site, from) ?? { from, to };
  let best: { from: number; to: number } | undefined;
  for (let at = term.from; at <= from; at++) {
    const unit = { from: at, to: site.layout.unitEnd(at) };
    if (site.layout.place[at] !== "base" || unit.to < to || unit.to - at <= to - from) continue;
    if (lengthOf(site, unit) <= MOST_SHOWN && (!best || unit.to - at > best.to - best.from)) best = unit;
  }
  return best ?? withCommand(site, from, to);
}

/** A run of arguments with the command that they are of: the fraction, not its two parts. */
function withCommand({ tokens, layout }: Site, from: number, to: number): Run {
  const isArgument = tokens[from]?.kind === "open" && tokens[from - 1]?.kind === "command" && layout.unitEnd(from - 1) === to;
  return { from: isArgument ? from - 1 : from, to };
}

/** The unit behind which something is put in. */
function unitBefore(site: Site, end: number): { from: number; to: number } | undefined {
  for (let from = end - 1; from >= 0; from--)
    if (
      !closes(site.tokens[from]) &&
      site.layout.place[from] === "base" &&
      site.layout.unitEnd(from) === end &&
      lengthOf(site, { from, to: end }) <= MOST_SHOWN
    )
      return { from, to: end };
  return undefined;
}

const lengthOf = (site: Site, run: { from: number; to: number }): number => cut(site.tokens, run.from, run.to, site.text).text.length;

/** The additive term around [from, to) in the containers of some places; the one before it where something is put behind what stands there. */
function termAround(site: Site, from: number, to: number, behind: boolean, places: readonly Place[]): Run {
  let best = { from: 0, to: site.tokens.length };
  for (const c of site.layout.containers) {
    if (!places.includes(c.place) || c.from > from || c.to < to) continue;
    for (const t of c.terms) {
      const start = t.sign !== undefined && t.sign <= from ? t.sign : t.from;
      const fits = behind ? start < from : start <= from;
      if (fits && t.to >= to && t.to - start < best.to - best.from && t.to - start > to - from) best = { from: start, to: t.to };
    }
  }
  return best;
}

/** Whether the place before token `at` lies within the call of a macro: text cannot be cut there. */
const isInsideCall = (tokens: readonly Token[], at: number): boolean => at < tokens.length && tokens.some((t, i) => i < at && t.made && t.to > tokens[at].from);

/** A candidate from one replacement. */
export function candidate(site: Site, from: number, to: number, by: Fragment | string, title: string, cost: number): Candidate | undefined {
  const made = replace(site, from, to, by);
  if (!made) return undefined;
  const fragment = typeof by === "string" ? write(by) : by;
  const near = around(site, from, to, from === to && /^[\^_]/.test(fragment.text.trim()));
  if ([near.from, from, to, near.to].some((at) => isInsideCall(site.tokens, at))) return { ...made, title, cost, before: "", after: "" };
  const before = legible(cut(site.tokens, near.from, near.to, site.text));
  const after =
    changedSource(site, near, made.edits[0]) ?? legible(join(cut(site.tokens, near.from, from, site.text), fragment, cut(site.tokens, to, near.to, site.text)));
  return { ...made, title: withResult(title, after, fragment.text), cost, before, after };
}

/** The source of a run after an edit within it, with its own spaces; undefined where a macro made part of it. */
function changedSource({ tokens, text }: Site, { from, to }: Run, edit: TextEdit): string | undefined {
  if (from >= to || tokens.slice(from, to).some((t) => t.made)) return undefined;
  const span = spanOf(tokens, from, to, text);
  if (edit.from < span.from || edit.to > span.to) return undefined;
  return plain(text.slice(span.from, edit.from) + edit.newText + text.slice(edit.to, span.to)).replace(/\s+(?=[)\]}])/g, "");
}

/** A candidate that changes the places of two runs of tokens: also of two arguments of a macro, where what stands between them is not in the document. */
export function exchange(
  site: Site,
  first: { from: number; to: number },
  second: { from: number; to: number },
  title: string,
  cost: number,
): Candidate | undefined {
  const { tokens, text } = site;
  const runs = [first, second].map(({ from, to }) => ({ from, to, span: spanOf(tokens, from, to, text), fragment: cut(tokens, from, to, text) }));
  const [a, b] = runs;
  if (a.span.to > b.span.from || runs.some((r) => r.fragment.tokens.some((t) => t.made) || !alone(tokens, r.from, r.to, r.span))) return undefined;
  const put = (fragment: Fragment, span: Span): Token[] => fragment.tokens.map((t) => ({ ...t, from: span.from, to: span.to }));
  const changed = [...tokens.slice(0, a.from), ...put(b.fragment, a.span), ...tokens.slice(a.to, b.from), ...put(a.fragment, b.span), ...tokens.slice(b.to)];
  const edits = [
    { ...a.span, newText: escaped(b.fragment.text, site) },
    { ...b.span, newText: escaped(a.fragment.text, site) },
  ];
  const near = around(site, first.from, second.to);
  const part = (from: number, to: number): Fragment => cut(tokens, from, to, text);
  if (tokens.slice(near.from, near.to).some((t) => t.made)) return { title, tokens: changed, edits, cost, before: "", after: "" };
  const swapped = [b.fragment, " ", part(first.to, second.from), " ", a.fragment];
  const after = legible(join(part(near.from, first.from), ...swapped, part(second.to, near.to)));
  return { title: withResult(title, after, ""), tokens: changed, edits, cost, before: legible(part(near.from, near.to)), after };
}

/** No token of the document outside of the run shares its place. */
const alone = (tokens: readonly Token[], from: number, to: number, span: Span): boolean =>
  tokens.every((t, i) => (i >= from && i < to) || t.made || t.to <= span.from || t.from >= span.to);

/** What a message shows of a fragment: its source, with calls of the document's macros written out. */
const legible = (fragment: Fragment): string => (fragment.tokens.some((t) => t.made) ? sourceOf(fragment.tokens) : fragment.text);

/** A title that says what stands there afterwards, where it does not say it already. */
function withResult(title: string, after: string, put: string): string {
  const result = after.trim();
  const isSaid = result === "" || result === put.trim() || title.includes(result) || /^Replace \$/.test(title);
  return isSaid ? title : `${title}: $${result}$`;
}
