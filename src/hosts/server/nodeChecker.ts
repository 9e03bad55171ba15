/** The checker as a worker thread of Node. */
import { parentPort } from "node:worker_threads";
import { checkerLoop } from "./checkerLoop";
import type { FromChecker } from "./checkerMessages";

if (parentPort) {
  const port = parentPort;
  const receive = checkerLoop({ post: (message: FromChecker) => port.postMessage(message), later: setImmediate, now: () => performance.now() });
  port.on("message", receive);
}
