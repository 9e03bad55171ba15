/** The checker as a worker of a browser; its first message brings the port on which the server speaks. */
import { checkerLoop } from "./checkerLoop";

const turns = new MessageChannel();
let waiting: (() => void)[] = [];
turns.port1.onmessage = () => {
  const due = waiting;
  waiting = [];
  for (const callback of due) callback();
};

function later(callback: () => void): void {
  waiting.push(callback);
  turns.port2.postMessage(0);
}

self.onmessage = ({ data }: MessageEvent<{ checker?: MessagePort }>) => {
  const port = data.checker;
  if (!port) return;
  const receive = checkerLoop({ post: (message) => port.postMessage(message), later, now: () => performance.now() });
  port.onmessage = (event) => receive(event.data);
};
