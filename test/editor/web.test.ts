/** The web extension in the workbench's web worker: no process of its own, files only through the editor. */
import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { openEditor } from "../../scripts/harness/editor.mjs";

let editor: { page: Page; goto: () => Promise<void>; close: () => Promise<void>; asked: string[] };
let page: Page;
const workspace = path.resolve("out/web");
const said: string[] = [];

beforeAll(async () => {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(workspace, { recursive: true });
  fs.copyFileSync("test/editor/workspace/sums.md", `${workspace}/sums.md`);
  editor = await openEditor({ folder: workspace, extension: ".", web: true });
  page = editor.page;
  page.on("console", (message) => said.push(message.text()));
  await editor.goto();
  await page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
});

afterAll(() => editor?.close());

const squiggles = () => page.locator(".editor-instance .squiggly-error");

it("checks a document in the browser alone", async () => {
  await page.keyboard.press("Control+P");
  await page.waitForSelector(".quick-input-widget:not(.hidden) input");
  await page.keyboard.insertText("sums.md");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "sums.md" }).first().waitFor();
  await page.keyboard.press("Enter");
  await squiggles()
    .first()
    .waitFor({ timeout: 30_000 })
    .catch(() => {
      throw new Error(`no verdict; the page said:\n${said.slice(-20).join("\n")}`);
    });
  await expect.poll(() => squiggles().count(), { timeout: 10_000 }).toBe(2);
});

it("ran the web bundles, its own workers included, and nothing of the desktop", () => {
  expect(editor.asked).toEqual(expect.arrayContaining(["dist/web/extension.js", "dist/web/server.js", "dist/web/checker.js"]));
  expect(editor.asked.filter((name) => name.endsWith(".js") && !name.startsWith("dist/web/"))).toEqual([]);
});
