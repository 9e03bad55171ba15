/** All constructs, and the tables made from them: the grammar, the meanings, the printers. */
import type { Meaning } from "../expression/evaluator";
import type { Grammar, Infix, Prefix } from "../expression/parser";
import type { Token } from "../latex/tokens";
import { isUnitToken } from "../latex/units";
import { annotations } from "./annotations";
import { fractions } from "./arithmetic/fractions";
import { groups } from "./arithmetic/groups";
import { numerals } from "./arithmetic/numerals";
import { doubleSigns } from "./arithmetic/plus-minus";
import { powers } from "./arithmetic/powers";
import { juxtaposition, products } from "./arithmetic/products";
import { ratios } from "./arithmetic/ratios";
import { remainders } from "./arithmetic/remainders";
import { repeatingDecimals } from "./arithmetic/repeating-decimals";
import { sumsOfTerms } from "./arithmetic/sums-of-terms";
import { unitNode, units } from "./arithmetic/units";
import { derivativeOrders } from "./calculus/derivative-orders";
import { derivativeSubscripts } from "./calculus/derivative-subscripts";
import { derivatives } from "./calculus/derivatives";
import { isDifferential } from "./calculus/differentials";
import { evaluations } from "./calculus/evaluations";
import { integrals } from "./calculus/integrals";
import { landauSymbols } from "./calculus/landau";
import { laplaceTransforms } from "./calculus/laplace";
import { limits } from "./calculus/limits";
import { residues } from "./calculus/residues";
import { vectorCalculus } from "./calculus/vector-calculus";
import { piecewiseDefinitions } from "./cases";
import type { Construct, Printer } from "./construct";
import { extrema } from "./extrema/extrema";
import { optimizers } from "./extrema/optimizers";
import { solutions } from "./extrema/solution";
import { functionAlgebra } from "./functions/function-algebra";
import { functions } from "./functions/functions";
import { operatorNames } from "./functions/operator-names";
import { specialFunctions } from "./functions/special-functions";
import { affineRoots } from "./matrices/affine-root";
import { matrices } from "./matrices/matrices";
import { matrixProducts } from "./matrices/matrix-products";
import { subspaces } from "./matrices/subspaces";
import { SYMBOL_COMMANDS } from "./names/name-letters";
import { readName } from "./names/names";
import { symbols } from "./names/symbols";
import { selections } from "./series/selections";
import { stacked } from "./series/stacked";
import { sums } from "./series/sums";
import { bigSets } from "./sets/big-sets";
import { cardinalities } from "./sets/cardinality";
import { conditions } from "./sets/conditions";
import { setOperations } from "./sets/set-operations";
import { divergencePrefix, statistics } from "./statistics";

export const CONSTRUCTS: readonly Construct[] = [
  symbols,
  sumsOfTerms,
  products,
  powers,
  fractions,
  specialFunctions,
  stacked,
  groups,
  extrema,
  optimizers,
  functions,
  sums,
  integrals,
  vectorCalculus,
  residues,
  derivatives,
  derivativeOrders,
  derivativeSubscripts,
  functionAlgebra,
  limits,
  conditions,
  numerals,
  setOperations,
  bigSets,
  repeatingDecimals,
  selections,
  piecewiseDefinitions,
  matrices,
  matrixProducts,
  subspaces,
  evaluations,
  annotations,
  statistics,
  solutions,
  doubleSigns,
  operatorNames,
  affineRoots,
  cardinalities,
  ratios,
  laplaceTransforms,
  landauSymbols,
  remainders,
  units,
];

function collect<V>(pick: (c: Construct) => Readonly<Record<string, V>> | undefined): Map<string, V[]> {
  const table = new Map<string, V[]>();
  for (const construct of CONSTRUCTS) for (const [key, value] of Object.entries(pick(construct) ?? {})) table.set(key, [...(table.get(key) ?? []), value]);
  return table;
}

const prefix: Map<string, Prefix[]> = collect((c) => c.prefix);
prefix.set("D", [divergencePrefix, ...(prefix.get("D") ?? [])]);
/** Plain commands that name a symbol of their own. */
const CONSTANTS = new Set(["infty", "emptyset", "varnothing", "hbar", "ell", "Re", "Im", "top", "bot", "diamondsuit", "heartsuit", "spadesuit", "clubsuit"]);
for (const name of [
  "infty",
  "emptyset",
  "varnothing",
  "top",
  "bot",
  "diamondsuit",
  "heartsuit",
  "spadesuit",
  "clubsuit",
  "bigstar",
  "sharp",
  "flat",
  "natural",
])
  prefix.set(`\\${name}`, [(_p, token) => ({ op: "symbol", args: [], span: token, name: `\\${name}` })]);
/** An angle or a triangle by its corners is a name. */
for (const sign of ["angle", "measuredangle", "triangle"])
  prefix.set(`\\${sign}`, [
    (p, token) => {
      let corners = "";
      while (corners.length < 4 && p.cursor.is("letter") && /^[A-Z]$/.test(p.cursor.peek()?.text ?? "")) corners += p.cursor.next().text;
      return corners === ""
        ? undefined
        : { op: "symbol", args: [], span: { from: token.from, to: p.cursor.tokens[p.cursor.position - 1].to }, name: `\\${sign} ${corners}` };
    },
  ]);
prefix.set("∞", [(_p, token) => ({ op: "symbol", args: [], span: token, name: "\\infty" })]);

const infixTable: Map<string, Infix[]> = collect((c) => c.infix);
/** Juxtaposition continues an expression at any token that can begin a factor. */
const infix: Grammar["infix"] = {
  get: (key: string) => {
    const own = infixTable.get(key);
    return own ? [...own, juxtaposition] : JUXTAPOSED;
  },
};
const JUXTAPOSED = [juxtaposition];

const isSymbol = (token: Token): boolean =>
  isUnitToken(token) || token.kind === "letter" || (token.kind === "command" && (SYMBOL_COMMANDS.has(token.text) || CONSTANTS.has(token.text)));

export const GRAMMAR: Grammar = {
  prefix,
  infix,
  symbol: (p, token) => (isUnitToken(token) ? unitNode(token, p.reading.units) : readName(p, token)),
  isSymbol,
  isDifferential: (cursor) => isDifferential(cursor, cursor.position),
  ends: new Set([
    ")",
    "]",
    "\\}",
    "\\rangle",
    "\\rbrace",
    "\\rfloor",
    "\\rceil",
    "\\rvert",
    "\\rVert",
    ",",
    ";",
    "\\quad",
    "\\qquad",
    "cell",
    "row",
    "text",
    "sub",
    "sup",
  ]),
};

export const MEANINGS: ReadonlyMap<string, Meaning> = new Map(CONSTRUCTS.flatMap((c) => Object.entries(c.meanings ?? {})));
export const PRINTERS: ReadonlyMap<string, { readonly power: number; readonly latex: Printer }> = new Map(
  CONSTRUCTS.flatMap((c) => Object.entries(c.print ?? {})),
);
