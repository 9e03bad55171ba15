/** A workspace that nobody trusts: documents are read and checked as everywhere, for nothing in them is ever executed. */
import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { openEditor } from "../../scripts/harness/editor.mjs";

let editor: { page: Page; goto: () => Promise<void>; close: () => Promise<void> };
let page: Page;
const workspace = path.resolve("out/untrusted");

beforeAll(async () => {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(workspace, { recursive: true });
  fs.copyFileSync("test/editor/workspace/sums.md", `${workspace}/sums.md`);
  editor = await openEditor({ folder: workspace, extension: ".", trust: true });
  page = editor.page;
  await editor.goto();
  await page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
});

afterAll(() => editor?.close());

it("checks a document in restricted mode", async () => {
  await page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await page.keyboard.press("Control+P");
  await page.waitForSelector(".quick-input-widget:not(.hidden) input");
  await page.keyboard.insertText("sums.md");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "sums.md" }).first().waitFor();
  await page.keyboard.press("Enter");
  const squiggles = page.locator(".editor-instance .squiggly-error");
  await squiggles.first().waitFor({ timeout: 30_000 });
  await expect.poll(() => squiggles.count(), { timeout: 10_000 }).toBe(2);
});
