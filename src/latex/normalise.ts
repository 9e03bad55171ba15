/** Brings variant spellings of one notation into one form before a formula is cut into statements: upright differentials, sized angle brackets, invisible delimiters. */

import { withoutAsides } from "./asides";
import { bracedRows } from "./braced-rows";
import { visibleDelimiters, withoutGapsInBrackets } from "./delimiters";
import { greekOperators } from "./greek-operators";
import { withoutLabel } from "./labels";
import { pasted } from "./pasted";
import { bareArguments, bareSigns, bracedScripts, subscriptsFirst } from "./scripts";
import { slashDerivatives } from "./slash-derivatives";
import { speltFunctions } from "./spelt-functions";
import { bareFunctions, bracedLetters, uprightFunctions } from "./text-functions";
import { spokenModuli } from "./text-moduli";
import type { Token } from "./tokens";
import { unitTokens } from "./units";
import { wholeNumbers } from "./written-numbers";

/** Tokens that say nothing about the value. */
const IDLE = /^(\*|hidewidth|hss|null|protect|\$|textdollar|pounds|euro|texteuro|textstyle|mathsurround)$/;

/** The tokens of a row in their plainest form; spans stay those of what was written. `dx/dy` is a derivative unless d is a name. */
export function normalise(row: readonly Token[], dIsName = false): Token[] {
  const tokens = withoutLabel(
    subscriptsFirst(
      bareSigns(
        connectives(
          partsOf(
            unitTokens(
              wholeNumbers(
                uprightFunctions(
                  bareFunctions(
                    boldOperators(
                      speltFunctions(pasted(bracedRows(bracedScripts(bareArguments(bracedLetters(operatorLetters(spokenModuli(withoutAsides(row))))))))),
                    ),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
  const upright = uprightDifferentials(orders(greekOperators(tokens)).filter((t) => !(t.kind === "command" && IDLE.test(t.text))));
  return bareLimits(withoutGapsInBrackets(visibleDelimiters(dIsName ? upright : slashDerivatives(upright)).map(angle)));
}

/** `\frac23 \text{ of } 12`, `15\% \text{ of all bees}`: a part of a number or of what words name is a product. */
const partsOf = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((t, at): Token[] => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const part = before?.kind === "number" || before?.kind === "close" || before?.text === "%";
    if (t.kind !== "text" || !part) return [t];
    const of: Token = { ...t, kind: "command", text: "cdot" };
    if (/^\s*of\s*$/.test(t.text) && (after?.kind === "number" || after?.kind === "letter")) return [of];
    const whole = /^\s*of\s+([a-z][a-z ]{2,40}?)\s*$/i.exec(t.text);
    return whole ? [of, { ...t, text: whole[1].replaceAll(" ", "\u00a0"), made: true }] : [t];
  });

/** `\operatorname{\mathbb{E}}`, as `\DeclareMathOperator{\E}{\mathbb{E}}` makes it: the letter in its font. */
function operatorLetters(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [name, open, font, inner, letter, close, end] = tokens.slice(at, at + 7);
    const isLetter =
      name.kind === "command" &&
      /^operatorname\*?$/.test(name.text) &&
      open?.kind === "open" &&
      font?.kind === "command" &&
      /^math(bb|bf|rm|sf|cal)$/.test(font.text);
    if (isLetter && inner?.kind === "open" && letter?.kind === "letter" && close?.kind === "close" && end?.kind === "close") {
      out.push(font, inner, letter, close);
      at += 6;
    } else out.push(name);
  }
  return out;
}

/** `\operatorname{and}`, `\mathrm{or}` between statements are the logical signs. */
function connectives(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t) => t.kind === "command" && /^(operatorname|mathrm|mathbin)$/.test(t.text))) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const inside =
      tokens[at].kind === "command" && FONT.test(tokens[at].text) && tokens[at + 1]?.kind === "open"
        ? tokens.findIndex((t, i) => i > at && t.kind === "close")
        : -1;
    const word =
      inside > 0
        ? tokens
            .slice(at + 2, inside)
            .map((t) => t.text)
            .join("")
        : "";
    if (word === "and" || word === "or") {
      out.push({ ...tokens[at], kind: "command", text: word === "and" ? "land" : "lor", to: tokens[inside].to });
      at = inside;
    } else out.push(tokens[at]);
  }
  return out;
}

/** `{\\lim_{h \\to 0}} f`: the braces keep the limit from what it is of. */
function bareLimits(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let closeAt = -1;
  tokens.forEach((t, at) => {
    if (at === closeAt) return;
    const opens = t.kind === "open" && tokens[at + 1]?.text === "lim" && tokens[at + 2]?.kind === "sub" && tokens[at + 3]?.kind === "open";
    if (opens) {
      const end = tokens.findIndex((x, i) => i > at + 3 && x.kind === "close" && tokens[i + 1]?.kind === "close");
      if (end > 0 && !tokens.slice(at + 4, end).some((x) => x.kind === "open" || x.kind === "close")) {
        closeAt = end + 1;
        return;
      }
    }
    out.push(t);
  });
  return out;
}

/** `\\mathrm{d^2}` and `\\mathrm{d}^2` are one: the order of a derivative is taken out of the font. */
function orders(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const order =
      tokens[at].kind === "command" && FONT.test(tokens[at].text) && tokens[at + 1]?.kind === "open" && isD(tokens[at + 2]) && tokens[at + 3]?.kind === "sup";
    const close = order ? tokens.findIndex((t, i) => i > at && t.kind === "close" && tokens[i - 1]?.kind !== "close") : -1;
    if (!order || close < 0 || close > at + 8) out.push(tokens[at]);
    else {
      const end = tokens[close + 1]?.kind === "close" && tokens[at + 4]?.kind === "open" ? close + 1 : close;
      out.push(...tokens.slice(at + 2, end));
      at = end;
    }
  }
  return out;
}

const FONT = /^(mathrm|operatorname|rm|textrm|mathit|text|dd|mathsf)$/;
const isD = (t: Token | undefined): boolean => t?.kind === "letter" && t.text === "d";

/** How many tokens spell an upright d at `at`: `\mathrm{d}`, `\mathrm d`, `{\rm d}`, `\text{d}`; 0 where none does. */
function uprightAt(tokens: readonly Token[], at: number): number {
  const [a, b, c, d] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (a.kind === "text") return a.text.trim() === "d" ? 1 : 0;
  if (a.kind === "command" && FONT.test(a.text)) {
    if (isD(b)) return 2;
    return b?.kind === "open" && isD(c) && d?.kind === "close" ? 4 : 0;
  }
  if (a.kind === "open" && b?.kind === "command" && /^(rm|mathrm|sf|it)$/.test(b.text) && isD(c) && d?.kind === "close") return 4;
  return 0;
}

/** Upright d's become the letter, unless they are a subscript. */
function uprightDifferentials(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = tokens[at - 1]?.kind === "sub" || (tokens[at - 1]?.kind === "open" && tokens[at - 2]?.kind === "sub") ? 0 : uprightAt(tokens, at);
    if (length === 0) out.push(tokens[at++]);
    else {
      const token = tokens[at];
      const made = tokens.slice(at, at + length).some((t) => t.made);
      out.push({
        kind: "letter",
        text: "d",
        from: token.from,
        to: tokens[at + length - 1].to,
        ...(token.spaced ? { spaced: true } : {}),
        ...(made ? { made } : {}),
      });
      at += length;
    }
  }
  return out;
}

/** `\left<` and `\right>` are angle brackets, not relations. */
const angle = (t: Token): Token =>
  t.kind === "symbol" && t.side === "open" && t.text === "<"
    ? { ...t, kind: "command", text: "langle" }
    : t.kind === "symbol" && t.side === "close" && t.text === ">"
      ? { ...t, kind: "command", text: "rangle" }
      : t;

const BOLD = /^(mathbf|boldsymbol|bm|vec|pmb|overrightarrow|bold)$/;

/** Signs that are the same in bold. */
const isOperatorSign = (t: Token | undefined): boolean => t?.kind === "command" && /^(nabla|times|cdot|bullet|otimes|circ|le|ge|leq|geq)$/.test(t.text);

/** `\vec\nabla`, `\boldsymbol{\nabla}`: the operator, however it is dressed. */
function boldOperators(tokens: readonly Token[]): Token[] {
  if (!tokens.some(isOperatorSign)) return [...tokens];
  const once = undressed(tokens);
  return once.length < tokens.length ? boldOperators(once) : once;
}

function undressed(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [a, b, c, d] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    const dressed = a.kind === "command" && BOLD.test(a.text);
    if (dressed && isOperatorSign(b)) out.push(tokens[++at]);
    else if (dressed && b?.kind === "open" && isOperatorSign(c) && d?.kind === "close") {
      out.push(c);
      at += 3;
    } else if (a.kind === "open" && isOperatorSign(b) && c?.kind === "close" && !(out.length > 0 && /^(sub|sup)$/.test(out[out.length - 1].kind))) {
      out.push(b);
      at += 2;
    } else out.push(a);
  }
  return out;
}
