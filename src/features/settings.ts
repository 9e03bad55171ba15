/** What a person can set, in one place: types, defaults, validation and the manifest's configuration all come from this schema. */
import { z } from "zod";

const severity = z.enum(["error", "warning", "information", "hint", "off"]);
export type SeverityName = z.infer<typeof severity>;

/** Keys are as in the manifest, less the prefix "spotcheck."; descriptions are what the settings editor shows. */
const settingsSchema = z.object({
  run: z.enum(["onType", "onSave", "manual"]).default("onType").describe("When documents are checked: while you type, when you save, or only by command."),
  delay: z.number().int().min(0).max(10_000).default(150).describe("Milliseconds of rest after a keystroke before a check begins."),
  seed: z.number().int().min(0).default(0).describe("Seed of the samples; the same text and seed give the same verdicts."),
  samples: z.number().int().min(4).max(4096).default(24).describe("In how many worlds a step is sampled."),
  "severity.fails": severity.default("error").describe("How steps that fail are shown."),
  "severity.holdsIf": severity.default("warning").describe("How steps are shown that hold only under a condition which the document does not state."),
  "severity.unchecked": severity.default("hint").describe("How steps are shown that could not be checked."),
  "severity.note": severity.default("information").describe("How remarks beside a verdict are shown."),
  "severity.problem": severity.default("hint").describe("How places are shown that could not be read."),
  exclude: z.array(z.string()).default(["**/node_modules/**"]).describe("Glob patterns of documents that are not checked."),
  lenses: z.boolean().default(true).describe("Show a summary above each derivation."),
  marks: z.boolean().default(true).describe("Show a mark behind each step that holds."),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** Reads settings one by one, flat ("severity.fails") or nested; a value that is not valid falls back to its default and is named. */
export function readSettings(raw: unknown): { settings: Settings; complaints: string[] } {
  const complaints: string[] = [];
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const result = schema.safeParse(lookUp(raw, key) ?? undefined);
    if (!result.success) complaints.push(`spotcheck.${key}: ${result.error.issues[0]?.message ?? "not valid"}`);
    return [key, result.success ? result.data : schema.parse(undefined)];
  });
  return { settings: Object.fromEntries(entries) as Settings, complaints };
}

function lookUp(raw: unknown, key: string): unknown {
  if (typeof raw !== "object" || raw === null) return undefined;
  const values = raw as Record<string, unknown>;
  if (key in values) return values[key];
  const [head, ...rest] = key.split(".");
  return rest.length > 0 ? lookUp(values[head], rest.join(".")) : undefined;
}

/** The `contributes.configuration` of the manifest. */
export function manifestConfiguration(): object {
  const properties = Object.entries(settingsSchema.shape).map(([key, schema], order) => {
    const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input" });
    return [`spotcheck.${key}`, { ...withoutSafeBounds(json), scope: "resource", order }];
  });
  return { title: "Spotcheck", properties: Object.fromEntries(properties) };
}

function withoutSafeBounds(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER));
}
