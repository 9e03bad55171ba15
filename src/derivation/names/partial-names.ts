/** Names whose subscript may say by what a function is differentiated: f_x, u_{xx}. */

const PARTIAL = /^([a-zA-Z]|\\[a-z]+)_\{?((?:[a-zA-Z]|\\[a-z]+)(?:,?(?:[a-zA-Z]|\\[a-z]+)){0,2})\}?$/;

/** The function and the letters of the subscript, three at most; undefined for other names. */
export function partialName(name: string): { readonly base: string; readonly letters: readonly string[] } | undefined {
  const [, base, letters] = PARTIAL.exec(name) ?? [];
  return base === undefined ? undefined : { base, letters: letters.match(/\\[a-z]+|[a-zA-Z]/g) ?? [] };
}
