/** What stands below a sum, a product or a maximum: index names with their bounds, and conditions that the index meets. */
import type { Parser } from "../../expression/parser";
import { type Expr, node, number, some, symbol } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import { split } from "../split";

/** One index: from bound to bound, over a set, or (with neither) over what the document says it runs. */
export interface Index {
  readonly name: string;
  readonly from?: Expr;
  readonly to?: Expr;
  readonly set?: Expr;
}

export interface IndexPlan {
  /** Outermost first. */
  readonly indices: readonly Index[];
  readonly conditions: readonly Expr[];
}

/** The rows of `\substack{..}`, the parts between commas, semicolons and colons. */
export function clauseTokens(tokens: readonly Token[]): Token[][] {
  if (tokens.length > 2 && tokens[0].kind === "command" && tokens[0].text === "substack" && tokens[1].kind === "open") return clauseTokens(tokens.slice(2, -1));
  if (tokens[0]?.kind === "begin" && tokens[0].text === "subarray") return clauseTokens(tokens.slice(tokens[1]?.kind === "open" ? 4 : 1, -1));
  const rows: Token[][] = [[]];
  for (const t of tokens) {
    if (t.kind === "row") rows.push([]);
    else if (t.kind === "text" && /^\s*(and|,)\s*$/.test(t.text)) rows.push([]);
    else if (!(t.kind === "command" && /^q?quad$/.test(t.text))) rows[rows.length - 1].push(t);
  }
  return rows
    .flatMap((row) => split(row, ","))
    .flatMap((row) => split(row, ";"))
    .flatMap((row) => split(row, ":"))
    .filter((row) => row.length > 0);
}

/** Reads what stands below the sign; one clause stays one expression, several become a list. */
export function readClauses(p: Parser): Expr {
  const place = p.cursor.here();
  const tokens = p.cursor.argument();
  const clauses = clauseTokens(tokens).map((clause) => p.inner(divides(clause), place));
  return clauses.length === 1 ? clauses[0] : node("list", clauses, place);
}

/** What stands below a sign, as a list where it is several clauses that a test knows; else as one argument. */
export function listBelow(p: Parser, areClauses: (clauses: readonly Token[][]) => boolean): Expr {
  const place = p.cursor.here();
  if (!p.cursor.is("open")) return p.argument();
  const start = p.cursor.position;
  const clauses = clauseTokens(p.cursor.argument());
  if (clauses.length > 1 && areClauses(clauses))
    return node(
      "list",
      clauses.map((c) => p.inner(c, place)),
      place,
    );
  p.cursor.seek(start);
  return p.argument();
}

/** `d \mid n` and `d|n` as the relation of divisibility. */
function divides(clause: readonly Token[]): readonly Token[] {
  const at = clause.findIndex((t) => (t.kind === "command" && t.text === "mid") || (t.kind === "symbol" && t.text === "|"));
  const bars = clause.filter((t) => t.text === "|" || t.text === "mid").length;
  if (at < 1 || bars !== 1 || !clause.slice(0, at).every((t) => t.kind === "letter") || at === clause.length - 1) return clause;
  return clause.map((t, i) => (i === at ? { ...t, kind: "command" as const, text: "divides" } : t));
}

/** The operands and signs of a chain of relations. */
function chainOf(e: Expr): { operands: Expr[]; signs: string[] } | undefined {
  if (e.op === "relation") return { operands: [...e.args], signs: [e.name ?? ""] };
  if (e.op !== "and" || e.args[1].op !== "relation") return undefined;
  const left = chainOf(e.args[0]);
  return left && { operands: [...left.operands, e.args[1].args[1]], signs: [...left.signs, e.args[1].name ?? ""] };
}

const isName = (e: Expr): boolean => e.op === "symbol" && /^[a-zA-Z]'*$|^\\(ell|alpha|beta|mu|nu|lambda|sigma)$/.test(e.name ?? "");

/** The plan of clauses; undefined where they are not understood. `bound` are the names that are bound around, which are no index here. */
export function planIndex(clauses: readonly Expr[], above: Expr | undefined, bound: readonly string[], otherPairs = false): IndexPlan | undefined {
  const made = new Planner(bound, otherPairs);
  return made.read(clauses, above) ? made.plan() : undefined;
}

/** `1 \le i, j \le n`: both names lie between the bounds at the ends. */
function acrossCommas(clauses: readonly Expr[]): readonly Expr[] {
  const [first, last] = [clauses[0], clauses[clauses.length - 1]];
  const simple = (e: Expr) => e.op === "relation" && /^[<>]=?$/.test(e.name ?? "");
  if (clauses.length < 2 || !simple(first) || !simple(last) || first.name?.[0] !== last.name?.[0] || !isName(first.args[1]) || !isName(last.args[0]))
    return clauses;
  if (isName(first.args[0]) || !clauses.slice(1, -1).every(isName)) return clauses;
  const names = [first.args[1], ...clauses.slice(1, -1), last.args[0]];
  return names.map((name) =>
    node(
      "and",
      [
        { ...first, args: [first.args[0], name] },
        { ...last, args: [name, last.args[1]] },
      ],
      name.span,
    ),
  );
}

class Planner {
  private readonly found = new Map<string, { from?: Expr; to?: Expr; set?: Expr }>();
  private readonly conditions: Expr[] = [];
  constructor(
    private readonly bound: readonly string[],
    private readonly otherPairs: boolean,
  ) {}

  plan(): IndexPlan | undefined {
    const indices = [...this.found].map(([name, range]): Index => ({ name, ...range }));
    if (indices.length === 0 || indices.length > 4) return undefined;
    const outside = (e: Expr | undefined, later: readonly Index[]) =>
      e === undefined || !some(e, (n) => n.op === "symbol" && later.some((i) => i.name === n.name));
    // a bound speaks only of what is bound further out
    return indices.every((i, k) => outside(i.from, indices.slice(k)) && outside(i.to, indices.slice(k))) ? { indices, conditions: this.conditions } : undefined;
  }

  read(clauses: readonly Expr[], above: Expr | undefined): boolean {
    const waiting: string[] = [];
    for (const e of acrossCommas(clauses)) {
      if (isName(e)) {
        waiting.push(e.name as string);
        this.add(e.name as string, {});
        continue;
      }
      if (!this.clause(e, above, waiting)) return false;
      waiting.length = 0;
    }
    return true;
  }

  private add(name: string, range: { from?: Expr; to?: Expr; set?: Expr }): void {
    this.found.set(name, { ...this.found.get(name), ...range });
  }

  private clause(e: Expr, above: Expr | undefined, waiting: readonly string[]): boolean {
    const chain = chainOf(e);
    if (!chain) return false;
    const [left, right] = chain.operands;
    if (chain.signs.length === 1 && isName(left)) {
      const name = left.name as string;
      const sign = chain.signs[0];
      if (sign === "=" && above) return this.all([...waiting, name], { from: right, to: above });
      if (sign === "∈") return this.all([...waiting, name], right.op === "symbol" ? {} : { set: right });
      if (sign === "divides") return this.divisor(name, right);
      if (sign === "!=") return this.unequal(left, right);
    }
    // k \equiv 1 \pmod 3
    if (left.op === "call" && left.name === "mod" && this.speaksOf(left)) return this.conditions.push(e) > 0;
    return this.ordered(chain);
  }

  private all(names: readonly string[], range: { from?: Expr; to?: Expr; set?: Expr }): boolean {
    for (const name of names) this.add(name, range);
    return true;
  }

  private divisor(name: string, of: Expr): boolean {
    if (!/^[dekm]$/.test(name)) return false;
    this.add(name, { from: number(1), to: of });
    this.conditions.push(node("relation", [node("call", [of, symbol(name)], of.span, "mod"), number(0)], of.span, "="));
    return true;
  }

  private unequal(left: Expr, right: Expr): boolean {
    if (!this.has(left) && !this.bound.includes(left.name as string)) {
      this.add(left.name as string, {});
      if (isName(right) && !this.has(right) && this.bindsBoth(left, right)) this.add(right.name as string, {});
    }
    this.conditions.push(node("relation", [left, right], left.span, "!="));
    return this.found.size > 0;
  }

  /** Of two free names in a condition: those in the order of the alphabet are both bound, `j \ne i` binds j. */
  private bindsBoth(left: Expr, right: Expr): boolean {
    if (this.bound.includes(right.name as string)) return false;
    return (left.name ?? "") < (right.name ?? "") !== this.otherPairs;
  }

  /** `1 \le i < j \le n`: inner names lie between their neighbours. */
  private ordered({ operands, signs }: { operands: Expr[]; signs: string[] }): boolean {
    const up = signs.every((s) => s === "<" || s === "<=");
    if (!up && !signs.every((s) => s === ">" || s === ">=")) return false;
    const chain = up ? operands : [...operands].reverse();
    const strict = (up ? signs : [...signs].reverse()).map((s) => s === "<" || s === ">");
    const index = this.indicesOf(chain, strict);
    if (!index) return false;
    if (chain.length === 2 && index[0] && index[1] && !this.has(chain[0]) && !this.has(chain[1])) return this.pair(chain, strict[0]);
    chain.forEach((_e, i) => {
      if (index[i]) this.between(chain, strict, index, i);
    });
    return true;
  }

  private speaksOf(e: Expr): boolean {
    return some(e, (n) => n.op === "symbol" && this.has(n));
  }

  private has(e: Expr): boolean {
    return this.found.has(e.name as string);
  }

  /** Which operands of a chain are index names; undefined where that cannot be told. */
  private indicesOf(chain: readonly Expr[], strict: readonly boolean[]): boolean[] | undefined {
    const free = chain.map((e) => isName(e) && !this.bound.includes(e.name as string));
    const inner = chain.map((e, i) => free[i] && (this.has(e) || (i > 0 && i < chain.length - 1)));
    const ends = [0, chain.length - 1].filter((i) => free[i] && !inner[i] && /^[i-lp-v]$/.test(chain[i].name as string));
    if (ends.length === 0 && inner.some(Boolean)) return inner;
    const all = free.every(Boolean) && strict.every(Boolean) && consecutive(chain);
    if (all || (chain.length === 2 && ends.length === 2)) return free;
    return chain.length === 2 && ends.length === 1 ? inner.map((x, i) => x || ends.includes(i)) : undefined;
  }

  /** The bounds of the index at `i` of a chain. */
  private between(chain: readonly Expr[], strict: readonly boolean[], index: readonly boolean[], i: number): void {
    const name = chain[i].name as string;
    const top = chain.findIndex((_, m) => m > i && !index[m]);
    const from = i > 0 ? plus(chain[i - 1], strict[i - 1] ? 1 : 0) : undefined;
    const to = top > 0 ? plus(chain[top], -strict.slice(i, top).filter(Boolean).length) : undefined;
    if (this.found.get(name)?.from || !from) {
      const [low, high] = from ? [chain[i - 1], chain[i]] : [chain[i], chain[i + 1]];
      if (!this.found.has(name)) this.add(name, {});
      if (high) this.conditions.push(node("relation", [low, high], low.span, strict[from ? i - 1 : i] ? "<" : "<="));
    } else this.add(name, { from, to: to ?? symbol("\\infty") });
  }

  /** `i < j`, over what the document says. */
  private pair([left, right]: Expr[], strict: boolean): boolean {
    this.add(left.name as string, {});
    if (this.bindsBoth(left, right)) this.add(right.name as string, {});
    this.conditions.push(node("relation", [left, right], left.span, strict ? "<" : "<="));
    return true;
  }
}

const plus = (e: Expr, step: number): Expr =>
  step === 0 ? e : step > 0 ? node("add", [e, number(step)], e.span) : node("add", [e, node("neg", [number(-step)], e.span)], e.span);

/** Letters that follow each other: i < j < k. */
const consecutive = (chain: readonly Expr[]): boolean =>
  chain.every((e, i) => i === 0 || (e.name ?? "").charCodeAt(0) === (chain[i - 1].name ?? "").charCodeAt(0) + 1);
