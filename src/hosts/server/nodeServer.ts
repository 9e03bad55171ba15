/** The language server as a process of Node: over IPC for VS Code, or `--stdio` for other editors. */
import fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { optimizeLate } from "../optimizing";
import type { CheckerPort, FromChecker } from "./checkerMessages";
import { startServer } from "./server";

const largest = 64 * 1024 * 1024;

function startChecker(): CheckerPort {
  const worker = new Worker(path.join(__dirname, "checker.js"), { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  let reason = "";
  worker.on("error", (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  worker.unref();
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on("message", (message: FromChecker) => listener(message)),
    onDeath: (listener) => worker.on("exit", (code) => listener(reason || `exit ${code}`)),
    stop: () => void worker.terminate(),
  };
}

async function readFile(uri: string): Promise<string | null> {
  if (!uri.startsWith("file:")) return null;
  const file = fileURLToPath(uri);
  const { size } = await fs.stat(file);
  return size > largest ? null : fs.readFile(file, "utf8");
}

optimizeLate();
startServer(createConnection(ProposedFeatures.all), { startChecker, readFile });
