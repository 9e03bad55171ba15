/** What German words call matrices, vectors and numbers, with what is said of them: they are read as the English ones. The Romance words are near enough to those. */
import type { languageOf } from "./connectives";

const WORDS: readonly (readonly [string, string])[] = [
  ["a", "eine?r?|einen|zwei|drei"],
  ["is", "ist"],
  ["are", "sind"],
  ["and", "und"],
  ["matrices", "Matrizen"],
  ["matrix", "Matrix"],
  ["vectors", "Vektoren"],
  ["vector", "Vektor"],
  ["integers", "ganze Zahlen"],
  ["integer", "ganze Zahl"],
  ["numbers", "Zahlen"],
  ["number", "Zahl"],
  ["invertible", "invertierbare[nrs]?"],
  ["symmetric", "symmetrische[nrs]?"],
  ["antisymmetric", "(?:schief|anti)symmetrische[nrs]?"],
  ["square", "quadratische[nrs]?"],
  ["orthogonal", "orthogonale[nrs]?"],
  ["diagonal", "diagonale[nrs]?"],
  ["unitary", "unitäre[nrs]?"],
  ["real", "reelle[nrs]?"],
  ["complex", "komplexe[nrs]?"],
  ["positive", "positive[nrs]?"],
  ["natural", "natürliche[nrs]?"],
  ["positive definite", "positiv(?: |-)definite[nrs]?"],
];
const patterns = WORDS.map(([english, words]) => [english, new RegExp(`(?<!\\p{L})(?:${words.replaceAll(" ", "\\s+")})(?!\\p{L})`, "gu")] as const);

/** The words with English nouns, and the adjectives before these. */
export const withEnglishNouns = (words: string, language: ReturnType<typeof languageOf>): string =>
  language === "de" ? patterns.reduce((said, [english, pattern]) => said.replace(pattern, english), words) : words;
