/** Finds the edits after which a failing step holds: proposes, screens in a few worlds, checks again in full, ranks. */
import { namesOf } from "../expression/names";
import type { Reading } from "../expression/parser";
import { type Expr, same } from "../expression/tree";
import type { Token } from "../latex/tokens";
import type { Bench } from "../worlds/bench";
import { PLAIN, SOLVED } from "./families";
import { values } from "./families/values";
import { type Clue, localise } from "./localise";
import { Screen } from "./screen";
import type { Search } from "./search";
import { type Candidate, siteOf } from "./site";

export interface Failure {
  /** The tokens of the right side, and the tree of the left. */
  readonly tokens: readonly Token[];
  readonly left: Expr;
  readonly text: string;
  /** Tokens of the left side and of what follows in the chain. */
  readonly materials: readonly (readonly Token[])[];
  readonly bench: Bench;
  readonly worlds: Int32Array;
  readonly reading: Reading;
  /** Takes a parsed right side to what the reading of the failing step makes of it. */
  readonly understood: (right: Expr) => Expr;
  readonly closed: boolean;
  readonly complex: boolean;
  /** The full check with another right side; without it no fixes are looked for. */
  readonly holds?: (right: Expr) => boolean;
}

export interface Found {
  readonly candidates: readonly Candidate[];
  readonly clue?: Clue;
}

/** Candidates that pass the screen are checked in full, best first, until three hold. */
const OFFERED = 3;
const CHECKED = 8;
/** An edit that costs this much more than the best is noise beside it. */
const NOISE = 1;

/** For a rounded value: the number that the other side rounds to. */
export function findRounded(failure: Failure): Found {
  const screen = new Screen(failure.bench, failure.reading, failure.worlds, failure.complex, failure.understood);
  const wanted = screen.expression(failure.left);
  if (!wanted || !failure.holds) return { candidates: [] };
  const search: Search = { site: siteOf(failure.tokens, failure.text, []), screen, wanted, current: wanted, closed: failure.closed, names: new Set() };
  const found = [...values(search)]
    .filter((c) => c !== undefined)
    .filter((c) => {
      const right = screen.parse(c.tokens);
      return right !== undefined && failure.holds?.(right);
    });
  return { candidates: found };
}

export function findFixes(failure: Failure): Found {
  const { tokens, text, materials, bench, reading, worlds, complex, closed } = failure;
  const screen = new Screen(bench, reading, worlds, complex, failure.understood);
  const wanted = screen.expression(failure.left);
  const current = screen.tokens(tokens);
  if (!wanted || !current || wanted.length !== current.length || tokens.length > 400) return { candidates: [] };
  const right = screen.parse(tokens);
  const names = namesOf(failure.left, ...(right ? [right] : []));
  const search: Search = {
    site: siteOf(tokens, text, materials),
    screen,
    wanted,
    current,
    closed,
    names: new Set([...names.symbols, ...names.indexed.keys()]),
  };
  const clue = localise(search);
  const located = clue ? { clue } : {};
  if (!failure.holds) return { candidates: [], ...located };
  const { holds } = failure;
  const inFull = (c: Candidate): boolean => {
    const right = screen.parse(c.tokens);
    // I_0 = I_0 mends nothing
    return right !== undefined && !(IS_LONE.test(failure.left.op) && same(right, failure.left)) && holds(right);
  };
  return { candidates: confirmed(screened(search), inFull), ...located };
}

/** What is one name or one value by itself. */
const IS_LONE = /^(symbol|indexed|statistic|apply)$/;

/** The candidates that hold when checked in full, best first. Where a stroke of the pen does, no more is looked for. */
function confirmed(stages: Iterable<readonly Candidate[]>, inFull: (c: Candidate) => boolean): Candidate[] {
  const known = new Map<Candidate, boolean>();
  const holds = (c: Candidate): boolean => {
    const found = known.get(c) ?? inFull(c);
    known.set(c, found);
    return found;
  };
  const passed: Candidate[] = [];
  for (const stage of stages) {
    passed.push(...stage);
    const held = best(
      passed.filter((c) => c.cost <= STROKE),
      holds,
    );
    if (held.length > 0) return held;
  }
  return best(passed, holds);
}

function best(passed: readonly Candidate[], holds: (c: Candidate) => boolean): Candidate[] {
  const held: Candidate[] = [];
  for (const c of rank(passed).slice(0, CHECKED)) {
    if (held.length >= OFFERED || (held.length > 0 && c.cost > held[0].cost + NOISE)) break;
    if (holds(c)) held.push(c);
  }
  return held;
}

/** Where an edit of this cost mends the step, what costs more is noise. */
const STROKE = 1.3;
/** Edits up to this cost are tried before anything is solved for. */
const LIKELY = 1.451;
/** Plain edits beyond this many are not tried. */
const MOST = 260;

/** The candidates that give the other side's value: likely plain edits, then solved ones, then the other plain ones. */
function* screened(search: Search): Generator<readonly Candidate[]> {
  const seen = new Set<string>();
  const gives = (c: Candidate | undefined): c is Candidate => {
    if (!c) return false;
    const key = c.tokens.map((t) => t.text).join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return search.screen.gives(c.tokens, search.wanted);
  };
  const plain = PLAIN.flatMap((family) => [...family(search)]).filter((c) => c !== undefined);
  const sorted = plain
    .map((c, i) => ({ c, i }))
    .sort((a, b) => a.c.cost - b.c.cost || a.i - b.i)
    .map(({ c }) => c)
    .slice(0, MOST);
  const likely = sorted.filter((c) => c.cost <= LIKELY);
  yield likely.filter(gives);
  yield SOLVED.flatMap((family) => [...family(search)].filter(gives));
  yield sorted.slice(likely.length).filter(gives);
}

/** Small and common edits first; ties keep the order of the families. */
const rank = (candidates: readonly Candidate[]): Candidate[] =>
  candidates
    .map((c, i) => ({ c, i, cost: c.cost + 0.002 * size(c) }))
    .sort((a, b) => a.cost - b.cost || a.i - b.i)
    .map(({ c }) => c);
const size = (c: Candidate): number => c.edits.reduce((n, e) => n + Math.max(e.newText.length, e.to - e.from), 0);
