/** Opens the real workbench in a browser page: a server and a profile of its own for every run, ended by their own handles. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";
import { prepareEditor } from "./setup.mjs";

/**
 * `folder` is opened as the workspace, `extension` is the folder of the extension under development, `tests` the module of a suite to run.
 * With `web` the extension comes with the page, so that the workbench runs it in its web worker, as vscode.dev does.
 * The page is not loaded yet: call `goto()` when listeners are in place.
 */
export async function openEditor({ folder, extension, tests, trust = false, gpu = false, web = false }) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "spotcheck-editor-"));
  const port = await freePort();
  const server = await startServer(scratch, port, trust);
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", ...(gpu ? gpuFlags : []), ...(web ? webFlags : [])] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route(
    (url) => url.hostname !== "127.0.0.1" && !url.hostname.endsWith("localhost"),
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const remote = (target) => `vscode-remote://127.0.0.1:${port}${path.resolve(target)}`;
  /** Files of the extension that the page has asked for. */
  const asked = [];
  if (web) await addWebExtension(context, port, extension, asked);
  const payload = [...(web ? [] : [["extensionDevelopmentPath", remote(extension)]]), ...(tests ? [["extensionTestsPath", remote(tests)]] : [])];
  const url = `http://127.0.0.1:${port}/?folder=${encodeURIComponent(path.resolve(folder))}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const close = async () => {
    await browser.close().catch(() => {});
    await end(server);
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, goto: () => page.goto(url, { timeout: 120_000 }), close, asked };
}

/** Lends the page the extension's files, and names it in the page's configuration, where a web workbench looks for the extensions that come with it. */
async function addWebExtension(context, port, folder, asked) {
  const extension = { scheme: "http", authority: `127.0.0.1:${port}`, path: lent };
  const ours = (url) => url.port === String(port);
  await context.route(
    (url) => ours(url) && url.pathname.startsWith(`${lent}/`),
    (route) => {
      const name = path.normalize(new URL(route.request().url()).pathname.slice(lent.length + 1));
      asked.push(name);
      return route.fulfill({ path: path.join(folder, name) }).catch(() => route.abort());
    },
  );
  await context.route(
    (url) => ours(url) && url.pathname === "/",
    async (route) => {
      const response = await route.fetch();
      const added = JSON.stringify({ additionalBuiltinExtensions: [extension] })
        .slice(1, -1)
        .replaceAll('"', "&quot;");
      await route.fulfill({
        response,
        body: (await response.text()).replace('id="vscode-workbench-web-configuration" data-settings="{', (found) => `${found}${added},`),
      });
    },
  );
}

const lent = "/extension-under-test";
const gpuFlags = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
// a page that a test has changed counts as public, and may then not speak to this machine
const webFlags = ["--disable-features=LocalNetworkAccessChecks"];

async function startServer(scratch, port, trust) {
  const { node, server } = prepareEditor();
  const data = path.join(scratch, "data");
  fs.mkdirSync(path.join(data, "data/User"), { recursive: true });
  const settings = JSON.parse(fs.readFileSync(new URL("./settings.json", import.meta.url), "utf8"));
  fs.writeFileSync(path.join(data, "data/User/settings.json"), JSON.stringify({ ...settings, "security.workspace.trust.enabled": trust }));
  const flags = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"];
  const quiet = ["--server-data-dir", data, "--telemetry-level", "off", "--enable-smoke-test-driver", ...(trust ? [] : ["--disable-workspace-trust"])];
  const child = spawn(node, [path.join(server, "out/server-main.js"), ...flags, ...quiet], {
    env: { HOME: scratch, PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  await saysItListens(child);
  return child;
}

function saysItListens(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk) => {
      said += chunk;
      if (/Extension host agent listening/.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`VS Code Server ended with ${code}:\n${said.slice(-2000)}`)));
    setTimeout(() => reject(new Error(`VS Code Server does not listen:\n${said.slice(-2000)}`)), 60_000).unref();
  });
}

/** The server and its extension hosts are one process group of ours. */
function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.removeAllListeners("exit");
    child.once("exit", resolve);
    signal(child, "SIGTERM");
    setTimeout(() => signal(child, "SIGKILL"), 3000).unref();
  });
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
