/** The structure of an operand's tokens that edits need: groups, scripts, units and additive terms. */
import type { Token } from "../latex/tokens";
import { GRAMMAR } from "../notation/index";

/** What a token is part of, from the inside out. */
export type Place = "base" | "sub" | "sup" | "bound" | "name";

/** An additive term of a container: [from, to) without its sign; `sign` is the index of the + or - before it. */
export interface Term {
  readonly sign?: number;
  readonly from: number;
  readonly to: number;
  /** The sign stands at the very beginning of its container. */
  readonly leading: boolean;
}

/** A run of tokens on one level: the operand itself, the inside of a bracket or of a brace group. */
export interface Container {
  readonly from: number;
  readonly to: number;
  /** Index of the opening token; -1 for the operand. */
  readonly open: number;
  readonly place: Place;
  readonly terms: readonly Term[];
}

export interface Layout {
  readonly tokens: readonly Token[];
  /** The partner of an opening token. */
  readonly close: ReadonlyMap<number, number>;
  readonly place: readonly Place[];
  readonly containers: readonly Container[];
  /** Where the unit that begins at a token ends: a symbol with its scripts, a fraction, a bracket with its power. */
  readonly unitEnd: (at: number) => number;
}

const BIG = /^(int|iint|iiint|oint|sum|prod|lim|limsup|liminf|max|min|sup|inf|arg|bigcup|bigcap)$/;
const NAMING = /^(mathrm|mathbb|mathcal|mathbf|mathsf|mathfrak|mathscr|boldsymbol|bm|operatorname|vec|hat|bar|tilde|overline|mathit|mathtt|pmb)$/;
const ACCENT = /^(hat|widehat|bar|overline|tilde|widetilde|check|breve)$/;
const SEPARATOR = /^(mid|vert|Vert|\||quad|qquad|text|to|le|ge|leq|geq|lt|gt|neq|ne|in|dots|ldots|cdots)$/;

export const opens = (t: Token): boolean =>
  t.kind === "open" ||
  t.kind === "begin" ||
  (t.kind === "symbol" && (t.text === "(" || t.text === "[")) ||
  (t.kind === "command" && /^(\{|lbrace|langle|lfloor|lceil|lvert|lVert|lbrack)$/.test(t.text));
export const closes = (t: Token): boolean =>
  t.kind === "close" ||
  t.kind === "end" ||
  (t.kind === "symbol" && (t.text === ")" || t.text === "]")) ||
  (t.kind === "command" && /^(\}|rbrace|rangle|rfloor|rceil|rvert|rVert|rbrack)$/.test(t.text));
export const isSign = (t: Token | undefined): boolean => t?.kind === "symbol" && (t.text === "+" || t.text === "-");
const separates = (t: Token): boolean =>
  (t.kind === "symbol" && /^[,;|:<>=]$/.test(t.text)) ||
  t.kind === "cell" ||
  t.kind === "row" ||
  t.kind === "text" ||
  (t.kind === "command" && SEPARATOR.test(t.text));

export function layoutOf(tokens: readonly Token[]): Layout {
  const close = partners(tokens);
  const place = placesOf(tokens, close);
  const unitEnd = (at: number): number => endOfUnit(tokens, close, at);
  const containers: Container[] = [container(tokens, close, 0, tokens.length, -1, "base")];
  for (const [open, end] of close) {
    if (tokens[open].kind !== "begin") containers.push(container(tokens, close, open + 1, end, open, place[open + 1] ?? place[open]));
    else for (const [from, to] of cells(tokens, close, open + 1, end)) containers.push(container(tokens, close, from, to, open, "base"));
  }
  return { tokens, close, place, containers, unitEnd };
}

/** The cells of an environment, empty ones left out. */
function cells(tokens: readonly Token[], close: ReadonlyMap<number, number>, from: number, to: number): [number, number][] {
  const found: [number, number][] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const inner = close.get(i);
    if (i < to && inner !== undefined && inner < to) i = inner;
    else if (i === to || tokens[i].kind === "cell" || tokens[i].kind === "row") {
      if (i > start) found.push([start, i]);
      start = i + 1;
    }
  }
  return found;
}

function partners(tokens: readonly Token[]): Map<number, number> {
  const close = new Map<number, number>();
  const stack: number[] = [];
  tokens.forEach((t, i) => {
    if (opens(t)) stack.push(i);
    else if (closes(t) && stack.length) {
      // a brace closes every bracket that was left open inside it
      let at = stack.pop() as number;
      while (t.kind === "close" && tokens[at].kind !== "open" && stack.length) at = stack.pop() as number;
      close.set(at, i);
    }
  });
  return new Map([...close].sort((a, b) => a[0] - b[0]));
}

function placesOf(tokens: readonly Token[], close: ReadonlyMap<number, number>): Place[] {
  const place = new Array<Place>(tokens.length).fill("base");
  const fill = (from: number, to: number, what: Place) => {
    for (let i = from; i < to; i++) if (place[i] === "base" || what === "bound" || what === "name") place[i] = what;
  };
  tokens.forEach((t, i) => {
    if (t.kind === "command" && NAMING.test(t.text) && tokens[i + 1]?.kind === "open") fill(i + 1, (close.get(i + 1) ?? i + 1) + 1, "name");
    if (t.kind !== "sub" && t.kind !== "sup") return;
    const end = tokens[i + 1]?.kind === "open" ? (close.get(i + 1) ?? i + 1) + 1 : i + 2;
    fill(i + 1, Math.min(end, tokens.length), isBig(tokens, i) ? "bound" : t.kind);
  });
  return place;
}

/** Whether the script at `at` belongs to a sum, an integral, a limit. */
function isBig(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  for (let steps = 0; i >= 0 && steps < 40; steps++) {
    const t = tokens[i];
    if (t.kind === "command" && BIG.test(t.text)) return true;
    if (t.kind === "close") {
      for (let depth = 0; i >= 0; i--) {
        if (tokens[i].kind === "close") depth++;
        if (tokens[i].kind === "open" && --depth === 0) break;
      }
      i--;
      if (tokens[i]?.kind !== "sub" && tokens[i]?.kind !== "sup") return false;
      i--;
    } else if (tokens[i - 1]?.kind === "sub" || tokens[i - 1]?.kind === "sup") i -= 2;
    else return false;
  }
  return false;
}

function container(tokens: readonly Token[], close: ReadonlyMap<number, number>, from: number, to: number, open: number, place: Place): Container {
  const terms: Term[] = [];
  let start = from;
  let sign: number | undefined;
  const push = (end: number) => {
    if (end > start) terms.push({ ...(sign === undefined ? {} : { sign }), from: start, to: end, leading: sign === from });
  };
  for (let i = from; i < to; i++) {
    const t = tokens[i];
    if (separates(t)) {
      push(i);
      start = i + 1;
      sign = undefined;
    } else if (isSign(t) && (i === from || i === start || !isOperator(tokens[i - 1]))) {
      push(i);
      sign = i;
      start = i + 1;
    }
    const end = close.get(i);
    if (end !== undefined && end < to) i = end;
  }
  push(to);
  return { from, to, open, place, terms };
}
const isOperator = (t: Token | undefined): boolean =>
  t !== undefined &&
  ((t.kind === "symbol" && /^[-+*/^_]$/.test(t.text)) ||
    t.kind === "sub" ||
    t.kind === "sup" ||
    (t.kind === "command" && /^(cdot|times|div|pm|mp)$/.test(t.text)));

function endOfUnit(tokens: readonly Token[], close: ReadonlyMap<number, number>, at: number): number {
  const t = tokens[at];
  let end = (close.get(at) ?? at) + 1;
  if (t.kind === "command" && ACCENT.test(t.text) && end < tokens.length) end = argumentEnd(tokens, close, end);
  else if (t.kind === "command" && !GRAMMAR.isSymbol(t)) {
    if (tokens[end]?.kind === "symbol" && tokens[end].text === "[" && t.text === "sqrt") end = (close.get(end) ?? end) + 1;
    if (/^[dtc]?frac$|^[dt]?binom$/.test(t.text)) end = argumentEnd(tokens, close, argumentEnd(tokens, close, end));
    else if (tokens[end]?.kind === "open") end = (close.get(end) ?? end) + 1;
  }
  while (tokens[end]?.kind === "sub" || tokens[end]?.kind === "sup" || (tokens[end]?.kind === "symbol" && tokens[end].text === "'"))
    end = tokens[end].kind === "symbol" ? end + 1 : argumentEnd(tokens, close, end + 1);
  return Math.min(end, tokens.length);
}
const argumentEnd = (tokens: readonly Token[], close: ReadonlyMap<number, number>, at: number): number =>
  tokens[at]?.kind === "open" ? (close.get(at) ?? at) + 1 : at + 1;
