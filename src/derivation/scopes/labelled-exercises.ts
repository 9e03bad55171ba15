/** Exercises by numbers in bold or as links that their paragraphs begin with, `[12.](#12) Let …`, or by a list of tasks, under headings that speak of exercises; or by headings that are numbers. */
import type { Block } from "../../document/blocks";

const SPEAKS_OF_EXERCISES = /\b(?:exercises?|problems?|solutions?|answers?|home\s?work|assignments?|questions?)\b/i;

/** A number that stands at the beginning of a paragraph, in bold or as a link. */
const LABEL = /(?:^|\n)[ \t]*(?:\[\(?(?:[A-Z]\.?)?(\d{1,3})[.):]?\W{0,2}\]\([^()\n]*\)|(\*\*|__)\(?(\d{1,3})[.):]\)?\2)[ \t.:]*(?=\S)/g;

/** The number of an item of a list, which is no part of its prose, and prose that begins in italics: the task, before what is said of it. */
const ITEM_NUMBER = /(?:^|\n) {0,3}(\d{1,3})\.[ \t]+$/;
const ITALIC = /^(?:\*(?=[^*\s])|_(?=[^_\s]))/;

/** So many in a row are no steps of one proof. */
const FEWEST = 4;

/** The number of the exercise that each block belongs to; undefined where a document does not number its exercises so. */
export function labelledExercises(blocks: readonly Block[], text: string): number[] | undefined {
  // a number that opens a paragraph is a part of a problem
  const byHeading = blocks.map((b) => (b.kind === "heading" && b.environment === undefined && b.level < 7 ? headingNumber(b.text) : []));
  if (isCount(byHeading)) return opened(blocks, byHeading);
  if (!blocks.some((b) => b.kind === "heading" && SPEAKS_OF_EXERCISES.test(b.text))) return undefined;
  const byLabel = blocks.map((b) => (b.kind === "prose" ? [...b.text.matchAll(LABEL)].map((m) => Number(m[1] ?? m[3])) : []));
  const byItem = blocks.map((b, at) => (b.kind === "prose" && ITALIC.test(b.text) ? itemNumber(text.slice(blocks[at - 1]?.span.to ?? 0, b.span.from)) : []));
  const labels = [byLabel, byItem].find(isCount);
  return labels && opened(blocks, labels);
}

/** An exercise goes on to the next label, or to a heading. */
function opened(blocks: readonly Block[], labels: readonly (readonly number[])[]): number[] {
  let last = 0;
  return blocks.map((block, at) => {
    if (labels[at].length > 0) last = at + 1;
    else if (block.kind === "heading" && block.environment === undefined && block.level < 6) last = 0;
    return last;
  });
}

/** "5.7" as the whole heading. */
const headingNumber = (heading: string): number[] => {
  const number = /^\W*(?:\d+\.)?(\d{1,3})\W*$/.exec(heading)?.[1];
  return number === undefined ? [] : [Number(number)];
};

const itemNumber = (before: string): number[] => {
  const number = ITEM_NUMBER.exec(before)?.[1];
  return number === undefined ? [] : [Number(number)];
};

/** Whether the numbers of blocks mostly go up by one. */
function isCount(labels: readonly (readonly number[])[]): boolean {
  const all = labels.flat();
  return all.length >= FEWEST && all.filter((n, i) => i > 0 && n === all[i - 1] + 1).length >= all.length / 2;
}
