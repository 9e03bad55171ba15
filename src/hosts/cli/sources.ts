/** Turns the files, folders and globs of the command line into texts, with a clear complaint for each that cannot be read. */
import fs from "node:fs";
import path from "node:path";
import ignore, { type Ignore } from "ignore";
import { globSync } from "tinyglobby";

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** A file that could not be read, and why. */
export interface Complaint {
  readonly path: string;
  readonly message: string;
}

export const extensions = ["tex", "md", "qmd", "ipynb"] as const;
const largest = 64 * 1024 * 1024;

/** The paths that the patterns name, each once, in a stable order. Folders give their documents, less what .gitignore excludes. */
export function findPaths(patterns: readonly string[]): { paths: string[]; complaints: Complaint[] } {
  const paths = new Set<string>();
  const complaints: Complaint[] = [];
  for (const pattern of patterns) {
    const found = pattern === "-" ? ["-"] : expand(pattern);
    if (found.length === 0) complaints.push({ path: pattern, message: missing(pattern) });
    for (const each of found) paths.add(each);
  }
  return { paths: [...paths], complaints };
}

/** The text of a file. Binary and unreadable files give a complaint. */
export function readSource(file: string): Source | Complaint {
  try {
    const bytes = file === "-" ? fs.readFileSync(0) : fs.readFileSync(file);
    return decode(file, bytes);
  } catch (error) {
    return { path: file, message: reason(error) };
  }
}

/** UTF-8 (with or without a mark) or UTF-16 with its mark; a zero byte or a bad sequence means that it is no text. */
export function decode(name: string, bytes: Uint8Array): Source | Complaint {
  if (bytes.length > largest) return { path: name, message: `too large: ${bytes.length} bytes, at most ${largest}` };
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (wide) return { path: name, text: new TextDecoder(wide).decode(bytes) };
  const zero = bytes.indexOf(0);
  if (zero >= 0) return { path: name, message: `not a text file: byte ${zero} is zero` };
  try {
    return { path: name, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    return { path: name, message: `not a UTF-8 text: byte ${at}, line ${lineOf(bytes, at)}` };
  }
}

function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const encoded = new TextEncoder().encode(text);
  const at = encoded.findIndex((byte, index) => byte !== bytes[index]);
  return at < 0 ? bytes.length : at;
}

const lineOf = (bytes: Uint8Array, at: number): number => bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);

function expand(pattern: string): string[] {
  const stat = fs.statSync(pattern, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return documentsIn(pattern);
  if (stat) return [pattern];
  return globSync(pattern.replaceAll("\\", "/"), { dot: false, expandDirectories: false, ignore: ["**/node_modules/**"] }).sort();
}

function documentsIn(folder: string): string[] {
  const found: string[] = [];
  walk(folder, ignoresAbove(folder), found);
  return found;
}

/** A .gitignore and the folder that its patterns are relative to. */
interface Rules {
  readonly base: string;
  readonly rules: Ignore;
}

function walk(folder: string, outer: readonly Rules[], found: string[]): void {
  const rules = [...outer, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    if (entry.name === ".git" || entry.name === "node_modules" || entry.name.startsWith(".")) continue;
    const at = path.join(folder, entry.name);
    if (isIgnored(at, entry.isDirectory(), rules)) continue;
    if (entry.isDirectory()) walk(at, rules, found);
    else if (extensions.some((extension) => entry.name.endsWith(`.${extension}`))) found.push(at);
  }
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function ignoresAbove(folder: string): Rules[] {
  const above: Rules[] = [];
  for (let at = path.resolve(folder); !fs.existsSync(path.join(at, ".git")); ) {
    const parent = path.dirname(at);
    if (parent === at) return [];
    above.unshift(...rulesOf(parent));
    at = parent;
  }
  return above;
}

function rulesOf(folder: string): Rules[] {
  const file = path.join(folder, ".gitignore");
  if (!fs.existsSync(file)) return [];
  return [{ base: path.resolve(folder), rules: ignore().add(fs.readFileSync(file, "utf8")) }];
}

function isIgnored(at: string, folder: boolean, rules: readonly Rules[]): boolean {
  let ignored = false;
  for (const { base, rules: each } of rules) {
    const relative = path.relative(base, path.resolve(at)).split(path.sep).join("/");
    const verdict = each.test(folder ? `${relative}/` : relative);
    ignored = verdict.ignored || (ignored && !verdict.unignored);
  }
  return ignored;
}

function missing(pattern: string): string {
  const stat = fs.statSync(pattern, { throwIfNoEntry: false });
  return stat?.isDirectory() ? `no documents (${extensions.map((each) => `.${each}`).join(" ")}) in this folder` : "no such file";
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Record<string, string> = { ENOENT: "no such file", EACCES: "permission denied", EISDIR: "is a folder", ELOOP: "a link that leads to itself" };
  return known[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
}
