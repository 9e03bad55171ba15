/** Reads the style files and included sources that stand next to a document. */
import fs from "node:fs";
import path from "node:path";
import { includedFiles } from "../../features/preambles";

const largest = 1 << 20;

/** The texts of the files that the document includes, and that exist beside it; included files may include others. */
export function preamblesOf(document: { readonly path: string; readonly text: string }): string[] {
  const folder = path.dirname(document.path);
  const texts: string[] = [];
  const waiting = [...includedFiles(document.text)];
  const seen = new Set<string>([path.basename(document.path)]);
  while (waiting.length > 0 && texts.length < 32) {
    const name = waiting.shift()!;
    if (seen.has(name)) continue;
    seen.add(name);
    const text = readIfThere(path.join(folder, name));
    if (text === undefined) continue;
    texts.push(text);
    waiting.push(...includedFiles(text));
  }
  return texts;
}

function readIfThere(file: string): string | undefined {
  try {
    const stat = fs.statSync(file);
    return stat.isFile() && stat.size <= largest ? fs.readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
