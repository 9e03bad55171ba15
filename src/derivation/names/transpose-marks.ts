/** Which superscripts of a document are no transposes: T and t where the document counts or ends something with them; and whether a prime is one. */
import type { Token } from "../../latex/tokens";

const isLetter = (t: Token | undefined, letter: string): boolean => t?.kind === "letter" && t.text === letter;

/** The end of the argument of a script that begins at `at`. */
function scriptEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind !== "open") return at + 1;
  let depth = 0;
  for (let i = at; i < tokens.length; i++) {
    if (tokens[i].kind === "open") depth++;
    if (tokens[i].kind === "close" && --depth === 0) return i + 1;
  }
  return tokens.length;
}

/** A letter that a sum or a product runs over, `\sum_{t=0}`, or that ends one, an integral or a list: `\sum_{t=1}^T`, `t = 1, \ldots, T`, `\frac{1}{T}`. */
function counts(tokens: readonly Token[], letter: string): boolean {
  return tokens.some((t, at) => {
    if (t.kind === "command" && /^(sum|prod|int)$/.test(t.text)) {
      let end = at + 1;
      if (tokens[end]?.kind === "sub") {
        if (t.text !== "int" && isLetter(tokens[end + 1]?.kind === "open" ? tokens[end + 2] : tokens[end + 1], letter)) return true;
        end = scriptEnd(tokens, end + 1);
      }
      if (tokens[end]?.kind !== "sup") return false;
      const first = tokens[end + 1]?.kind === "open" ? end + 2 : end + 1;
      return isLetter(tokens[first], letter);
    }
    if (t.kind === "command" && /^[lc]?dots$/.test(t.text)) return tokens[at + 1]?.text === "," && isLetter(tokens[at + 2], letter);
    return (
      t.kind === "command" &&
      t.text === "frac" &&
      tokens[at + 1]?.text === "1" &&
      isLetter(tokens[at + 2]?.kind === "open" ? tokens[at + 3] : tokens[at + 2], letter)
    );
  });
}

/** The t of v_t and v_{t-1} counts; a T may be the last of several, and a transpose beside it. */
const isIndex = (tokens: readonly Token[]): boolean =>
  tokens.some((t, at) => t.kind === "sub" && isLetter(tokens[at + 1]?.kind === "open" ? tokens[at + 2] : tokens[at + 1], "t"));

/** `X'X`: the same letter with a prime before itself, inverted or in a bracket. */
const primesTranspose = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (t, at) =>
      tokens[at + 1]?.text === "'" &&
      t.kind === "letter" &&
      /^[A-Z]$/.test(t.text) &&
      isLetter(tokens[at + 2], t.text) &&
      tokens[at - 1]?.text === "(" &&
      tokens[at + 3]?.text === ")",
  );

/** Where a t stands above other letters, bold ones or capitals among them, and nowhere else: it is no number. */
function onlyTransposes(formulas: readonly (readonly Token[])[]): boolean {
  const isAbove = (tokens: readonly Token[], at: number): boolean =>
    tokens[at - 1]?.kind === "sup" || (tokens[at - 1]?.kind === "open" && tokens[at - 2]?.kind === "sup" && tokens[at + 1]?.kind === "close");
  const isOfMatrix = (tokens: readonly Token[], at: number): boolean => {
    const base = tokens[tokens[at - 1]?.kind === "sup" ? at - 2 : at - 3];
    return base?.kind === "close" || (base?.kind === "letter" && /^[A-Z]$/.test(base.text));
  };
  const places = formulas.flatMap((f) => f.flatMap((t, at) => (isLetter(t, "t") ? [{ f, at }] : [])));
  return places.length > 1 && places.every(({ f, at }) => isAbove(f, at)) && places.some(({ f, at }) => isOfMatrix(f, at));
}

/** The marks of a reading: "^T" and "^t" where these letters are numbers, "t^" where t is none, "'T" where a prime transposes. */
export function transposeMarks(formulas: readonly (readonly Token[])[]): string[] {
  return [
    ...["T", "t"].filter((letter) => formulas.some((f) => counts(f, letter) || (letter === "t" && isIndex(f)))).map((letter) => `^${letter}`),
    ...(onlyTransposes(formulas) ? ["t^"] : []),
    ...(formulas.some(primesTranspose) ? ["'T"] : []),
  ];
}
