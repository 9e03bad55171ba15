/** The words that lead from one formula to the next, in five other languages: they are read as the English ones. */

import { Memo } from "../base/memo";

type Language = "de" | "fr" | "es" | "it" | "pt";

/** Small words, of which a text in that language has more than of any other's. */
const SMALL: Readonly<Record<Language | "en", RegExp>> = {
  en: /(?<![\p{L}\\])(?:the|of|is|are|we|and|that|for|with|to|in|by)(?!\p{L})/giu,
  de: /(?<![\p{L}\\])(?:der|die|das|und|ist|wir|mit|für|eine?|nicht|den|von|zu|auf)(?!\p{L})/giu,
  fr: /(?<![\p{L}\\])(?:le|la|les|des|est|une?|que|pour|dans|on|et|du|au)(?!\p{L})/giu,
  es: /(?<![\p{L}\\])(?:el|la|los|las|que|una?|para|es|con|se|por|del|al)(?!\p{L})/giu,
  it: /(?<![\p{L}\\])(?:il|lo|la|di|che|una?|per|è|con|si|della|del|gli|dei|nel)(?!\p{L})/giu,
  pt: /(?<![\p{L}\\])(?:os|as|que|uma?|para|é|com|se|da|do|não)(?!\p{L})/giu,
};
/** Small words that a text must have. */
const ENOUGH = 3;

/** The language of words, where it is none of those whose words are read as they stand. */
export function languageOf(words: string): Language | undefined {
  const counts = (Object.keys(SMALL) as (keyof typeof SMALL)[]).map((of) => ({ of, count: words.match(SMALL[of])?.length ?? 0 }));
  const [first] = counts.sort((a, b) => b.count - a.count);
  return first.of === "en" || first.count < ENOUGH ? undefined : first.of;
}

/** Characters of documents whose language is kept. */
const ROOM = 2_000_000;
const known = new Memo<{ readonly of: Language | undefined }>(ROOM);

/** The language of a document. */
export const languageOfText = (text: string): Language | undefined => known.of(text, () => ({ of: languageOf(text) })).of;

/** English words, and what stands for them, longer ones first. */
const WORDS: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  de: [
    ["consider", "wir betrachten|betrachten wir|betrachten?"],
    ["find", "(?:bestimme|finde|berechne)n?(?: sie)?"],
    ["similarly", "ebenso|analog"],
    ["it follows", "(?:dar|hier)aus (?:folgt|ergibt sich|erhalten wir|erhält man)|es folgt|folgt"],
    [
      "we get",
      "(?:so )?(?:erhalten wir|erhält man|bekommen wir|bekommt man)|wir (?:erhalten|bekommen|finden)|es ergibt sich|ergibt sich|ergibt|ergeben|liefert|liefern",
    ],
    ["that is", "das heißt|d\\. ?h\\.|nämlich"],
    ["so", "also|somit|daher|damit|folglich|demnach|deshalb|mithin"],
    ["then", "dann"],
    ["because", "denn|weil"],
    ["we have", "(?:es )?(?:gilt|gelten)|wir haben"],
    ["such that", "so ?dass|mit der Eigenschaft"],
    ["suppose", "angenommen|nehmen wir an|vorausgesetzt"],
    ["let", "(?:gegeben )?(?:sei|seien)|setzen wir|wir setzen|setze|definiere"],
    ["given", "gegeben (?:ist|sind)"],
    ["if", "falls|wenn|sofern"],
    ["solve", "löse|lösen Sie|zu lösen ist"],
    ["for all", "für alle"],
    ["with", "mit"],
    ["where", "wobei"],
    ["or", "oder"],
    ["and", "und"],
  ],
  fr: [
    ["consider", "considérons|on considère"],
    ["find", "calculer|déterminer|trouver"],
    ["similarly", "de même"],
    ["we get", "on (?:obtient|trouve|en déduit|a)|nous (?:obtenons|avons|trouvons)|il vient|donne|donnent"],
    ["that is", "c['’]est-à-dire|soit encore"],
    ["therefore", "par conséquent|par suite"],
    ["so", "donc|d['’]où|ainsi"],
    ["then", "alors|puis"],
    ["because", "car|puisque"],
    ["suppose", "supposons|on suppose"],
    ["let", "soit|soient|posons|on pose|notons|on note"],
    ["if", "si|lorsque"],
    ["such that", "tel(?:le)?s? que"],
    ["for all", "pour tout"],
    ["solve", "résoudre|on résout"],
    ["with", "avec"],
    ["where", "où"],
    ["or", "ou"],
    ["and", "et"],
  ],
  es: [
    ["consider", "consider[ae]mos|considere|considera"],
    ["find", "calcular|hallar|encontrar|determinar"],
    ["similarly", "análogamente|del mismo modo"],
    ["we get", "(?:se )?(?:obtenemos|obtiene|tiene|tenemos|resulta)|da"],
    ["that is", "es decir|o sea"],
    ["therefore", "por (?:lo )?tanto|por consiguiente"],
    ["so", "así que|así|luego|de donde"],
    ["then", "entonces"],
    ["because", "porque|pues|ya que"],
    ["suppose", "supongamos|suponemos"],
    ["let", "sean?|definimos|pongamos"],
    ["if", "si"],
    ["such that", "tal(?:es)? que"],
    ["for all", "para todo"],
    ["solve", "resolver|resolvemos|resuelve"],
    ["with", "con"],
    ["where", "donde"],
    ["or", "o"],
    ["and", "[ye]"],
  ],
  it: [
    ["consider", "consideriamo|si consideri"],
    ["find", "calcolare|trovare|determinare"],
    ["similarly", "analogamente"],
    ["we get", "si (?:ottiene|ha|trova)|otteniamo|abbiamo|troviamo|segue"],
    ["that is", "cioè|ossia"],
    ["so", "quindi|dunque|perciò|da cui"],
    ["then", "allora"],
    ["because", "perché|poiché"],
    ["suppose", "supponiamo"],
    ["let", "siano?|poniamo"],
    ["if", "se"],
    ["such that", "tal[ei] che"],
    ["for all", "per ogni"],
    ["solve", "risolvere|risolviamo"],
    ["with", "con"],
    ["where", "dove"],
    ["or", "o"],
    ["and", "ed?"],
  ],
  pt: [
    ["consider", "consider[ae]mos|considere"],
    ["find", "calcular|encontrar|determinar|determine"],
    ["similarly", "analogamente"],
    ["we get", "obtemos|obtém-se|temos|resulta"],
    ["that is", "ou seja|isto é"],
    ["so", "logo|portanto|assim|por isso|donde"],
    ["then", "então"],
    ["because", "porque|pois|já que"],
    ["suppose", "suponha(?:mos)?"],
    ["let", "sejam?|definimos"],
    ["if", "se"],
    ["such that", "tal que|tais que"],
    ["for all", "para todo"],
    ["solve", "resolver|resolva"],
    ["with", "com"],
    ["where", "onde"],
    ["or", "ou"],
    ["and", "e"],
  ],
};

const patterns = new Map(
  (Object.keys(WORDS) as Language[]).map((of) => [
    of,
    WORDS[of].map(([english, words]) => [english, new RegExp(`(?<![\\p{L}\\\\])(?:${words.replaceAll(" ", "\\s+")})(?!\\p{L})`, "giu")] as const),
  ]),
);

/** The words with English connectives. */
export const withEnglishConnectives = (words: string, language: Language | undefined): string =>
  language && words.length < LONGEST ? (patterns.get(language) ?? []).reduce((said, [english, pattern]) => said.replace(pattern, english), words) : words;

/** Prose that nobody writes between two formulas. */
const LONGEST = 20_000;
