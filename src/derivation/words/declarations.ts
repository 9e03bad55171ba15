/** Reads what a document says of its names in words: "X is a real n×d matrix", "vectors u and v", "n a positive integer". */
import { Memo } from "../../base/memo";
import { symbolName } from "../../expression/names";
import type { Reading } from "../../expression/parser";
import { type Expr, symbol } from "../../expression/tree";
import { invertedMatrices } from "../names/inverted-matrices";
import type { ReadDocument } from "../reading/chains";
import { integersAbroad } from "./integers-abroad";
import { type Paragraph, paragraphs } from "./paragraphs-said";

/** What kind of thing a noun makes of a name; `thing` where only adjectives were said. */
export type DeclaredKind = "matrix" | "vector" | "number" | "integer" | "variable" | "thing";

/** A statement in prose about one or several names. */
export interface Declaration {
  readonly names: readonly string[];
  /** The names as they stand there. */
  readonly nodes: readonly Expr[];
  readonly kind: DeclaredKind;
  /** Adjectives and qualifications, in lower case: "real", "symmetric", "positive", "random", "independent", "full column rank" … */
  readonly properties: ReadonlySet<string>;
  /** Rows of a matrix, entries of a vector, where they are said. */
  readonly rows?: Expr;
  readonly cols?: Expr;
  /** Index of the block of the document in which the statement ends. */
  readonly at: number;
  /** Index of the block of its first name. */
  readonly from: number;
}

/** The property of names whose terms are probabilities that add up to one. */
export const SIMPLEX = "simplex";

const HOLE = "⟦\\d+⟧";
const NAMES = `(?<names>${HOLE}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+or\\s+)${HOLE})*)`;
const ADJECTIVE =
  "real(?:-valued)?|strictly|whole|different|unknown|consecutive|complex(?:-valued)?|square|symmetric|skew-symmetric|antisymmetric|orthogonal|orthonormal|unitary|hermitian|self-adjoint|normal|diagonal|upper[- ]triangular|lower[- ]triangular|triangular|positive[- ]definite|positive[- ]semi-?definite|positive|negative|non-?negative|non-?zero|non-?singular|invertible|regular|singular|idempotent|unit|column|row|random|probability|independent|fixed|given|arbitrary|constant|distinct|natural|rational|even|odd|prime|data|design|weight|parameter|covariance|correlation|rotation|projection|permutation|identity|standard|gaussian|normal|normalized|normalised|two|three|four|any|some|all|both|new|small|large|finite|scalar|dimensional|non-?trivial|ordinary|stochastic|precision|hat|adjacency|transition|rectangular|linearly|jointly|identically|distributed|continuous|discrete";
const ADJECTIVES = `(?:(?:${ADJECTIVE})(?:\\s*,\\s*|\\s+and\\s+|\\s+))*`;
/** What is measured and is never zero. */
const MAGNITUDE = "radi(?:us|i)|mass(?:es)?|widths?|diameters?|wavelengths?|thickness(?:es)?";
const NOUN = `matrix|matrices|vectors?|points?|scalars?|numbers?|reals?|integers?|constants?|lengths?|${MAGNITUDE}|naturals?|primes?|digits?|random variables?|variables?`;
const IS_MAGNITUDE = new RegExp(`^(?:lengths?|${MAGNITUDE})$`);
const SIZE = `(?:(?<size>${HOLE})(?:[-\\s]*(?:by|×|x)[-\\s]*(?<size2>${HOLE}))?(?:[-\\s]*(?:dimensional|component|element|entry|dim\\.?))?[-\\s]*)?`;
const TAIL = "(?<tail>(?:\\s+(?:with|of|in|having|whose|has)\\b[^.;,]{0,70})?)";
const BODY = `(?<before>${ADJECTIVES})${SIZE}(?<between>${ADJECTIVES})(?<noun>${NOUN})\\b`;

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${NAMES}\\s*(?:,\\s*)?(?:(?:is|are|be|being|denotes?|represents?|will be|as)\\s+(?:an?\\s+|the\\s+)?|an?\\s+|the\\s+)${BODY}${TAIL}`, "giu"),
  new RegExp(`${BODY}\\s+${NAMES}(?!\\s*(?:${NOUN})\\b)`, "giu"),
  new RegExp(`${NAMES}\\s*(?:is|are|be)\\s+(?:an?\\s+)?(?<before>(?:(?:${ADJECTIVE})(?:\\s*,\\s*|\\s+and\\s+|\\s*))+)(?!\\S*(?:${NOUN}))`, "giu"),
  new RegExp(`(?<before>(?:(?:${ADJECTIVE})\\s+)+)${NAMES}(?![-\\s]*(?:${NOUN})\\b)`, "giu"),
  new RegExp(`\\b(?<noun>probability (?:vectors?|distributions?))\\s+${NAMES}`, "giu"),
  new RegExp(
    `${NAMES}\\s*(?:is|are|be|denotes?|represents?)\\s+(?:an?\\s+|two\\s+|any\\s+|arbitrary\\s+|discrete\\s+)*(?<noun>probability (?:vectors?|distributions?))\\b`,
    "giu",
  ),
  new RegExp(
    `${NAMES}\\s*(?:,\\s*)?(?:(?:is|are|be|lies?|lying|being)\\s+)?(?:an?\\s+angle\\s+)?in\\s+(?:the\\s+)?(?:quadrant\\s+(?<angle>IV|I{1,3})\\b|(?<angles>first|second|third|fourth)\\s+quadrant)`,
    "gu",
  ),
  new RegExp(`${NAMES}\\s+(?:is|are|be|being)\\s+(?:an\\s+)?(?<angle>acute|obtuse)\\b`, "giu"),
  new RegExp(`\\b(?<angle>acute|obtuse)\\s+angles?\\s+${NAMES}`, "giu"),
  new RegExp(
    `${NAMES}\\s*(?:,\\s*)?(?:(?:is|are|be|being)\\s+(?:[a-z-]+\\s+){1,4})?(?:(?:that|which|all|and)\\s+)?(?:sums?|summing|adds?|adding)(?:\\s+up)?\\s+to\\s+(?:(?<total>${HOLE})|(?<noun>one|unity|1)\\b)`,
    "giu",
  ),
  new RegExp(`\\b(?<noun>(?:with|success|unknown|heads?) probabilit(?:y|ies)|mixing (?:weights?|proportions?|coefficients?))\\s+${NAMES}`, "giu"),
];

/** "not a positive number": nothing is declared. At most 12 characters match. */
const DENIED = /\b(not|no|never|neither|nor)(\s+(an?|the))?\s*$/i;

/** All statements about names in the prose of a document, in reading order. */
export function declarationsOf(document: ReadDocument, reading: Reading): Declaration[] {
  const found: Declaration[] = [];
  for (const paragraph of paragraphs(document, reading)) {
    for (const groups of matchesIn(paragraph.text)) {
      const d = declaration(groups, paragraph);
      if (d) found.push(d);
    }
  }
  const spoken = found.flatMap((d) => d.names);
  for (const inverted of invertedMatrices(document, reading, spoken))
    found.push({ ...inverted, kind: "matrix", properties: new Set(["square", "invertible"]), from: inverted.at });
  return found.sort((a, b) => a.at - b.at);
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Characters of paragraphs whose matches are kept. */
const ROOM = 400_000;
const known = new Memo<readonly Groups[]>(ROOM);

/** The parts of every match of a pattern in a paragraph. */
const matchesIn = (text: string): readonly Groups[] =>
  known.of(text, () => [
    ...PATTERNS.flatMap((pattern) =>
      [...text.matchAll(pattern)].filter((m) => !DENIED.test(text.slice(Math.max(0, m.index - 20), m.index))).map((m) => m.groups ?? {}),
    ),
    ...integersAbroad(text),
  ]);

function declaration(groups: Groups, paragraph: Paragraph): Declaration | undefined {
  const hole = (text: string | undefined): Expr | undefined => (text ? paragraph.holes[Number(/\d+/.exec(text)?.[0])] : undefined);
  const named = [...(groups.names ?? "").matchAll(/⟦(\d+)⟧/g)].map((m) => Number(m[1]));
  const nodes = named.flatMap((i) => namesIn(paragraph.holes[i]));
  if (nodes.length === 0) return undefined;
  const names = nodes.map(symbolName);
  const place = { nodes, at: paragraph.last, from: paragraph.places[named[0]] };
  const tail = (groups.tail ?? "").toLowerCase();
  const properties = new Set(
    [
      ...`${groups.before ?? ""} ${groups.between ?? ""}`.toLowerCase().split(/\s*,\s*|\s+and\s+|\s+/),
      ...phrases(`${groups.before ?? ""} ${groups.between ?? ""} ${tail}`.toLowerCase()),
    ].filter(Boolean),
  );
  const noun = (groups.noun ?? "").toLowerCase();
  const total = hole(groups.total);
  if (total || /^(one|unity|1)$/.test(noun)) {
    // terms y_i are spoken of by the name of all
    const terms = nodes.map((n) => (n.op === "indexed" ? symbol(n.name ?? "", n.span) : n));
    return total && total.name !== "1" ? undefined : { names: terms.map(symbolName), kind: "thing", properties: new Set([SIMPLEX]), ...place, nodes: terms };
  }
  const angle = groups.angle ?? groups.angles;
  if (angle) return { names, kind: "number", properties: new Set([`angle ${angle.toLowerCase()}`]), ...place };
  if (/^random var/.test(noun)) properties.add("random");
  if (/^(natural|prime)/.test(noun)) properties.add("positive");
  if (IS_MAGNITUDE.test(noun)) properties.add("positive");
  if (/^digit/.test(noun)) properties.add("nonnegative");
  if (/^probability /.test(noun)) return { names, kind: "thing", properties: new Set([SIMPLEX]), ...place };
  if (/probabilit|^mixing/.test(noun)) properties.add("probability");
  const kind: DeclaredKind = /^matri/.test(noun)
    ? "matrix"
    : /^vector/.test(noun)
      ? "vector"
      : /^(integer|natural|prime|digit)/.test(noun)
        ? "integer"
        : /^(scalar|number|real|constant)/.test(noun) || IS_MAGNITUDE.test(noun)
          ? "number"
          : /variable/.test(noun)
            ? "variable"
            : "thing";
  // a probability vector is spoken of by its entries
  if (kind === "vector" && properties.has("probability")) return { names, kind: "thing", properties: new Set([SIMPLEX]), ...place };
  if (kind === "number" && properties.has("natural")) return { names, kind: "integer", properties: properties.add("positive"), ...place };
  if (kind !== "matrix" && kind !== "vector") return { names, kind, properties, ...place };
  return { names, kind, properties, ...sizes(kind, hole(groups.size), hole(groups.size2), groups.tail ?? "", hole), ...place };
}

const namesIn = (e: Expr): Expr[] => (e.op === "symbol" || e.op === "indexed" ? [e] : e.op === "list" || e.op === "tuple" ? e.args.flatMap(namesIn) : []);

const PHRASES = [
  "full column rank",
  "full row rank",
  "full rank",
  "positive definite",
  "positive semidefinite",
  "orthonormal columns",
  "orthonormal rows",
  "upper triangular",
  "lower triangular",
  "linearly independent columns",
];
const phrases = (text: string): string[] => PHRASES.filter((p) => text.replace(/-/g, " ").replace("semi definite", "semidefinite").includes(p));

function sizes(
  kind: "matrix" | "vector",
  size: Expr | undefined,
  second: Expr | undefined,
  tail: string,
  hole: (text: string | undefined) => Expr | undefined,
): { rows?: Expr; cols?: Expr } {
  if (size && second) return { rows: size, cols: second };
  const counted = (what: string) => hole(new RegExp(`(${HOLE})\\s+(?:${what})\\b`, "i").exec(tail)?.[1]);
  const said =
    size ??
    hole(new RegExp(`\\bof\\s+(?:size|length|dimensions?|order|shape)\\s+(${HOLE})`, "i").exec(tail)?.[1]) ??
    spaceSize(hole(new RegExp(`\\bin\\s+(${HOLE})`, "i").exec(tail)?.[1]));
  const [rows, cols] = said ? split(said) : [];
  if (kind === "vector") {
    const entries = rows ?? counted("entries|components|elements|coordinates|coefficients|numbers");
    return entries ? { rows: entries } : {};
  }
  const [r, c] = [rows ?? counted("rows"), cols ?? (said && !cols ? rows : counted("columns"))];
  return { ...(r ? { rows: r } : {}), ...(c ? { cols: c } : {}) };
}

/** `n \times d` is two sizes. */
function split(e: Expr): Expr[] {
  return e.op === "mul" && e.data?.style === "times" && e.args.length === 2 ? [...e.args] : [e];
}
/** The exponent of `\mathbb{R}^n`. */
const spaceSize = (e: Expr | undefined): Expr | undefined => (e?.op === "pow" && /^\\math(bb|bf)\{[RC]\}$/.test(e.args[0].name ?? "") ? e.args[1] : undefined);
