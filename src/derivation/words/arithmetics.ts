/** Arithmetics that a document says it counts in: residues, characteristics, other bases, Boolean values, nimbers; as marks of its reading. */
import type { Reading } from "../../expression/parser";

/** So many moduli and bases are kept. */
const MOST = 12;
const MOD = "@mod ";
const BASE = "@base ";

/** A number behind words or commands, in dollars and braces or not. */
const NUMBER = String.raw`[\s~]*(?:\$|\\\()?\s*\{?\s*(\d{1,4})`;
const FIELD = String.raw`\\(?:mathbb|mathbf|bf|Bbb)\s*\{?\s*`;
const MODULI: readonly RegExp[] = [
  new RegExp(String.raw`\bmod(?:ulo)?\b\.?${NUMBER}`, "gi"),
  new RegExp(String.raw`\\[a-zA-Z]{0,3}mod${NUMBER}`, "g"),
  new RegExp(String.raw`\bcharacteristic(?: is| equal to)?${NUMBER}`, "gi"),
  new RegExp(String.raw`${FIELD}Z\s*\}?\s*(?:_\s*\{?\s*|\/\s*\(?\s*)(\d{1,4})`, "g"),
  // a command of the author's own
  /\\(?:Z|ZZ|integers)\s*\}?\s*(?:_\s*\{?\s*|\/\s*\(?\s*)(\d{1,4})/g,
  /\b(12|24)-hour clock/gi,
];
/** Machine words of so many bits. */
const WORDS = /\b(\d{1,2})-bit\b/gi;
/** A field of q elements counts modulo the prime that q is a power of. */
const FIELDS: readonly RegExp[] = [new RegExp(String.raw`${FIELD}F\s*\}?\s*_\s*\{?\s*(\d{1,4})`, "g"), /\bGF\}?\s*\(\s*(\d{1,4})/g];

const BASES: readonly (readonly [RegExp, number])[] = [
  [/\b(in|as|to) binary\b|\bbinary (numbers?|numerals?|digits?|notation|addition|arithmetic|system|form)\b/i, 2],
  [/\b(in|as|to) ternary\b|\bternary (numbers?|numerals?|notation|system)\b/i, 3],
  [/\boctal\b/i, 8],
  [/\bhexadecimal\b/i, 16],
];
const OF_BASE = new RegExp(String.raw`\bbase[- ]${NUMBER}`, "gi");
const NAMED = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A reading with the marks of what the text counts in. */
export function withArithmetics(reading: Reading, text: string): Reading {
  const marks = [
    ...numbersOf(text, MODULI).map((m) => MOD + m),
    ...numbersOf(text, [WORDS]).flatMap((bits) => (bits < 33 ? [MOD + 2 ** bits] : [])),
    ...numbersOf(text, FIELDS).map((q) => MOD + smallestFactor(q)),
    ...BASES.flatMap(([words, base]) => (words.test(text) ? [BASE + base] : [])),
    ...numbersOf(text, [OF_BASE]).flatMap((base) => (base < 37 && base !== 10 ? [BASE + base] : [])),
    ...NAMED.flatMap((word, i) => (new RegExp(`\\bbase[- ]${word}\\b`, "i").test(text) ? [BASE + (i + 2)] : [])),
    ...(/\bBoolean\b|\blogic(al)? (gates?|circuits?|OR|AND|sum|product)\b/i.test(text) ? ["@boolean"] : []),
    ...(/\bbits?\b|\bbase[- ]\$?(2\b|two\b)|\bbinary (logarithms?|search)\b|\\log_\{?2|\bShannon\b/i.test(text) ? ["@bits"] : []),
    ...(/\bnim\b|\bnim-?(sums?|addition|values?)\b|\bnimbers?\b|\bxor\b|\bbitwise\b/i.test(text) ? ["@nim"] : []),
  ];
  return marks.length > 0 ? { ...reading, functions: new Set([...reading.functions, ...marks]) } : reading;
}

/** The moduli that the document speaks of. */
export const moduliOf = (reading: Reading): number[] => marked(reading, MOD);
/** Those of a piece of its text: a long document has more than are kept. */
export const moduliIn = (text: string): number[] => numbersOf(text, MODULI, text.length);
/** The bases of numerals that it speaks of. */
export const basesOf = (reading: Reading): number[] => marked(reading, BASE);

const marked = ({ functions }: Reading, mark: string): number[] => [...functions].flatMap((f) => (f.startsWith(mark) ? [Number(f.slice(mark.length))] : []));

function numbersOf(text: string, patterns: readonly RegExp[], most = MOST): number[] {
  const found = new Set<number>();
  for (const pattern of patterns)
    for (const m of text.matchAll(pattern)) {
      if (Number(m[1]) > 1 && found.size < most) found.add(Number(m[1]));
    }
  return [...found];
}

function smallestFactor(q: number): number {
  for (let d = 2; d * d <= q; d++) if (q % d === 0) return d;
  return q;
}
