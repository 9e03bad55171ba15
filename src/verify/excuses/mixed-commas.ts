/** `12{,}000` in a text that writes its decimals with such commas, too: whether the comma parts thousands there, only its author knows. */
import { type Excuse, unjudged } from "./excuse";

/** A number that is written with the same comma and can hardly be a decimal, and one that can be nothing else. */
const THOUSANDS = /(?<![\d.,}])[1-9]\d{0,2}\{,\}(?:000|\d{3}\{,\}\d{3})(?!\d)/;
const DECIMAL = /(?<![\d.,}])(?:0\{,\}\d|\d+\{,\}(?:\d{1,2}|\d{4,})(?![\d{]))/;
const EITHER = /(?<![\d.,}])[1-9]\d{0,2}\{,\}\d{3}(?!\d)/;

export const mixedCommas: Excuse = ({ link }, { text }) => {
  if (!EITHER.test(link.statement.block.text) || !THOUSANDS.test(text) || !DECIMAL.test(text)) return undefined;
  return unjudged("context/commas", "Not judged: whether the comma parts thousands or begins the decimals is not clear.");
};
