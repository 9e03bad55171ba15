/** The functions of a code answer, each as a source of its own in which the others are blank, so that places stay. */
import { logicalLines } from "./lines";
import { DEFINITION } from "./read";

/** The source itself where it has fewer than two functions. */
export function functionsApart(source: string): string[] {
  const heads = logicalLines(source).filter((line) => DEFINITION.test(line.text));
  if (heads.length < 2) return [source];
  return heads.map(({ from }, i) => only(source, from, heads[i + 1]?.from ?? source.length));
}

const only = (source: string, from: number, to: number): string => blank(source.slice(0, from)) + source.slice(from, to) + blank(source.slice(to));

const blank = (text: string): string => text.replace(/[^\n]/g, " ");
