/** What is checked as one: a text document, or all cells of a notebook; and how its report is handed out to the documents it is made of. */
import type { NotebookDocuments, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { composeNotebook } from "../../features/notebook";
import { splitNotebookReport } from "../../features/notebookReport";
import type { FileReport } from "../../verify/report";

export interface Part {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly string[];
}

export interface Subject {
  /** The URI of the document or of the notebook. */
  readonly key: string;
  readonly path: string;
  readonly text: string;
  readonly parts: readonly Part[];
  /** The report of each part, with ranges in that part. */
  readonly split: (report: FileReport) => readonly FileReport[];
  /** Where a place of a part stands in `text`. */
  readonly offsetIn: (uri: string, position: { line: number; character: number }) => number | undefined;
}

/** The open documents and notebooks, as subjects. */
export class Subjects {
  constructor(
    readonly documents: TextDocuments<TextDocument>,
    readonly notebooks: NotebookDocuments<TextDocument>,
  ) {}

  /** The subject that the document or cell or notebook of this URI belongs to, as it is now. */
  of(uri: string): Subject | undefined {
    const document = this.documents.get(uri);
    if (document) return documentSubject(document);
    const notebook = this.notebooks.getNotebookDocument(uri) ?? this.notebooks.findNotebookDocumentForCell(uri);
    return notebook && this.notebookSubject(notebook.uri);
  }

  all(): Subject[] {
    const notebooks = new Set(this.notebooks.cellTextDocuments.all().map((cell) => this.notebooks.findNotebookDocumentForCell(cell.uri)?.uri));
    const uris = [...this.documents.all().map((document) => document.uri), ...notebooks];
    return uris.flatMap((uri) => (uri ? (this.of(uri) ?? []) : []));
  }

  private notebookSubject(key: string): Subject | undefined {
    const notebook = this.notebooks.getNotebookDocument(key);
    if (!notebook) return undefined;
    const cells = notebook.cells.flatMap((cell) => {
      const document = this.notebooks.getCellTextDocument(cell);
      return document ? [{ document, kind: cell.kind === 1 ? ("markdown" as const) : ("code" as const) }] : [];
    });
    const composed = composeNotebook(cells.map(({ document, kind }) => ({ kind, text: document.getText() })));
    const documents = cells.map(({ document }) => document);
    return {
      key,
      path: /\.ipynb$/.test(pathOf(key)) ? pathOf(key) : `${pathOf(key)}.ipynb`,
      text: composed.text,
      parts: documents.map(partOf),
      split: (report) => splitNotebookReport(report, composed, documents),
      offsetIn: (uri, position) => {
        const cell = documents.findIndex((document) => document.uri === uri);
        return cell < 0 ? undefined : composed.offsetOf(cell, documents[cell].offsetAt(position));
      },
    };
  }
}

function documentSubject(document: TextDocument): Subject {
  return {
    key: document.uri,
    path: withFormat(pathOf(document.uri), document.languageId),
    text: document.getText(),
    parts: [partOf(document)],
    split: (report) => [report],
    offsetIn: (_, position) => document.offsetAt(position),
  };
}

const partOf = (document: TextDocument): Part => ({ uri: document.uri, version: document.version, lines: document.getText().split(/\r\n|\n|\r/) });

/** The path of a URI, decoded; of an untitled document, its name. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^[a-z][\w+.-]*:(\/\/[^/]*)?/i, "").replace(/[?#].*$/, ""));
  } catch {
    return uri;
  }
}

/** A name without an extension that tells its format gets one from its language. */
function withFormat(path: string, language: string): string {
  if (/\.(tex|md|qmd|ipynb|sty|latex|markdown)$/i.test(path)) return path;
  return path + (language === "latex" || language === "tex" ? ".tex" : ".md");
}
