/** Glob patterns for documents that are not checked: `*`, `**`, `?` and `{a,b}`, against the whole path or its end. */

export function isExcluded(path: string, patterns: readonly string[]): boolean {
  const plain = path.replaceAll("\\", "/");
  return patterns.some((pattern) => expression(pattern).test(plain));
}

/** Anchored at a folder boundary at the left and at the end at the right; in time linear in the pattern, braces may not nest. */
function expression(pattern: string): RegExp {
  const body = pattern
    .slice(0, 1000)
    .replace(/^\/|^\*\*\//, "")
    .replace(/\*\*\/?|[*?{},]|[.+^$()|[\]\\]/g, translate);
  try {
    return new RegExp(`(?:^|/)${body}$`);
  } catch {
    return /^(?!)/;
  }
}

function translate(token: string): string {
  const known: Record<string, string> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]", "{": "(?:", "}": ")", ",": "|" };
  return known[token] ?? `\\${token}`;
}
