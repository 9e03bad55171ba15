/** Exercises and examples by their environments: what one defines is not meant in another, unless that one speaks of a task before it. */
import type { Block } from "../../document/blocks";
import { isAccompanying, isTask } from "../../document/environments";
import { labelledExercises } from "./labelled-exercises";

/** "as in the previous exercise", "Example~\ref{…}", "Problem 3". */
export const SPEAKS_OF_ANOTHER =
  /\b(previous|preceding|earlier|last|above|continued|continues)\s+(question|problem|exercise|example|task)s?\b|\b(questions?|problems?|exercises?|examples?|tasks?)[~\s]*\(?(\d|\\\w{0,8}ref\b)|\bcontinued\b/i;

/**
 * The number of the exercise that each block belongs to, with a minus where it speaks of another; 0 for what stands outside of all.
 * Solutions and hints that follow an exercise belong to it.
 */
export function exercisesOf(blocks: readonly Block[], text: string): number[] {
  const open: string[] = [];
  let last = 0;
  let count = 0;
  /** Braces that are open of a command behind the end of the exercise. */
  let braces = 0;
  /** The answer stands behind the environment of the exercise, and goes on to the next heading or exercise. */
  let answered = false;
  /** The exercise was opened by a command, and goes on to the next heading. */
  let byCommand = false;
  const numbers = blocks.map((block, at) => {
    const begins = braces === 0 && block.kind === "prose" && isEnd(blocks[at - 1]) && OPENS_ARGUMENT.test(block.text);
    if (begins || (braces > 0 && block.kind === "prose")) {
      braces = Math.max(0, braces + openedIn(block.text));
      return last;
    }
    if (braces > 0 && block.kind !== "heading") return last;
    braces = 0;
    const command = block.kind === "heading" && block.environment === undefined && block.level === 6 && !isAccompanying(block.text) && open.length === 0;
    if (command) last = ++count;
    if (command || (block.kind === "heading" && block.environment === undefined && block.level < 7 && !isAccompanying(block.text))) byCommand = command;
    if (byCommand) return last;
    if (block.kind === "heading" && block.environment === undefined && block.level < 6) {
      last = 0;
      open.length = 0;
    }
    answered = last > 0 && !open.some(isTask) && (answered || (block.kind === "prose" && ANSWERS.test(block.text)));
    const within = answered || (last > 0 && open.some((name) => isTask(name) || isAccompanying(name)));
    if (block.kind !== "heading" || block.environment === undefined) return within ? last : 0;
    if (block.environment === "") open.pop();
    else {
      if (isTask(block.environment) && !open.some(isTask)) last = ++count;
      open.push(block.environment);
    }
    return last;
  });
  return withLinks(blocks, numbers.every((n) => n === 0) ? (labelledExercises(blocks, text) ?? numbers) : numbers);
}

/** With a minus where an exercise speaks of another. */
function withLinks(blocks: readonly Block[], numbers: readonly number[]): number[] {
  const linked = new Set(numbers.filter((n, at) => n > 0 && blocks[at].kind === "prose" && SPEAKS_OF_ANOTHER.test(blocks[at].text)));
  return numbers.map((n) => (linked.has(n) ? -n : n));
}

/** "\textbf{Solution.}" at the beginning of a line. */
const ANSWERS =
  /(?:^|\n)[ \t]*(?:\\(?:noindent|bigskip|medskip|smallskip|par)\b\s*)*(?:\\(?:textbf|textit|emph|underline|textsc)\s*\{|\{\\(?:bf|it|em)\b|\*+|_+)\s*(?:solution|answer|proof)\b/i;

/** "\exsol{": a command behind the end of an exercise that holds what follows belongs to the exercise. */
const OPENS_ARGUMENT = /^\s*\\[A-Za-z]+\s*\{[^{}]*$/;
const isEnd = (block: Block | undefined): boolean => block?.kind === "heading" && block.environment === "";
const openedIn = (prose: string): number => {
  const bare = prose.replace(/\\[{}]/g, "");
  return bare.split("{").length - bare.split("}").length;
};

/** Whether what one exercise defines is not meant in another. */
export const isApart = (exercise: number, other: number): boolean => exercise > 0 && other !== 0 && Math.abs(other) !== exercise;
