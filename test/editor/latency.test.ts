/** From keystroke to shown diagnostics in a document of three thousand lines, once it has been checked as a whole; logged, not judged, since machines differ. */
import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
// @ts-expect-error: the harness is plain JavaScript
import { openEditor } from "../../scripts/harness/editor.mjs";

let editor: { page: Page; goto: () => Promise<void>; close: () => Promise<void> };
const workspace = path.resolve("out/latency");

beforeAll(async () => {
  fs.rmSync(workspace, { recursive: true, force: true });
  fs.mkdirSync(`${workspace}/.vscode`, { recursive: true });
  const filler = Array.from({ length: 600 }, (_, index) => `Part ${index}.\n\n$$(x + ${index})^2 = x^2 + ${2 * index} x + ${index * index}$$\n\n`);
  fs.writeFileSync(`${workspace}/long.md`, `$1 + 1 = 2$\n\n${filler.join("")}`);
  fs.writeFileSync(`${workspace}/.vscode/settings.json`, JSON.stringify({ "spotcheck.delay": 0, "editor.codeLens": false }));
  editor = await openEditor({ folder: workspace, extension: "." });
  await editor.goto();
  await editor.page.waitForSelector(".monaco-workbench .explorer-viewlet", { timeout: 60_000 });
});

afterAll(() => editor?.close());

it("is short", async () => {
  const { page } = editor;
  await page.locator(".explorer-viewlet .monaco-list-row", { hasText: "long.md" }).dblclick();
  await page.locator(".editor-instance .view-line").first().click();
  await page.keyboard.press("Control+Home");
  for (let count = 0; count < 10; count++) await page.keyboard.press("ArrowRight");
  const squiggle = page.locator(".editor-instance .squiggly-error");
  const times: number[] = [];
  // the first two wait for the editor to start and for the first check of the whole document
  for (let round = 0; round < 22; round++) {
    await page.keyboard.press("Backspace", { delay: 0 }).catch(() => {});
    const isWrong = round % 2 === 0;
    times.push(
      await timed(page, isWrong ? "3" : "2", isWrong).catch(async (error) => {
        await page.screenshot({ path: "out/latency.png" });
        throw error;
      }),
    );
  }
  await squiggle.count();
  const started = times.splice(0, 2);
  times.sort((a, b) => a - b);
  console.log(
    `keystroke to squiggle, ${times.length} times: median ${times[times.length >> 1].toFixed(0)} ms, p95 ${times[Math.floor(times.length * 0.95)].toFixed(0)} ms; while the editor starts ${started.map((time) => time.toFixed(0)).join(", ")} ms`,
  );
  expect(times).toHaveLength(20);
});

/** Types a key and waits, in the page itself, until there is or is no squiggle. */
async function timed(page: Page, key: string, expected: boolean): Promise<number> {
  await page.evaluate(() => {
    const clock = window as unknown as { typed: number };
    clock.typed = 0;
    const note = (): void => {
      clock.typed ||= performance.now();
    };
    window.addEventListener("keydown", note, { once: true, capture: true });
  });
  await page.keyboard.press(key);
  return page.evaluate(
    (isExpected) =>
      new Promise<number>((resolve, reject) => {
        const { typed } = window as unknown as { typed: number };
        const late = setTimeout(() => reject(new Error(`no change of diagnostics in 30 s; key at ${typed}`)), 30_000);
        const look = (): void => {
          const isThere = document.querySelector(".editor-instance .squiggly-error") !== null;
          if (isThere !== isExpected) return void requestAnimationFrame(look);
          clearTimeout(late);
          resolve(performance.now() - typed);
        };
        look();
      }),
    expected,
  );
}
