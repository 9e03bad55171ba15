/** Which names are the entries of a vector or matrix by convention: a_{ij} of A, v_i of a bold v. */
import { type Expr, some, walk } from "../expression/tree";

/** A letter in bold, also below an accent. */
function boldOf(name: string): string[] {
  const accent = /^\\(hat|bar|tilde|widehat|widetilde|dot)\{(.+)\}$/.exec(name);
  if (accent) return [`\\${accent[1]}{\\mathbf{${accent[2]}}}`, `\\mathbf{${name}}`, `\\mathbf{\\${accent[1]}{${accent[2]}}}`];
  return [`\\mathbf{${name}}`, `\\vec{${name}}`, `\\boldsymbol{${name}}`, `\\overrightarrow{${name}}`];
}

const CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  "gamma delta theta lambda xi pi sigma upsilon phi psi omega".split(" ").map((n) => [`\\${n}`, `\\${n[0].toUpperCase()}${n.slice(1)}`]),
);

/** The names that may own entries of this name, likeliest first. */
function owners(name: string, indices: number): string[] {
  if (indices === 1) return boldOf(name);
  const capital = /^[a-z]$/.test(name) ? name.toUpperCase() : CAPITALS[name];
  return capital ? [capital, `\\mathbf{${capital}}`, `\\boldsymbol{${capital}}`] : boldOf(name);
}

/**
 * What is counted from zero, as \beta_0 and \beta_1, are names of their own: they have no owner, which is written "".
 * Names of entries with the names of what they are entries of, where that stands in the expressions and the entry's own name never stands bare.
 */
export function entryOwners(expressions: readonly Expr[]): Map<string, string> {
  const bare = new Set<string>();
  const indexed = new Map<string, number>();
  const counted = new Set<string>();
  for (const e of expressions)
    walk(e, (n) => {
      if (n.op === "symbol" || (n.op === "indexed" && n.args.length === 1 && /^\\(mathbf|vec)/.test(n.name ?? ""))) bare.add(n.name ?? "");
      if (n.op === "indexed") indexed.set(n.name ?? "", n.args.length);
      if (n.op === "indexed" && n.args.length === 1 && n.args[0].op === "number" && Number(n.args[0].name) === 0) counted.add(n.name ?? "");
    });
  const found = new Map<string, string>();
  for (const name of counted) found.set(name, "");
  for (const [name, count] of indexed) {
    if (bare.has(name) || count > 2 || counted.has(name)) continue;
    const owner = owners(name, count).find((o) => bare.has(o) && o !== name);
    if (owner) found.set(name, owner);
  }
  return found;
}

/** **p** = (p_1, …, p_n): how its entries are called, which makes no step about the entries one about the vector. */
export const isListOfEntries = (left: Expr, right: Expr): boolean =>
  left.op === "symbol" &&
  (right.op === "tuple" || right.op === "matrix") &&
  right.args.length > 1 &&
  right.args.every((a) => a.op === "ellipsis" || (a.op === "indexed" && owners(a.name ?? "", 1).includes(left.name ?? "")));

/** Families of vectors, written with one index, with the matrix of their letter: x_i beside X; not r_i beside an R that is defined by them. */
export function familyOwners(expressions: readonly Expr[], defined: (owner: string) => Expr | undefined): Map<string, string> {
  const bare = new Set<string>();
  const indexed = new Set<string>();
  for (const e of expressions)
    walk(e, (n) => {
      if (n.op === "symbol") bare.add(n.name ?? "");
      if (n.op === "indexed" && n.args.length === 1) indexed.add(n.name ?? "");
    });
  const found = new Map<string, string>();
  for (const name of indexed) {
    const letter = /^\\mathbf\{(.+)\}$/.exec(name)?.[1] ?? name;
    const owner = bare.has(name) ? undefined : owners(letter, 2).find((o) => bare.has(o) && o !== name);
    if (owner && !isBuiltOf(defined(owner), name)) found.set(name, owner);
  }
  return found;
}

const isBuiltOf = (e: Expr | undefined, name: string): boolean => e !== undefined && some(e, (n) => n.op === "indexed" && n.name === name);
