/**
 * One letter for several distributions, p(θ), p(k | θ), p(k): where formulas say what some of them are, each is a name of its own, told by its
 * variables. The mark on the name is invisible: `unmarked` takes it off.
 */
import type { Reading } from "../../expression/parser";
import { type Expr, rewrite, some, walk } from "../../expression/tree";
import { variablesOf } from "../../expression/variables";
import { parseOperand, type ReadDocument } from "../reading/chains";
import { withI } from "./named-i";
import { withPi } from "./named-pi";

const MARK = "\u2063";
const MARKED = /_\{\u2063[^}]*\}/g;

/** A variable without decorations: x of \tilde{x}_i'. */
const letterOf = (name: string): string =>
  name
    .replace(/^\\(?:tilde|hat|bar|widehat|widetilde|mathbf|boldsymbol|vec)\{(.*?)\}/, "$1")
    .replace(/_(\{[^}]*\}|.)/g, "")
    .replace(/['*]+$|\^.*$/g, "");

/** "k|θ" of p(k | θ); undefined where an argument is no variable. */
function signatureOf(e: Expr): string | undefined {
  if (e.op !== "apply" || e.data?.bound === ";") return undefined;
  const variables = variablesOf(e);
  return variables && [variables.front, variables.back].map((v) => v.map(letterOf).join(",")).join("|");
}
/** Q(θ | θ_0): an objective at θ that was made with θ_0, as the EM algorithm has it; no density has such a name. */
export function isObjective(e: Expr): boolean {
  const [front, back] = signatureOf(e)?.split("|") ?? [];
  return front !== undefined && front === back && /^(\\mathcal\{)?[QLJFG]\}?$/.test(e.name ?? "");
}
const frontOf = (signature: string): string => signature.split("|")[0];

/** One letter for several functions. */
export interface Overload {
  /** The scope of the first formula. */
  readonly since: number;
  /** The paragraph of the first formula: what stands in its part more than a paragraph before it is of the one family. */
  readonly paragraph: number;
  /** The formulas are of numbers, and only what is applied to random variables is another function. */
  readonly ofVariables: boolean;
  /** The only distribution of the letter without a condition that a formula says: what the bare letter is, p of KL(q ‖ p). */
  readonly bare?: string;
}

/** Names that formulas define for some variables and that stand for other distributions elsewhere, with the scope of the first such formula: before it a letter is one family. */
export function overloadedNames(document: ReadDocument, reading: Reading, scopes: readonly number[]): Map<string, Overload> {
  const since = new Map<string, Pick<Overload, "since" | "paragraph">>();
  const formulas = new Map<string, Set<string>>();
  const conditional = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, name: string, signature: string) => map.set(name, (map.get(name) ?? new Set()).add(signature));
  for (const line of document.lines)
    for (const link of line.links) {
      const [left, right] = [link.left, link.right].map((side) => parseOperand(side, reading));
      const own = signatureOf(left);
      const says = link.sign.relation === "=" || (link.sign.relation === "∝" && link.index === 0 && !link.continued);
      if (own && says && !some(right, (n) => n.op === "apply" && n.name === left.name)) {
        add(formulas, left.name ?? "", own);
        const { paragraph } = line.block;
        const before = since.get(left.name ?? "");
        if (!before || scopes[line.at] < before.since) since.set(left.name ?? "", { since: scopes[line.at], paragraph });
      }
      for (const side of [left, right])
        walk(side, (n) => {
          const signature = n.op === "apply" && n.data?.bound === "|" ? signatureOf(n) : undefined;
          if (signature && !isObjective(n)) add(conditional, n.name ?? "", signature);
        });
    }
  return new Map(
    [...formulas]
      .filter(([name, own]) => [...(conditional.get(name) ?? [])].some((s) => [...own].some((o) => frontOf(o) !== frontOf(s))))
      .map(([name, own]) => [
        name,
        {
          ...(since.get(name) ?? { since: 0, paragraph: 0 }),
          ofVariables: isOfVariables([...own], [...(conditional.get(name) ?? [])]),
          ...withoutCondition([...own]),
        },
      ]),
  );
}

function withoutCondition(signatures: readonly string[]): { readonly bare?: string } {
  const [bare, ...others] = signatures.filter((s) => s.endsWith("|"));
  return bare && others.length === 0 ? { bare } : {};
}

/** h(p) = −p log p − … beside h(Y | X): a function of numbers, and one of random variables. */
const isOfVariables = (own: readonly string[], conditional: readonly string[]): boolean =>
  own.every((s) => !/[A-Z]/.test(s)) && conditional.every((s) => s.split(/[|,]/).every((letter) => /^[A-Z]$/.test(letter)));

/** An expression of a paragraph in which each of these distributions has its own name. */
export function marked(e: Expr, names: ReadonlyMap<string, Overload>, scope: number, paragraph: number): Expr {
  if (names.size === 0) return e;
  const reaches = (o: Overload): boolean => o.since < scope || (o.since === scope && o.paragraph <= paragraph + 1);
  const bare = (n: Expr): Expr => {
    const overload = n.op === "symbol" ? names.get(n.name ?? "") : undefined;
    return overload?.bare && reaches(overload) && !overload.ofVariables ? { ...n, name: `${n.name}_{${MARK}${overload.bare}}` } : n;
  };
  return rewrite(e, (n) => {
    if (n.op === "statistic" && n.name === "divergence") return { ...n, args: n.args.map(bare) };
    const overload = n.op === "apply" ? names.get(n.name ?? "") : undefined;
    const signature = overload && reaches(overload) ? signatureOf(n) : undefined;
    return signature && (!overload?.ofVariables || /[A-Z]/.test(signature)) ? { ...n, name: `${n.name}_{${MARK}${signature}}` } : n;
  });
}

/** One letter again for all. */
export const withoutMarks = (e: Expr): Expr => (isMarked(e) ? rewrite(e, (n) => (n.name?.includes(MARK) ? { ...n, name: unmarked(n.name) } : n)) : e);
const isMarked = (e: Expr): boolean => some(e, (n) => n.name?.includes(MARK) ?? false);
/** The distributions of one letter that expressions speak of. */
export function markedNames(...expressions: readonly Expr[]): Set<string> {
  const found = new Set<string>();
  for (const e of expressions) walk(e, (n) => void (n.name?.includes(MARK) && found.add(n.name)));
  return found;
}
/** A text as the document has it. */
export const unmarked = (text: string): string => withI(withPi(text.includes(MARK) ? text.replace(MARKED, "") : text));
