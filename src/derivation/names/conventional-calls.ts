/** Letters that are functions by convention where nothing says what they are: B(a, b) of beta functions, C(5, 3) of binomial coefficients. */
import { type Expr, node, rewrite, some } from "../../expression/tree";
import type { Token } from "../../latex/tokens";
import type { ReadDocument } from "../reading/chains";
import type { State } from "../roles/state";

/** Whether the words, or a law behind a tilde, are of beta functions or beta laws. */
export const speaksOfBeta = ({ lines }: ReadDocument): boolean =>
  lines.some(
    (l) =>
      /\b[Bb]eta[- ]?(function|distribut|prior|law|posterior|binomial|densit|random)/.test(`${l.prose} ${l.after ?? ""}`) ||
      l.links.some((k) =>
        k.right.tokens.some((t, i) => (t.kind === "text" && t.text.trim() === "Beta") || (t.text === "B" && spelt(k.right.tokens.slice(i, i + 4)) === "Beta")),
      ),
  );

const spelt = (tokens: readonly Token[]): string => tokens.map((t) => t.text).join("");

/** B(a, b) where the document speaks of beta functions or laws, and nothing says what B is. */
export const betas = (e: Expr, state: State): Expr =>
  state.known.has("B") || !state.speaksOfBeta ? e : rewrite(e, (n) => (isBeta(n) ? node("call", n.args, n.span, "beta") : n));

const isBeta = (n: Expr): boolean =>
  n.op === "apply" && /^(B|\\mathrm\{B\})$/.test(n.name ?? "") && n.args.length === 2 && n.data?.split === 2 && !n.data?.order;

/** C(5, 3) where nothing says what C is: a binomial coefficient. */
export const choices = (e: Expr, state: State): Expr =>
  state.known.has("C") || !some(e, isChoice) ? e : rewrite(e, (n) => (isChoice(n) ? node("call", n.args, n.span, "binomial") : n));

const isChoice = (n: Expr): boolean =>
  n.op === "apply" && n.name === "C" && n.args.length === 2 && n.data?.bound !== "|" && n.args.every((a) => a.op === "number" && /^\d+$/.test(a.name ?? ""));
