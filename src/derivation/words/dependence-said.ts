/** Sentences that say how random variables depend on each other: Markov chains, independence, variables that others determine. */

const DEPENDENCE =
  /\bMarkov\b|\bindependen\w+|\bfunctions? of\b|\bdetermin\w+|\bi\.?i\.?d\b|\bnois[ey]\w*|\\perp|\\(long)?(to|rightarrow)\b|\\leftrightarrow|\bcod(e|ing|ebook)\w*\b|\b(en|de)cod\w+/i;

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
