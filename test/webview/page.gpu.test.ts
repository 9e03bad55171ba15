/** The demo's page in a browser: what it shows, without an adapter too, and that it stays quick, bounded, accessible and within its policy. */
import fs from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, test } from "vitest";
import { type Opened, openPage, pictures, setTheme, type ThemeName } from "./openPage";

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function open(options: Parameters<typeof openPage>[0]): Promise<Page> {
  opened = await openPage(options);
  return opened.page;
}

const fact = (page: Page, name: string): Promise<string | null> => page.locator(`dt:text-is("${name}") + dd`).textContent();
const write = (page: Page, source: string): Promise<void> => page.locator("#source").fill(source);
const GOOD = "std = torch.exp(0.5 * logvar)\nreturn mu + std * torch.randn_like(mu)";

describe("with the software adapter", () => {
  test("shows a picture within a second, every test passing, the adapter named, no breach of the policy", async () => {
    const page = await open({ adapter: true });
    await pictures(page, 1);
    expect(await page.locator(".verdict").textContent()).toMatch(/^✓ All 14 tests pass/);
    expect(await fact(page, "Engine")).toMatch(/software adapter.*swiftshader/i);
    const first = await fact(page, "First picture");
    console.info(`first picture: ${first}; ${await fact(page, "Run")}; ${await fact(page, "Speed")}`);
    expect(Number.parseInt(first ?? "", 10)).toBeGreaterThan(0);
    expect(await page.locator(".katex").count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.fonts.check("16px KaTeX_Main"))).toBe(true);
    expect(await page.locator("details code").textContent()).toContain("fn philox");
    await page.waitForFunction(() => /samples a second/.test(document.querySelectorAll("dd")[3].textContent ?? ""), undefined, { timeout: 30_000 });
    console.info(`CPU worker: ${await fact(page, "CPU worker")}`);
    expect(opened?.errors).toEqual([]);
    fs.mkdirSync("out/screens", { recursive: true });
    await page.screenshot({ path: "out/screens/demo-dark.png", fullPage: true });
    for (const theme of ["light", "contrast"] as const) {
      await setTheme(page, theme);
      await page.waitForTimeout(300);
      await page.screenshot({ path: `out/screens/demo-${theme}.png`, fullPage: true });
    }
  });

  test("dragging a slider keeps buffers bounded and the page responsive", async () => {
    const page = await open({ adapter: true });
    await pictures(page, 1);
    await page.waitForTimeout(1500);
    const buffers = await page.evaluate(() => document.body.dataset.buffers);
    await page.evaluate(() => {
      const tasks: number[] = [];
      (globalThis as unknown as { tasks: number[] }).tasks = tasks;
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    });
    const before = Number(await page.evaluate(() => document.body.dataset.pictures));
    const drag = Number(process.env.SPOTCHECK_DRAG_SECONDS ?? 5) * 1000;
    const made = await page.evaluate(async (milliseconds) => {
      const slider = document.getElementById("mu") as HTMLInputElement;
      const end = performance.now() + milliseconds;
      for (let i = 0; performance.now() < end; i++) {
        slider.value = String(2 * Math.sin(i / 20));
        slider.dispatchEvent(new Event("input"));
        await new Promise((resume) => setTimeout(resume, 16));
      }
      slider.dispatchEvent(new Event("change"));
      return Number(document.body.dataset.pictures);
    }, drag);
    await page.waitForTimeout(1000);
    const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    console.info(`${made - before} pictures in ${drag / 1000} s of dragging; longest task ${Math.max(0, ...tasks)} ms of ${tasks.length} over 50`);
    expect(made - before).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.body.dataset.buffers)).toBe(buffers);
    expect(opened?.errors).toEqual([]);
  });

  test("wrong code fails the tests at sight, and the corrected code is one key away", async () => {
    const page = await open({ adapter: true });
    await pictures(page, 1);
    await page.getByRole("button", { name: "std = exp(logvar)" }).click();
    await page.waitForFunction(() => document.querySelector(".verdict")?.textContent?.startsWith("✗"));
    expect(await page.locator(".reason").textContent()).toContain("standard deviation");
    await page.screenshot({ path: "out/screens/demo-wrong.png", fullPage: true });
    await page.locator(".code .buttons").last().getByRole("button").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".verdict")?.textContent?.startsWith("✓"));
    expect(await page.locator("#source").inputValue()).toContain("0.5 * logvar");
  });

  test.each([
    ["std = torch.exp(log var)\nreturn mu + std * torch.randn_like(mu)", "does not parse", "^^^"],
    ["return mu + torch.foo(logvar) * torch.randn_like(mu)", "outside of the subset", "^^^"],
    ["std = torch.exp(logvar)\nreturn", "returns nothing", "^^^"],
    ["return mu + logvar / 0 * torch.randn_like(mu)", "divides by zero", "^^^"],
    ["<img src=x onerror=alert(1)>", "does not parse", "^^^"],
  ])("%j: the reason, the place, and the last good picture", async (source, reason, carets) => {
    const page = await open({ adapter: true });
    await pictures(page, 1);
    await write(page, source);
    await page.waitForFunction(() => document.querySelector(".reason")?.textContent);
    expect(await page.locator(".reason").textContent()).toContain(reason);
    expect(await page.locator(".place").textContent()).toContain(carets);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("#plot-histogram canvas").count()).toBe(1);
    await write(page, GOOD);
    await page.waitForFunction(() => !document.querySelector(".reason")?.textContent);
    expect(opened?.errors).toEqual([]);
  });

  test("messages: code runs, another shape is ignored and logged", async () => {
    const page = await open({ adapter: true });
    await pictures(page, 1);
    await page.evaluate((source) => window.postMessage({ type: "code", source, title: "notes.md" }, "*"), GOOD);
    await page.waitForFunction((source) => (document.getElementById("source") as HTMLTextAreaElement).value === source, GOOD);
    expect(await page.locator("label[for=source]").textContent()).toBe("Code of notes.md");
    await page.evaluate(() => window.postMessage({ type: "code", source: 3 }, "*"));
    await page.waitForFunction(() => (globalThis as unknown as { sent: { type: string }[] }).sent.some(({ type }) => type === "ignored"));
    expect(await page.locator("#source").inputValue()).toBe(GOOD);
  });

  test("a lost device is asked for again once, then the CPU takes over; code and sliders survive a reload", async () => {
    const page = await open({ adapter: true });
    await page.addInitScript(() => {
      const original = GPUAdapter.prototype.requestDevice;
      const devices: GPUDevice[] = [];
      (globalThis as unknown as { devices: GPUDevice[] }).devices = devices;
      GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...args: Parameters<typeof original>) {
        const device = await original.apply(this, args);
        let lose: (info: GPUDeviceLostInfo) => void = () => undefined;
        const lost = new Promise<GPUDeviceLostInfo>((resolve) => {
          lose = resolve;
        });
        Object.defineProperty(device, "lost", { value: lost });
        Object.assign(device, { lose: () => lose({ reason: "unknown", message: "pulled out" } as GPUDeviceLostInfo) });
        devices.push(device);
        return device;
      };
    });
    await write(page, GOOD);
    await page.locator("#mu").fill("1.25");
    await page.locator("#mu").dispatchEvent("change");
    await page.waitForTimeout(400);
    await page.reload();
    await pictures(page, 1);
    expect(await page.locator("#source").inputValue()).toBe(GOOD);
    expect(await page.locator("#mu").inputValue()).toBe("1.25");
    const lose = (i: number): Promise<void> => page.evaluate((at) => (globalThis as unknown as { devices: { lose(): void }[] }).devices[at].lose(), i);
    await lose(0);
    await page.waitForFunction(() => (globalThis as unknown as { devices: unknown[] }).devices.length === 2);
    await page.waitForFunction(() => document.querySelector(".trouble")?.textContent?.includes("asked for again"));
    await page.waitForTimeout(300);
    await lose(1);
    await page.waitForFunction(() => document.querySelector("dd")?.textContent?.startsWith("CPU"));
    const count = Number(await page.evaluate(() => document.body.dataset.pictures));
    await page.locator("#next-seed").click();
    await pictures(page, count + 1);
  });
});

describe("without an adapter", () => {
  test("the CPU draws the picture and the page says so", async () => {
    const page = await open({ adapter: false });
    await pictures(page, 1);
    expect(await page.evaluate(() => "gpu" in navigator)).toBe(true);
    expect(await fact(page, "Engine")).toMatch(/^CPU, in a worker, at most 1,048,576 samples: WebGPU has no adapter here/);
    expect(await page.locator(".verdict").textContent()).toMatch(/^✓/);
    expect(await page.locator("#n").getAttribute("max")).toBe("20");
    console.info(`CPU: ${await fact(page, "Run")}; first picture ${await fact(page, "First picture")}`);
    await page.screenshot({ path: "out/screens/demo-cpu.png", fullPage: true });
    expect(opened?.errors.filter((line) => !/adapter/i.test(line))).toEqual([]);
  });
});

test.each<[ThemeName, boolean, number]>([
  ["dark", true, 1100],
  ["light", true, 480],
  ["contrast", false, 1100],
])("axe finds nothing in the %s theme", async (theme, adapter, width) => {
  const page = await open({ adapter, theme, width });
  await pictures(page, 1);
  await write(page, "return mu + torch.foo(logvar)");
  await page.waitForFunction(() => document.querySelector(".reason")?.textContent);
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  });
  expect(violations).toEqual([]);
});
