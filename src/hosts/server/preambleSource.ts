/** The style files and included sources of a document, read through the host and kept until files change. */
import { includedFiles } from "../../features/preambles";

export type ReadFile = (uri: string) => Promise<string | null>;

const mostFiles = 32;

export class PreambleSource {
  private readonly known = new Map<string, Promise<string | null>>();

  constructor(private readonly readFile: ReadFile) {}

  /** The texts of the files that `text` includes and that exist beside `uri`; included files may include others. */
  async of(uri: string, text: string): Promise<string[]> {
    if (!/^[a-z][\w+.-]*:\//i.test(uri)) return [];
    const texts: string[] = [];
    const seen = new Set<string>();
    let names = includedFiles(text);
    while (names.length > 0 && seen.size < mostFiles) {
      const fresh = names.filter((name) => !seen.has(name));
      for (const name of fresh) seen.add(name);
      const found = (await Promise.all(fresh.map((name) => this.read(beside(uri, name))))).filter((each) => each !== null);
      texts.push(...found);
      names = found.flatMap((each) => includedFiles(each));
    }
    return texts;
  }

  changed(): void {
    this.known.clear();
  }

  private read(uri: string): Promise<string | null> {
    const known = this.known.get(uri) ?? this.readFile(uri).catch(() => null);
    this.known.set(uri, known);
    return known;
  }
}

/** The URI of a relative path beside a file. */
export function beside(uri: string, name: string): string {
  const folder = uri.replace(/[?#].*$/, "").replace(/[^/]*$/, "");
  const parts = (folder + name.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/")).split("/");
  const resolved: string[] = [];
  for (const part of parts) {
    if (part === ".." && resolved.length > 4) resolved.pop();
    else if (part !== "." && part !== "..") resolved.push(part);
  }
  return resolved.join("/");
}
