/** Words with formulas between dollars, as one formula: for readers that want LaTeX. */

/** "$X$ and $Y$ are independent" as X \text{ and } Y \text{ are independent}. */
export const formulaOfWords = (words: string): string =>
  words
    .split("$")
    .map((part, at) => (at % 2 === 1 || part === "" ? part : `\\text{${part}}`))
    .join("");
