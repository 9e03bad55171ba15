/** Cuts a formula into the statements of its rows; a formula that was cut before is not cut again, wherever it has moved to. */
import { digest } from "../../base/digest";
import { Memo } from "../../base/memo";
import { shifted } from "../../base/shifted";
import type { Span } from "../../base/span";
import type { Formula, ScannedDocument } from "../../document/blocks";
import { unboxed } from "../../latex/boxes";
import { bracedRows } from "../../latex/braced-rows";
import { brokenMacros } from "../../latex/broken-macros";
import { type Commas, withDecimalCommas, writesCommas } from "../../latex/decimal-commas";
import { expand } from "../../latex/expand";
import { tokenize } from "../../latex/lexer";
import { collectMacros } from "../../latex/macros";
import { normalise } from "../../latex/normalise";
import { splitRows } from "../../latex/rows";
import { namesD } from "../../latex/slash-derivatives";
import type { Token } from "../../latex/tokens";
import { figureNames, isGeometric } from "../names/geometry";
import { withImaginaryJ, writesJ } from "../names/imaginary-j";
import { namesI, withNamedI } from "../names/named-i";
import { namesPi, withNamedPi } from "../names/named-pi";
import { congruenceOf } from "./congruences";
import { closeRanks, flatten, joinRows, sideBySide } from "./row-joints";
import { spokenIn } from "./spoken-formulas";
import { type Statement, statementsOf } from "./statements";
import { systemRows, withoutConditions } from "./systems";

export interface FormulaRows {
  readonly statements: readonly { readonly row: number; readonly statement: Statement }[];
  /** The rows are those of a system in braces. */
  readonly system: boolean;
  readonly problems: readonly { readonly span: Span; readonly code: string; readonly message: string }[];
}

/** Longest formula that is read, in characters: no one writes a longer one by hand. */
const LONGEST_FORMULA = 200_000;

/** Characters of keys that are kept: the formulas of a long document. */
const ROOM = 400_000;
const known = new Memo<{ readonly at: number; readonly rows: FormulaRows }>(ROOM);

/** Cuts the formulas of one document. */
export function rowReader(scanned: ScannedDocument, preambles: readonly string[]): (block: Formula) => FormulaRows {
  const texts = [...preambles.map((text) => ({ text })), ...scanned.preamble];
  const macros = collectMacros(texts);
  const written = withPlainCommands(scanned.text);
  const [pi, imaginary, rate] = [namesPi(written), writesJ(written), namesI(written)];
  const [commas, dIsName] = [writesCommas(written), namesD(written)];
  const geometric = imaginary !== "all" && isGeometric(scanned.text);
  /** What the text makes of letters that mean something else in most others: names of figures, π as a parameter, j as the imaginary unit, i as a rate. */
  const named = (row: Token[]): Token[] => {
    const read = imaginary ? withImaginaryJ(row, imaginary) : rate ? withNamedI(row) : row;
    const figures = geometric ? figureNames(read) : read;
    return pi ? withNamedPi(figures, pi) : figures;
  };
  const context = `${geometric ? "g" : ""}${pi ? "p" : ""}${imaginary ? `j${imaginary}` : ""}${rate ? "i" : ""}${commas ?? ""}${dIsName ? "d" : ""}${texts.some((t) => t.text) ? digest(JSON.stringify(texts.map((t) => t.text))) : ""}`;
  return (block) => {
    if (block.text.length > LONGEST_FORMULA) return tooLong(block);
    const at = block.map[0]?.offset ?? 0;
    const key = `${context} ${block.map.map((piece) => `${piece.at}:${piece.offset - at}`).join()} ${block.text}`;
    const before = known.get(key);
    const rows = before ? shifted(before.rows, at - before.at) : cutRows(block, macros, named, { commas, dIsName });
    if (!before || before.at !== at) known.set(key, { at, rows });
    return rows;
  };
}

/** The text with commands as in a formula: notebooks keep theirs with two backslashes. */
const withPlainCommands = (text: string): string => text.replace(/\\\\(?=[a-zA-Z])/g, "\\");

const tooLong = (block: Formula): FormulaRows => ({
  statements: [],
  system: false,
  problems: [{ span: block.span, code: "formula/too-long", message: `This formula has ${block.text.length} characters; at most ${LONGEST_FORMULA} are read.` }],
});

/** How a document writes decimals, and whether d is a name in it. */
interface Writing {
  readonly commas: Commas;
  readonly dIsName: boolean;
}

function cutRows(block: Formula, macros: ReturnType<typeof collectMacros>, named: (row: Token[]) => Token[], { commas, dIsName }: Writing): FormulaRows {
  const { tokens: expanded, problems } = expand(brokenMacros(tokenize(block.text, block.map)), macros);
  const tokens = bracedRows(unboxed(withDecimalCommas(expanded, commas)));
  const system = systemRows(tokens);
  const rows = system ?? withoutConditions(splitRows(tokens));
  const paired = sideBySide(rows);
  const joined = joinRows(
    rows.map((cells) => closeRanks(named(normalise(flatten(cells, paired), dIsName)))),
    rows.map((cells) => cells.length > 1 && cells[0].length === 0),
  );
  const statements = joined.flatMap((flat, row) => {
    const { tokens: bare, modulus } = congruenceOf(flat);
    const own = statementsOf(bare).map((plain) =>
      modulus ? { ...plain, signs: plain.signs.map((sign) => (sign.congruent ? { ...sign, modulus } : sign)) } : plain,
    );
    const words = spokenIn(bare, (text, offset) =>
      statementsOf(closeRanks(named(normalise(withDecimalCommas(expand(tokenize(text, [{ at: 0, offset }]), macros).tokens, commas), dIsName)))),
    );
    const said = (before: boolean) => words.filter((w) => w.before === before).map((w) => w.statement);
    return [...said(true), ...own, ...said(false)].map((statement) => ({ row, statement }));
  });
  return { statements, system: system !== undefined, problems: [...problems, ...unclosedBraces(tokens)] };
}

/** The innermost brace of a formula that is never closed: what stands behind it is no step, and that is said. */
function unclosedBraces(tokens: readonly Token[]): { span: Span; code: string; message: string }[] {
  const open: Token[] = [];
  for (const t of tokens) {
    if (t.kind === "open") open.push(t);
    if (t.kind === "close") open.pop();
  }
  const last = open[open.length - 1];
  if (!last) return [];
  return [
    {
      span: { from: last.from, to: last.to },
      code: "latex/unclosed-brace",
      message: "This brace is never closed: what stands behind it was not read as steps.",
    },
  ];
}
