/** The server's side of the checker: order, cancelling, a worker that hangs, dies or throws. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Checker, type CheckJob } from "../../src/hosts/server/checker";
import { checkerLoop } from "../../src/hosts/server/checkerLoop";
import type { CheckerPort, FromChecker, ToChecker } from "../../src/hosts/server/checkerMessages";
import { GenerationCache } from "../../src/hosts/server/generationCache";
import { Meanwhile } from "../../src/hosts/server/meanwhile";
import type { FileReport, Step } from "../../src/verify/report";

class FakeWorker implements CheckerPort {
  readonly sent: ToChecker[] = [];
  isStopped = false;
  say: (message: FromChecker) => void = () => {};
  die: (reason: string) => void = () => {};
  send(message: ToChecker): void {
    this.sent.push(message);
  }
  onMessage(listener: (message: FromChecker) => void): void {
    this.say = listener;
  }
  onDeath(listener: (reason: string) => void): void {
    this.die = listener;
  }
  stop(): void {
    this.isStopped = true;
  }
  get checks(): { id: number; key: string }[] {
    return this.sent.filter((each) => each.type === "check");
  }
}

const job = (key: string): CheckJob => ({ key, path: `${key}.md`, text: "", seed: 0, samples: 24, preambles: [] });
const report = { path: "", derivations: [], problems: [], summary: { holds: 0, fails: 0, "holds-if": 0, defines: 0, given: 0, unchecked: 0 } };

function start(patience?: number): { checker: Checker; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const checker = new Checker(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  }, patience);
  return { checker, workers };
}

describe("the checker", () => {
  it("runs one check at a time", async () => {
    const { checker, workers } = start();
    const [first, second] = [checker.check(job("a")), checker.check(job("b"))];
    const [worker] = workers;
    expect(worker.checks.map(({ key }) => key)).toEqual(["a"]);
    worker.say({ type: "done", id: worker.checks[0].id, report });
    expect((await first).kind).toBe("report");
    worker.say({ type: "done", id: worker.checks[1].id, report });
    expect((await second).kind).toBe("report");
    checker.stop();
  });

  it("lets urgent checks pass", () => {
    const { checker, workers } = start();
    void checker.check(job("a"), false);
    void checker.check(job("b"), false);
    void checker.check(job("c"), true);
    workers[0].say({ type: "done", id: workers[0].checks[0].id, report });
    expect(workers[0].checks.map(({ key }) => key)).toEqual(["a", "c"]);
    checker.stop();
  });

  it("cancels the check of an older text", async () => {
    const { checker, workers } = start();
    const old = checker.check(job("a"));
    const newer = checker.check(job("a"));
    const [worker] = workers;
    expect(worker.sent[1]).toEqual({ type: "cancel", id: worker.checks[0].id });
    worker.say({ type: "cancelled", id: worker.checks[0].id });
    expect((await old).kind).toBe("cancelled");
    worker.say({ type: "done", id: worker.checks[1].id, report });
    expect((await newer).kind).toBe("report");
    checker.stop();
  });

  it("replaces a worker that hangs, names the place, and goes on", async () => {
    const { checker, workers } = start(40);
    const hung = checker.check(job("a"));
    const next = checker.check(job("b"));
    workers[0].say({ type: "progress", id: workers[0].checks[0].id, done: 3, total: 9, at: 77 });
    expect(await hung).toMatchObject({ kind: "broken", at: 77 });
    expect(workers[0].isStopped).toBe(true);
    workers[1].say({ type: "done", id: workers[1].checks[0].id, report });
    expect((await next).kind).toBe("report");
    checker.stop();
  });

  it("replaces a worker that dies", async () => {
    const { checker, workers } = start();
    const lost = checker.check(job("a"));
    workers[0].die("out of memory");
    expect(await lost).toMatchObject({ kind: "broken", reason: expect.stringContaining("out of memory") });
    void checker.check(job("a"));
    expect(workers).toHaveLength(2);
    checker.stop();
  });

  it("does not listen to a worker that was replaced", async () => {
    const { checker, workers } = start();
    const cancelled = checker.check(job("a"));
    const [old] = workers;
    checker.restart();
    expect((await cancelled).kind).toBe("cancelled");
    void checker.check(job("b"));
    old.die("late");
    expect(workers[1].isStopped).toBe(false);
    checker.stop();
  });
});

describe("the checker's loop", () => {
  const loop = () => {
    const posted: FromChecker[] = [];
    const due: (() => void)[] = [];
    const receive = checkerLoop({ post: (message) => posted.push(message), later: (callback) => due.push(callback), now: () => performance.now() });
    return {
      posted,
      receive,
      turn: () => due.shift()?.(),
      finish: () => {
        while (due.length > 0) due.shift()!();
      },
    };
  };

  it("brings the report of each document", () => {
    const { posted, receive, finish } = loop();
    receive({ type: "check", id: 1, ...job("a") });
    receive({ type: "check", id: 2, ...job("b") });
    finish();
    expect(posted.filter(({ type }) => type === "done").map(({ id }) => id)).toEqual([1, 2]);
  });

  it("drops a check that is cancelled before it begins", () => {
    const { posted, receive, finish } = loop();
    receive({ type: "check", id: 1, ...job("a") });
    receive({ type: "cancel", id: 1 });
    finish();
    expect(posted).toEqual([{ type: "cancelled", id: 1 }]);
  });
});

describe("the cache of verdicts", () => {
  it("keeps what the last run asked for and drops the rest a run later", () => {
    const cache = new GenerationCache();
    cache.set("a", 1);
    cache.set("b", 2);
    cache.turn();
    expect(cache.get("a")).toBe(1);
    cache.turn();
    expect([cache.get("a"), cache.get("b")]).toEqual([1, undefined]);
  });
});

describe("what is shown meanwhile", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const found = (offset: number) => {
    const position = { line: 0, character: offset, offset };
    const range = { start: position, end: position };
    const step: Step = { range, relationRange: range, relation: "=", verdict: "fails", code: "", message: "", left: "", right: "" };
    return [{ step, formula: 0 }];
  };
  const start = () => {
    const counts: number[] = [];
    return { counts, meanwhile: new Meanwhile(report, (shown: FileReport) => counts.push(shown.summary.fails)) };
  };

  it("comes soon, then now and then", () => {
    const { counts, meanwhile } = start();
    for (let k = 0; k < 10; k++) {
      meanwhile.add(found(k));
      vi.advanceTimersByTime(100);
    }
    expect(counts).toEqual([1, 4, 7, 10]);
  });

  it("says nothing where nothing was found, or when the check has ended", () => {
    const { counts, meanwhile } = start();
    meanwhile.add([]);
    vi.advanceTimersByTime(1000);
    meanwhile.add(found(1));
    meanwhile.stop();
    vi.advanceTimersByTime(1000);
    meanwhile.add(found(2));
    vi.advanceTimersByTime(1000);
    expect(counts).toEqual([]);
  });
});
