/** What the lexer does with the commands that say how mathematics looks, not what it means. */

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Text boxes: the argument becomes a `text` token. References become text, too. */
export const textBoxes = setOf(
  "text textrm textnormal textbf textit textsf texttt textsc textup textmd emph mbox hbox fbox intertext shortintertext textsuperscript textsubscript ref eqref cref Cref autoref",
);

/** Left out without a trace. */
export const silent = setOf(
  "nonumber notag displaystyle ds dst textstyle scriptstyle scriptscriptstyle limits nolimits displaylimits hfill hfil hfilneg vfill pause allowbreak nobreak nolinebreak linebreak pagebreak break relax protect strut mathstrut noindent centering tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge hline qedhere xspace displaybreak allowdisplaybreaks ignorespaces unskip null normalfont normalcolor smallskip medskip bigskip adjustlimits nobreakspace delimsize long global",
);

/** Spaces: left out, and the next token counts as spaced. `\quad` and `\qquad` are kept, since they separate statements. */
export const spaces = setOf("thinspace medspace thickspace enspace enskip space , ; : > / - @");

/** Negative spaces: what stands on both sides is to be seen together. */
export const closers = setOf("! negthinspace negmedspace negthickspace");

/** Left out with as many groups as stated; options in brackets before them go, too. */
export const silentWithGroups: Readonly<Record<string, number>> = {
  label: 1,
  tag: 1,
  color: 1,
  phantom: 1,
  hphantom: 1,
  vphantom: 1,
  hspace: 1,
  vspace: 1,
  mspace: 1,
  index: 1,
  footnote: 1,
  footnotemark: 0,
  cite: 1,
  require: 1,
  rule: 2,
  setlength: 2,
  setcounter: 2,
  addtocounter: 2,
  fontsize: 2,
  hdotsfor: 1,
  noalign: 1,
  sisetup: 1,
};

/** Left out with as many groups as stated, and the braces of the group after them: what stands in it stays. */
export const transparent: Readonly<Record<string, number>> = {
  textcolor: 1,
  mathrel: 0,
  mathbin: 0,
  mathord: 0,
  mathop: 0,
  mathopen: 0,
  mathclose: 0,
  mathpunct: 0,
  mathinner: 0,
  ensuremath: 0,
  mathclap: 0,
  mathllap: 0,
  mathrlap: 0,
  smash: 0,
  raisebox: 1,
  class: 1,
  cssId: 1,
  style: 1,
  htmlClass: 1,
  htmlId: 1,
  hypertarget: 1,
  vcenter: 0,
};

/** Says on which slides a group is shown, `\\onslide<2->{..}`: the group stays. */
export const overlays = setOf("onslide uncover visible action alert");

/** Followed by a dimension without braces. */
export const dimensioned = setOf("hskip vskip kern mkern mskip hglue vglue");

type Side = "open" | "close" | "middle" | "";

/** The side that a sizing command gives the delimiter behind it: "" says nothing of it. Undefined if the command is none. */
export function sizing(command: string): Side | undefined {
  if (command === "left") return "open";
  if (command === "right") return "close";
  if (command === "middle") return "middle";
  const match = /^[Bb]igg?([lrm]?)$/.exec(command);
  return match ? ({ l: "open", r: "close", m: "middle", "": "" } as const)[match[1] as "l" | "r" | "m" | ""] : undefined;
}
