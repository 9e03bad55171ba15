/** The environments that the scanners know, by what they hold. */

const displays =
  "equation align alignat flalign gather multline eqnarray xalignat xxalignat IEEEeqnarray dmath dgroup dseries darray displaymath math empheq aligned gathered split";

/** Displayed mathematics (and `math`, which is inline). Stars are taken away before looking. */
const mathematics: ReadonlySet<string> = new Set(displays.split(" "));

export const isMathematics = (name: string): boolean => mathematics.has(bare(name));

/** Left alone whole: their dollars and backslashes mean something else. */
const verbatims: ReadonlySet<string> = new Set(
  "verbatim Verbatim BVerbatim LVerbatim alltt comment filecontents tikzpicture pgfpicture tikzcd pspicture asy".split(" "),
);
const listings: ReadonlySet<string> = new Set("lstlisting minted pycode python code".split(" "));

export const isVerbatim = (name: string): boolean => verbatims.has(bare(name));
export const isListing = (name: string): boolean => listings.has(bare(name));

const statements =
  "theoreme théorème lemme corollaire preuve demonstration exemple exercice remarque satz hilfssatz folgerung korollar beweis bemerkung beispiel aufgabe loesung teorema lema proposicion corolario demostracion ejemplo ejercicio solucion definicion proposizione corollario dimostrazione definizione esempio esercizio soluzione " +
  "theorem lemma proposition corollary claim conjecture definition remark remarks example examples exercise problem question solution answer proof fact note property observation assumption axiom part hint thm lem prop cor defn rem ex exer soln keyidea";

const theorems: ReadonlySet<string> = new Set(statements.split(" "));

/** An environment that opens and closes a stretch of argument; authors put letters of their own before its word. */
export const isTheorem = (name: string): boolean => theorems.has(bare(name).toLowerCase()) || isTask(name) || isAccompanying(name);

/** An exercise or an example: what a reader can take up without those around it; authors put it in a box. */
export const isTask = (name: string): boolean =>
  /(exercise|problem|question|example|aufgabe|beispiel|uebung|übung|exercice|exemple|ejercicio|ejemplo|esercizio|esempio|exercicio|exemplo)(?:box|block|frame|env)?$|^(eg|exer|exam|examp|exmp|exa|exo|ex|ques|prob|probl)$/i.test(
    bare(name),
  );

/** What stands behind an exercise and belongs to it. */
export const isAccompanying = (name: string): boolean =>
  /(solution|answer|hint|explanation|proof|loesung|lösung|beweis|preuve|demonstration|solucion|demostracion|soluzione|dimostrazione)(?:box|block|frame|env)?$|^(soln?|pf|prf)$/i.test(
    bare(name),
  );

const lists: ReadonlySet<string> = new Set(
  "itemize enumerate description list parts questions subparts enumerate* itemize* quote quotation abstract".split(" "),
);

export const isList = (name: string): boolean => lists.has(name);

/** How many `{..}` follow `\begin{name}` that are no mathematics; an option `[..]` may stand before them. */
export function argumentCount(name: string): number {
  const plain = bare(name);
  return plain === "alignat" || plain === "xalignat" || plain === "xxalignat" || plain === "IEEEeqnarray" || plain === "empheq" ? 1 : 0;
}

/** Whether `[..]` may follow `\begin{name}`. Elsewhere a bracket there is mathematics. */
export function takesOption(name: string): boolean {
  const plain = bare(name);
  return plain === "IEEEeqnarray" || plain === "empheq" || plain === "dmath" || plain === "dgroup" || plain === "darray";
}

const bare = (name: string): string => (name.endsWith("*") ? name.slice(0, -1) : name);

const sections: Readonly<Record<string, number>> = {
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 5,
  problem: 6,
  question: 6,
  exercise: 6,
  solution: 6,
};

/** The level of a sectioning command, or 0. */
export const sectionLevel = (command: string): number => (Object.hasOwn(sections, command) ? sections[command] : 0);
