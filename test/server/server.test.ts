/** The language server as it is built, spoken to over standard input and output like any editor would. */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
}

type Shown = { uri: string; diagnostics: { message: string; range: { start: { line: number; character: number } }; data: { version: number } }[] };

let server: ChildProcessWithoutNullStreams;
let lastId = 0;
const heard: Message[] = [];
const waiting: { matches: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];

beforeAll(async () => {
  if (!fs.existsSync("dist/server.js")) spawnSync(process.execPath, ["scripts/build.mjs"]);
  server = spawn(process.execPath, [path.resolve("dist/server.js"), "--stdio"]);
  listen();
  await request("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  notify("initialized", {});
});

afterAll(async () => {
  await request("shutdown", undefined);
  const ended = new Promise((resolve) => server.on("exit", resolve));
  notify("exit", undefined);
  await ended;
});

function listen(): void {
  let buffer = Buffer.alloc(0);
  server.stdout.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf("\r\n\r\n");
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, head).toString())![1]);
      if (buffer.length < head + 4 + length) return;
      hear(JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString()));
      buffer = buffer.subarray(head + 4 + length);
    }
  });
}

function hear(message: Message): void {
  const index = waiting.findIndex(({ matches }) => matches(message));
  if (index >= 0) waiting.splice(index, 1)[0].resolve(message);
  else heard.push(message);
}

function expectMessage(matches: (message: Message) => boolean): Promise<Message> {
  const index = heard.findIndex(matches);
  if (index >= 0) return Promise.resolve(heard.splice(index, 1)[0]);
  return new Promise((resolve) => waiting.push({ matches, resolve }));
}

function send(message: object): void {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

const notify = (method: string, params: unknown): void => send({ method, params });

async function request<T>(method: string, params: unknown): Promise<T> {
  const id = ++lastId;
  send({ id, method, params });
  return (await expectMessage((message) => message.id === id && !message.method)).result as T;
}

function open(uri: string, text: string, languageId = "markdown"): void {
  notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
}

async function shown(uri: string, matches: (shown: Shown) => boolean): Promise<Shown> {
  const message = await expectMessage(
    ({ method, params }) => method === "textDocument/publishDiagnostics" && params?.uri === uri && matches(params as unknown as Shown),
  );
  return message.params as unknown as Shown;
}

it("shows what fails, with the version", async () => {
  open("file:///one.md", "😀 $1 + 1 = 3$\n");
  const { diagnostics } = await shown("file:///one.md", (each) => each.diagnostics.length > 0);
  expect(diagnostics.map(({ range, data }) => [range.start, data.version])).toEqual([[{ line: 0, character: 12 }, 1]]);
});

it("shows the newest text only", async () => {
  const uri = "file:///one.md";
  for (let version = 2; version <= 6; version++) {
    notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text: `$1 + 1 = ${version === 6 ? 2 : version + 2}$\n` }] });
  }
  await shown(uri, (each) => each.diagnostics.length === 0);
});

it("goes on checking when the document is saved meanwhile", async () => {
  const uri = "file:///saved.md";
  open(uri, `${"$1 + 1 = 2$\n\n".repeat(400)}$2 + 3 = 6$\n`);
  for (let count = 0; count < 20; count++) notify("textDocument/didSave", { textDocument: { uri } });
  expect((await shown(uri, (each) => each.diagnostics.length > 0)).diagnostics).toHaveLength(1);
});

it("answers hovers, quick fixes and lenses", async () => {
  const uri = "file:///two.md";
  open(uri, "$$1 + 1 = 2 = 4$$\n");
  await shown(uri, (each) => each.diagnostics.length > 0);
  const textDocument = { uri };
  const position = { line: 0, character: 14 };
  const hover = await request<{ contents: { value: string } }>("textDocument/hover", { textDocument, position });
  expect(hover.contents.value).toContain("This step fails");
  const context = { diagnostics: [] };
  const actions = await request<{ title: string }[]>("textDocument/codeAction", { textDocument, range: { start: position, end: position }, context });
  expect(actions.map(({ title }) => title)).toContain("Do not check this derivation");
  const lenses = await request<{ command: { title: string } }[]>("textDocument/codeLens", { textDocument });
  expect(lenses.map(({ command }) => command.title)).toEqual(["✓ 1 holds\u2002✗ 1 fails"]);
});

it("checks by command, and gives the report", async () => {
  const uri = "file:///three.md";
  open(uri, "$2 + 2 = 5$\n");
  const answer = await request<{ summary: { fails: number } }>("spotcheck/checkDocument", { uri });
  expect(answer.summary.fails).toBe(1);
  expect(await request<{ path: string }>("spotcheck/report", { uri })).toMatchObject({ path: "/three.md", summary: { fails: 1 } });
  expect(await request("spotcheck/report", { uri: "file:///nowhere.md" })).toBeNull();
});

it("takes the results of a closed document away", async () => {
  const uri = "file:///three.md";
  notify("textDocument/didClose", { textDocument: { uri } });
  await shown(uri, (each) => each.diagnostics.length === 0);
});

it("checks files that are not open, and names those it could not read", async () => {
  const file = path.resolve("out/server-test.md");
  fs.mkdirSync("out", { recursive: true });
  fs.writeFileSync(file, "$3 + 3 = 7$\n");
  const uris = [`file://${file}`, "file:///nowhere/at/all.md"];
  const answer = await request("spotcheck/checkWorkspace", { uris });
  expect(answer).toEqual({ checked: 1, failing: 1, unread: [uris[1]], isCancelled: false });
  expect((await shown(uris[0], () => true)).diagnostics).toHaveLength(1);
});

it("reads the macros of a style file beside the document", async () => {
  const folder = path.resolve("out/server-macros");
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(`${folder}/mine.sty`, "\\newcommand{\\three}{3}\n");
  const uri = `file://${folder}/main.tex`;
  open(uri, "\\documentclass{article}\\usepackage{amsmath,mine}\\begin{document}$1 + 1 = \\three$\\end{document}\n", "latex");
  const { diagnostics } = await shown(uri, (each) => each.diagnostics.some((diagnostic) => "severity" in diagnostic && diagnostic.severity === 1));
  expect(diagnostics).toHaveLength(1);
});

it("puts the problems of a notebook into its cells", async () => {
  const cells = [
    { kind: 1, document: "nb:cell1" },
    { kind: 1, document: "nb:cell2" },
  ];
  const cellTextDocuments = [
    { uri: "nb:cell1", languageId: "markdown", version: 1, text: 'A "word"\n\n$1 = 1$' },
    { uri: "nb:cell2", languageId: "markdown", version: 1, text: "x\n$$2 + 2 = 5$$" },
  ];
  notify("notebookDocument/didOpen", { notebookDocument: { uri: "file:///n.ipynb", notebookType: "jupyter-notebook", version: 1, cells }, cellTextDocuments });
  const { diagnostics } = await shown("nb:cell2", (each) => each.diagnostics.length > 0);
  expect(diagnostics[0].range.start).toEqual({ line: 1, character: 10 });
  expect((await shown("nb:cell1", () => true)).diagnostics).toEqual([]);
});
