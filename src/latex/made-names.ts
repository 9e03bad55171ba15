/** Names that stand for more than a name while a step is computed, a rate du/dx or a function that a plain name is: how they are spelt, and what a person reads for them. */

const letters = (name: string | undefined): string => (name ?? "").replace(/[^a-zA-Z0-9]/g, "");

/** The rate du/dx as a name. */
export const rateName = (of: string | undefined, by: string | undefined): string => `\\mathrm{zzrate${letters(of)}zzby${letters(by)}}`;

/** The function that the plain name u stands for: no letter of a distribution, nor of a function that mathematics knows. */
export const functionNamed = (name: string): string => `\\mathrm{zzof${letters(name)}}`;

/** A text with what such names stand for. */
export const withoutMadeNames = (text: string): string =>
  text.includes("zz") ? text.replace(/\\mathrm\{zzrate([a-zA-Z0-9]*?)zzby([a-zA-Z0-9]*)\}/g, "d$1/d$2").replace(/\\mathrm\{zzof([a-zA-Z0-9]*)\}/g, "$1") : text;
