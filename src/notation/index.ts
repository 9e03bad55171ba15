/** All constructs, and the tables made from them: the grammar, the meanings, the printers. */
import type { Meaning } from "../expression/evaluator";
import type { Grammar, Infix, Prefix } from "../expression/parser";
import type { Token } from "../latex/tokens";
import { isUnitToken } from "../latex/units";
import { affineRoots } from "./affine-root";
import { annotations } from "./annotations";
import { cardinalities } from "./cardinality";
import { piecewiseDefinitions } from "./cases";
import { conditions } from "./conditions";
import type { Construct, Printer } from "./construct";
import { derivativeOrders } from "./derivative-orders";
import { derivativeSubscripts } from "./derivative-subscripts";
import { derivatives } from "./derivatives";
import { isDifferential } from "./differentials";
import { evaluations } from "./evaluations";
import { extrema } from "./extrema";
import { fractions } from "./fractions";
import { functionAlgebra } from "./function-algebra";
import { functions } from "./functions";
import { groups } from "./groups";
import { integrals } from "./integrals";
import { landauSymbols } from "./landau";
import { laplaceTransforms } from "./laplace";
import { limits } from "./limits";
import { matrices } from "./matrices";
import { matrixProducts } from "./matrix-products";
import { SYMBOL_COMMANDS } from "./name-letters";
import { readName } from "./names";
import { numerals } from "./numerals";
import { operatorNames } from "./operator-names";
import { optimizers } from "./optimizers";
import { doubleSigns } from "./plus-minus";
import { powers } from "./powers";
import { juxtaposition, products } from "./products";
import { ratios } from "./ratios";
import { remainders } from "./remainders";
import { repeatingDecimals } from "./repeating-decimals";
import { residues } from "./residues";
import { selections } from "./selections";
import { setOperations } from "./set-operations";
import { solutions } from "./solution";
import { specialFunctions } from "./special-functions";
import { stacked } from "./stacked";
import { divergencePrefix, statistics } from "./statistics";
import { subspaces } from "./subspaces";
import { sums } from "./sums";
import { sumsOfTerms } from "./sums-of-terms";
import { symbols } from "./symbols";
import { unitNode, units } from "./units";
import { vectorCalculus } from "./vector-calculus";

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
