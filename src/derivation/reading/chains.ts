/** Reads a document into chains of parsed operands: rows that begin with a relation go on with the chain before them. */
import type { Span } from "../../base/span";
import type { Block, Formula, ScannedDocument } from "../../document/blocks";
import { languageOf, withEnglishConnectives } from "../../document/connectives";
import { Cursor } from "../../expression/cursor";
import { Parser, type Reading } from "../../expression/parser";
import { type Expr, failure, node } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { GRAMMAR } from "../../notation/index";
import { asColumn } from "../../notation/matrices/columns";
import { withoutDots } from "../../notation/series/ellipses";
import type { Ruling } from "../words/directives";
import { eigenEquations } from "../words/eigen-words";
import { namedInWords } from "../words/named-in-words";
import { type FormulaRows, rowReader } from "./formula-rows";
import { type KeptOperand, keptOperand } from "./kept-operands";
import { isWritten, leadOn, nounOperand } from "./noun-operands";
import type { Sign } from "./signs";
import { type Statement, trim } from "./statements";

/** One side of a relation. It is parsed under a reading when it is asked for. */
export type Operand = KeptOperand;

/** One relation sign between two operands. */
export interface Link {
  readonly left: Operand;
  readonly sign: Sign;
  readonly right: Operand;
  /** It goes on with the chain before: its left side was claimed by an earlier sign. */
  readonly continued: boolean;
  readonly statement: Line;
  /** Position in its statement. */
  readonly index: number;
}

/** A statement with its place in the document. */
export interface Line {
  readonly id: number;
  readonly links: Link[];
  readonly arrow?: Sign;
  readonly lead: string;
  readonly trail: string;
  readonly aside: boolean;
  readonly listed: boolean;
  /** It stands in the words of a display: it is no step. */
  readonly hidden?: boolean;
  /** A row of a system in braces. */
  readonly system?: boolean;
  readonly block: Formula;
  /** Index of its block in the document. */
  readonly at: number;
  /** Row within the block. */
  readonly row: number;
  /** Counts statements that stand in one formula, from 0. */
  readonly order: number;
  /** The words in front of the formula since the formula before it, in its paragraph. */
  readonly prose: string;
  /** The words in front of it with those before the lone name of which they go on: "the bias of ¤ is". */
  readonly phrase?: string;
  /** The words behind the formula, up to the next formula or the end of the paragraph. */
  readonly after: string;
  /** The operand of a statement without a sign. */
  readonly alone?: Operand;
  /** The first operand stood behind `\\min` or `\\max`: an objective. */
  readonly objective?: "min" | "max";
  readonly span: Span;
}

export interface ReadDocument {
  /** Formulas whose role a comment decides. */
  readonly rulings?: ReadonlyMap<Block, Ruling>;
  readonly scanned: ScannedDocument;
  readonly lines: readonly Line[];
  readonly problems: readonly { readonly span: Span; readonly code: string; readonly message: string }[];
}

export function readDocument(scanned: ScannedDocument, preambles: readonly string[] = []): ReadDocument {
  const rowsOf = rowReader(scanned, preambles);
  const lines: Line[] = [];
  const problems: { span: Span; code: string; message: string }[] = [...scanned.problems];
  let previous: Ended | undefined;
  let display: Ended | undefined;
  scanned.blocks.forEach((block, at) => {
    if (block.kind === "heading") previous = display = undefined;
    if (block.kind !== "formula") return;
    const rows = rowsOf(block);
    const read = readFormula(block, at, scanned.blocks, rows, goingOn(block, at, scanned.blocks, previous, display), lines);
    problems.push(...rows.problems);
    if (read.last) {
      previous = { last: read.last, at, paragraph: block.paragraph, display: block.display, relates: (lines[lines.length - 1]?.links.length ?? 0) > 0 };
      if (block.display) display = previous;
    }
  });
  return { scanned, lines, problems };
}

/** What a formula ended with. */
interface Ended {
  readonly last: Operand;
  readonly at: number;
  readonly paragraph: number;
  readonly display: boolean;
  /** It has a relation sign. */
  readonly relates: boolean;
}

/** "- $<50$: …": a label of a list. */
const ORDERS = /^\s*(?:[<>]|\\[lg]eq?(?![a-z]))/;

/** "- $T = 3$ s.\n- $\approx 40$ cells": how many there are of something else, behind words and in an item of its own. */
const ROUGHLY = /^\s*(?:≈|\\(?:approx|sim|simeq|gtrsim|lesssim)(?![a-z]))/;

/** What a formula that begins with a sign goes on with: a display, behind words with terms between them, with the display before these. */
function goingOn(block: Formula, at: number, blocks: readonly Block[], previous: Ended | undefined, display: Ended | undefined): Operand | undefined {
  if (previous && !block.display && block.paragraph !== previous.paragraph && ORDERS.test(block.text)) return undefined;
  const isNear = (e: Ended, most: number): boolean => block.paragraph - e.paragraph <= most;
  if (!previous || !isNear(previous, 1)) return undefined;
  const words = blocks
    .slice(previous.at + 1, at)
    .map((b) => (b.kind === "prose" ? b.text : " "))
    .join("");
  if (!block.display && block.paragraph !== previous.paragraph && ROUGHLY.test(block.text) && /[a-z]/i.test(words)) return undefined;
  if (!block.display || previous.display || !/[a-z]{2}|[.!?]\s*$/i.test(words)) return previous.last;
  if (display && isNear(display, 2) && !previous.relates) return display.last;
  return /[.!?]\s*$/.test(words) ? undefined : previous.last;
}

const languages = new WeakMap<readonly Block[], { readonly of: ReturnType<typeof languageOf> }>();

/** The language of the words between the formulas of a document. */
function languageOfBlocks(blocks: readonly Block[]): ReturnType<typeof languageOf> {
  const known = languages.get(blocks) ?? { of: languageOf(blocks.flatMap((b) => (b.kind === "prose" ? [b.text] : [])).join(" ")) };
  languages.set(blocks, known);
  return known.of;
}

interface FormulaRead {
  last?: Operand;
}

function readFormula(block: Formula, at: number, blocks: readonly Block[], rows: FormulaRows, before: Operand | undefined, lines: Line[]): FormulaRead {
  const language = languageOfBlocks(blocks);
  const prose = withEnglishConnectives(proseBefore(blocks, at), language);
  // the cells of a table are no chain
  let last = !block.display && /(^|[^\\])[&|]\s*$|\\\\(\[[^\]]*\])?\s*(\\hline\s*)?$/.test(prose) ? undefined : before;
  let order = 0;
  let pending: Sign | undefined;
  let column = 0;
  const columns = new Map<number, Operand>();
  const after = withEnglishConnectives(proseAfter(blocks, at), language);
  const named = namedInWords(block, prose, after).map((statement) => ({ row: 0, statement }));
  const own = rows.statements.length === 1 && rows.statements[0].statement.signs.length === 0 ? rows.statements[0].statement.operands[0] : undefined;
  const tokensOf = (b: Block): readonly Token[] | undefined => {
    const said = b === block ? undefined : lines.find((l) => l.block === b);
    // "let $x \\ne 0$ be an eigenvector"
    const nonzero = said?.links.length === 1 && said.links[0].sign.relation === "!=" ? said.links[0].left.tokens : undefined;
    return b === block ? own : (said?.alone?.tokens ?? nonzero);
  };
  const equations = eigenEquations(block, at, blocks, tokensOf).map((statement) => ({ row: 0, statement }));
  for (const { row, statement: read } of [...rows.statements, ...named, ...equations]) {
    // an arrow at the end of a row leads to the next
    if (read.arrow && read.signs.length === 0 && read.operands[0].length === 0 && /^[\s,;]*$/.test(read.lead + read.trail)) {
      pending = read.arrow;
      continue;
    }
    const statement = pending && !read.arrow ? { ...read, arrow: pending } : read;
    pending = undefined;
    const place = {
      block,
      at,
      row,
      order: read.hidden ? order + 1 : order++,
      prose: row === 0 || rows.system || LISTED.test(prose) ? prose : "",
      after,
      id: lines.length,
      ...(rows.system ? { system: true } : {}),
    };
    const above = lines[lines.length - 1];
    const phrase = place.order === 0 && above?.alone && SAYS.test(prose) && above.block === blocks[at - 2] ? `${above.prose}¤${prose}` : undefined;
    const beside = statement.column && above?.row === row && above.block === block && !above.hidden;
    column = beside ? column + 1 : 0;
    const before = isCircumstance(above) && !block.display && place.order === 0 ? undefined : last;
    const line = makeLine(statement, (beside ? columns.get(column) : undefined) ?? before, phrase === undefined ? place : { ...place, phrase });
    lines.push(line);
    const end = line.links[line.links.length - 1]?.right ?? line.alone;
    // a row below goes on with what stands above it, not with what stands beside that
    if (end && !line.aside && beside) columns.set(column, end);
    else if (end && !line.aside && !explains(line, above)) last = end;
  }
  return last && last !== before ? { last } : {};
}

/** `… = \\int \\frac{du}{u}, \\quad u = \\tan x`: what says in the same row what a name of the formula before it is; the row below goes on with that formula. */
function explains({ block, row, links, lead }: Line, above: Line | undefined): boolean {
  if (!block.display || above?.block !== block || above.row !== row || links.length !== 1 || !/^[\s,;]*$/.test(lead)) return false;
  const [first] = above.links;
  const [name, ...more] = links[0].left.tokens;
  if (!first || more.length > 0 || name?.kind !== "letter" || links[0].continued || links[0].sign.relation !== "=") return false;
  const isFormula = first.continued || first.left.tokens.length > 1;
  return isFormula && above.links.some((l) => l.right.tokens.some((t) => t.kind === "letter" && t.text === name.text));
}

/** "Maxwell's equations are": what is said of the first row is said of all. */
const LISTED = /\b(equations|conditions|constraints|assumptions|hypotheses|axioms|laws)\b[^.]{0,40}\b(are|be|read|hold|satisfy)\s*:?\s*$/i;

/** The smallest span that covers all of these and a place. */
function coverOf(runs: readonly (readonly Span[])[], place: number): Span {
  let [from, to] = [place, place];
  for (const run of runs)
    for (const span of run) {
      if (span.from < from) from = span.from;
      if (span.to > to) to = span.to;
    }
  return { from, to };
}

const operand = (tokens: readonly Token[], place: number): Operand => {
  const inside = trim(tokens, true);
  if (inside.length === 0) return { tokens: [], from: place, to: place };
  return { tokens: inside, ...coverOf([inside], inside[0].from) };
};

/** `\\min_q`, `\\max`, `\\min.`, "minimize": what stands before an objective. A `\\max` with a bracket behind it is a function. */
function objectiveOf([tokens, next]: readonly (readonly Token[])[]): { kind: "min" | "max"; rest: readonly Token[] } | undefined {
  let at = 0;
  if (/^(arg|operatorname)$/.test(tokens[at]?.text ?? "")) at++;
  const word = tokens[at]?.kind === "command" || tokens[at]?.kind === "text" ? /^\s*(arg\s*)?(min|max)(imi[sz]e)?\s*$/i.exec(tokens[at].text) : null;
  if (!word) return undefined;
  at++;
  const below = at;
  if (tokens[at]?.kind === "sub") at = tokens[at + 1]?.kind === "open" ? new Cursor(tokens).groupEnd(at + 1) : at + 2;
  const names = tokens.slice(below, at);
  const isPlace = names.length > 0 && (word[1] !== undefined || tokens[0].text === "arg");
  const isSaid = names.length > 0 && (isPlace || !tokens.some((t, i) => divides(t) && isOutside(tokens, i)));
  if (next && (isSaid ? !isRestated(names, next) : isRange(names))) return undefined;
  const dot = tokens[at]?.kind === "symbol" && tokens[at].text === ".";
  if (dot) at++;
  if (!dot && !isPlace && tokens[at]?.kind === "symbol" && /^[([]$/.test(tokens[at].text)) return undefined;
  if (tokens[at]?.text === "{" || at >= tokens.length) return undefined;
  return { kind: word[2].toLowerCase() as "min" | "max", rest: tokens.slice(at) };
}

/** Whether a token stands in no bracket. */
function isOutside(tokens: readonly Token[], at: number): boolean {
  const depth = tokens
    .slice(0, at)
    .reduce((d, t) => d + (/^[([{]$/.test(t.text) || t.kind === "open" ? 1 : /^[)\]}]$/.test(t.text) || t.kind === "close" ? -1 : 0), 0);
  return depth === 0;
}

/** What may stand between an objective and its constraints. */
const divides = (t: Token): boolean => t.kind === "text" || t.text === "," || t.text === ";" || t.text === ":" || /^q?quad$/.test(t.text);

/** `\\arg\\min_w f(w) = g(w)`: a right side that speaks of w and finds no place itself is the objective written anew; any other is the place. */
const isRestated = (below: readonly Token[], right: readonly Token[]): boolean => {
  const name = below.find((t) => t.kind === "letter" || (t.kind === "command" && !/^(in|le|leq|ge|geq|mathbf|boldsymbol|bm|vec)$/.test(t.text)));
  return !right.some((t) => /^(arg\s*)?(min|max)$/.test(t.text)) && right.some((t) => t.kind === name?.kind && t.text === name.text);
};

/** `_{x \\in [0, 1]}`, `_{0 \\le x \\le 1}`, `_{k \\in \\{1, 2\\}}`: with a relation behind it, the largest value over these numbers and no objective. */
function isRange(below: readonly Token[]): boolean {
  const at = below.findIndex((t) => t.kind === "command" && t.text === "in");
  if (at < 0) return below.some((t) => /^(le|leq|leqslant|<|ge|geq|geqslant|>)$/.test(t.text)) && !below.some((t) => /^(\||Vert|lVert|vert)$/.test(t.text));
  const set = below.slice(at + 1);
  const line = set[0]?.text === "mathbb" && set[2]?.text === "R" && !set.some((t) => t.kind === "sup");
  return line || /^([[(]|\{|lbrace)$/.test(set[0]?.text ?? "");
}

/** "0.4 at $d = 1$, $\\approx 0.3$ at $d = 2$": when something is so, which no formula goes on with. */
const isCircumstance = (line: Line | undefined): boolean =>
  line !== undefined && !line.block.display && line.links.length > 0 && /\b(at|for|when|if|with|where|given)\s*$/i.test(line.prose);

/** "a length of $26$ and an area of $\\approx 4$": what stands before the thing that the sentence has a number of is not its left side. */
const isOver = (prose: string): boolean => /\b(of|with|at|there (is|are|was|were))\s*$/.test(prose);

/** "$< 0$ or $> 1$", "$\\ge 0$, not $> 0$": two conditions on what stands before both. */
const isBeside = (prose: string): boolean => /^[\s,;()]*(?:and|or|but|nor|not|and not|or even|rather than|instead of)\s*$/i.test(prose);

function makeLine(
  s: Statement,
  above: Operand | undefined,
  place: { block: Formula; at: number; row: number; order: number; prose: string; phrase?: string; after: string; id: number; system?: boolean },
): Line {
  const links: Link[] = [];
  const starts = s.operands[0].length === 0 && s.signs.length > 0;
  const inText = starts && !place.block.display && place.order === 0;
  const last = inText && (isOver(place.prose) || isBeside(place.prose) || !leadOn(place.prose)) ? undefined : above;
  const objective = objectiveOf(s.operands);
  const first = objective?.rest ?? s.operands[0];
  const begin = s.signs[0]?.from ?? s.operands[0][0]?.from ?? place.block.span.from;
  const span = coverOf([...s.operands, s.signs], begin);
  // written out: a copy by "..." of a place takes most of the time of reading a long document
  const { block, at, row, order, prose, after, id } = place;
  const { lead, trail, aside = false, listed = false } = s;
  const line: { -readonly [K in keyof Line]: Line[K] } = { id, block, at, row, order, prose, after, links, lead, trail, aside, listed, span };
  if (place.system) line.system = true;
  if (place.phrase !== undefined) line.phrase = place.phrase;
  if (s.hidden) line.hidden = true;
  if (s.arrow) line.arrow = s.arrow;
  if (s.signs.length === 0 && first.length) line.alone = operand(first, begin);
  if (objective) line.objective = objective.kind;
  const noun = starts && !s.arrow && place.order === 0 ? nounOperand(place.prose, place.block.display, begin, place.id) : undefined;
  const goesOn = starts && last !== undefined && !s.arrow && !(place.order === 0 && !place.block.display && isWritten(place.prose));
  let left = noun ? { tokens: noun, from: begin, to: begin } : goesOn && last ? last : operand(first, begin);
  s.signs.forEach((sign, index) => {
    const right = operand(s.operands[index + 1], sign.to);
    links.push({ left, sign, right, continued: index > 0 || (goesOn && !noun), statement: line, index });
    left = right;
  });
  return line;
}

/** Words that say what a lone name is. */
const SAYS = /^\s*(?:is|equals|becomes)(?: (?:then|thus|therefore|hence))?\s*$/i;

/** The words before a formula, back to the formula before it or the beginning of its paragraph. */
function proseBefore(blocks: readonly Block[], at: number): string {
  let text = "";
  for (let i = at - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block.kind === "formula" || block.paragraph !== blocks[at].paragraph) {
      // a display stands in a paragraph of its own in Markdown: what ends just before it leads up to it
      if (text.trim() === "" && block.kind === "prose" && block.paragraph >= blocks[at].paragraph - 1) return lastParagraph(block.text);
      break;
    }
    if (block.kind === "prose" || block.kind === "heading") text = block.text + text;
    if (block.kind === "heading") break;
  }
  return text;
}

const lastParagraph = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .filter((t) => t.trim())
    .pop() ?? "";

function proseAfter(blocks: readonly Block[], at: number): string {
  const next = blocks[at + 1];
  return next?.kind === "prose" ? next.text : "";
}

/** Tokens of an operand that no person writes. */
const LONGEST = 3000;

/** Parses an operand. Commas at top level make a list. */
export function parseOperand(o: Operand, reading: Reading): Expr {
  if (o.tokens.length === 0) return failure("nothing stands here", spanOf(o));
  if (o.tokens.length > LONGEST) return failure("this is too long to be read", spanOf(o));
  return keptOperand(o, reading, () => parseOnce(o, reading));
}

/** Parses an operand that will hardly be met again, and keeps nothing. */
export function parseOnce(o: Operand, reading: Reading): Expr {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const t of o.tokens) {
    if (
      t.kind === "open" ||
      t.kind === "begin" ||
      (t.kind === "symbol" && /^[([]$/.test(t.text)) ||
      (t.kind === "command" && /^(\{|lbrace|langle)$/.test(t.text))
    )
      depth++;
    if (
      t.kind === "close" ||
      t.kind === "end" ||
      (t.kind === "symbol" && /^[)\]]$/.test(t.text)) ||
      (t.kind === "command" && /^(\}|rbrace|rangle)$/.test(t.text))
    )
      depth--;
    if (depth === 0 && t.kind === "symbol" && t.text === "," && !digits(o.tokens, t)) parts.push([]);
    else parts[parts.length - 1].push(t);
  }
  const read = parts.filter((p) => p.length > 0).map((p) => asColumn(withoutDots(new Parser(new Cursor(p, o.to), GRAMMAR, reading).all())));
  return read.length === 1 ? { ...read[0], span: spanOf(o) } : node("list", read, spanOf(o));
}

const spanOf = ({ from, to }: Span): Span => ({ from, to });

/** A comma between digits of one number: 1,000. */
function digits(tokens: readonly Token[], comma: Token): boolean {
  const i = tokens.indexOf(comma);
  return (
    tokens[i - 1]?.kind === "number" &&
    tokens[i + 1]?.kind === "number" &&
    !tokens[i + 1].spaced &&
    /^\d{3}(\.|$)/.test(tokens[i + 1].text) &&
    /^\d{1,3}$/.test(tokens[i - 1].text)
  );
}

/** A = B = C: no equation to solve is written so. */
export const isChain = ({ statement }: Link): boolean => statement.links.length > 1 && statement.links.every((l) => l.sign.relation === "=");
