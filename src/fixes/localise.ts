/** Says where the sides differ: by a factor, or by a term of one of them. */
import { matchProduct } from "./materials";
import { flat, type Search } from "./search";
import { common } from "./simple";

export interface Clue {
  /** "factor": left = latex · right. "missing": left = right + latex. "extra": left = right − latex. */
  readonly kind: "factor" | "missing" | "extra";
  readonly latex: string;
}

export function localise(search: Search): Clue | undefined {
  const [left, right] = [flat(search.wanted), flat(search.current)];
  if (!left || !right || left.length !== right.length || search.closed) return undefined;
  const quotient = left.map((l, i) => l / right[i]);
  const k = common(quotient);
  if (k && k.value !== 0 && k.value !== 1) return { kind: "factor", latex: k.latex };
  const difference = left.map((l, i) => l - right[i]);
  const constant = common(difference);
  if (constant && constant.value !== 0) return signed(constant.latex);
  const [term] = matchProduct(search, difference);
  if (term && term.cost < 0.6) return signed(term.latex);
  // entry by entry is no product of matrices, part by part none of complex numbers
  const [factor] = search.wanted.length === 1 ? matchProduct(search, quotient) : [];
  if (factor) return { kind: "factor", latex: factor.latex };
  return term ? signed(term.latex) : undefined;
}

const signed = (latex: string): Clue => (latex.startsWith("-") ? { kind: "extra", latex: latex.slice(1) } : { kind: "missing", latex });
