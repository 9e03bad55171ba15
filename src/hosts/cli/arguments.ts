/** Reads the command line into options, or says in one sentence what is wrong with it. */
import { parseArgs } from "node:util";

const formats = ["pretty", "json", "sarif", "junit", "github"] as const;
export type OutputFormat = (typeof formats)[number];

export interface CommandLine {
  readonly command: "check" | "stream" | "help" | "version";
  readonly patterns: readonly string[];
  readonly format: OutputFormat;
  readonly seed: number;
  readonly samples?: number;
  readonly jobs?: number;
  readonly stdinPath: string;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
}

/** Wrong usage: the message is for the person at the terminal. */
export class UsageError extends Error {}

const options = {
  format: { type: "string", default: "pretty" },
  seed: { type: "string", default: "0" },
  samples: { type: "string" },
  jobs: { type: "string" },
  "stdin-path": { type: "string", default: "stdin.md" },
  verbose: { type: "boolean", default: false },
  quiet: { type: "boolean", short: "q", default: false },
  "no-color": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** The options of one call. Throws `UsageError`. */
export function readArguments(argv: readonly string[]): CommandLine {
  const { values, positionals } = parse(argv);
  const [word, ...patterns] = positionals;
  const command = values.help ? "help" : values.version ? "version" : commandOf(word);
  if (command === "check" && patterns.length === 0) throw new UsageError("check needs a file, a folder, a glob or -");
  if (command === "stream" && patterns.length > 0) throw new UsageError("stream reads standard input and takes no files");
  return {
    command,
    patterns,
    format: oneOf(values.format),
    seed: wholeNumber("seed", values.seed, 0),
    ...(values.samples === undefined ? {} : { samples: wholeNumber("samples", values.samples, 1) }),
    ...(values.jobs === undefined ? {} : { jobs: wholeNumber("jobs", values.jobs, 1) }),
    stdinPath: values["stdin-path"],
    verbose: values.verbose,
    quiet: values.quiet,
    color: !values["no-color"],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split(". ")[0] : String(error));
  }
}

function commandOf(word: string | undefined): "check" | "stream" {
  if (word === "check" || word === "stream") return word;
  throw new UsageError(word === undefined ? "a command is missing: check or stream" : `unknown command "${word}": check or stream`);
}

function oneOf(text: string): OutputFormat {
  const format = formats.find((name) => name === text);
  if (!format) throw new UsageError(`unknown format "${text}": ${formats.join(", ")}`);
  return format;
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} needs a whole number of at least ${least}, not "${text}"`);
}
