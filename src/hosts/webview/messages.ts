/** The messages between the extension and the demo's page, and their validation: what has a wrong shape is not a message. */

/** From the extension: the code of a document. */
export interface CodeMessage {
  readonly type: "code";
  readonly source: string;
  /** How the document is called, for the reader. */
  readonly title?: string;
}

/** From the page: it can receive, it ignored something, or its first picture stands. */
export type PageMessage =
  | { readonly type: "ready" }
  | { readonly type: "ignored"; readonly what: string }
  | { readonly type: "picture"; readonly engine: string; readonly milliseconds: number };

/** Longest code that is taken from a message. */
const LONGEST = 20_000;

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === "object" && x !== null && !Array.isArray(x);
const isText = (x: unknown, longest: number): x is string => typeof x === "string" && x.length <= longest;

export function asCodeMessage(x: unknown): CodeMessage | undefined {
  if (!isRecord(x) || x.type !== "code" || !isText(x.source, LONGEST)) return undefined;
  return { type: "code", source: x.source, ...(isText(x.title, 300) ? { title: x.title } : {}) };
}

export function asPageMessage(x: unknown): PageMessage | undefined {
  if (!isRecord(x)) return undefined;
  if (x.type === "ready") return { type: "ready" };
  if (x.type === "ignored" && isText(x.what, 300)) return { type: "ignored", what: x.what };
  if (x.type === "picture" && isText(x.engine, 300) && typeof x.milliseconds === "number")
    return { type: "picture", engine: x.engine, milliseconds: x.milliseconds };
  return undefined;
}

/** What the page keeps over hiding and reloading. */
export interface PageState {
  readonly source: string;
  readonly title?: string;
  readonly mu: number;
  readonly logvar: number;
  readonly n: number;
  readonly seed: number;
}

const isNumber = (x: unknown): x is number => typeof x === "number" && Number.isFinite(x);

export function asPageState(x: unknown): PageState | undefined {
  if (!isRecord(x) || !isText(x.source, LONGEST)) return undefined;
  const { source, mu, logvar, n, seed, title } = x;
  return isNumber(mu) && isNumber(logvar) && isNumber(n) && isNumber(seed)
    ? { source, mu, logvar, n, seed, ...(isText(title, 300) ? { title } : {}) }
    : undefined;
}
