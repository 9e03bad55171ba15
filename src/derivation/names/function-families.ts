/** Finds the families of functions of a document: f_n(x) = sin(nx) says what f_1, f_{2n} and f_n(0) are, too. */
import type { Reading } from "../../expression/parser";
import type { Token } from "../../latex/tokens";
import { familyName } from "../../notation/names/function-families";
import { behindGroup, headAt } from "./name-heads";

/** The sides of a relation, as tokens. */
interface Sides {
  readonly left: readonly Token[];
  readonly right: readonly Token[];
  readonly relation: string;
  /** The words in front of it, in its sentence. */
  readonly words: string;
}

/** Words that draw a conclusion from the formula for all. */
const CONCLUDES =
  /\b(then|so|hence|thus|therefore|in particular|we (?:have|get|find|compute|see|obtain)|(?:this|which|that|it) gives|compute|indeed|e\.g\.|for example|for instance)[,:\s]*$/i;
const GOES_ON = /^[\s,]*(?:and)?[\s,]*$/i;

/** An application with a subscript that is a whole side of an equation. */
interface Member {
  readonly base: string;
  /** It is a derivative of the member. */
  readonly primed: boolean;
  readonly indices: readonly string[];
  readonly args: readonly string[];
}

const spelt = (t: Token): string => (t.kind === "command" ? `\\${t.text}` : t.text);

/** Letters that number things; any other may be a label, and is an index only where the document puts others in its place. */
const NUMBERS = /^[i-n]$/;
const INDEX = /^([a-z]|\\(alpha|beta|gamma|lambda|mu|theta|omega|epsilon|varepsilon|tau|sigma))$/;

/** f_n(x), B_{i,n}(t): names in the subscript and in the parenthesis, and nothing else. */
function member(tokens: readonly Token[]): Member | undefined {
  const head = tokens.length > 4 ? headAt(tokens, 0) : undefined;
  if (!head || head.name !== head.base || tokens[tokens.length - 1].text !== ")") return undefined;
  const sub = tokens.findIndex((t) => t.kind === "sub");
  const open = tokens.findIndex((t) => t.kind === "symbol" && t.text === "(");
  const marks = sub < 0 ? [] : tokens.slice(behindGroup(tokens, sub + 1), open);
  if (sub < 0 || open !== head.end || !marks.every((t) => t.text === "'")) return undefined;
  const names = (part: readonly Token[]): string[] => part.filter((t) => t.kind !== "open" && t.kind !== "close" && t.text !== ",").map(spelt);
  const primed = marks.length > 0;
  return { base: head.base, primed, indices: names(tokens.slice(sub + 1, open)), args: names(tokens.slice(open + 1, -1)) };
}

const isLetters = (names: readonly string[]): boolean =>
  names.length > 0 && names.length < 4 && names.every((n) => INDEX.test(n)) && new Set(names).size === names.length;

/** Whether a right side is a formula for all members: it speaks of every index, not of the family itself, and takes no derivative by an index. */
function isFormula({ base, indices }: Member, right: readonly Token[]): boolean {
  const speaks = (name: string): boolean => right.some((t) => spelt(t) === name);
  const itself = right.some((t, i) => spelt(t) === base && right[i + 1]?.kind === "sub" && right.slice(i + 2).some((u) => u.text === "("));
  const isDifferentiated = right.some((t, i) => /^(partial|d)$/.test(t.text) && indices.includes(spelt(right[i + 1] ?? t)));
  // L_f(x) of a function f
  const isApplied = right.some((t, i) => indices.includes(spelt(t)) && !NUMBERS.test(spelt(t)) && /^['(]$/.test(right[i + 1]?.text ?? ""));
  return indices.every(speaks) && !itself && !isDifferentiated && !isApplied && !speaks(base);
}

/** The same reading with the families that the document gives a formula for; none whose members by number have formulas of their own, which no words draw from it. */
export function withFamilies(reading: Reading, sides: readonly Sides[]): Reading {
  let concluded = false;
  const members = sides.flatMap((s) => {
    concluded = CONCLUDES.test(s.words) || (GOES_ON.test(s.words) && concluded);
    const found = s.relation === "=" ? member(s.left) : undefined;
    return found ? [{ ...found, right: s.right, concluded }] : [];
  });
  const found = members.filter(
    (m) =>
      !m.primed &&
      isLetters(m.indices) &&
      isLetters(m.args) &&
      !m.args.some((a) => m.indices.includes(a)) &&
      isFormula(m, m.right) &&
      (m.indices.some((i) => NUMBERS.test(i)) || (!/^[pqPQ]$/.test(m.base) && sides.some((s) => hasOther(m, s)))) &&
      // f_1(x) = x², f_2(x) = x³ are functions of their own
      !members.some((o) => o.base === m.base && !isLetters(o.indices) && !o.concluded),
  );
  if (found.length === 0) return reading;
  return { ...reading, functions: new Set([...reading.functions, ...found.flatMap((m) => [m.base, familyName(m.base, m.indices.length)])]) };
}

/** Whether a relation applies another member than the one whose formula is given. */
const hasOther = ({ base, indices }: Member, { left, right }: Sides): boolean =>
  [left, right].some((tokens) =>
    tokens.some((t, i) => {
      if (spelt(t) !== base || tokens[i + 1]?.kind !== "sub") return false;
      const end = behindGroup(tokens, i + 2);
      const inside = tokens.slice(i + 2, end).filter((u) => u.kind !== "open" && u.kind !== "close" && u.text !== ",");
      return tokens[end]?.text === "(" && inside.map(spelt).join() !== indices.join();
    }),
  );
