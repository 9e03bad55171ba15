/** A person's way through the real workbench: open, see, read, command by keyboard, edit, see again. Keeps the README's screenshot. */
import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { openEditor } from "../../scripts/harness/editor.mjs";

let editor: { page: Page; goto: () => Promise<void>; close: () => Promise<void> };
let page: Page;
const workspace = path.resolve("out/person");

beforeAll(async () => {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(workspace, { recursive: true });
  fs.copyFileSync("samples/homework.md", `${workspace}/homework.md`);
  fs.copyFileSync("test/editor/workspace/sums.md", `${workspace}/sums.md`);
  editor = await openEditor({ folder: workspace, extension: "." });
  page = editor.page;
  await editor.goto();
  await page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
});

afterAll(() => editor?.close());

const squiggles = () => page.locator(".editor-instance .squiggly-error");
const problemRows = () => page.locator(".markers-panel .monaco-list-row");

async function openFile(name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  await page.waitForSelector(".quick-input-widget:not(.hidden) input");
  await page.keyboard.insertText(name);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: name }).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

async function command(title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.waitForSelector(".quick-input-widget:not(.hidden) input");
  await page.keyboard.insertText(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

async function goToLine(line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+G");
  await page.waitForSelector(".quick-input-widget:not(.hidden) input");
  await page.keyboard.insertText(`${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

it("sees squiggles without doing anything", async () => {
  await openFile("sums.md");
  await squiggles().first().waitFor({ timeout: 30_000 });
  await expect.poll(() => squiggles().count(), { timeout: 10_000 }).toBe(2);
});

it("reads the Problems panel", async () => {
  await page.keyboard.press("Control+Shift+M");
  await problemRows().first().waitFor();
  const rows = await problemRows().allInnerTexts();
  expect(rows.filter((row) => row.includes("spotcheck"))).toHaveLength(2);
  expect(rows.join("\n")).toMatch(/5.*6/s);
});

it("goes to the next problem by the palette", async () => {
  await page.locator(".editor-instance .view-line").first().click();
  await command("Spotcheck: Next Problem");
  await page.locator(".statusbar-item", { hasText: "Ln 5, Col 15" }).waitFor();
});

it("edits the text and sees the verdict change", async () => {
  await goToLine(5, 20);
  await page.keyboard.press("Backspace");
  const before = Date.now();
  await page.keyboard.type("1");
  await expect.poll(() => squiggles().count(), { timeout: 10_000, interval: 5 }).toBe(1);
  console.log(`a verdict that changed was seen ${Date.now() - before} ms after the key`);
  await expect.poll(async () => (await problemRows().allInnerTexts()).filter((row) => row.includes("spotcheck")).length).toBe(1);
});

it("sees a quick fix at the failing step", async () => {
  await goToLine(5, 16);
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await expect.poll(() => squiggles().count(), { timeout: 10_000 }).toBe(2);
  const offer = page.locator(".action-widget .monaco-list-row", { hasText: "Do not check this derivation" });
  // a menu that is asked for while the text is being checked stays shut: a person presses again
  const isOffered = async (): Promise<boolean> => {
    if (!(await offer.isVisible())) await page.keyboard.press("Control+.");
    return offer.isVisible();
  };
  await expect.poll(isOffered, { timeout: 30_000, interval: 1_000 }).toBe(true);
  await page.keyboard.press("Escape");
});

it("opens the homework, and its mistakes are underlined", async () => {
  await openFile("homework.md");
  await problemRows().filter({ hasText: "homework.md" }).first().waitFor({ timeout: 60_000 });
  await page.locator(".editor-instance .view-line").first().click();
  await command("Spotcheck: Next Problem");
  await squiggles().first().waitFor();
  await page.locator(".tab", { hasText: "sums.md" }).click({ button: "middle" });
  await page.locator(".tab", { hasText: "sums.md" }).waitFor({ state: "detached" });
  // away from the tab, whose tooltip would stand before the picture
  await page.mouse.move(900, 740);
  await command("Spotcheck: Next Problem");
  const hover = page.locator(".monaco-hover", { hasText: "This step fails" }).first();
  // the editor may take a hover away again while it lays itself out: the command is given once more, as a person would
  const shown = (timeout: number) =>
    hover.waitFor({ state: "visible", timeout }).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 4 && !(await shown(6_000)); tries++) await command("Spotcheck: Next Problem");
  await hover.waitFor({ state: "visible" });
  await page.screenshot({ path: "out/screenshot.png" });
  expect(await hover.textContent()).toMatch(/left side/);
});
