/** Reads from the words before a formula what the formula is there for. */
import { Memo } from "../base/memo";

/** `define`: it gives a name. `given`: it is assumed, or to be solved. `claim`: it is asserted. */
export type Cue = "define" | "given" | "claim";

const define =
  /\b(?:let|define[ds]?|defining|definition|denot(?:e[ds]?|ing)|put|set|setting|write|writing|where|called|abbreviat\w+|introduc\w+|with the notation|in which|is defined (?:as|by)|given by|stands? for|substitut\w+|possible (?:option|formula|function|choice|example)|one possibility)\b/i;
const given =
  /\b(?:subject to|s\.t|assum\w+|suppose|supposing|let['’]s say|imagine|such that|if|(?<!\bthe )given(?! by\b)|satisf\w+|solv(?:e[ds]?|ing(?! (?:(?:this|it|that) )?for\b))|constraints?|provided|whenever|when|under the condition|with the constraint|requir\w+|hypothes[ie]s|(?<!\b(?:from|by|using) (?:the |this |these |our )?)equations?(?! (?:of motion )?(?:uses?|needs?|contains?|involves?|as|becomes?|simplif\w+|reduces|can be (?:re)?written)\b)|system)\b/i;
const claim =
  /\b(?:hence|so|thus|therefore|then|formulas?|identit(?:y|ies)|for (?:all|any|every|each)|we (?:get|obtain|have|find|see|conclude|arrive)|gives?|yields?|show(?: that)?|prov(?:e|es|ing)|claim(?:s|ed)?|it follows|follows|impl(?:y|ies|ying)|conclude|consequently|because|since|recall|(?:note|observe|remember) that|(?:well[- ]known|easily|readily) (?:that|checked|verified|seen)|(?:clearly|obviously|in general|fact|remember)(?=[,:])|one has|we establish|equivalently|that is|i\.e|becomes|simplif\w+|verify|check that|rule|theorem|lemma|property|inequality)\b/i;

/** "where" and "with" in German, French, Spanish, Italian and Portuguese; a letter with an accent ends no word for an expression. */
const WHERE = /(?<![\wÀ-ɏ])(?:wobei|mit|où|avec|donde|dove|onde|con)(?![\wÀ-ɏ])|其中/;
/** Chinese sets no spaces between its words. */
const GIVEN = /满足|假设|假定|如果|(?<!般)若|要求|已知|给定/;

const patterns: readonly (readonly [Cue, RegExp])[] = [
  ["define", define],
  ["given", given],
  ["claim", claim],
  ["given", GIVEN],
  ["define", WHERE],
];

const everywhere = patterns.map(([cue, pattern]) => [cue, new RegExp(pattern, `g${pattern.flags}`)] as const);

/** The words after the last full stop, at most 200 characters: what a formula behind the prose belongs to. */
export function lastFragment(prose: string): string {
  const tail = prose.slice(-200);
  const stops = [...tail.matchAll(/(?<!\b(?:e\.g|i\.e|s\.t|resp|cf|vs|Eq|Fig|w\.r\.t))[.?!;](?=\s|$)|[。；！？]/g)];
  const last = stops.length ? stops[stops.length - 1] : undefined;
  return last ? tail.slice(last.index + 1) : tail;
}

/** Characters of prose whose cue is kept. */
const ROOM = 200_000;
const known = new Memo<{ readonly cue?: Cue }>(ROOM);

/** The cue whose last word stands nearest before the formula, if any. */
export function nearestCue(prose: string): Cue | undefined {
  const tail = prose.slice(-200);
  return known.of(tail, () => nearestIn(lastFragment(tail))).cue;
}

/** "If the matrices are invertible," is a clause of its own: what stands behind it follows. */
const isClauseDone = (word: string, behind: string): boolean =>
  /^(if|when|whenever)$/i.test(word) && /^[^,]*\b(is|are|was|were|has|have|exists?|holds?|commutes?|converges?)\b[^,]*,\s*$/i.test(behind);

function nearestIn(fragment: string): { readonly cue?: Cue } {
  let best: { cue: Cue; at: number } | undefined;
  for (const [cue, pattern] of everywhere) {
    for (const match of fragment.matchAll(pattern))
      if ((!best || match.index >= best.at) && !isClauseDone(match[0], fragment.slice(match.index + match[0].length))) best = { cue, at: match.index };
  }
  return best ? { cue: best.cue } : {};
}
