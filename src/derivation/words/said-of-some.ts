/** "There is a point $c$ where f(c) = c", "at some point $c$ we have …": the letter of which a formula is said for some value only. */

const SOME =
  "(?:\\bsome|\\ba certain|\\bthere (?:exists?|is|are|must be)(?: an?| at least one| some)?|某(?:个|一)?|存在(?:着)?(?:一个|一|某个|某)?|\\b(?:il existe|existe|esiste|es gibt)(?: une?| uno?a?| eine?n?)?)";
/** Up to the formula: its letter, the set that it is from, and words that end no sentence. */
const BEFORE = new RegExp(
  `${SOME}\\s*(?:[a-zà-ÿ-]+\\s+|[\\u4e00-\\u9fa5]{1,6}\\s*){0,3}(?:\\$|\\\\\\()\\s*(\\\\?[A-Za-z]+)(?:\\s*(?:\\\\in|[<>]|\\\\[lg]eq?)\\b[^$]*)?\\s*(?:\\$|\\\\\\))[^.;。；$]{0,40}(?:\\$|\\\\\\()?\\s*$`,
  "iu",
);
/** `\exists d \in (0, 1)` in a formula before it in the sentence. */
const EXISTS = /\\exists(?:\\[ ,;!]|~|\s)*(\\?[A-Za-z]+)(?![A-Za-z])[^.;。；]*$/;
/** Characters before a formula in which they are looked for. */
const NEAR = 160;

/** The letter of which the formula that begins at `from` is said for some value only. */
export function saidOfSome(text: string, from: number): string | undefined {
  const before = text.slice(Math.max(0, from - NEAR), from);
  return (BEFORE.exec(before) ?? EXISTS.exec(before))?.[1];
}
