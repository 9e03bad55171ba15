/** Sentences that say how random variables depend on each other: Markov chains, independence, variables that others determine. */

const DEPENDENCE =
  /\bMarkov\b|\bindependen\w+|\bfunctions? of\b|\bdetermin\w+|\bi\.?i\.?d\b|\bnois[ey]\w*|\\perp|\\(long)?(to|rightarrow)\b|\\leftrightarrow|\bcod(e|ing|ebook)\w*\b|\b(en|de)cod\w+/i;

const ARROW = String.raw`\s*(?:\\(?:long)?(?:to|rightarrow)|\\leftrightarrow|→|-)\s*`;
const CHAIN = new RegExp(`(?<![A-Za-z\\\\])[A-Z](?:${ARROW}[A-Z](?![A-Za-z_])){2,4}`);
/** Words that tie variables in another way. */
const OTHER = /(?<!conditional(ly)? )\bindependen\w+|\bfunctions? of\b|\bdetermin\w+|\bi\.?i\.?d\b|\bnois[ey]\w*|\bcod(e|ing|ebook)\w*\b|\b(en|de)cod\w+/i;

/** The names of the Markov chain X → Y → Z that a sentence speaks of, in their order; undefined where it speaks of none. */
export function markovChainIn(sentence: string): string[] | undefined {
  const chain = /\bMarkov\b/.test(sentence) ? CHAIN.exec(sentence)?.[0].match(/(?<!\\[a-z]*)[A-Z]/g) : undefined;
  return chain ? [...chain] : undefined;
}

/** Whether a sentence ties variables by other words than those of a chain. */
export const tiesOtherwise = (sentence: string): boolean => OTHER.test(sentence);

/** A sentence, and where it begins. */
export interface Sentence {
  readonly text: string;
  readonly from: number;
}

/** All such sentences of a document, first to last. */
export function dependenceSentences(text: string): Sentence[] {
  if (!DEPENDENCE.test(text)) return [];
  const found: Sentence[] = [];
  let from = 0;
  for (const m of [...text.matchAll(/[.?!:](?=\s)|\n\s*\n|$/g)]) {
    const sentence = text.slice(from, m.index);
    if (DEPENDENCE.test(sentence)) found.push({ text: sentence, from });
    from = m.index + m[0].length;
  }
  return found;
}
