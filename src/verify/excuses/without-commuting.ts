/** Products of names that need not commute where the words speak of operators, aN = (N + 1)a, and products of groups and cosets, which are none of numbers. */
import type { Item } from "../../derivation/facts/items";
import { type Expr, some } from "../../expression/tree";
import { sentenceBefore } from "../trying/case-start";
import { type Excuse, unjudged } from "./excuse";
import { areWrittenOut } from "./written-out";

const OPERATORS =
  /\b(ladder|creation|annihilation|lowering|raising|number|momentum|position|shift|linear|self-adjoint|quantum)\s+operators?\b|\bnon-?commut\w+|\bcommutators?\b|\banti-?commut\w+|\bquaternions?\b|\bClifford\b|\bWeyl algebra\b|\bquantum (plane|group)\b|\bLie algebra\b|\\dagger\b/i;
/** Of a whole document: there vectors are multiplied. */
const ALGEBRA = /\b(geometric (algebra|product)|multivectors?|bivectors?|(space ?time|Clifford) algebra|gamma matrices|Dirac (basis|matrices))\b/i;
/** Characters before the formula in which they are spoken of, and behind it. */
const NEAR = { before: 500, behind: 150 };

/** Words of the theory of groups, beside which a product of letters is one of elements or of sets. */
const GROUPS =
  /\b(subgroups?|cosets?|abelian|(group )?homomorphisms?|quotient groups?|group (operation|theory)|groups? axioms?|order of an element|is a group|associativity)\b|\\tag\{(Identity|Inverse|Associativ\w*)|\bgroup\]*\s+(\$|\\\()\s*[GH]\b/i;
const FAR = 1500;

const isWord = (e: Expr): boolean => /^(symbol|indexed)$/.test(e.op) || (e.op === "pow" && isWord(e.args[0])) || (e.op === "mul" && e.args.every(isWord));

const isGroupProduct = ({ left, right }: Item): boolean => [left, right].every(isWord) && [left, right].some((e) => some(e, multiplies));

/** (J + 1)(J + a) = J + a: sums with one set, where cosets are spoken of. */
const COSETS =
  /\b(cosets?|ideals|ideal(?=\s*(?:[$\\.,;:)]|(?:of|in|generated|is)\b))|quotient (rings?|spaces?|groups?)|Nebenklassen?|Restklassen?|classes? lat[ée]rales?|clases? laterales?|classi laterali)\b|陪集|商空间|商环|剰余類/i;

function isOfCosets({ left, right }: Item): boolean {
  const sums: Expr[] = [];
  for (const side of [left, right]) some(side, (n) => n.op === "add" && sums.push(n) === 0);
  const sets = (e: Expr): string[] => e.args.flatMap((a) => (a.op === "symbol" && /^[A-Z]$|^\\(mathfrak|langle)/.test(a.name ?? "") ? [a.name ?? ""] : []));
  const ofSets = sums.filter((sum) => sets(sum).length > 0);
  return sums.length > 1 && ofSets.length > 0 && sets(ofSets[0]).some((name) => ofSets.every((sum) => sets(sum).includes(name)));
}

export const withoutCommuting: Excuse = (item, { text, groups }) => {
  const { from, to } = item.link.statement.block.span;
  const isSaid = ALGEBRA.test(text) || OPERATORS.test(text.slice(Math.max(0, from - NEAR.before), to + NEAR.behind));
  if (item.relation === "=" && isGroupProduct(item) && GROUPS.test(text.slice(Math.max(0, from - FAR), to + FAR)))
    return unjudged("context/group", "Not judged: a product of elements of a group is none of numbers.");
  if (item.relation === "=" && isOfCosets(item) && COSETS.test(text.slice(Math.max(0, from - FAR), to + FAR)))
    return unjudged("context/group", "Not judged: sums with a set are cosets here.");
  if (item.relation === "!=" && MATRICES.test(text.slice(Math.max(0, from - FAR), to + FAR)) && [item.left, item.right].some((e) => some(e, multiplies)))
    return unjudged("context/order", "Not judged: matrices need not commute.");
  if (item.relation === "=" && isOfNames(item) && isElsewhere(item, text))
    return unjudged("context/structure", "Not judged: it is said of a structure of its own, and not of numbers.");
  if (item.relation !== "=" || !isSaid) return undefined;
  if ([item.left, item.right].every((e) => areWrittenOut(e, groups))) return undefined;
  return [item.left, item.right].some((e) => some(e, multiplies)) && isOfNames(item)
    ? unjudged("context/order", "Not judged: what is multiplied here may depend on its order.")
    : undefined;
};

/** "in this algebra", "in characteristic p": what holds there need not hold of numbers. */
const ELSEWHERE =
  /\bin (this|the|an?|any|every|such an?|our|some) ([\w-]+ ){0,2}(ring|algebra|semiring|semigroup|monoid|loop|group)s?\b(?! (theory|delay|velocity))|\bcharacteristic\s+\$?[p2-9]\b/i;

/** Whether the sentence of a step says so, in words before it or behind it. */
function isElsewhere(item: Item, text: string): boolean {
  const { block } = item.link.statement;
  const behind = /^[^.;!?]*/.exec(text.slice(block.span.to, block.span.to + NEAR.behind))?.[0] ?? "";
  return ELSEWHERE.test(`${sentenceBefore(item, text)} ${behind}`);
}

/** Two different names beside each other. */
function multiplies(n: Expr): boolean {
  if (n.op !== "mul") return false;
  const names = new Set(
    n.args.flatMap((a) => (some(a, (x) => x.op === "symbol" || x.op === "indexed") ? [JSON.stringify([a.op, a.name, a.args.map((x) => x.name)])] : [])),
  );
  return names.size > 1;
}

const MATRICES = /\bcommut\w*|\bmatri(x|ces)\b|\bMatri(x|zen)\b|\bmatrice?s?\b|\bmatriz\b|\boperators?\b|矩阵|行列/i;

/** No functions, integrals or derivatives: these are worked out. */
const isOfNames = ({ left, right }: Item): boolean =>
  ![left, right].some((e) => some(e, (n) => /^(integral|antiderivative|derivative|call|apply|sum|limit|statistic)/.test(n.op)));
