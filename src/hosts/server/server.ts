/** The language server: wires documents, settings, checks and features to a connection, whatever carries it. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type Connection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  NotebookDocuments,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "../../features/codeActions";
import { toldBy } from "../../features/diagnostics";
import {
  type CheckAnswer,
  type CheckAtRequest,
  type CheckRequest,
  type CheckWorkspaceRequest,
  type ClearRequest,
  type ClientOptions,
  type InkNotice,
  messages,
} from "../../features/hostMessages";
import { hover } from "../../features/hover";
import { lenses } from "../../features/lenses";
import { marks } from "../../features/marks";
import { derivationAt } from "../../features/places";
import { countVerdicts, inWords } from "../../features/summary";
import type { FileReport } from "../../verify/report";
import { Checker } from "./checker";
import type { CheckerPort } from "./checkerMessages";
import { Checks } from "./checks";
import { PreambleSource, type ReadFile } from "./preambleSource";
import { Results } from "./results";
import { SettingsSource } from "./settingsSource";
import { pathOf, Subjects } from "./subject";
import { checkWorkspace } from "./workspaceCheck";

/** What the server needs of where it runs. */
export interface ServerSurroundings {
  readonly startChecker: () => CheckerPort;
  /** Direct access to files, for clients that do not lend theirs. */
  readonly readFile: ReadFile;
}

export function startServer(connection: Connection, surroundings: ServerSurroundings): void {
  connection.onInitialize((params) => {
    serve(connection, surroundings, params);
    return capabilities;
  });
  connection.listen();
}

const capabilities: InitializeResult = {
  serverInfo: { name: "spotcheck" },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    notebookDocumentSync: { notebookSelector: [{ notebook: "jupyter-notebook", cells: [{ language: "markdown" }, { language: "python" }] }], save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    codeLensProvider: {},
    inlayHintProvider: true,
  },
};

function serve(connection: Connection, surroundings: ServerSurroundings, params: InitializeParams): void {
  const client = (params.initializationOptions ?? {}) as ClientOptions;
  const readFile: ReadFile = client.canReadFiles ? (uri) => connection.sendRequest<string | null>(messages.readFile, { uri }) : surroundings.readFile;
  const documents = new TextDocuments(TextDocument);
  const notebooks = new NotebookDocuments(TextDocument);
  const subjects = new Subjects(documents, notebooks);
  const checker = new Checker(surroundings.startChecker);
  const results = new Results(connection, params.capabilities.workspace ?? {});
  const settings = new SettingsSource(connection, params.capabilities.workspace?.configuration === true, client.settings);
  const preambles = new PreambleSource(readFile);
  const checks = new Checks({ connection, subjects, checker, results, settings, preambles });

  watchDocuments(documents, notebooks, checks, results);
  connection.onDidChangeConfiguration(({ settings: given }) => {
    settings.changed(given);
    checks.recheckAll();
  });
  connection.onDidChangeWatchedFiles(() => {
    preambles.changed();
    checks.recheckAll();
  });
  connection.onShutdown(() => checker.stop());
  documents.listen(connection);
  notebooks.listen(connection);

  answerFeatures(connection, subjects, results, settings, client.ink);
  answerCommands(connection, subjects, checks, results);
  connection.onRequest(messages.restart, () => {
    checker.restart();
    checks.recheckAll();
    return null;
  });
  connection.onRequest(messages.checkWorkspace, (request: CheckWorkspaceRequest, token) =>
    checkWorkspace({ connection, subjects, checker, checks, results, settings, preambles, readFile }, request, token),
  );
}

function watchDocuments(documents: TextDocuments<TextDocument>, notebooks: NotebookDocuments<TextDocument>, checks: Checks, results: Results): void {
  documents.onDidOpen(({ document }) => void checks.touched(document.uri, "open"));
  documents.onDidChangeContent(({ document }) => document.version > 1 && void checks.touched(document.uri, "change"));
  documents.onDidSave(({ document }) => void checks.touched(document.uri, "save"));
  documents.onDidClose(({ document }) => checks.closed(document.uri, [document.uri]));
  notebooks.onDidOpen(({ uri }) => {
    results.clear(uri, [uri]);
    void checks.touched(uri, "open");
  });
  notebooks.onDidChange(({ notebookDocument, cells }) => {
    for (const cell of cells?.removed ?? []) results.clear("", [cell.document]);
    void checks.touched(notebookDocument.uri, "change");
  });
  notebooks.onDidSave(({ uri }) => void checks.touched(uri, "save"));
  notebooks.onDidClose(({ uri, cells }) =>
    checks.closed(
      uri,
      cells.map((cell) => cell.document),
    ),
  );
}

function answerFeatures(connection: Connection, subjects: Subjects, results: Results, settings: SettingsSource, firstInk: string | undefined): void {
  let ink = firstInk;
  connection.onNotification(messages.ink, (notice: InkNotice) => {
    ink = notice.ink;
  });
  const partOf = (uri: string) => subjects.of(uri)?.parts.find((each) => each.uri === uri);
  const current = (uri: string) => results.current(uri, partOf(uri)?.version);
  const soFar = (uri: string) => results.soFar(uri, partOf(uri)?.version);
  connection.onHover(async ({ textDocument, position }) => {
    const result = soFar(textDocument.uri);
    const told = toldBy(await settings.of(textDocument.uri));
    const found = result && hover(result.report, position, { told, ...(ink ? { ink } : {}) });
    return found ? { contents: { kind: "markdown", value: found.contents }, range: found.range } : null;
  });
  connection.onCodeAction((request) => {
    const result = soFar(request.textDocument.uri);
    return result ? codeActions(result.report, request.range, result.lines, pathOf(result.uri)).map((action) => protocolAction(action, request)) : null;
  });
  connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[] | null> => {
    const result = current(uri);
    if (!result || !(await settings.of(uri)).lenses) return null;
    return lenses(result.report, result.lines).map(({ range, at, title, command }) => ({
      range,
      command: { title, command, arguments: command === "" ? [] : [uri, at] },
    }));
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const result = current(uri);
    if (!result || !(await settings.of(uri)).marks) return null;
    return marks(result.report, range).map((mark) => ({ ...mark, paddingLeft: true }));
  });
}

function protocolAction(action: ReturnType<typeof codeActions>[number], { textDocument, context }: CodeActionParams): CodeAction {
  const about = (diagnostic: Diagnostic): boolean =>
    diagnostic.source === "spotcheck" && diagnostic.code === action.step.code && diagnostic.range.start.line === action.step.range.start.line;
  return {
    title: action.title,
    kind: action.kind,
    isPreferred: action.isPreferred,
    diagnostics: context.diagnostics.filter(about),
    edit: { changes: { [textDocument.uri]: [...action.edits] } },
  };
}

function answerCommands(connection: Connection, subjects: Subjects, checks: Checks, results: Results): void {
  connection.onRequest(messages.checkDocument, async ({ uri }: CheckRequest) => answerOf(await checks.run(uri)));
  connection.onRequest(messages.checkAt, async ({ uri, position }: CheckAtRequest): Promise<CheckAnswer | null> => {
    const subject = subjects.of(uri);
    const offset = subject?.offsetIn(uri, position);
    if (!subject || offset === undefined) return null;
    const part = subject.parts.findIndex((each) => each.uri === uri);
    const isChecked = part >= 0 && results.current(uri, subject.parts[part].version) !== undefined;
    const report = await checks.run(uri, isChecked ? undefined : { from: offset, to: offset });
    const derivation = report && derivationAt(subject.split(report)[part], position);
    const summary = countVerdicts(derivation?.steps ?? []);
    return derivation ? { detail: inWords(summary), summary } : null;
  });
  connection.onRequest(messages.clear, ({ uri }: ClearRequest) => {
    if (uri) checks.clear(uri);
    else results.clearAll();
    return null;
  });
  connection.onRequest(messages.report, ({ uri }: CheckRequest) => results.report(subjects.of(uri)?.key ?? uri) ?? null);
}

const answerOf = (report: FileReport | undefined): CheckAnswer | null => (report ? { detail: inWords(report.summary), summary: report.summary } : null);
