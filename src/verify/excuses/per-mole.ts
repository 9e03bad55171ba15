/** 1 eV = 96.5 kJ/mol: of one particle on one side, of a mole of them on the other. */
import { unitDimension } from "../../notation/arithmetic/units";
import { type Excuse, unjudged } from "./excuse";

export const perMole: Excuse = ({ left, right, relation }) => {
  const [a, b] = [left, right].map(unitDimension) as (Readonly<Record<string, number>> | undefined)[];
  if (!/^[=≈]$/.test(relation) || !a || !b) return undefined;
  const apart = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((base) => (a[base] ?? 0) !== (b[base] ?? 0));
  return apart.length === 1 && apart[0] === "mol"
    ? unjudged("context/per-mole", "Not judged: one side is of a single particle, the other of a mole of them.")
    : undefined;
};
