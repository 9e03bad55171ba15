/** Functions that a text gives by several formulas, f(x) = x² on [0, 1], f(x) = 1 for x > 1 and zero elsewhere: one definition by cases, where every range is read. */
import { isNumberName } from "../../expression/constants";
import { mentions } from "../../expression/occurrences";
import type { Reading } from "../../expression/parser";
import { PLAIN_CONSTANTS, plainValue } from "../../expression/plain-value";
import { type Expr, node, number, rewrite, symbol } from "../../expression/tree";
import { allNames } from "../names/all-names";
import { conjuncts, rowsOf } from "../reading/case-rows";
import { exclude } from "../scopes/alternatives";
import { type SaidRange, saidRange, zeroElsewhere } from "../words/ranges-said";
import type { Condition, Definition } from "./facts";
import type { Item, ItemGroup } from "./items";

/** A function by cases, as the items behind its last formula know it. */
export interface JoinedPieces {
  readonly item: Item;
  /** What its ranges say beside: the variable of a single formula lies in its interval, and the ends of an interval are in order. */
  readonly conditions: readonly Item[];
  readonly definition: Definition;
  /** Orders of the items that give its formulas, and of those that are nothing but their ranges. */
  readonly formulas: ReadonlySet<number>;
  readonly ranges: ReadonlySet<number>;
}

/** Whether one of the formulas is said to be meant at a value. */
export function isCovered({ definition: { body, params } }: JoinedPieces, value: Expr): boolean {
  const there = node("relation", [symbol(params[0]), value], value.span, "=");
  return rowsOf(body).some(({ condition }) => condition.op === "otherwise" || !conjuncts(condition).some((c) => exclude(c, there)));
}

interface Piece {
  readonly head: string;
  readonly variable: string;
  readonly body: Expr;
  readonly item: Item;
  readonly at: number;
  /** Undefined where the formula has none that is read. */
  readonly range: SaidRange | undefined;
  /** The group of the words that the function is zero everywhere else. */
  readonly zero: number | undefined;
}

/** Paragraphs that two formulas of one function may stand apart. */
const NEAR = 1;

export function joinedPieces(groups: readonly ItemGroup[], reading: Reading): JoinedPieces[] {
  const pieces = groups.flatMap((_, at) => pieceAt(groups, at, reading) ?? []);
  const heads = new Set(pieces.filter((p) => p.range).map((p) => p.head));
  return [...heads].flatMap((head) => runsOf(pieces.filter((p) => p.head === head)).flatMap((run) => joined(run) ?? []));
}

/** f(x) = … of a plain variable, at the beginning of a statement. */
function pieceAt(groups: readonly ItemGroup[], at: number, reading: Reading): Piece | undefined {
  const [item] = groups[at].items;
  const { left, right, relation, link, role } = item ?? {};
  if (!item || relation !== "=" || link.index > 0 || link.continued || left.op !== "apply" || role === "unread" || role === "claim") return undefined;
  const isPlain = left.args.length === 1 && left.args[0].op === "symbol" && !left.data?.order && left.data?.bound !== "|" && !left.data?.indices;
  if (!isPlain || mentions(right, left.name ?? "")) return undefined;
  const variable = left.args[0].name ?? "";
  const range = saidRange(groups, at, variable, reading);
  const zero = range && zeroElsewhere(groups, range.upTo, reading);
  return { head: left.name ?? "", variable, body: right, item, at, range, zero };
}

/** Formulas that stand side by side; what stands behind one without a range is not of them. */
function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  let known = -1;
  for (const piece of pieces) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    const { scope, link } = piece.item;
    if (!piece.range) {
      // a formula for all values: what is said of some of them later follows from it
      known = scope;
      if (last && link.statement.block.paragraph - last.item.link.statement.block.paragraph <= NEAR && last.item.scope === scope) runs.pop();
      continue;
    }
    if (known === scope) continue;
    const goesOn =
      last?.item.scope === scope &&
      last.variable === piece.variable &&
      last.zero === undefined &&
      !last.range?.otherwise &&
      (run as Piece[]).every((p) => areApart(p, piece)) &&
      link.statement.block.paragraph - last.item.link.statement.block.paragraph <= NEAR;
    if (goesOn) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function joined(run: readonly Piece[]): JoinedPieces | undefined {
  const [first, last] = [run[0], run[run.length - 1]];
  const told = run.filter((p) => !p.range?.otherwise);
  const otherwise = run.find((p) => p.range?.otherwise);
  if (told.length === 0 || (run.length < 2 && last.zero === undefined) || told.some((p) => (p.range?.conditions.length ?? 0) === 0)) return undefined;
  if (!told.every((p, i) => told.slice(i + 1).every((q) => areApart(p, q)))) return undefined;
  const span = first.item.left.span;
  const parts = told.flatMap((p) => [p.body, all(openWhereTheyDiffer(p, told))]);
  const rest = otherwise?.body ?? (last.zero === undefined ? undefined : number(0, last.body.span));
  const body = node("cases", rest ? [...parts, rest, node("otherwise", [], rest.span)] : parts, first.body.span);
  const definition: Definition = {
    kind: "definition",
    name: first.head,
    params: [first.variable],
    split: 1,
    indexed: false,
    body,
    span: { from: first.item.link.left.from, to: first.item.link.right.to },
    text: "",
  };
  const orders = run.flatMap((p) => [p.item.order, ...(p.range?.items ?? []).map((i) => i.order)]);
  const head = { ...first.item.left, args: [symbol(first.variable, span)] };
  const item: Item = { ...first.item, left: head, right: body, role: "defines", order: Math.max(...orders) + 0.6, fact: definition };
  // of one formula that is zero elsewhere the range stays a condition of its variable
  const ranges = told.length > 1 ? told.flatMap((p) => [p.item.order + 0.5, ...(p.range?.items ?? []).map((i) => i.order)]) : [];
  const conditions = conditionsBeside(told).map((relation, k): Item => {
    const fact: Condition = { kind: "condition", relation, span: relation.span, text: "" };
    return { ...item, order: item.order + 0.01 * (k + 1), role: "given", relation: relation.name ?? "", left: relation.args[0], right: relation.args[1], fact };
  });
  return { item, conditions, definition, formulas: new Set(run.map((p) => p.item.order)), ranges: new Set(ranges) };
}

function conditionsBeside(told: readonly Piece[]): Expr[] {
  const [only] = told;
  const inside = told.length === 1 && only.range?.items.length === 0 ? only.range.conditions : [];
  const ordered = told.flatMap((p) => {
    const isName = (e: Expr): boolean => e.op === "symbol" && e.name === p.variable;
    const ends = (p.range?.conditions ?? []).map((c) => ({
      end: isName(c.args[0]) ? c.args[1] : c.args[0],
      isLow: isName(c.args[0]) === /^>/.test(c.name ?? ""),
    }));
    const [low, high] = [ends.filter((e) => e.isLow), ends.filter((e) => !e.isLow)].map(([e]) => e?.end);
    const isOpen = low && high && [low, high].some((e) => ![...allNames([e])].every(isNumberName));
    return isOpen ? [node("relation", [low, high], low.span, "<")] : [];
  });
  return [...inside, ...ordered];
}

const all = (conditions: readonly Expr[]): Expr => conditions.reduce((a, b) => node("and", [a, b], a.span));
const areApart = (p: Piece, q: Piece): boolean =>
  q.range?.otherwise === true || (p.range?.conditions ?? []).some((x) => (q.range?.conditions ?? []).some((y) => exclude(x, y, true)));

/** The conditions of a piece, open at an end that another piece has too, with another value there: which one is meant is not said. */
function openWhereTheyDiffer(p: Piece, told: readonly Piece[]): readonly Expr[] {
  const others = told.filter((q) => q !== p);
  return (p.range?.conditions ?? []).map((c) => {
    const end = c.args.find((a) => !(a.op === "symbol" && a.name === p.variable));
    const value = end ? plainValue(end, PLAIN_CONSTANTS) : Number.NaN;
    const isShared = (q: Piece): boolean =>
      (q.range?.conditions ?? []).some((d) => /=/.test(d.name ?? "") && exclude(c, d, true) && !exclude(c, d)) && !agree(p, q, value);
    return /^[<>]=$/.test(c.name ?? "") && others.some(isShared) ? { ...c, name: c.name?.[0] } : c;
  });
}

function agree(p: Piece, q: Piece, at: number): boolean {
  const there = (e: Expr, variable: string): number => plainValue(plain(e), new Map([...PLAIN_CONSTANTS, [variable, at]]));
  return Math.abs(there(p.body, p.variable) - there(q.body, q.variable)) < 1e-9;
}

/** e^x as plain powers. */
const plain = (e: Expr): Expr => rewrite(e, (n) => (n.op === "call" && n.name === "exp" ? node("pow", [symbol("e"), n.args[0]], n.span) : n));
