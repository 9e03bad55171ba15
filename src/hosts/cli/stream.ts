/** The filter `spotcheck stream`: one JSON line with a document in, one JSON line with its report out, in the same order. */
import type { FileReport } from "../../verify/report";
import { brokenReport, checkDocument } from "./checkDocument";
import { preamblesOf } from "./preambleFiles";

export interface StreamOptions {
  readonly seed: number;
  readonly samples?: number;
}

/** Answers every line of the input that is not blank. A line that is no request gets a report with a problem. */
export async function stream(input: AsyncIterable<Uint8Array>, write: (line: string) => Promise<void>, options: StreamOptions): Promise<void> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() !== "") await write(`${JSON.stringify(answer(line, number, options))}\n`);
  }
}

/** Lines end at `\n` alone: JSON may hold other line separators as they are. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pending: string[] = [];
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    for (const part of parts.slice(0, -1)) {
      yield [...pending, part].join("");
      pending = [];
    }
    pending.push(parts[parts.length - 1]);
  }
  yield pending.join("") + decoder.decode();
}

/** The answer to one line. */
export function answer(line: string, number: number, { seed, samples }: StreamOptions): { path: string; report: FileReport } {
  const request = readRequest(line);
  if ("complaint" in request) {
    return { path: request.path, report: brokenReport(request.path, "stream/bad-line", `Line ${number} of the stream ${request.complaint}.`) };
  }
  const preambles = preamblesOf(request);
  return { path: request.path, report: checkDocument(request, { seed, ...(samples ? { samples } : {}), ...(preambles.length > 0 ? { preambles } : {}) }) };
}

function readRequest(line: string): { path: string; text: string } | { path: string; complaint: string } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ""));
  } catch {
    return { path: "", complaint: "is not JSON" };
  }
  const { path, text } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof path !== "string") return { path: "", complaint: 'has no string "path"' };
  if (typeof text !== "string") return { path, complaint: 'has no string "text"' };
  return { path, text };
}
