/** When what is checked: as you type, on saving, by command; every run ends in shown results or in a status that says why not. */
import type { Connection } from "vscode-languageserver";
import { carriedOver, changeBetween } from "../../features/carriedOver";
import { isExcluded } from "../../features/exclusions";
import { messages } from "../../features/hostMessages";
import type { Settings } from "../../features/settings";
import { brokenStatus, checkedStatus, checkingStatus, offStatus, type Status } from "../../features/status";
import { countVerdicts } from "../../features/summary";
import type { FileReport, Position } from "../../verify/report";
import type { Checker, Outcome } from "./checker";
import { Meanwhile } from "./meanwhile";
import type { PreambleSource } from "./preambleSource";
import type { Results } from "./results";
import type { SettingsSource } from "./settingsSource";
import type { Subject, Subjects } from "./subject";

interface Parts {
  readonly connection: Connection;
  readonly subjects: Subjects;
  readonly checker: Checker;
  readonly results: Results;
  readonly settings: SettingsSource;
  readonly preambles: PreambleSource;
}

export type Only = { readonly from: number; readonly to: number };

export class Checks {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Counts the runs of a subject: what an overtaken run brings is dropped. */
  private readonly runs = new Map<string, number>();
  /** Texts at which the checker broke down: not tried again by themselves. */
  private readonly broken = new Map<string, string>();

  constructor(private readonly parts: Parts) {}

  /** A document was opened, changed or saved. */
  async touched(uri: string, event: "open" | "change" | "save"): Promise<void> {
    const subject = this.parts.subjects.of(uri);
    if (!subject) return;
    if (event !== "save") this.stop(subject.key);
    const settings = await this.parts.settings.of(subject.key);
    if (event === "save" && settings.run !== "onSave") return;
    if (isExcluded(subject.path, settings.exclude)) return this.tell(offStatus(uri, "excluded by spotcheck.exclude"));
    if (settings.run === "manual" || (settings.run === "onSave" && event === "change")) return this.rest(subject, settings);
    if (this.broken.get(subject.key) === subject.text) return;
    clearTimeout(this.timers.get(subject.key));
    this.timers.set(
      subject.key,
      setTimeout(() => void this.run(subject.key).catch(() => {}), event === "change" ? settings.delay : 0),
    );
  }

  /** Checks now. Undefined if a newer run overtook this one, or if the document is not open. */
  async run(uri: string, only?: Only): Promise<FileReport | undefined> {
    const subject = this.parts.subjects.of(uri);
    if (!subject) return undefined;
    this.stop(subject.key);
    const number = (this.runs.get(subject.key) ?? 0) + 1;
    this.runs.set(subject.key, number);
    const [settings, preambles] = await Promise.all([this.parts.settings.of(subject.key), this.parts.preambles.of(subject.key, subject.text)]);
    if (this.runs.get(subject.key) !== number) return undefined;
    const { seed, samples } = settings;
    const { key, path, text } = subject;
    const last = this.parts.results.last(key);
    const near = last && last.text !== text ? { near: changeBetween(last.text, text).from } : {};
    const job = { key, path, text, seed, samples, preambles, ...(only ? { only } : near) };
    const show = (report: FileReport): void => {
      if (!only && this.runs.get(key) === number) this.parts.results.showMeanwhile(subject, report, settings);
    };
    const meanwhile = new Meanwhile(last ? carriedOver(last.report, last.text, text) : emptyReport(path), show);
    const tell = this.progressOf(subject);
    const outcome = await this.parts.checker.check(job, true, (done, total, found) => {
      meanwhile.add(found);
      tell(done, total);
    });
    meanwhile.stop();
    return this.runs.get(subject.key) === number ? this.end(subject, outcome, settings) : undefined;
  }

  /** The document was closed, or its results are not wanted any more. */
  clear(uri: string): void {
    const subject = this.parts.subjects.of(uri);
    const key = subject?.key ?? uri;
    this.stop(key);
    this.parts.results.clear(key, [uri, ...(subject?.parts.map((part) => part.uri) ?? [])]);
  }

  closed(key: string, uris: readonly string[]): void {
    this.stop(key);
    this.parts.checker.forget(key);
    this.parts.settings.forget(key);
    this.broken.delete(key);
    this.runs.delete(key);
    this.parts.results.clear(key, uris);
  }

  /** Settings or files that documents include have changed. */
  recheckAll(): void {
    for (const subject of this.parts.subjects.all()) void this.touched(subject.parts[0]?.uri ?? subject.key, "open");
  }

  private stop(key: string): void {
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.runs.set(key, (this.runs.get(key) ?? 0) + 1);
    this.parts.checker.cancel(key);
  }

  /** No check by itself: results of another version of the text are taken away. */
  private rest(subject: Subject, settings: Settings): void {
    const isStale = subject.parts.some((part) => !this.parts.results.current(part.uri, part.version));
    if (isStale)
      this.parts.results.clear(
        subject.key,
        subject.parts.map((part) => part.uri),
      );
    if (isStale) this.tell(offStatus(subject.key, settings.run === "manual" ? "checked by command only" : "checked when saved"));
  }

  private end(subject: Subject, outcome: Outcome, settings: Settings): FileReport | undefined {
    if (outcome.kind === "cancelled") return undefined;
    const report = outcome.kind === "report" ? outcome.report : brokenReport(subject, outcome.at, outcome.reason);
    if (outcome.kind === "broken") this.broken.set(subject.key, subject.text);
    else this.broken.delete(subject.key);
    this.parts.results.show(subject, report, outcome.kind === "broken" ? { ...settings, "severity.problem": "warning" } : settings);
    const status = outcome.kind === "report" ? checkedStatus(subject.key, report) : brokenStatus(subject.key, outcome.reason);
    for (const uri of new Set([subject.key, ...subject.parts.map((part) => part.uri)])) this.tell({ ...status, uri });
    return report;
  }

  private progressOf(subject: Subject): (done: number, total: number) => void {
    const started = Date.now();
    let told = started + 300;
    return (done, total) => {
      if (Date.now() - told < 200) return;
      told = Date.now();
      this.tell(checkingStatus(subject.key, done, total));
    };
  }

  private tell(status: Status): void {
    void this.parts.connection.sendNotification(messages.status, status);
  }
}

/** A report whose only content is the place where the checker broke down. */
function brokenReport(subject: Subject, at: number, reason: string): FileReport {
  const start = positionOf(subject.text, at);
  const end = { ...start, character: start.character + 1, offset: start.offset + 1 };
  const message = `This step could not be checked: ${reason}. It is tried again when the text changes.`;
  return { ...emptyReport(subject.path), problems: [{ range: { start, end }, code: "checker/broken", message }] };
}

const emptyReport = (path: string): FileReport => ({ path, derivations: [], problems: [], summary: countVerdicts([]) });

function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before[before.length - 1].length, offset };
}
