/** Problems of a homework by their headings: definitions may be used in all of them, but the law of a random name is that of its own problem. */
import type { Block } from "../../document/blocks";
import { isAccompanying } from "../../document/environments";
import { isApart, SPEAKS_OF_ANOTHER } from "./exercises";

/** "Exercise 3.", "Problem 2 (Gaussians)", "Question 1: softmax". */
const TASK = /^\W*(?:exercise|problem|question|task|assignment|aufgabe|(?:ex|exer|prob|qu?)\.)\s*\(?[A-Z]?\d/i;

/** "Homework 4", "Problem set": a heading of numbered problems. */
const HOMEWORK = /\b(?:home\s?work|exercises|problems|problem (?:set|sheet)|assignment|hausaufgaben?|hw|pset)\b/i;
const NUMBER = /^\W*\d{1,2}\W*$/;

/** A problem that brings nothing in goes on with what the one before it had. */
const INTRODUCES = /\b(?:let|suppose|assume|consider|given|denote|has|have|draws?|drawn|if)\b/i;

/**
 * The number of the problem that each block belongs to by the headings, with a minus where it speaks of another or brings nothing in; 0 for what stands
 * outside of all. A problem goes on to the next one, or to a heading of its own level or above.
 */
export function headedTasks(blocks: readonly Block[]): number[] {
  let count = 0;
  let last = 0;
  let level = 0;
  /** The level of a heading that speaks of problems: numbers below it open them. */
  let ofTasks = 0;
  const numbers = blocks.map((block) => {
    if (block.kind !== "heading" || block.environment !== undefined || isAccompanying(block.text)) return last;
    if (HOMEWORK.test(block.text)) ofTasks = block.level;
    else if (block.level <= ofTasks) ofTasks = 0;
    if (TASK.test(block.text) || (ofTasks > 0 && NUMBER.test(block.text))) {
      last = ++count;
      level = block.level;
    } else if (block.level <= Math.min(level, 6)) last = 0;
    return last;
  });
  const where = (what: RegExp): ReadonlySet<number> => new Set(numbers.filter((_, at) => blocks[at].kind === "prose" && what.test(blocks[at].text)));
  const [linked, introducing] = [where(SPEAKS_OF_ANOTHER), where(INTRODUCES)];
  return numbers.map((n) => (n > 0 && (linked.has(n) || !introducing.has(n)) ? -n : n));
}

interface Placed {
  readonly exercise?: number;
  readonly task?: number;
}

/** Whether what is said of random names at another place is not meant at the first. */
export const areLawsApart = (own: Placed | undefined, other: Placed | undefined): boolean =>
  isApart(own?.exercise ?? 0, other?.exercise ?? 0) || isApart(own?.task ?? 0, other?.task ?? 0);
