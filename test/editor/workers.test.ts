/** The two workers of the web build in a real browser: joined by a channel, they check a document; a lost checker is replaced. */
import fs from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { findChromium } from "../../scripts/harness/chromium.mjs";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.evaluate(join, { server: fs.readFileSync("dist/web/server.js", "utf8"), checker: fs.readFileSync("dist/web/checker.js", "utf8") });
});

afterAll(() => browser?.close());

interface Joined {
  ask: (method: string, params: unknown) => Promise<unknown>;
  tell: (method: string, params: unknown) => void;
  shown: (uri: string) => Promise<{ message: string; severity: number }[]>;
  checkers: number;
}

/** What the web extension does, in a page: workers from blobs, ports handed over, checkers started when asked for. */
function join(code: { server: string; checker: string }): void {
  const start = (text: string) => new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  const server = start(code.server);
  const { port1: line, port2 } = new MessageChannel();
  server.postMessage({ server: port2 }, [port2]);
  const answers = new Map<number, (result: unknown) => void>();
  const diagnostics = new Map<string, (found: never) => void>();
  let lastId = 0;
  let checker: Worker | undefined;
  const tell = (method: string, params: unknown) => line.postMessage({ jsonrpc: "2.0", method, params });
  const joined: Joined = {
    checkers: 0,
    tell,
    ask: (method, params) =>
      new Promise((resolve) => {
        answers.set(++lastId, resolve);
        line.postMessage({ jsonrpc: "2.0", id: lastId, method, params });
      }),
    shown: (uri) => new Promise((resolve) => diagnostics.set(uri, resolve)),
  };
  line.onmessage = ({ data }) => {
    if (data.method === "spotcheck/newChecker") {
      checker?.terminate();
      checker = start(code.checker);
      joined.checkers += 1;
      const channel = new MessageChannel();
      checker.postMessage({ checker: channel.port1 }, [channel.port1]);
      server.postMessage({ checker: channel.port2 }, [channel.port2]);
      line.postMessage({ jsonrpc: "2.0", id: data.id, result: null });
    } else if (data.method === "textDocument/publishDiagnostics") diagnostics.get(data.params.uri)?.(data.params.diagnostics as never);
    else if (data.method === undefined) answers.get(data.id)?.(data.result);
  };
  (globalThis as unknown as { joined: Joined }).joined = joined;
}

const check = (uri: string, text: string) =>
  page.evaluate(
    async (document) => {
      const { joined } = globalThis as unknown as { joined: Joined };
      const shown = joined.shown(document.uri);
      joined.tell("textDocument/didOpen", { textDocument: { languageId: "markdown", version: 1, ...document } });
      return (await shown).map(({ severity }) => severity);
    },
    { uri, text },
  );

it("start, and say what the server can do", async () => {
  const result = await page.evaluate(async () => {
    const { joined } = globalThis as unknown as { joined: Joined };
    const answer = await joined.ask("initialize", { processId: null, rootUri: null, capabilities: {} });
    joined.tell("initialized", {});
    return answer;
  });
  expect(result).toMatchObject({ serverInfo: { name: "spotcheck" }, capabilities: { hoverProvider: true } });
});

it("check a document", async () => expect(await check("untitled:one.md", "$1 + 1 = 3$")).toEqual([1]));

it("go on with another checker", async () => {
  await page.evaluate(() => (globalThis as unknown as { joined: Joined }).joined.ask("spotcheck/restart", null));
  expect(await check("untitled:two.md", "$2 + 2 = 4 = 5$")).toEqual([1]);
  expect(await page.evaluate(() => (globalThis as unknown as { joined: Joined }).joined.checkers)).toBe(2);
});
