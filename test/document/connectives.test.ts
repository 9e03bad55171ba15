/** Languages of documents, and the words between their formulas as English ones. */
import { expect, it } from "vitest";
import { languageOf, withEnglishConnectives } from "../../src/document/connectives";

it.each<[string, ReturnType<typeof languageOf>]>([
  ["Wir lösen die Gleichung und der Wert ist nicht klar", "de"],
  ["On résout l'équation dans le corps des réels, et la racine est un nombre", "fr"],
  ["Resolvemos la ecuación con la regla que es conocida para los números", "es"],
  ["Risolviamo con la regola di una funzione che si trova per il valore", "it"],
  ["Resolvemos com a regra que se usa para uma função do tipo", "pt"],
  ["We also solve the equation for i and y in the domain", undefined],
  ["Index i, o, y, e", undefined],
])("%s: %s", (words, language) => expect(languageOf(words)).toBe(language));

it.each<[string, Parameters<typeof withEnglishConnectives>[1], string]>([
  [", also ist ", "de", ", so ist "],
  ["daraus folgt ", "de", "it follows "],
  ["Es sei ", "de", "Es let "],
  [", d'où ", "fr", ", so "],
  ["Puisque ", "fr", "because "],
  [", es decir, ", "es", ", that is, "],
  ["Con ", "es", "with "],
  [", quindi ", "it", ", so "],
  [", portanto ", "pt", ", so "],
  [", also ", undefined, ", also "],
])("%s in %s", (words, language, english) => expect(withEnglishConnectives(words, language)).toBe(english));
