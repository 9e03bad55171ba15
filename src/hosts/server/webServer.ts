/** The language server as a worker of a browser; the client lends files and starts the checkers, whose ports arrive as messages. */
import { BrowserMessageReader, BrowserMessageWriter, type Connection, createConnection } from "vscode-languageserver/browser";
import { messages } from "../../features/hostMessages";
import type { CheckerPort, FromChecker, ToChecker } from "./checkerMessages";
import { startServer } from "./server";

/** What the client sends to the worker itself: the language server's port once, a checker's port for every checker it starts. */
interface Ports {
  readonly server?: MessagePort;
  readonly checker?: MessagePort;
}

/** Takes the port of the checker that was asked for last. */
let arrived: (port: MessagePort) => void = () => {};

function startChecker(connection: Connection): CheckerPort {
  const port = new Promise<MessagePort>((resolve) => {
    arrived = resolve;
  });
  void connection.sendRequest(messages.newChecker);
  return {
    send: (message: ToChecker) => void port.then((each) => each.postMessage(message)),
    onMessage: (listener) =>
      void port.then((each) => {
        each.onmessage = ({ data }: MessageEvent<FromChecker>) => listener(data);
      }),
    onDeath: () => {},
    stop: () => void port.then((each) => each.close()),
  };
}

self.onmessage = ({ data }: MessageEvent<Ports>) => {
  if (data.checker) arrived(data.checker);
  if (!data.server) return;
  const connection = createConnection(new BrowserMessageReader(data.server), new BrowserMessageWriter(data.server));
  startServer(connection, { startChecker: () => startChecker(connection), readFile: async () => null });
};
