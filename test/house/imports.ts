/** Reads the import graph of the sources with a small lexer, since the compiler's own interface is not there to ask. */
import fs from "node:fs";
import path from "node:path";

export interface SourceFile {
  /** Relative to `src`, with `/` and without extension. */
  readonly name: string;
  readonly text: string;
  /** What it imports: names of source files, or packages as they are written. */
  readonly imports: readonly string[];
}

export function readSources(root = "src"): SourceFile[] {
  const files = fs.readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    const name = file
      .split(path.sep)
      .join("/")
      .replace(/\.tsx?$/, "");
    return { name, text, imports: importsOf(text).map((each) => resolve(name, each)) };
  });
}

/** The specifiers of static, re-exporting and dynamic imports; those in comments and strings are none. */
export function importsOf(text: string): string[] {
  const found: string[] = [];
  const tokens = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|`(?:\\[\s\S]|[^\\`])*`|(["'])((?:\\.|(?!\1)[^\\\n])*)\1|[A-Za-z_$][\w$]*|[(){};]/g;
  let before: string[] = [];
  for (const [token, quote, specifier] of text.matchAll(tokens)) {
    if (token.startsWith("//") || token.startsWith("/*")) continue;
    const last = before[before.length - 1];
    const isImport = last === "from" || last === "import" || (last === "(" && before[before.length - 2] === "import");
    if (quote && isImport) found.push(specifier);
    before = [...before.slice(-1), quote ? '"' : token];
  }
  return found;
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

/** A cycle of imports, if there is one. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...trail, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
