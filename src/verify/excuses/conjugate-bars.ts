/** Bars over names in a text about complex numbers, z beside \bar z: they may be conjugates. */
import { namesOf } from "../../expression/names";
import { type Excuse, unjudged } from "./excuse";

export const conjugateBars: Excuse = ({ left, right }, { text }) => {
  const { symbols } = namesOf(left, right);
  // z and w are read as complex beside their conjugates
  const barred = [...symbols].find((n) => symbols.has(`\\bar{${n}}`) && !/^(z|w|\\zeta)(_|'|$)/.test(n));
  if (!barred || !/\bcomplex\b|\bconjugat/i.test(text)) return undefined;
  return unjudged("context/conjugate", `Not judged: the bar over $${barred}$ may be its conjugate.`);
};
