/** From a code answer to what the demo runs: its sample as a tree over mu, logvar and draws, or the place and reason why not. */
import type { Span } from "../base/span";
import { type CodeVerdict, checkReparameterize } from "../checks/code-answer";
import { rolesOf } from "../checks/code-roles";
import { type Expr, node, number, rewrite, symbol, walk } from "../expression/tree";
import { readCode } from "../python/read";
import { drawsOf, evaluate, inputsOf, resultOf } from "../python/result";
import { NotCompiled, toWgsl } from "./compile";

export interface Program {
  readonly source: string;
  /** Over the symbols `mu` and `logvar` and the draws. */
  readonly sample: Expr;
  /** What is differentiated for the gradients; the same tree, but for the negative control of a sign slip. */
  readonly gradientOf: Expr;
  readonly draws: readonly { readonly name: string; readonly law: string }[];
  /** What the checker says of the code. */
  readonly verdict: CodeVerdict;
}

export interface Refusal {
  readonly message: string;
  readonly span: Span;
  readonly verdict: CodeVerdict;
}

/** Draws that a shader makes room for. */
const MOST_DRAWS = 8;

/** What the demo runs when no document is given. */
export const DEFAULT_CODE = "def reparameterize(mu, logvar):\n    std = torch.exp(0.5 * logvar)\n    eps = torch.randn_like(std)\n    return mu + eps * std\n";

/** Never throws: what cannot be run is a refusal with its place. */
export function compileCode(source: string): Program | Refusal {
  const verdict = checkReparameterize(source);
  const refuse = (message: string, span: Span): Refusal => ({ message, span, verdict });
  const answer = readCode(source);
  if (answer.problems.length) return refuse(answer.problems[0].message, answer.problems[0].span);
  const result = resultOf(answer);
  if (!result) return refuse("The code returns nothing that depends on a random draw.", verdict.span);
  const names = [...new Set([...(answer.function?.parameters ?? []), ...inputsOf(result)])];
  const roles = rolesOf(names);
  if (typeof roles === "string") return refuse(`The sliders are the mean and the log variance, but ${roles}`, verdict.span);
  const sample = rewrite(result, (e) =>
    e.op !== "symbol" ? e : e.name === roles.location ? symbol("mu", e.span) : e.name === roles.scale ? scaleAs(roles.holds, e) : e,
  );
  const draws = drawsOf(sample);
  const slots = { mu: "mu", logvar: "logvar", ...Object.fromEntries(draws.map(({ name }, i) => [name, `d${i}`])) };
  try {
    toWgsl([sample], slots);
  } catch (error) {
    if (error instanceof NotCompiled) return refuse(error.message, error.place.span);
    throw error;
  }
  const zero = divisionByZero(sample);
  if (zero) return refuse(`\`${source.slice(zero.span.from, zero.span.to)}\` divides by zero.`, zero.span);
  if (!draws.length) return refuse("What is returned does not depend on a random draw.", verdict.span);
  return draws.length > MOST_DRAWS
    ? refuse(`The code draws ${draws.length} times; at most ${MOST_DRAWS} are run.`, verdict.span)
    : { source, sample, gradientOf: sample, draws, verdict };
}

export const isRefusal = (x: Program | Refusal): x is Refusal => !("sample" in x);

/** The scale input in terms of the log variance. */
function scaleAs(holds: string, e: Expr): Expr {
  const logvar = symbol("logvar", e.span);
  const half = node("mul", [number("0.5", e.span), logvar], e.span);
  if (holds === "a log variance") return logvar;
  if (holds === "a log standard deviation") return half;
  return node("call", [holds === "a variance" ? logvar : half], e.span, "exp");
}

/** A quotient whose denominator is zero whatever the inputs are. */
function divisionByZero(e: Expr): Expr | undefined {
  let found: Expr | undefined;
  walk(e, (n) => {
    if (n.op !== "div") return;
    const draws = Object.fromEntries(drawsOf(n).map(({ name }, i) => [name, 0.3 + i]));
    if ([0.7, -1.3].every((x) => evaluate(n.args[1], { mu: x, logvar: x / 3, ...draws }) === 0)) found = n;
  });
  return found;
}
