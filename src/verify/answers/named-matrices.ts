/** "The Hessian is H = …", "the Jacobian of F is …": a matrix that words call the derivatives of a function is no new one. */

import type { Definition } from "../../derivation/facts/facts";
import type { Item } from "../../derivation/facts/items";
import { allNames } from "../../derivation/names/all-names";
import { type Expr, node, symbol } from "../../expression/tree";
import { failing } from "../accusing/failing";
import { SLIP } from "../accusing/slips";
import type { Judgement } from "../report";
import { sentenceBefore, sentenceStart } from "../trying/case-start";
import type { JudgeInput, Tried } from "../trying/trial";
import { agreesUnder } from "../trying/trials";
import { tryPlan } from "../trying/try-plan";

const NAMED =
  /(?<!\b(?:bordered|negative|inverse|reduced|projected|expected|approximate|minus the|augmented|transposed?)\s)\b(Hessian|Jacobian)s?\b( matrix| matrices)?( of ¤| of the function| for ¤)?( (is|equals|becomes|reads|are)( therefore| then| thus| given by)?)?\s*¤?[\s:,]*$/i;
/** It is one of numbers, at a point. */
const THERE = /\b(at|there|evaluat\w*|critical|stationary|point|where|when|if)\b/i;
/** The function whose matrix it is called. */
const OF = /\b(?:of|for)\s+(?:\$|\\\()\s*\\?([a-zA-Z]+)/gi;

export interface NamedMatrix {
  /** The trial that agrees. */
  readonly holding?: Tried;
  /** The judgement of one that a small edit mends. */
  readonly wrong?: Judgement;
}

/** Whether the matrix on the right is that of the derivatives; undefined where nothing calls it so, or where it is another one altogether. */
export function namedMatrix(item: Item, input: JudgeInput): NamedMatrix | undefined {
  const { left, right, link } = item;
  if (item.relation !== "=" || link.index > 0 || link.continued || right.op !== "matrix" || !/^(symbol|indexed|apply)$/.test(left.op)) return undefined;
  const words = sentenceBefore(item, input.text);
  const what = THERE.test(words) || allNames([right]).size === 0 ? undefined : NAMED.exec(words)?.[1].toLowerCase();
  const of = what && nearestFunction(item, input);
  if (!of) return undefined;
  const candidates = what === "hessian" ? [hessian(of)] : [jacobian(of), transposed(jacobian(of))];
  const { cols, rows } = right.data ?? {};
  const fitting = candidates.filter((m) => m !== undefined && m.data?.cols === cols && m.data?.rows === rows) as Expr[];
  const trials = fitting.map((matrix): Tried => {
    const claim: Item = { ...item, left: matrix, role: "claim", fact: undefined };
    return { ...tryPlan(claim, { definitions: new Map(), conditions: [], unused: [] }, input), item: claim };
  });
  const holding = trials.find((t) => t.outcome.kind === "agrees" && !t.assumes);
  if (holding) return { holding };
  if (trials.length === 0 || !trials.every((t) => t.outcome.kind === "differs" && t.outcome.holdsIn.length === 0)) return undefined;
  const [tried] = trials;
  const claim = tried.item as Item;
  const doubt = trials.some((t) => isNearlyRight(t, input)) ? undefined : { code: "step/given", message: "" };
  const wrong = failing(claim, [tried], input, (changed) => agreesUnder(changed, tried, input), doubt, SLIP, doubt === undefined);
  return wrong.verdict === "fails" && (wrong.fixes || !doubt) ? { wrong } : undefined;
}

/** At least half of the entries are right, and one of them is not zero: it is this matrix that was meant. */
function isNearlyRight({ item, plan }: Tried, input: JudgeInput): boolean {
  const [left, right] = [item?.left.args ?? [], item?.right.args ?? []];
  const isRight = right.map(
    (e, i) => tryPlan({ ...(item as Item), left: left[i], right: e }, plan, { ...input, hasty: true, rough: true }).outcome.kind === "agrees",
  );
  const isZero = (e: Expr): boolean => e.op === "number" && Number(e.name) === 0;
  return isRight.filter((r) => r).length >= right.length / 2 && right.some((e, i) => isRight[i] && !isZero(e));
}

/** The function that the sentence names, else the last of several variables that the part speaks of. */
function nearestFunction(item: Item, input: JudgeInput): Definition | undefined {
  const names = [...input.text.slice(sentenceStart(item, input.text), item.link.left.from).matchAll(OF)].map((m) => m[1]);
  const facts = input.environment.facts(item);
  const isHere = (f: Item): boolean =>
    f.scope === item.scope ||
    input.groups.some((g) => g.items.some((i) => i.order < item.order && i.scope === item.scope && i.left.op === "apply" && i.left.name === f.left.name));
  const found = facts
    .filter((f) => f.order < item.order && f.fact?.kind === "definition" && f.fact.params.length > 1 && !f.fact.indexed && isHere(f))
    .flatMap((f) => (f.fact?.kind === "definition" ? [f.fact] : []));
  const told = names.length > 0 ? found.filter((d) => names.includes(d.name.replace("\\", ""))) : found;
  const last = told.at(-1);
  return last?.derived ? undefined : last;
}

const by = (e: Expr, name: string): Expr => node("derivative", [e, symbol(name)], e.span, undefined, { partial: true });

function hessian({ body, params }: Definition): Expr | undefined {
  if (/^(tuple|matrix|list)$/.test(body.op)) return undefined;
  return matrixOf(
    params.map((p) => params.map((q) => by(by(body, p), q))),
    body,
  );
}

function jacobian({ body, params }: Definition): Expr | undefined {
  const isColumn = body.op === "tuple" || (body.op === "matrix" && body.data?.cols === 1);
  return isColumn
    ? matrixOf(
        body.args.map((part) => params.map((p) => by(part, p))),
        body,
      )
    : undefined;
}

const matrixOf = (rows: readonly (readonly Expr[])[], { span }: Expr): Expr =>
  node("matrix", rows.flat(), span, "pmatrix", { rows: rows.length, cols: rows[0].length });

function transposed(m: Expr | undefined): Expr | undefined {
  if (!m) return undefined;
  const [rows, cols] = [Number(m.data?.rows), Number(m.data?.cols)];
  return matrixOf(
    Array.from({ length: cols }, (_, j) => Array.from({ length: rows }, (__, i) => m.args[i * cols + j])),
    m,
  );
}
