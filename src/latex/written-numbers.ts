/** Brings numbers that are written in pieces into one token: thin spaces between thousands, digits set in bold, numbers in text boxes; and leaves out empty groups. */
import type { Token } from "./tokens";

/** The tokens with every number in one piece. */
export const wholeNumbers = (tokens: readonly Token[]): Token[] => scientific(thousands(fontNumbers(textNumbers(withoutEmptyGroups(tokens)))));

const SYMBOL_BEFORE = /^(q?quad|[a-zA-Z]*(alpha|beta|gamma|delta|epsilon|theta|lambda|mu|sigma|rho|pi|phi|psi|omega)|cdot|times|pm|infty|le|leq|ge|geq)$/;

/** `12{}`, `{}+ x`, `\quad{}`: an empty group that no command and no script takes. */
function withoutEmptyGroups(tokens: readonly Token[]): Token[] {
  if (!tokens.some((t, at) => t.kind === "open" && tokens[at + 1]?.kind === "close")) return [...tokens];
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const before = out[out.length - 1];
    const idle =
      before === undefined || /^(number|letter|cell|symbol|open|row|text)$/.test(before.kind) || (before.kind === "command" && SYMBOL_BEFORE.test(before.text));
    const scripted = tokens[at + 2]?.kind === "sub" || tokens[at + 2]?.kind === "sup";
    if (idle && tokens[at].kind === "open" && tokens[at + 1]?.kind === "close" && !scripted && !isScriptOf(out)) at++;
    else out.push(tokens[at]);
  }
  return out;
}

/** Whether what comes next belongs to a script, or to the `[..]` of a command. */
const isScriptOf = (out: readonly Token[]): boolean => {
  const before = out[out.length - 1];
  return before?.kind === "symbol" && before.text === "]" && out.some((t) => t.kind === "command" && t.text === "sqrt");
};

const NUMBER_TEXT = /^\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([A-Za-z]{0,12}\.?)\s*$/;

/** `\text{5,460}`, `\mbox{26.8 yrs}`: a number, with the word behind it as text. */
function textNumbers(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((t) => {
    const match = t.kind === "text" ? NUMBER_TEXT.exec(t.text) : null;
    if (!match || /^(st|nd|rd|th)$/.test(match[3])) return [t];
    const number: Token = { ...t, kind: "number", text: match[1].replace(/,/g, "") + (match[2] ?? ""), made: true };
    return match[3] ? [number, { ...t, text: ` ${match[3]}`, made: true }] : [number];
  });
}

/** `\mathbf{7 0}`: the digits of one number. */
function fontNumbers(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    out.push(tokens[at]);
    if (tokens[at].kind !== "command" || !/^math(bf|rm|it|sf)$/.test(tokens[at].text) || tokens[at + 1]?.kind !== "open") continue;
    let end = at + 2;
    while (tokens[end]?.kind === "number") end++;
    if (end - at < 4 || tokens[end]?.kind !== "close") continue;
    const digits = tokens.slice(at + 2, end);
    if (!digits.every((d) => /^\d+$/.test(d.text))) continue;
    out.push(tokens[at + 1], { ...digits[0], text: digits.map((d) => d.text).join(""), to: digits[digits.length - 1].to, made: true });
    at = end - 1;
  }
  return out;
}

/** `3.14159\;26535\;8979`: digits behind the point in groups of equal length, the last of which may be shorter; the index behind them. */
function groupedDecimals(tokens: readonly Token[], at: number): number {
  const size = /^\d+\.(\d{5}|\d{10})$/.exec(tokens[at].text)?.[1].length ?? 0;
  if (size === 0 || tokens[at].kind !== "number") return at + 1;
  const isDigits = (t: Token | undefined): t is Token => t?.kind === "number" && t.spaced === true && /^\d+$/.test(t.text);
  let end = at + 1;
  while (isDigits(tokens[end]) && tokens[end].text.length === size) end++;
  return isDigits(tokens[end]) && tokens[end].text.length < size ? end + 1 : end;
}

/** `7\,893\,600` and `0.333\,333`: groups of three digits with a space between them. */
function thousands(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let token = tokens[at];
    const decimals = groupedDecimals(tokens, at);
    if (decimals > at + 1) {
      const digits = tokens.slice(at, decimals);
      out.push({ ...token, text: digits.map((t) => t.text).join(""), to: digits[digits.length - 1].to });
      at = decimals - 1;
      continue;
    }
    const begins = token.kind === "number" && (/^\d{1,3}$/.test(token.text) || /^\d+\.\d{3}$/.test(token.text));
    const digit = tokens[at - 1];
    if (begins && digit?.kind !== "number" && digit?.kind !== "sup" && digit?.kind !== "sub" && digit?.kind !== "command")
      while (
        tokens[at + 1]?.kind === "number" &&
        tokens[at + 1].spaced &&
        (/^\d{3}$/.test(tokens[at + 1].text) || (/^\d{3}\.\d+$/.test(tokens[at + 1].text) && !token.text.includes(".")))
      )
        token = { ...token, text: token.text + tokens[++at].text, to: tokens[at].to };
    out.push(token);
  }
  return out;
}

/** `2.88e-19`, `6E23`, `1.5\mathrm{E}{-5}`: a number times a power of ten. Behind whole numbers `e-1` may be Euler's number less one. */
function scientific(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const found = tokens[at].kind === "number" && !isScripted(tokens, at) ? exponentAt(tokens, at + 1) : undefined;
    const sure = found && (found.capital || tokens[at].text.includes(".") || found.digits.length > 1 || found.sign === "" || tokens[at].text === "1");
    if (!found || !sure) {
      out.push(tokens[at]);
      continue;
    }
    const made = (kind: Token["kind"], text: string): Token => ({ kind, text, from: tokens[at].from, to: tokens[found.end - 1].to, made: true });
    const power = [made("sup", "^"), made("open", "{"), ...(found.sign === "-" ? [made("symbol", "-")] : []), made("number", found.digits), made("close", "}")];
    out.push(made("open", "{"), { ...tokens[at] }, made("command", "times"), made("number", "10"), ...power, made("close", "}"));
    at = found.end - 1;
  }
  return out;
}

const isScripted = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.kind === "sub" || tokens[at - 1]?.kind === "sup";

/** What stands at `from` behind a number: an e, a sign, digits, without white space. */
function exponentAt(tokens: readonly Token[], from: number): { capital: boolean; sign: string; digits: string; end: number } | undefined {
  const plain = tokens
    .slice(from, from + 12)
    .filter((t) => t.kind !== "open" && t.kind !== "close" && !(t.kind === "command" && /^(mathrm|rm|mathit)$/.test(t.text)));
  const [e, second, third] = plain;
  if (e?.kind !== "letter" || !/^[eE]$/.test(e.text) || tokens[from].spaced) return undefined;
  const signed = second?.kind === "symbol" && /^[-+−]$/.test(second.text);
  const digits = signed ? third : second;
  if (digits?.kind !== "number" || !/^\d{1,3}$/.test(digits.text) || second.spaced || digits.spaced) return undefined;
  let end = tokens.indexOf(digits, from) + 1;
  while (tokens[end]?.kind === "close" && opened(tokens, from, end)) end++;
  if (tokens[end]?.kind === "sup" || tokens[end]?.kind === "letter") return undefined;
  return { capital: e.text === "E", sign: signed ? (second.text === "+" ? "+" : "-") : "", digits: digits.text, end };
}

/** Whether a group that was opened between two places is still open. */
const opened = (tokens: readonly Token[], from: number, end: number): boolean =>
  tokens.slice(from, end).reduce((depth, t) => depth + (t.kind === "open" ? 1 : t.kind === "close" ? -1 : 0), 0) > 0;
