/** The demo's panel in the real workbench: from the palette and from the lens, hidden and shown, reloaded; with and without an adapter. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterEach, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { openEditor } from "../../scripts/harness/editor.mjs";

interface Editor {
  page: Page;
  goto(): Promise<void>;
  close(): Promise<void>;
}

const workspace = path.resolve("out/demo");
const CODE = "```\nstd = torch.exp(logvar)\n```\n\n```\neps = torch.randn_like(std)\nreturn mu + eps * std\n```\n";

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});

async function open(gpu: boolean): Promise<Page> {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(workspace, { recursive: true });
  fs.writeFileSync(`${workspace}/answer.md`, `Give the code of the sampling step.\n\n${CODE}`);
  editor = (await openEditor({ folder: workspace, extension: ".", gpu })) as Editor;
  await editor.goto();
  await editor.page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
  return editor.page;
}

/** Types the command until the palette knows it: extensions are read after the workbench stands. */
async function command(page: Page, title: string): Promise<void> {
  const row = page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first();
  await expect
    .poll(
      async () => {
        await page.keyboard.press("Escape");
        await page.keyboard.press("F1");
        await page.waitForSelector(".quick-input-widget:not(.hidden) input");
        await page.keyboard.insertText(title);
        return row.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The frame of the demo, once it has drawn a picture. */
async function demo(page: Page): Promise<Frame> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      const count = await frame.evaluate(() => (document.getElementById("demo") ? Number(document.body.dataset.pictures ?? 0) : 0)).catch(() => 0);
      if (count > 0) return frame;
    }
    await new Promise((resume) => setTimeout(resume, 100));
  }
  const texts = await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.body.textContent.slice(0, 400)).catch((error) => String(error))));
  await page.screenshot({ path: "out/screens/workbench-no-picture.png" });
  throw new Error(`no picture in a minute: ${texts.join(" | ")}`);
}

const fact = (frame: Frame, name: string): Promise<string | null> => frame.locator(`dt:text-is("${name}") + dd`).textContent();
const verdict = (frame: Frame): Promise<string | null> => frame.locator(".verdict").textContent();

it("runs on the software adapter, from the palette; survives hiding, showing and a reload", async () => {
  const page = await open(true);
  await command(page, "Open Reparameterize Demo");
  const frame = await demo(page);
  expect(await fact(frame, "Engine")).toMatch(/software adapter.*swiftshader/i);
  expect(await verdict(frame)).toMatch(/^✓ All/);
  console.info(`first picture in the workbench: ${await fact(frame, "First picture")}`);
  await frame.locator("#mu").fill("1.5");
  await frame.locator("#mu").dispatchEvent("change");
  await page.waitForTimeout(1000);
  fs.mkdirSync("out/screens", { recursive: true });
  await page.screenshot({ path: "out/screens/workbench-gpu.png" });
  await page.locator(".explorer-viewlet .monaco-list-row", { hasText: "answer.md" }).dblclick();
  await page.locator(".editor-instance .view-line").first().waitFor();
  await page.locator(".tab", { hasText: "Reparameterize Demo" }).click();
  const shown = await demo(page);
  expect(await shown.locator("#mu").inputValue()).toBe("1.5");
  // The workbench writes down what is open a moment after it changed.
  await page.waitForTimeout(2000);
  await page.reload();
  await page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
  const again = await demo(page);
  expect(await again.locator("#mu").inputValue()).toBe("1.5");
  expect(await verdict(again)).toMatch(/^✓ All/);
});

it("runs on the CPU where there is no adapter, and says so", async () => {
  const page = await open(false);
  await command(page, "Open Reparameterize Demo");
  const frame = await demo(page);
  expect(await fact(frame, "Engine")).toMatch(/^CPU, in a worker/);
  expect(await verdict(frame)).toMatch(/^✓ All/);
  await page.screenshot({ path: "out/screens/workbench-cpu.png" });
});

/** Whether the pipeline reports code answers: a lens stands over what is reported. */
const reported = spawnSync(process.execPath, ["dist/cli.js", "check", "-", "--stdin-path", "a.md", "--format", "json"], {
  input: CODE,
  encoding: "utf8",
}).stdout.includes('"relation":"code"');

it.skipIf(!reported)("runs the code of the document from its lens", async () => {
  const page = await open(true);
  await page.locator(".explorer-viewlet .monaco-list-row", { hasText: "answer.md" }).dblclick();
  await page.locator(".codelens-decoration a", { hasText: "reparameterize demo" }).click({ timeout: 30_000 });
  const frame = await demo(page);
  await frame.waitForFunction(() => (document.getElementById("source") as HTMLTextAreaElement).value.includes("std = torch.exp(logvar)"));
  expect(await frame.locator("#source").inputValue()).toBe("std = torch.exp(logvar)\n\neps = torch.randn_like(std)\nreturn mu + eps * std");
  await frame.waitForFunction(() => document.querySelector(".verdict")?.textContent?.startsWith("✗"));
  await page.screenshot({ path: "out/screens/workbench-lens.png" });
});
