/** Whole numbers that agree in an arithmetic that the document counts in: modulo a number, to another base, as Boolean values, as nimbers. */
import { agreesIn, BOOLEAN, NIMBERS, numerals, residues } from "../../checks/other-arithmetics";
import { basesOf, moduliOf } from "../../derivation/arithmetics";
import { type Excuse, unjudged } from "./excuse";

/** A modulus below this divides a difference now and then by chance: it must be spoken of nearby. */
const SMALL = 50;
/** Characters around the formula. */
const NEAR = 400;

/** The sizes of the fields that count modulo a number. */
const powers = (m: number): string => (m === 2 ? "(2|4|8|16)" : m === 3 ? "(3|9|27)" : `${m}`);

export const countedOtherwise: Excuse = ({ relation, left, right, link }, { reading, text }) => {
  if (relation !== "=") return undefined;
  const found = (what: string) => unjudged("context/arithmetic", `Not judged: it is false of plain numbers, and agrees ${what}, of which the document speaks.`);
  const isSaidNear = (m: number): boolean => {
    const { from, to } = link.statement.block.span;
    const around = text.slice(Math.max(0, from - NEAR), to + NEAR / 4);
    return new RegExp(String.raw`(mod(ulo)?\b|characteristic|[FZ]\b|GF)[^.]{0,20}\b${m}\b|[FZ]\s*\}?\s*(_|/)\s*\{?\s*${powers(m)}|\b${m}-hour`).test(around);
  };
  const modulus = moduliOf(reading).find((m) => (m >= SMALL || isSaidNear(m)) && agreesIn(left, right, residues(m)));
  if (modulus !== undefined) return found(`modulo ${modulus}`);
  const base = basesOf(reading).find((b) => agreesIn(left, right, numerals(b)));
  if (base !== undefined) return found(`to base ${base}`);
  if (reading.functions.has("@boolean") && agreesIn(left, right, BOOLEAN)) return found("of Boolean values");
  return reading.functions.has("@nim") && agreesIn(left, right, NIMBERS) ? found("bit by bit") : undefined;
};
