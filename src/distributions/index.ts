/** All named families, and how else a spelling may be meant. */
import { beta, cauchy, exponential, gamma, inverseGamma, laplace, pareto, uniform, weibull } from "./continuous";
import { bernoulli, binomial, discreteUniform, geometric, geometricFailures, negativeBinomial, poisson } from "./counts";
import type { NamedFamily } from "./family";
import { chiSquare, gaussian, lognormal, student } from "./gaussian";

export const FAMILIES: readonly NamedFamily[] = [
  gaussian,
  exponential,
  gamma,
  beta,
  laplace,
  bernoulli,
  poisson,
  binomial,
  geometric,
  negativeBinomial,
  uniform,
  discreteUniform,
  inverseGamma,
  chiSquare,
  student,
  lognormal,
  weibull,
  cauchy,
  pareto,
];

// the first family of a spelling has it
const bySpelling = new Map([...FAMILIES].reverse().flatMap((f) => f.spellings.filter(isUnmistakable).map((s): [string, NamedFamily] => [s, f])));

/** Short names are functions elsewhere: B(a, b), U(x, y). Behind a tilde they name families. */
function isUnmistakable(name: string): boolean {
  return /^\\mathrm\{[A-Z][-\w]{2,}\}$|^(\\math(cal|rm|bf|sf)\{)?N\}?$|^\\mathcal\{(N\}_\{1|G)\}$/.test(name);
}

/** The family that a name spells wherever it stands, if any. */
export const familyNamed = (name: string): NamedFamily | undefined => bySpelling.get(name);

/** The family that a name spells with so many parameters; whole words with small letters, too: normal(0, 1). */
export const familyWith = (name: string, parameters: number): NamedFamily | undefined =>
  FAMILIES.find((f) => (f.spellings.includes(name) || f.spellings.some((s) => isWord(s) && s.toLowerCase() === name)) && f.parameters.length === parameters);

const isWord = (spelling: string): boolean => /^\\mathrm\{[A-Z][a-z]{3,}\}$/.test(spelling);

/** The family that words name: "negative binomial" before "binomial". */
export const familyInWords = (text: string): NamedFamily | undefined => BY_WORDS.find(([, words]) => words.test(text))?.[0];

const BY_WORDS: readonly (readonly [NamedFamily, RegExp])[] = FAMILIES.filter((f) => f.words)
  .map((f) => [f, new RegExp(`\\b(?:${f.words})\\b`, "i")] as const)
  .sort(([a], [b]) => (b.words as string).length - (a.words as string).length);

/** Another family that the same words may mean, with its arguments in terms of the written ones: a scale for a rate, failures for trials. */
export interface OtherMeaning {
  readonly family: NamedFamily;
  /** LaTeX of each parameter in the written parameters. */
  readonly arguments: readonly string[];
  readonly says: string;
  /** Only where the arguments are whole numbers. */
  readonly whole?: true;
}

const OTHERS = new Map<NamedFamily, OtherMeaning>([
  [exponential, { family: exponential, arguments: ["\\frac{1}{a}"], says: "the parameter of the exponential distribution is its mean" }],
  [gamma, { family: gamma, arguments: ["a", "\\frac{1}{b}"], says: "the second parameter of the gamma distribution is its scale" }],
  [uniform, { family: discreteUniform, arguments: ["a", "b"], says: "the uniform distribution is over whole numbers", whole: true }],
  [geometric, { family: geometricFailures, arguments: ["p"], says: "the geometric distribution counts failures" }],
  [gaussian, { family: gaussian, arguments: ["m", "v^2"], says: "the second parameter of the normal distribution is its standard deviation" }],
]);

/** How else a family may be meant. */
export const otherMeaning = (family: NamedFamily): OtherMeaning | undefined => OTHERS.get(family);

export { bernoulli, binomial, discreteUniform, gaussian, poisson, uniform };
