/** The demo's page by itself: a small server with the panel's own HTML and policy, in Chromium, with or without an adapter. */
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { html } from "../../src/hosts/webview/html";

export interface Opened {
  readonly page: Page;
  /** What the page said to the extension. */
  messages(): Promise<{ type: string }[]>;
  /** Lines of the console that are errors, a breach of the policy among them. */
  readonly errors: string[];
  close(): Promise<void>;
}

const WITH_ADAPTER = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
/** `navigator.gpu` is there, and its adapter is null. */
const WITHOUT_ADAPTER = ["--disable-gpu"];

/** Some variables of VS Code's own themes, and the class it gives to the body. */
const THEMES = {
  dark: {
    class: "vscode-dark",
    background: "#1f1f1f",
    foreground: "#cccccc",
    input: "#313131",
    button: "#0078d4",
    secondary: "#313131",
    description: "#9d9d9d",
    error: "#f85149",
    contrast: "",
    charts: ["#59a4f9", "#d18616", "#89d185", "#f14c4c"],
  },
  light: {
    class: "vscode-light",
    background: "#ffffff",
    foreground: "#3b3b3b",
    input: "#ffffff",
    button: "#005fb8",
    secondary: "#e5e5e5",
    description: "#3b3b3b",
    error: "#c72e0f",
    contrast: "",
    charts: ["#1a85ff", "#d18616", "#388a34", "#e51400"],
  },
  contrast: {
    class: "vscode-high-contrast",
    background: "#000000",
    foreground: "#ffffff",
    input: "#000000",
    button: "#000000",
    secondary: "#000000",
    description: "#ffffff",
    error: "#ff7b72",
    contrast: "#6fc3df",
    charts: ["#75beff", "#d18616", "#89d185", "#f48771"],
  },
} as const;
export type ThemeName = keyof typeof THEMES;

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

function serve(): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    const name = path.basename((request.url ?? "").split("?")[0]);
    const file = path.resolve("dist/webview", name);
    if (name && fs.existsSync(file) && fs.statSync(file).isFile())
      return response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "text/plain" }).end(fs.readFileSync(file));
    response.writeHead(200, { "content-type": "text/html" }).end(html({ nonce: "n0nce", script: "main.js", style: "main.css", fontSource: "'self'" }));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function openPage(options: { adapter: boolean; theme?: ThemeName; width?: number }): Promise<Opened> {
  const server = await serve();
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", ...(options.adapter ? WITH_ADAPTER : WITHOUT_ADAPTER)],
  });
  const page = await browser.newPage({ viewport: { width: options.width ?? 1100, height: 1500 }, bypassCSP: false });
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.addInitScript(() => {
    const scope = globalThis as unknown as { sent: unknown[]; acquireVsCodeApi: () => unknown };
    scope.sent = [];
    scope.acquireVsCodeApi = () => ({
      postMessage: (message: unknown) => scope.sent.push(message),
      getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null"),
      setState: (state: unknown) => sessionStorage.setItem("state", JSON.stringify(state)),
    });
  });
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}/`);
  await setTheme(page, options.theme ?? "dark");
  return {
    page,
    errors,
    messages: () => page.evaluate(() => (globalThis as unknown as { sent: { type: string }[] }).sent),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** As the editor does it: variables on the root, a class on the body. */
export async function setTheme(page: Page, name: ThemeName): Promise<void> {
  await page.evaluate((theme) => {
    const [blue, orange, green, red] = theme.charts;
    const variables: Record<string, string> = {
      "editor-background": theme.background,
      "editor-foreground": theme.foreground,
      foreground: theme.foreground,
      descriptionForeground: theme.description,
      errorForeground: theme.error,
      "input-background": theme.input,
      "input-foreground": theme.foreground,
      "button-background": theme.button,
      "button-secondaryBackground": theme.secondary,
      "button-secondaryForeground": theme.foreground,
      "charts-blue": blue,
      "charts-orange": orange,
      "charts-green": green,
      "charts-red": red,
      "font-size": "13px",
      "font-family": "DejaVu Sans",
      "editor-font-family": "DejaVu Sans Mono",
      ...(theme.contrast ? { contrastBorder: theme.contrast } : {}),
    };
    document.documentElement.removeAttribute("style");
    for (const [key, value] of Object.entries(variables)) document.documentElement.style.setProperty(`--vscode-${key}`, value);
    document.body.className = theme.class;
  }, THEMES[name]);
}

/** Waits until at least so many pictures were drawn. */
export const pictures = (page: Page, count: number): Promise<unknown> =>
  page.waitForFunction((n) => Number(document.body.dataset.pictures ?? 0) >= n, count, { timeout: 30_000 });
