/** Counts in experiments that words describe: heads of coins, sixes and sums of dice, balls of a colour from an urn. */
import { familyWith } from "../../distributions/index";
import { type Expr, node, number, symbol } from "../../expression/tree";
import { binomial } from "../../numeric/functions/gamma";
import type { Paragraph } from "../words/paragraphs-said";
import type { Law, Points } from "./random";

/** What is said of a count: its law, or its values. */
export interface Counted {
  readonly name: Expr;
  readonly law?: Law;
  readonly points?: Points;
  readonly at: number;
}

const SPELT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const NUMBER = `(${SPELT.join("|")}|\\d{1,3}|⟦\\d+⟧)`;
const TIMES = `(?:${NUMBER} (?:independent )?times|(once|twice|thrice))`;
const THROWN = "(?:is |are )?(?:tossed|flipped|rolled|thrown|toss|flip|roll|throw)";
/** What happens otherwise than as often as is said, or to things that are not alike. */
const OTHERWISE =
  /\b(?:until|loaded|unfair|double-headed|two-headed|one of (?:the|them|these)|given that|conditional\w*|at a time|first \w+ then|stop\w*|weighted|chosen at random|different|another|second (?:urn|box|bag|die|coin))\b/i;

/** The counts of a paragraph; `before` is the paragraph in front of it, where the experiment may stand. */
export function countsIn(words: Paragraph, before: Paragraph | undefined): Counted[] {
  const named = [...words.text.matchAll(/⟦(\d+)⟧\s+(?:is|be|denotes?|counts?|represents?)\s+(?:the\s+)?(?:total\s+)?(number|sum) of ([^.;,⟦]{3,60})/gi)];
  const all = `${before?.text ?? ""} ${words.text}`;
  if (named.length === 0 || OTHERWISE.test(all)) return [];
  const own = trials(words);
  const experiment = own ?? (before ? trials(before) : undefined);
  if (!experiment) return [];
  return named.flatMap(([, hole, what, of]): Counted[] => {
    const name = words.holes[Number(hole)];
    if (name?.op !== "symbol" || !/^[A-Z]$/.test(name.name ?? "")) return [];
    const said = what.toLowerCase() === "sum" ? experiment.sum?.(of) : experiment.count(of);
    return said ? [{ name, ...said, at: words.places[Number(hole)] }] : [];
  });
}

/** What may stand behind the things that are counted: they are all that came. */
const SEEN =
  "(?: (?:drawn|obtained|observed|chosen|selected|seen|rolled|tossed|among (?:them|these)|that (?:are |is )?(?:drawn|obtained|observed|come up|appear|we (?:get|see|draw))|in (?:the|these) (?:(?:two|three|four|five|\\d+) )?(?:tosses|flips|rolls|throws|draws|sample)))?(?: and)?";
const ROLLED = "(?:the )?(?:two |three |four )?(?:rolls|dice|faces|numbers?|outcomes|results|scores|values|points|pips)";

type Said = Pick<Counted, "law" | "points">;
interface Experiment {
  readonly count: (of: string) => Said | undefined;
  readonly sum?: (of: string) => Said | undefined;
}

/** The one experiment of a paragraph; undefined where there are several, or none. */
function trials(words: Paragraph): Experiment | undefined {
  const found = [coins(words), dice(words), urn(words)].filter((e) => e !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

/** The experiment in words, with how often; undefined where it is told twice. */
function howOften(text: string, thing: string): string | undefined {
  const patterns = [
    new RegExp(`\\b${thing}s? ${THROWN} ${TIMES}`, "gi"),
    new RegExp(`\\b${THROWN} (?:a |an |the )?${thing}s? ${TIMES}`, "gi"),
    new RegExp(`\\b${NUMBER} ${thing}s? ${THROWN}\\b`, "gi"),
    new RegExp(`\\b${THROWN} ${NUMBER} ${thing}s?\\b`, "gi"),
  ];
  const found = patterns.flatMap((p) => [...text.matchAll(p)]);
  const [, often, word] = found.length === 1 ? found[0] : [];
  return often ?? word;
}

function coins(words: Paragraph): Experiment | undefined {
  const often = howOften(words.text, "(?:fair|unbiased) coin");
  const size = often && value(often, words);
  if (!size) return undefined;
  return { count: (of) => (new RegExp(`^(?:the )?(?:heads|tails)${SEEN}$`, "i").test(of.trim()) ? binomialLaw(size, half) : undefined) };
}

const FACES: Readonly<Record<string, number>> = { ones: 1, twos: 1, threes: 1, fours: 1, fives: 1, sixes: 1 };

function dice(words: Paragraph): Experiment | undefined {
  const often = howOften(words.text, "(?:fair|ordinary|standard)(?: six-sided| 6-sided)? (?:die|dice)");
  const size = often && value(often, words);
  if (!size) return undefined;
  return {
    count: (of) => (FACES[new RegExp(`^(?:the )?(\\w+)${SEEN}$`, "i").exec(of.trim())?.[1].toLowerCase() ?? ""] ? binomialLaw(size, ratio(1, 6)) : undefined),
    sum: (of) => (size.op === "number" && new RegExp(`^${ROLLED}${SEEN}$`, "i").test(of.trim()) ? sumOfDice(Number(size.name)) : undefined),
  };
}

/** Dice whose sum is listed, at most. */
const MOST = 5;

function sumOfDice(count: number): Said | undefined {
  if (!(count >= 1 && count <= MOST)) return undefined;
  let ways = new Map([[0, 1]]);
  for (let k = 0; k < count; k++) {
    const next = new Map<number, number>();
    for (const [sum, n] of ways) for (let face = 1; face <= 6; face++) next.set(sum + face, (next.get(sum + face) ?? 0) + n);
    ways = next;
  }
  return { points: [...ways].map(([sum, n]) => [number(sum), ratio(n, 6 ** count)] as const) };
}

const URN = new RegExp(
  `\\b(?:urn|box|bag|jar|bowl) (?:that |which )?(?:contains?|has|containing|with|holds?) ${NUMBER} (\\w+) (?:(?:balls|marbles|chips) )?and ${NUMBER} (\\w+) (?:balls|marbles|chips)`,
  "gi",
);
const DRAWN = new RegExp(
  `\\b(?:${NUMBER} (?:balls|marbles|chips) are (?:drawn|chosen|selected|taken)|(?:draw|choose|select|take) ${NUMBER} (?:balls|marbles|chips))\\b[^.]*?\\b(with|without) replacement`,
  "gi",
);

function urn({ text, holes }: Paragraph): Experiment | undefined {
  const [urns, draws] = [[...text.matchAll(URN)], [...text.matchAll(DRAWN)]];
  if (urns.length !== 1 || draws.length !== 1) return undefined;
  const [, first, one, second, other] = urns[0];
  const [, many, few, how] = draws[0];
  const [a, b, k] = [first, second, many ?? few].map((t) => Number(value(t, { holes })?.name));
  if (![a, b, k].every((n) => Number.isInteger(n) && n > 0 && n <= 100)) return undefined;
  return {
    count: (of) => {
      const colour = new RegExp(`^(?:the )?(\\w+) (?:balls|marbles|chips)${SEEN}$`, "i").exec(of.trim())?.[1].toLowerCase();
      const [own, rest] = colour === one.toLowerCase() ? [a, b] : colour === other.toLowerCase() ? [b, a] : [];
      if (own === undefined || rest === undefined) return undefined;
      return how.toLowerCase() === "with" ? binomialLaw(number(k), ratio(own, a + b)) : withoutReplacement(own, rest, k);
    },
  };
}

function withoutReplacement(own: number, rest: number, drawn: number): Said | undefined {
  if (drawn > own + rest) return undefined;
  const points: (readonly [Expr, Expr])[] = [];
  for (let k = Math.max(0, drawn - rest); k <= Math.min(own, drawn); k++)
    points.push([number(k), ratio(Math.round(binomial(own, k) * binomial(rest, drawn - k)), Math.round(binomial(own + rest, drawn)))]);
  return points.length > 1 ? { points } : undefined;
}

function binomialLaw(size: Expr, probability: Expr): Said | undefined {
  const family = familyWith("\\mathrm{Bin}", 2);
  return family && { law: { family, args: [size, probability] } };
}

const ratio = (a: number, b: number): Expr => node("div", [number(a), number(b)], { from: 0, to: 0 });
const half = ratio(1, 2);

function value(text: string, { holes }: Pick<Paragraph, "holes">): Expr | undefined {
  const word = text.toLowerCase();
  const often = ["once", "twice", "thrice"].indexOf(word);
  if (often >= 0) return number(often + 1);
  if (SPELT.includes(word)) return number(SPELT.indexOf(word) + 1);
  if (/^\d+$/.test(word)) return number(Number(word));
  const e = holes[Number(/\d+/.exec(word)?.[0])];
  return e?.op === "number" ? e : e?.op === "symbol" && /^[nNmk]$/.test(e.name ?? "") ? symbol(e.name ?? "") : undefined;
}
