/** Judges the code answers of a document: fences that follow each other are one source; its sample and its divergence are the steps. */
import type { Span } from "../base/span";
import { type CodeVerdict, checkReparameterize } from "../checks/code-answer";
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
  const found = verdictsOn(source, asked);
  if (found.length === 0) return undefined;
  const at = (index: number): number => {
    const k = starts.filter((s) => s <= index).length - 1;
    return toDocument(run[k].map, Math.min(index - starts[k], run[k].text.length));
  };
  const place: Place = (span) => range({ from: at(span.from), to: span.to > span.from ? at(span.to - 1) + 1 : at(span.from) });
  const steps = found.map((verdict) => (silenced ? silent(source, verdict, place) : stepOf(source, verdict, place)));
  return { range: { start: range({ from: at(0), to: at(0) }).start, end: steps[steps.length - 1].range.end }, steps };
}

/** On the sample and on the divergence, where a source has both, in the order of the source. */
function verdictsOn(source: string, asked: boolean): CodeVerdict[] {
  const divergence = checkDivergence(source);
  // a divergence is no sample that forgets to draw
  const sample = checkReparameterize(source, asked && !divergence);
  if (sample.code !== "code/not-understood") return [sample, ...(divergence ? [divergence] : [])].sort((a, b) => a.span.from - b.span.from);
  if (divergence) return [divergence];
  return asked || /\bdef\s+\w*reparam/i.test(source) ? [sample] : [];
}

type Place = (span: Span) => Range;

const sharedOf = (source: string, { span }: CodeVerdict, place: Place) => ({
  range: place(span),
  relationRange: place(span),
  relation: "code" as const,
  left: "",
  right: source.slice(span.from, span.to),
});

const silent = (source: string, found: CodeVerdict, place: Place): Step => ({
  ...sharedOf(source, found, place),
  verdict: "unchecked",
  code: "directive/off",
  message: "Not checked: a comment says so.",
});

function stepOf(source: string, found: CodeVerdict, place: Place): Step {
  const fixes = found.fixes.map((fix) => ({ title: fix.title, edits: fix.edits.map((edit) => ({ range: place(edit), newText: edit.newText })) }));
  return {
    ...sharedOf(source, found, place),
    verdict: found.verdict,
    ...(found.verdict === "holds" ? { basis: "sampled" as const } : {}),
    code: found.code,
    message: found.message,
    ...(found.witness ? { witness: found.witness } : {}),
    ...(fixes.length ? { fixes } : {}),
    evidence: { ...found.evidence, digits: 15, seed: 0 },
  };
}
