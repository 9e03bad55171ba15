/** Judges the code answers of a document: fences that follow each other are one source, its last statement is the step. */
import type { Span } from "../base/span";
import { checkReparameterize } from "../checks/code-answer";
import { checkDivergence } from "../checks/code-divergence";
import { type Block, type Code, toDocument } from "../document/blocks";
import type { Derivation, Range, Step } from "./report";

const PYTHON = /^(\{?\.?(python3?|py|ipython3?|pytorch|torch)\b.*)?$/i;

/** Runs of fences with nothing but blank lines between them. */
export function codeAnswers(blocks: readonly Block[]): Code[][] {
  const runs: Code[][] = [];
  let open: Code[] | undefined;
  for (const block of blocks) {
    if (block.kind === "code" && PYTHON.test(block.language.trim())) {
      if (!open) {
        open = [];
        runs.push(open);
      }
      open.push(block);
    } else if (block.kind !== "prose" || block.text.trim() !== "") open = undefined;
  }
  return runs;
}

/** Words that ask for the sampling code of a variational autoencoder. */
const ASKED = /\breparam/i;
const NEAR = 500;

/** Whether the prose before a code answer asks for a reparameterisation. */
export function asksForSample(run: readonly Code[], blocks: readonly Block[]): boolean {
  const before = blocks.slice(0, blocks.indexOf(run[0])).flatMap((b) => (b.kind === "prose" || b.kind === "heading" ? [b.text] : []));
  return ASKED.test(before.join(" ").slice(-NEAR));
}

/** The derivation of one code answer; undefined where nothing could be made of it and nothing was asked. `silenced` ones are not checked. */
export function codeDerivation(run: readonly Code[], range: (span: Span) => Range, silenced: boolean, asked: boolean): Derivation | undefined {
  const starts: number[] = [];
  let source = "";
  for (const code of run) {
    if (source && !source.endsWith("\n")) source += "\n";
    starts.push(source.length);
    source += code.text;
  }
  const sample = checkReparameterize(source, asked);
  const found = (sample.code === "code/not-understood" ? checkDivergence(source) : undefined) ?? sample;
  if (found.code === "code/not-understood" && !asked && !/\bdef\s+\w*reparam/i.test(source)) return undefined;
  const at = (index: number): number => {
    const k = starts.filter((s) => s <= index).length - 1;
    return toDocument(run[k].map, Math.min(index - starts[k], run[k].text.length));
  };
  const place = (span: Span): Range => range({ from: at(span.from), to: span.to > span.from ? at(span.to - 1) + 1 : at(span.from) });
  const shared = {
    range: place(found.span),
    relationRange: place(found.span),
    relation: "code" as const,
    left: "",
    right: source.slice(found.span.from, found.span.to),
  };
  if (silenced) return { range: shared.range, steps: [{ ...shared, verdict: "unchecked", code: "directive/off", message: "Not checked: a comment says so." }] };
  const fixes = found.fixes.map((fix) => ({ title: fix.title, edits: fix.edits.map((edit) => ({ range: place(edit), newText: edit.newText })) }));
  const step: Step = {
    ...shared,
    verdict: found.verdict,
    ...(found.verdict === "holds" ? { basis: "sampled" as const } : {}),
    code: found.code,
    message: found.message,
    ...(found.witness ? { witness: found.witness } : {}),
    ...(fixes.length ? { fixes } : {}),
    evidence: { ...found.evidence, digits: 15, seed: 0 },
  };
  return { range: { start: range({ from: at(0), to: at(0) }).start, end: shared.range.end }, steps: [step] };
}
