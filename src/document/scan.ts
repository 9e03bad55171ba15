/** Finds the mathematics, the prose and the code of a document, whatever it is written in. */
import type { Format, ScannedDocument } from "./blocks";
import { Collector } from "./collector";
import { scanLatex } from "./latex";
import { scanMarkdown } from "./markdown";
import { scanNotebook } from "./notebook";
import { withoutQuotes } from "./quotes";
import { wholeDocument } from "./view";

/** By the ending of the path; everything unknown is read as Markdown (`.md`, `.qmd`, `.Rmd`, standard input). */
function formatOf(path: string): Format {
  if (/\.(?:tex|ltx|latex|sty|cls)$/i.test(path)) return "tex";
  return /\.ipynb$/i.test(path) ? "ipynb" : "md";
}

/** Reads a document in linear time. Whatever it holds, this does not throw: what is wrong with it stands in `problems`. */
export function scan(path: string, text: string): ScannedDocument {
  const format = formatOf(path);
  const view = format === "md" ? withoutQuotes(wholeDocument(text)) : wholeDocument(text);
  const into = new Collector(view);
  if (text.includes("\0"))
    into.problem(text.indexOf("\0"), text.indexOf("\0") + 1, "document/binary", "This file is not text: it contains a NUL character. Nothing in it was read.");
  else if (format === "tex") scanLatex(view.text, into);
  else if (format === "ipynb") scanNotebook(text, into);
  else scanMarkdown(view.text, into);
  into.flush();
  return { path, format, text, blocks: into.blocks, preamble: into.preamble, problems: into.problems };
}
