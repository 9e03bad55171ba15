/** `(\\mu * \\nu)(A)` in a text on convolutions: a star between names is no product. */
import { type Excuse, unjudged } from "./excuse";

const SPOKEN = /convol|faltung|circonvol|свёртк|свертк|卷积|畳み込み/i;
const STAR = /(?:[a-zA-Z\d})\]]|\\[a-zA-Z]+)\s*(?:\*|\\ast(?![a-z])|\\star(?![a-z]))\s*[\\({[a-zA-Z]/;

export const convolutions: Excuse = ({ link }, { text }) =>
  STAR.test(text.slice(Math.min(link.left.from, link.right.from), Math.max(link.left.to, link.right.to))) && SPOKEN.test(text)
    ? unjudged("context/convolution", "Not judged: the star may stand for a convolution.")
    : undefined;
