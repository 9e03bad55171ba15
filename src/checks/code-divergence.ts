/** Judges code for the divergence of N(mu, exp(logvar)) from N(0, 1), the second term of a VAE's loss: entry by entry, against its closed form. */
import { type Expr, rewrite, some } from "../expression/tree";
import type { CodeAnswer, Statement } from "../python/answer";
import { functionsApart } from "../python/functions-apart";
import { readCode } from "../python/read";
import { applyEdits } from "../python/repair";
import { drawsOf, evaluate, inputsOf, valueAt } from "../python/result";
import { variants } from "../python/variants";
import type { CodeVerdict } from "./code-answer";
import { type Roles, rolesOf } from "./code-roles";

const NAMED = /^(kl|kld|dkl|kl_?(loss|div|divergence|term|z|qp)?|kld_?(loss|div|term)?|kl_?divergence_?(loss)?)$/i;
const POINTS: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 1],
  [1, 2],
  [2, 0.5],
  [-1, 0.25],
  [0.7, 1.3],
  [-2.3, 2.9],
  [1.9, 0.4],
];
const EQUAL = 1e-9;
const FIXES = 3;

/** Of the first function that has one; undefined where no statement is named as such a divergence, or it cannot be read as one of a mean and a scale. */
export function checkDivergence(source: string): CodeVerdict | undefined {
  for (const part of functionsApart(source)) {
    const found = checkPart(part);
    if (found) return found;
  }
  return undefined;
}

function checkPart(source: string): CodeVerdict | undefined {
  const answer = readCode(source);
  const found = judged(answer);
  if (!found) return undefined;
  const { statement, roles, worst } = found;
  const evidence = { samples: POINTS.length, informative: POINTS.length, maxRelativeError: worst.error };
  const what = `KL(${roles.claim} || N(0, 1))`;
  if (worst.error <= EQUAL)
    return {
      verdict: "holds",
      code: "code/holds",
      message: `It is ${what}, entry by entry, at ${POINTS.length} values.`,
      span: statement.span,
      fixes: [],
      evidence,
    };
  const fixes = variants(answer)
    .filter(({ edits }) => (judged(readCode(applyEdits(source, edits)))?.worst.error ?? 1) <= EQUAL)
    .slice(0, FIXES);
  const at = Object.entries(worst.values)
    .map(([name, x]) => `${name} = ${print(x)}`)
    .join(", ");
  const hint = fixes.length ? ` It holds with this change: ${fixes[0].title[0].toLowerCase()}${fixes[0].title.slice(1)}.` : "";
  return {
    verdict: "fails",
    code: "code/fails",
    message: `It is not ${what}: at ${at} it is ${print(worst.left)} an entry, not ${print(worst.right)}.${hint}`,
    span: statement.span,
    fixes,
    witness: { values: worst.values, left: worst.left, right: worst.right },
    evidence,
  };
}

interface Judged {
  readonly statement: Statement;
  readonly roles: Roles;
  readonly worst: { readonly error: number; readonly left: number; readonly right: number; readonly values: Readonly<Record<string, number>> };
}

function judged(answer: CodeAnswer): Judged | undefined {
  if (answer.problems.some((p) => p.code !== "unsupported")) return undefined;
  const at = answer.statements.findIndex(
    (s) => (s.kind === "assign" && NAMED.test(s.name)) || (s.kind === "return" && /kl/i.test(answer.function?.name ?? "")),
  );
  const value = at < 0 ? undefined : valueAt(answer, at);
  const entry = value && entryOf(value);
  if (!entry || drawsOf(entry).length > 0) return undefined;
  const roles = rolesOf(inputsOf(entry));
  if (typeof roles === "string" || roles.others.length > 0 || inputsOf(entry).length !== 2) return undefined;
  const compared = POINTS.map(([mean, coordinate]) => {
    const values = { [roles.location]: mean, [roles.scale]: roles.coordinate(coordinate) };
    const deviation = roles.deviation(values[roles.scale]);
    const right = (mean ** 2 + deviation ** 2 - 1) / 2 - Math.log(deviation);
    const left = evaluate(entry, values);
    return { left, right, values, error: Math.abs(left - right) / (1 + Math.abs(right)) };
  });
  if (compared.some((c) => !Number.isFinite(c.left))) return undefined;
  return { statement: answer.statements[at], roles, worst: compared.find((c) => c.error > EQUAL) ?? compared[0] };
}

/** The term of one entry: sums and means may stand around it and plain factors, nowhere else. */
function entryOf(e: Expr): Expr | undefined {
  if (e.op === "reduce") return entryOf(e.args[0]);
  if (!some(e, (n) => n.op === "reduce")) return e;
  const plain = (x: Expr): boolean => inputsOf(x).length === 0 && !some(x, (n) => n.op === "reduce");
  const rest = e.args.filter((a) => !plain(a));
  if (!/^(neg|mul|div)$/.test(e.op) || rest.length !== 1 || (e.op === "div" && rest[0] !== e.args[0])) return undefined;
  const inner = entryOf(rest[0]);
  return inner && rewrite({ ...e, args: e.args.map((a) => (a === rest[0] ? inner : a)) }, (n) => n);
}

const print = (x: number): string => (Number.isInteger(x) ? String(x) : String(Number(x.toPrecision(4))));
