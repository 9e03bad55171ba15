/** What shapes are inferred from, and what comes of it: plain data between the words of a document, the inference and the worlds. */
import type { Expr } from "../../expression/tree";
import type { Structure } from "../matrix-draws";

/** What a document says of a name in words. Dimensions are expressions such as n, 3 or n-1. */
export interface ShapeDeclaration {
  readonly names: readonly string[];
  /** A covariance is a number or a matrix, which is definite then. */
  readonly kind: "matrix" | "vector" | "number" | "integer" | "covariance";
  readonly rows?: Expr;
  readonly cols?: Expr;
  readonly structure?: readonly Structure[];
  readonly square?: boolean;
  /** Full column rank: at least as many rows as columns. */
  readonly tall?: boolean;
  /** "is a real matrix", "a complex vector". */
  readonly complex?: boolean;
}

/** Everything that shapes are inferred from. */
export interface ShapeScope {
  readonly declarations: readonly ShapeDeclaration[];
  /** Pairs of expressions that are said to be equal: definitions first, then the other equations of the scope, nearest first. */
  readonly equations: readonly (readonly [Expr, Expr])[];
  /** How many of them are definitions. */
  readonly defined: number;
  /** Pairs of dimension symbols of which the first is greater. */
  readonly greater: readonly (readonly [string, string])[];
  /** Pairs of dimension symbols that are said to be the same. */
  readonly equal: readonly (readonly [string, string])[];
  /** The words speak of triangular matrices, and do not say which in a way that was read. */
  readonly triangular?: boolean;
  /** The words speak of normal matrices: none are drawn here. */
  readonly normal?: boolean;
}

export interface Shape {
  readonly rows: number;
  readonly cols: number;
  readonly structure: readonly Structure[];
  readonly complex: boolean;
}

/** x_1, x_2, … are the rows, or the columns, of a matrix. */
export interface Membership {
  readonly owner: string;
  readonly by: "rows" | "columns";
}

export interface ShapeTable {
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The numbers that dimension symbols stand for. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Free letters that number the entries of vectors and matrices, with how many there are. */
  readonly indices: ReadonlyMap<string, number>;
  /** Whether I is an identity here. */
  readonly identities: boolean;
  readonly units: ReadonlySet<string>;
  /** Names of entries with the name of what they are entries of. */
  readonly owners: ReadonlyMap<string, string>;
  /** Families of vectors with the matrix whose rows or columns they are. */
  readonly members: ReadonlyMap<string, Membership>;
  /** Names that were taken for vectors or matrices, or for numbers, by convention alone: nothing declares them and no operation shows it. */
  readonly guessed: ReadonlySet<string>;
  /** How many other ways there are to take the guessed names under which everything fits. */
  readonly others: number;
  /** Why a disagreement would be no accusation: the shapes do not fit, or a matrix was only guessed. */
  readonly doubt?: string;
}

export const NO_SHAPES: ShapeTable = {
  shapes: new Map(),
  indices: new Map(),
  sizes: new Map(),
  identities: false,
  units: new Set(),
  owners: new Map(),
  members: new Map(),
  guessed: new Set(),
  others: 0,
};
