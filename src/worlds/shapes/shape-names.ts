/** What the way a name is written says about it: bold letters, arrows, capitals, unit vectors, identities. */
import { symbolName } from "../../expression/names";
import type { Expr } from "../../expression/tree";

/** Bold or arrowed, in lower case: usually a vector. */
export const looksLikeVector = (name: string): boolean =>
  /^\\(vec|overrightarrow)\{/.test(name) ||
  (/^\\(hat|bar|tilde|dot|widehat|widetilde)\{\\(mathbf|vec)\{/.test(name)
    ? true
    : /^\\mathbf\{(\\(hat|bar|tilde|widehat|widetilde)\s?\{?)?(\\[a-z]+|[a-z])/.test(name) && !/^\\mathbf\{[A-Z]/.test(name));
/** A capital or a bold capital: a matrix where the company suggests it. */
export const looksLikeMatrix = (name: string): boolean =>
  /^([A-Z]|\\(Sigma|Lambda|Phi|Psi|Omega|Gamma|Theta|Delta|Pi|Xi)|\\(mathbf|boldsymbol|mathsf)\{(\\?[A-Z][a-z]*)\}|\\(hat|tilde|bar|widehat|widetilde)\{(\\mathbf\{)?\\?[A-Z][a-z]*\}?\})/.test(
    name,
  );
/** I, bold or plain. */
export const isIdentityName = (name: string): boolean => /^(I|\\mathbf\{I\}|\\mathbb\{I\}|\\mathrm\{I\}|\\mathbb\{1\})$/.test(name);
/** A bold zero. */
export const isZeroName = (name: string): boolean => /^\\(mathbf|vec|mathbb|overrightarrow)\{(0|O)\}$/.test(name);
/** A bold one: a vector of ones. */
export const isOnesName = (name: string): boolean => /^\\(mathbf|vec)\{1\}$/.test(name);

const UNIT =
  /^\\(?:hat|mathbf|vec|pmb|widehat|overrightarrow)\{(?:\\(?:hat|mathbf|pmb|boldsymbol|bm|vec|mathrm)\s*\{?)?(\\imath|\\jmath|\\mathrm\{k\}|[ijk])\}{0,2}$/;
/** 0, 1 or 2 for the unit vectors i, j, k, written with a hat, in bold or under an arrow. */
export function isUnitVector(name: string): 0 | 1 | 2 | undefined {
  const letter = UNIT.exec(name)?.[1];
  if (!letter) return undefined;
  return /i/.test(letter.replace("\\imath", "i")) && !letter.includes("jmath") && !letter.includes("k") ? 0 : letter.includes("j") ? 1 : 2;
}

/** The unit vectors among names: there must be an i and a j in one style, or a k beside one of them. */
export function unitVectorsOf(names: Iterable<string>): Set<string> {
  const found = new Map<string, number>();
  for (const name of names) {
    const unit = isUnitVector(name);
    if (unit !== undefined) found.set(name, unit);
  }
  const kinds = new Set(found.values());
  return kinds.size >= 2 ? new Set(found.keys()) : new Set();
}

/** The name of a symbol, also of one with subscripts; undefined for anything else. */
export const plainName = (e: Expr): string | undefined => (e.op === "symbol" ? e.name : e.op === "indexed" ? symbolName(e) : undefined);
