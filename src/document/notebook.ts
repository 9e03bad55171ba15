/** Scans Jupyter notebooks: Markdown and code cells, with offsets into the JSON. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { OffsetMap } from "./blocks";
import type { Collector } from "./collector";
import { scanMarkdown } from "./markdown";
import { withoutQuotes } from "./quotes";
import type { View } from "./view";

/** Reads a notebook into `into`. What is no notebook is a problem, with its place. */
export function scanNotebook(text: string, into: Collector): void {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const broken = errors[0];
  if (broken)
    into.problem(
      broken.offset,
      Math.min(text.length, broken.offset + Math.max(1, broken.length)),
      "document/invalid-json",
      `This notebook is not valid JSON: ${printParseErrorCode(broken.error)}.`,
    );
  const cells = root && findNodeAtLocation(root, ["cells"]);
  if (cells?.type !== "array") {
    if (!broken) into.problem(0, Math.min(1, text.length), "document/no-cells", "This notebook has no list of cells.");
    return;
  }
  const language = languageOf(root!);
  for (const cell of cells.children ?? []) scanCell(text, cell, language, into);
}

function scanCell(text: string, cell: Node, language: string, into: Collector): void {
  const kind = cell.type === "object" ? findNodeAtLocation(cell, ["cell_type"])?.value : undefined;
  const source = cell.type === "object" ? findNodeAtLocation(cell, ["source"]) : undefined;
  if (!source || (kind !== "markdown" && kind !== "code")) return;
  const view = decode(text, source);
  if (kind === "markdown") {
    const plain = withoutQuotes(view);
    into.turnTo(plain);
    scanMarkdown(plain.text, into);
  } else if (view.text.trim() !== "") {
    into.turnTo(view);
    into.code(language, [0, view.text.length], [0, view.text.length]);
    into.newParagraph();
  }
}

function languageOf(root: Node): string {
  const named = findNodeAtLocation(root, ["metadata", "kernelspec", "language"]) ?? findNodeAtLocation(root, ["metadata", "language_info", "name"]);
  return typeof named?.value === "string" ? named.value.toLowerCase() : "python";
}

/** The text of a cell: a string, or an array of strings, each with its escapes undone. */
function decode(text: string, source: Node): View {
  const map: { at: number; offset: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const node of source.type === "array" ? (source.children ?? []) : [source]) {
    if (node.type !== "string") continue;
    length = decodeString(text, node.offset + 1, node.offset + node.length - 1, length, parts, map);
  }
  if (map.length === 0) map.push({ at: 0, offset: source.offset });
  return { text: parts.join(""), map: map as OffsetMap };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Appends the string between two offsets to `parts`, beginning a new piece of the map behind every escape; gives the new length. */
function decodeString(text: string, from: number, to: number, length: number, parts: string[], map: { at: number; offset: number }[]): number {
  let at = from;
  let size = length;
  while (at < to) {
    map.push({ at: size, offset: at });
    const next = text.indexOf("\\", at);
    const end = next < 0 || next >= to ? to : next;
    if (end > at) parts.push(text.slice(at, end));
    size += end - at;
    if (end === to) return size;
    if (end > at) map.push({ at: size, offset: end });
    const unicode = text[end + 1] === "u";
    parts.push(unicode ? String.fromCharCode(Number.parseInt(text.slice(end + 2, end + 6), 16) || 0xfffd) : (escapes[text[end + 1]] ?? text[end + 1]));
    size++;
    at = end + (unicode ? 6 : 2);
  }
  return size;
}
