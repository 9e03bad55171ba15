/** Recognises the openings of paragraphs that begin a part, an exercise or a solution. */

const part = String.raw`\(?(?:[a-z]|[ivx]{1,4}|[A-Z])\d?\)`;
const numbered = String.raw`\d{1,2}\s?\(?[a-z]\)?`;
const words =
  "(?:Problem|Exercise|Question|Task|Part|Solution|Answer|Proof|Theorem|Lemma|Proposition|Corollary|Definition|Example|Claim|Remark|Step|Aufgabe|Homework|Case|Beispiel|Übung|Satz|Lösung|Beweis|Bemerkung|Exercice|Exemple|Théorème|Lemme|Preuve|Démonstration|Remarque|Ejercicio|Ejemplo|Teorema|Lema|Demostración|Solución|Esercizio|Esempio|Dimostrazione|Soluzione|Exercício|Exemplo|Solução)";
const labelled = String.raw`${words}(?:\s+\(?[A-Z]?\d*(?:\.\d+)*\s?(?:\([a-z]\)|[a-z]\b)?\)?)?`;

const plain = new RegExp(
  String.raw`^[ \t]*(?:${part}|${words}\s+\(?[A-Z]?\d+(?:\.\d+)*\s?(?:\([a-z]\)|[a-z]\b)?\)?|(?:Solution|Proof|Answer|Lösung|Beweis|Preuve|Démonstration|Solución|Demostración|Soluzione|Dimostrazione|Solução)(?=[.:]))[.:]*(?=\s|$|\$|\\)`,
);
/** A letter that counts, "a) Bound", and no word: "E-step". */
const letter = String.raw`(?:[a-z]|[ivx]{1,4}|[A-Z]\d?)(?=[).:*_}])`;
const bold = new RegExp(
  String.raw`^[ \t]*(?:\\(?:noindent|indent|smallskip|medskip|bigskip|par)(?![a-zA-Z])\s*)*(\*\*|__|\\textbf\{|\{\\bf )\s*(?:\(?(?:${numbered}|\d{1,2}|${letter})\)?|${labelled})[^*_}\n$]{0,40}(?:\*\*|__|\})[.:]*`,
);

/** "例5．设": nothing parts the number from the words. */
const chinese = /^[ \t]*(?:例题?|习题|练习|问题|定理|引理|推论|定义|命题)\s*\d+(?:[.-]\d+)*\s*[.:．：、。]?/;

/** The length of the opening with which `line` begins ("(a)", "**Problem 3.**", "Exercise 2:"), white space before it included, or 0. */
export function openingLength(line: string): number {
  const match = bold.exec(line) ?? plain.exec(line) ?? chinese.exec(line);
  return match ? match[0].length : 0;
}
