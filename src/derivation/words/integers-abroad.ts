/** "m、nを正の整数とする", "für natürliche Zahlen n", "n entier": names that other languages than English say to be whole numbers. */

const HOLE = "⟦\\d+⟧";
const AND = "(?:\\s*[,，、]\\s*(?:(?:und|et|y|e)\\s+)?|\\s+(?:und|et|y|e)\\s+|\\s*(?:和|と|与|及|或)\\s*)";
const NAMES = `(?<names>${HOLE}(?:${AND}${HOLE})*)`;
const POSITIVE = [
  "正の整数|正整数|自然数",
  "positive[nr]? ganze[nr]? Zahl(?:en)?|natürliche[nr]? Zahl(?:en)?",
  "entiers? (?:naturels? )?(?:strictement positifs?|positifs?|non nuls?|naturels?)",
  "(?:números? )?enteros? positivos?|números? naturale?s?|numer[oi] natural[ei]|(?:numer[oi] )?inter[oi] positiv[oi]|(?:números? )?inteiros? positivos?|números? naturais",
  "натуральн[а-я]+(?: числ[а-я]+)?",
].join("|");
const PLAIN =
  "整数|ganze[nr]? Zahl(?:en)?|ganzzahlig|entiers?(?: relatifs?)?|(?:números? )?enteros?|(?:numer[oi] )?inter[oi]|(?:números? )?inteiros?|цел[а-я]+ числ[а-я]+";
const IS =
  "(?:\\s*(?:を|は|が|均为|都是|为|為|是)\\s*|\\s*,?\\s+(?:(?:ist|sei|sind|seien|est|soit|soient|sont|es|sea|sean|son|è|sia|siano|sono|é|seja|sejam|são)\\s+)?(?:(?:eine?|une?|una|uno|um|uma|zwei|deux|due|dos|dois|des|de)\\s+)?)";
const edged = (phrase: string): string => `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${phrase})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`;

const PATTERNS: readonly { readonly pattern: RegExp; readonly before: string }[] = [
  { phrase: POSITIVE, before: "positive" },
  { phrase: PLAIN, before: "" },
].flatMap(({ phrase, before }) => [
  { pattern: new RegExp(`${NAMES}${IS}${edged(phrase)}`, "giu"), before },
  { pattern: new RegExp(`${edged(phrase)}\\s*${NAMES}`, "giu"), before },
]);

/** The names with what they are, in the words of the English patterns. */
export const integersAbroad = (text: string): { names: string; before: string; noun: string }[] =>
  /[^\x00-\x7f]|\b(?:entiers?|enteros?|inter[oi]|inteiros?|Zahl(?:en)?|ganzzahlig)\b/u.test(text.replace(/[⟦⟧]/g, ""))
    ? PATTERNS.flatMap(({ pattern, before }) => [...text.matchAll(pattern)].map((m) => ({ names: m.groups?.names ?? "", before, noun: "integers" })))
    : [];
