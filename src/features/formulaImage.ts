/** Formulas as images: MathML in an SVG, which the editors' hovers show where they would strip KaTeX's own markup. */
import katex from "katex";

/** Longest formula that is set, in signs one beside the other; a longer one is better read as its source. */
const LONGEST = 150;
/** Widths in pixels: of a sign with the space around it, and the widest image. */
const SIGN = 12;
const WIDEST = 820;

export interface FormulaImage {
  /** A `data:` address of an SVG image. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** An image of lines of LaTeX, `ink` as a CSS colour; undefined where KaTeX cannot set them or a line is too long. */
export function formulaImage(lines: readonly string[], ink: string): FormulaImage | undefined {
  const length = Math.max(...lines.map(signs));
  if (length > LONGEST) return undefined;
  const set = lines.map(mathML);
  if (set.some((line) => line === undefined)) return undefined;
  const scale = Math.min(1, WIDEST / (length * SIGN));
  const width = Math.ceil(Math.max(120, length * SIGN * scale + 32));
  const height = lines.reduce((sum, line) => sum + Math.ceil(tallness(line) * scale), 8);
  const rows = set.map((line) => `<div style="margin:3px 0">${line}</div>`).join("");
  const style = `font-size:${(15 * scale).toFixed(1)}px;color:${ink};display:flex;flex-direction:column;justify-content:center;height:100%;white-space:nowrap`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%"><div xmlns="http://www.w3.org/1999/xhtml" style="${style}">${rows}</div></foreignObject></svg>`;
  return { address: `data:image/svg+xml;utf8,${encodeURIComponent(svg).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29"))}`, width, height };
}

/** The `math` element of one line, without its source; undefined where KaTeX does not know a command. */
function mathML(latex: string): string | undefined {
  try {
    const markup = katex.renderToString(`\\displaystyle ${latex}`, {
      output: "mathml",
      throwOnError: true,
      strict: "ignore",
      trust: false,
      maxExpand: 100,
      maxSize: 20,
    });
    return /<math[\s\S]*<\/math>/.exec(markup)?.[0].replace(/<annotation[\s\S]*?<\/annotation>/g, "");
  } catch {
    return undefined;
  }
}

/** About how many signs stand beside each other. */
const signs = (latex: string): number =>
  latex
    .replace(/\\(left|right|mathrm|mathbf|mathbb|mathcal|operatorname|text|displaystyle|middle|,|;|!)/g, "")
    .replace(/\\[a-zA-Z]+/g, "x")
    .replace(/[\s{}^_\\]/g, "").length;

/** Height in pixels at full size: a line, and more for what stands above each other. */
function tallness(latex: string): number {
  const rows = Math.max(0, ...[...latex.matchAll(/\\begin\{[a-z]*matrix\}([\s\S]*?)\\end/g)].map((m) => m[1].split("\\\\").length));
  return 30 + 18 * Math.min(3, depthOf(latex, "\\frac{")) + (/\\(sum|prod|int|lim)/.test(latex) ? 18 : 0) + 20 * Math.max(0, rows - 1);
}

/** How deep a command is nested in itself. */
function depthOf(latex: string, command: string): number {
  let deepest = 0;
  const open: boolean[] = [];
  for (let i = 0; i < latex.length; i++) {
    if (latex.startsWith(command, i)) {
      open.push(true);
      i += command.length - 1;
      deepest = Math.max(deepest, open.filter(Boolean).length);
    } else if (latex[i] === "{") open.push(false);
    else if (latex[i] === "}") open.pop();
  }
  return deepest;
}
