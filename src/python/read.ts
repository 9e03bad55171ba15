/** Reads a code answer: the PyTorch subset that a reparameterisation is written in, tolerant of errors, with places. */

import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { type Expr, node, some, symbol } from "../expression/tree";
import type { CodeAnswer, CodeProblem, Statement } from "./answer";
import { readExpression } from "./expressions";
import { type LogicalLine, logicalLines } from "./lines";
import { type MendedLine, mendAll, repairs } from "./repair";
import { children, type Scope, spanOf, textOf } from "./scope";
import { slipsIn, splitsName } from "./slips";

/** Longest source that is read, in characters; a longer one is a program, not an answer. */
const LONGEST = 20_000;

/**
 * Reads `source` (fences that belong together, joined by line ends). Never throws: what does not parse, or lies outside of the
 * subset, is a problem with its place. Of several functions, the one named like a reparameterisation or sampling is read.
 */
export function readCode(source: string): CodeAnswer {
  if (source.length > LONGEST) return refused(source, "is longer than the code answers that are read");
  const lines = logicalLines(source);
  const chosen = chooseFunction(lines);
  const reading: Reading = { source, statements: [], problems: [], draws: { count: 0 }, broken: [], slips: new Map() };
  if (chosen.headless) breakLine(chosen.headless, reading);
  let skipped = -1;
  for (const line of chosen.lines) {
    if (skipped >= 0 && line.indent > skipped) continue;
    skipped = -1;
    if (/^(else|if\s+not\s+(self\.)?training)\s*:/.test(line.text)) skipped = line.indent;
    else readLine(line, reading);
  }
  if (!reading.statements.length && !reading.problems.length)
    reading.problems.push({ span: { from: 0, to: source.length }, code: "empty", message: "There is no statement to run." });
  const mended = mendAll(reading.broken, reading.slips);
  const problems = reading.problems.map((problem) =>
    withFix(problem, mended[reading.broken.findIndex((line) => problem.code !== "unsupported" && line.from === problem.span.from)]?.[0]),
  );
  return { source, statements: reading.statements, ...(chosen.function ? { function: chosen.function } : {}), problems, repairs: repairs(source, mended) };
}

const withFix = (problem: CodeProblem, line: MendedLine | undefined): CodeProblem =>
  line ? { ...problem, fix: { title: `Write \`${line.text}\``, edits: line.edits } } : problem;

const refused = (source: string, why: string): CodeAnswer => ({
  source,
  statements: [],
  problems: [{ span: { from: 0, to: source.length }, code: "unsupported", message: `The code ${why}.` }],
  repairs: [],
});

interface Reading {
  readonly source: string;
  readonly statements: Statement[];
  readonly problems: CodeProblem[];
  readonly draws: { count: number };
  readonly broken: LogicalLine[];
  /** Ways to mend lines that parse and cannot run. */
  readonly slips: Map<LogicalLine, readonly MendedLine[]>;
}

/** The head of a function. */
export const DEFINITION = /^(?:async\s+)?def\s+(\w+)\s*\(([\s\S]*)\)\s*(?:->\s*[^:]+)?(?::\s*|$)/;
const LAMBDA = /^(\w+)\s*=\s*lambda\s+([\w\s,=.*]*):\s*/;
/** Lines that frame a function and compute nothing. */
const FRAME =
  /^(print\s*\(|assert\s|import\s|from\s|class\s|@|pass$|(if\s+self\.training\s*:)$|(torch|np|numpy|tf|random)[\w.]*\.(manual_seed|seed|set_seed)\s*\(|("""|''')[\s\S]*("""|''')$|"[^"]*"$|'[^']*'$)/;

interface Chosen {
  readonly lines: readonly LogicalLine[];
  readonly function?: CodeAnswer["function"];
  /** A first line that lacks its colon. */
  readonly headless?: LogicalLine;
}

function chooseFunction(lines: readonly LogicalLine[]): Chosen {
  const heads = lines.flatMap((line, at) => (DEFINITION.test(line.text) ? [at] : []));
  if (!heads.length) return chooseLambda(lines);
  const at = heads.find((h) => /reparam|sampl/i.test(lines[h].text)) ?? heads[0];
  const end = heads.find((h) => h > at) ?? lines.length;
  const [whole, name, list] = DEFINITION.exec(lines[at].text) as RegExpExecArray;
  const parameters = list
    .split(",")
    .map((p) =>
      p
        .replace(/[:=][\s\S]*/, "")
        .replace(/\*/g, "")
        .trim(),
    )
    .filter((p) => /^\w+$/.test(p) && p !== "self" && p !== "cls");
  const head = lines[at];
  const inline = head.text.slice(whole.length).trim() ? [{ ...head, from: head.from + whole.length, text: head.text.slice(whole.length) }] : [];
  return {
    lines: [...inline, ...lines.slice(at + 1, end)],
    function: { name, parameters, span: { from: head.from, to: head.from + whole.length } },
    ...(/:\s*$/.test(whole) ? {} : { headless: head }),
  };
}

/** `reparameterize = lambda mu, logvar: …`. */
function chooseLambda(lines: readonly LogicalLine[]): Chosen {
  const at = lines.findIndex((line) => LAMBDA.test(line.text));
  if (at < 0) return { lines };
  const head = lines[at];
  const [whole, name, list] = LAMBDA.exec(head.text) as RegExpExecArray;
  const body = { ...head, from: head.from + whole.length, text: head.text.slice(whole.length) };
  const parameters = list.split(",").map((p) => p.replace(/=.*/, "").trim());
  return { lines: [...lines.slice(0, at), body], function: { name, parameters, span: { from: head.from, to: body.from } } };
}

function readLine(line: LogicalLine, reading: Reading): void {
  if (FRAME.test(line.text)) return;
  const tree = parser.parse(line.text);
  if (hasError(tree.topNode)) return breakLine(line, reading);
  const [problems, statements] = [reading.problems.length, reading.statements.length];
  const scope: Scope = { text: line.text, offset: line.from, draws: reading.draws, mutations: [] };
  for (const statement of children(tree.topNode)) readStatement(statement, scope, reading);
  if (reading.problems.length === problems && !splitsName(line.text)) return;
  const ways = slipsIn(line);
  if (!ways.length) return;
  reading.problems.length = problems;
  reading.statements.length = statements;
  reading.broken.push(line);
  reading.slips.set(line, ways);
  reading.problems.push({ span: { from: line.from, to: line.to }, code: "slip", message: `\`${shorten(line.text)}\` cannot run as it stands.` });
}

function breakLine(line: LogicalLine, reading: Reading): void {
  reading.broken.push(line);
  reading.problems.push({ span: { from: line.from, to: line.to }, code: "syntax", message: `\`${shorten(line.text)}\` does not parse as Python.` });
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function hasError(n: SyntaxNode): boolean {
  let found = false;
  n.cursor().iterate((node) => {
    if (node.type.isError) found = true;
    return !found;
  });
  return found;
}

function readStatement(n: SyntaxNode, scope: Scope, reading: Reading): void {
  const span = spanOf(n, scope);
  const keep = (value: Expr, statement: Statement): void => {
    if (!refuse(value, reading)) reading.statements.push(statement);
    for (const { name, value: next } of scope.mutations.splice(0)) reading.statements.push({ kind: "assign", name, value: next, span });
  };
  const parts = children(n);
  if (n.name === "AssignStatement") readAssignment(parts, scope, reading, keep, span);
  else if (n.name === "UpdateStatement") {
    const value = readUpdate(parts, scope);
    keep(value, { kind: "assign", name: textOf(parts[0], scope), value, span });
  } else if (n.name === "ReturnStatement" && parts[1]) {
    const value = readExpression(firstOfTuple(parts[1]), scope);
    keep(value, { kind: "return", value, span });
  } else if (n.name === "ExpressionStatement") {
    const value = readExpression(parts[0], scope);
    keep(value, { kind: "expression", value, span });
  } else unsupported(reading, span, n.name === "ReturnStatement" ? "returns nothing" : "is outside of the PyTorch subset that is read here");
}

const firstOfTuple = (n: SyntaxNode): SyntaxNode => (n.name === "TupleExpression" ? (children(n).find((child) => !["(", ","].includes(child.name)) ?? n) : n);

function readAssignment(
  parts: SyntaxNode[],
  scope: Scope,
  reading: Reading,
  keep: (value: Expr, statement: Statement) => void,
  span: { from: number; to: number },
): void {
  const at = parts.findIndex((part) => part.name === "AssignOp");
  const targets = parts.slice(0, Math.max(at, 0)).filter((part) => part.name !== "," && part.name !== "TypeDef");
  const names = targets.map((target) => textOf(target, scope));
  const right = parts[at + 1];
  if (!right || !targets.length || targets.some((target) => target.name !== "VariableName") || parts.slice(at + 1).some((part) => part.name === "AssignOp"))
    return unsupported(reading, span, "assigns in a way that is not read here");
  const text = textOf(right, scope);
  if (SIZES.test(text) || GENERATORS.test(text)) return;
  if (isInput(right, names, scope) || (right.name === "VariableName" && names.length > 1)) reading.statements.push({ kind: "input", names, span });
  else if (names.length > 1 || parts[at + 2]) unsupported(reading, span, "assigns several names at once");
  else {
    const value = readExpression(right, scope);
    keep(value, { kind: "assign", name: names[0], value, span });
  }
}

/** Shapes of tensors, and generators: they hold no values of the Gaussian. */
const SIZES = /(\.(shape|size\([^()]*\))(\[[^\]]*\])?|\b(len|shape|int_shape)\([^()]*\)(\[[^\]]*\])?)$/;
const GENERATORS = /\b(default_rng|RandomState|Generator|PRNGKey)\(/;

/** A network's output: a call of the model or of a plain unknown function, on nothing that looks like a parameter of the Gaussian. */
function isInput(right: SyntaxNode, names: readonly string[], scope: Scope): boolean {
  const text = textOf(right, scope);
  const model = /^(self(\.\w+)*|\w*(encode|net|model|layer|linear|fc|hidden|dense)\w*)\s*\(/i.test(text);
  return model && right.name === "CallExpression" && !/\b\w*(std|sigma|eps|var)\b/i.test(text.replace(/^[\w.]+/, "")) && names.length > 0;
}

function readUpdate(parts: SyntaxNode[], scope: Scope): Expr {
  const name = symbol(textOf(parts[0], scope), spanOf(parts[0], scope));
  const value = readExpression(parts[2], scope);
  const span = { from: name.span.from, to: value.span.to };
  switch (textOf(parts[1], scope)) {
    case "+=":
      return node("add", [name, value], span);
    case "-=":
      return node("add", [name, node("neg", [value], value.span)], span);
    case "*=":
      return node("mul", [name, value], span);
    case "/=":
      return node("div", [name, value], span);
    default:
      return node("error", [], span, "updates in a way that is not read here");
  }
}

/** Reports the error nodes of a value; true if there were any. */
function refuse(value: Expr, reading: Reading): boolean {
  return some(value, (e) => {
    if (e.op !== "error") return false;
    unsupported(reading, e.span, e.name ?? "is not read here");
    return true;
  });
}

function unsupported(reading: Reading, span: { from: number; to: number }, why: string): void {
  reading.problems.push({ span, code: "unsupported", message: `\`${shorten(reading.source.slice(span.from, span.to))}\` ${why}.` });
}
