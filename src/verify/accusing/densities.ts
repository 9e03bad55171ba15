/** The judgement on a step that defines a density: a note with what it integrates to, and the edit that makes it one. */
import { densityDefect, growsAway, isNormalised, normalised } from "../../checks/density";
import type { Definition } from "../../derivation/facts/facts";
import { definitionsFor } from "../../derivation/facts/facts-in-force";
import type { Item } from "../../derivation/facts/items";
import { isDensity, isNormalDensity, scaleConditions } from "../../derivation/laws/density-forms";
import { allNames } from "../../derivation/names/all-names";
import type { Plan } from "../../derivation/plans/plan";
import { parseOperand } from "../../derivation/reading/chains";
import { target } from "../../derivation/reading/targets";
import type { Token } from "../../latex/tokens";
import type { Bench } from "../../worlds/bench";
import type { Fix, Note, Step } from "../report";
import { settingFor } from "../trying/setting";
import type { JudgeInput } from "../trying/trial";

/** Plans in which densities that do not integrate to one are divided by what they integrate to; undefined where none needs it. */
export function repairedPlan(plan: Plan, item: Item, input: JudgeInput): Plan | undefined {
  const repaired = [...plan.definitions].map(([name, d]): [string, Definition] =>
    isDensity(d) && isMeantAsDensity(d, input) && defective(d, plan, item, input) ? [name, normalised(d)] : [name, d],
  );
  return repaired.some(([name, d]) => d !== plan.definitions.get(name)) ? { ...plan, definitions: new Map(repaired) } : undefined;
}

/** Words of a text that is about distributions. */
const OF_DISTRIBUTIONS =
  /densit|distribut|probab|random|likelihood|expectation|expected|varianc|\bnormal|gauss|\bprior|posterior|bayes|\bsampl|\bKL\b|entrop|\\sim\b|\\mathbb\s*\{?[EP]\b/i;

/** f and φ are any functions, where a text speaks of no distributions and their formula has not the constant of a normal density. */
const isMeantAsDensity = (d: Definition, { text }: JudgeInput): boolean =>
  !/^(f|\\phi|\\varphi)(_|\^|$)/.test(d.name) || isNormalDensity(d.body) || OF_DISTRIBUTIONS.test(text);

const verdicts = new WeakMap<Definition, boolean>();
function defective(d: Definition, plan: Plan, item: Item, input: JudgeInput): boolean {
  const kept = verdicts.get(d);
  if (kept !== undefined) return kept;
  const bench = settingFor(
    d.body,
    item.right,
    { ...plan, conditions: [...plan.conditions, ...scaleConditions(d)], definitions: new Map([...plan.definitions].filter(([n]) => n !== d.name)) },
    input.seed,
  ).bench;
  const found = densityDefect(bench, d) !== undefined;
  verdicts.set(d, found);
  return found;
}

/** The formula of a normal density, of a letter that had another formula before. */
function saidAgain({ left, right, relation }: Item): Definition | undefined {
  const t = relation === "=" && left.op === "apply" && isNormalDensity(right) ? target(left) : undefined;
  return t && { kind: "definition", ...t, body: right, span: right.span, text: "" };
}

/** What to add to a step that defines a density, or gives it: notes and fixes. */
export function densityFindings(item: Item, input: JudgeInput): Partial<Step> {
  const ranged = input.environment.closedDensity(item);
  const d = ranged ?? (item.fact?.kind === "definition" ? item.fact : saidAgain(item));
  if (!d || !(ranged || (isDensity(d) && isMeantAsDensity(d, input)))) return {};
  const plan: Plan = {
    definitions: definitionsFor(item, new Set([...allNames([d.body])].filter((n) => !d.params.includes(n))), input.environment.facts(item)),
    conditions: scaleConditions(d),
    unused: [],
    continuous: new Set(d.params.slice(0, 1)),
  };
  const bench = settingFor(d.body, d.body, plan, input.seed).bench;
  const message = defectInWords(bench, d);
  if (!message) return {};
  const note: Note = { range: input.range(item.link.right), code: "density/not-normalised", message };
  // of several formulas no single one is to be mended
  const fixes = d.support && !isOneFormula(d, item) ? [] : normalisingEdits(item, d, plan, input);
  return {
    code: "density/not-normalised",
    message: `${message}${fixes.length ? ` ${fixes[0].title}.` : ""}`,
    notes: [note],
    ...(fixes.length ? { fixes } : {}),
  };
}

/** The formula of the step, zero outside of its range or not. */
const isOneFormula = ({ body }: Definition, { right }: Item): boolean =>
  body === right ||
  (body.op === "cases" && body.args.every((a, i) => i % 2 === 1 || a === right || (a.op === "number" && Number(a.name) === 0)) && right.op !== "cases");

/** What is wrong with a density; undefined where nothing is, or nothing could be told. */
function defectInWords(bench: Bench, d: Definition): string | undefined {
  const defect = densityDefect(bench, d);
  if (!defect) return isNormalDensity(d.body) && growsAway(bench, d) ? "As written this density grows without bound: its integral diverges." : undefined;
  const what = defect.recognised ? `$${defect.integral}$` : d.support ? defect.integral : `${defect.integral} (at one random point)`;
  return `As written this density integrates to ${what}, not to 1: it is not normalised.`;
}

/** Small edits of the text after which the density integrates to one: a minus before the argument of the exponential, an exponent dropped or added. */
function normalisingEdits(item: Item, d: Definition, plan: Plan, input: JudgeInput): Fix[] {
  const found: Fix[] = [];
  const { tokens } = item.link.right;
  for (const edit of [...signEdits(tokens), ...exponentEdits(tokens), ...(d.support ? numberEdits(tokens) : [])]) {
    const body = parseOperand({ ...item.link.right, tokens: edit.tokens }, input.reading);
    const bench = settingFor(body, body, plan, input.seed).bench;
    if (!isNormalised(bench, { ...d, body })) continue;
    found.push({ title: edit.title, edits: [{ range: input.range(edit), newText: edit.newText }] });
    if (found.length === 2) break;
  }
  return found;
}

interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
  readonly title: string;
  readonly tokens: Token[];
}

/** e^{…} and exp(…) with a minus in front of what stands there. */
function* signEdits(tokens: readonly Token[]): Generator<TextEdit> {
  for (let i = 0; i + 2 < tokens.length; i++) {
    const ofE = tokens[i].kind === "letter" && tokens[i].text === "e" && tokens[i + 1].kind === "sup" && tokens[i + 2].kind === "open";
    const ofExp = tokens[i].kind === "command" && tokens[i].text === "exp" && (tokens[i + 1].kind === "open" || /^[([]$/.test(tokens[i + 1].text));
    const open = ofE ? i + 2 : ofExp ? i + 1 : -1;
    const first = tokens[open + 1];
    if (open < 0 || !first || first.made || first.text === "-") continue;
    const minus: Token = { kind: "symbol", text: "-", from: first.from, to: first.from };
    yield {
      from: first.from,
      to: first.from,
      newText: "-",
      title: "Put a minus in front of the argument of the exponential",
      tokens: [...tokens.slice(0, open + 1), minus, ...tokens.slice(open + 1)],
    };
  }
}

/** Another small whole number in place of one. */
function* numberEdits(tokens: readonly Token[]): Generator<TextEdit> {
  for (const [i, t] of tokens.entries()) {
    // \frac15 has two numbers in one token
    if (t.kind !== "number" || t.made || !/^[1-9]\d?$/.test(t.text) || (t.text.length > 1 && /^[dt]?frac$/.test(tokens[i - 1]?.text ?? ""))) continue;
    const n = Number(t.text);
    for (const to of new Set([n - 1, n + 1, n + 2, n - 2, 2 * n, n / 2, 3 * n, n / 3]))
      if (to > 0 && Number.isInteger(to))
        yield {
          from: t.from,
          to: t.to,
          newText: String(to),
          title: `Change ${n} to ${to}`,
          tokens: [...tokens.slice(0, i), { ...t, text: String(to) }, ...tokens.slice(i + 1)],
        };
  }
}

function* exponentEdits(tokens: readonly Token[]): Generator<TextEdit> {
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (t.made) continue;
    if (t.kind === "sup") {
      const group = tokens[i + 1]?.kind === "open" && tokens[i + 3]?.kind === "close" ? 3 : 1;
      const last = tokens[i + group];
      const digit = group === 3 ? tokens[i + 2] : last;
      if (last && digit?.kind === "number" && !last.made)
        yield {
          from: t.from,
          to: last.to,
          newText: "",
          title: `Drop the exponent ${digit.text}${baseOf(tokens[i - 1])}`,
          tokens: [...tokens.slice(0, i), ...tokens.slice(i + group + 1)],
        };
    }
  }
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i];
    if (
      t.made ||
      (t.kind !== "letter" && t.kind !== "command") ||
      tokens[i + 1]?.kind === "sup" ||
      tokens[i + 1]?.kind === "sub" ||
      tokens[i + 1]?.kind === "open" ||
      tokens[i - 1]?.kind === "sub"
    )
      continue;
    const square: Token[] = [
      { kind: "sup", text: "^", from: t.to, to: t.to },
      { kind: "number", text: "2", from: t.to, to: t.to },
    ];
    if (t.kind === "letter" || /^(sigma|tau|lambda|beta|alpha|theta|nu|gamma|pi)$/.test(t.text))
      yield {
        from: t.to,
        to: t.to,
        newText: "^2",
        title: `Square $${t.kind === "letter" ? t.text : `\\${t.text}`}$`,
        tokens: [...tokens.slice(0, i + 1), ...square, ...tokens.slice(i + 1)],
      };
  }
}

const baseOf = (t: Token | undefined): string => (t?.kind === "letter" ? ` of $${t.text}$` : t?.kind === "command" ? ` of $\\${t.text}$` : "");
