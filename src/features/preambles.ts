/** Which style files and included sources a document names, so that a host can read them for their macros. */

const inclusion = /\\(usepackage|RequirePackage|input|include|subfile)\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}/g;

/** The candidate relative paths, in order; a host reads those that exist. Names with `..` are left alone beyond two levels. */
export function includedFiles(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, command, names] of text.matchAll(inclusion)) {
    for (const name of names.split(",").map((each) => each.trim())) {
      if (name && !isUnsafe(name)) found.add(withExtension(name, command.endsWith("ackage") ? ".sty" : ".tex"));
    }
  }
  return [...found].slice(0, 32);
}

const isUnsafe = (name: string): boolean => /^([/\\~]|[a-z]+:)/i.test(name) || (name.match(/\.\.[/\\]/g) ?? []).length > 2 || name.includes("\0");

const withExtension = (name: string, extension: string): string => (/\.(sty|tex|cls|def|macros)$/.test(name) ? name : name + extension);
