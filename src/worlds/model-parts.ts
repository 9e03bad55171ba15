/** What a model is made of: the sorts, definitions, tables and shapes of a scope. */
import type { Definition } from "../derivation/facts/facts";
import type { Moments } from "../derivation/random/moments";
import type { RandomSetting } from "../derivation/random/random";
import type { SharedParts } from "../expression/shared-parts";
import type { Expr } from "../expression/tree";
import type { FamilyTable } from "./families";
import type { RandomParts } from "./random/random-parts";
import type { ShapeTable } from "./shapes/shape-table";
import type { Sorts } from "./sorts";

/** What a model is made from. */
export interface ModelParts {
  readonly sorts: Sorts;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly families: FamilyTable;
  /** Means and covariances of random names. */
  readonly moments: ReadonlyMap<string, Moments>;
  /** Which names are vectors and matrices, and what dimension symbols stand for. */
  readonly shapes: ShapeTable;
  /** All expressions of the scope: where ranges and signatures are looked up. */
  readonly scope: readonly Expr[];
  /** One node for what stands in several places of the scope. */
  readonly shared?: SharedParts;
  readonly seed: number;
  readonly dimension: number;
  /** Symbols that depend on a variable though nothing says how: y in y' or dy/dx. */
  readonly dependents: ReadonlyMap<string, string>;
  /** Variables of densities: sums over them are integrals. */
  readonly continuous: ReadonlySet<string>;
  /** Values that free coordinates have in every world, by label: what a witness is shrunk with. */
  readonly fixed?: ReadonlyMap<string, number>;
  /** Values of free coordinates by world, by label: points that are chosen. */
  readonly points?: ReadonlyMap<string, Float64Array>;
  /** What is said of random names. */
  readonly laws?: RandomSetting;
  /** Random names and their space. */
  readonly random?: RandomParts;
}

/** The value that a coordinate has for a purpose, where it is not drawn. */
export function chosenValue({ points, fixed }: ModelParts, label: string, world: number): number | undefined {
  return points?.get(label)?.[world] ?? fixed?.get(label);
}
