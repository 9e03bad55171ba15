/** The checker's own loop: pumps one run of the pipeline at a time and looks at its messages in between. */
import { verify } from "../../verify/verify";
import type { CheckMessage, FromChecker, ToChecker } from "./checkerMessages";
import { GenerationCache } from "./generationCache";

/** What the surroundings lend: a way to answer, a way to continue after messages were delivered, a clock in milliseconds. */
export interface Surroundings {
  readonly post: (message: FromChecker) => void;
  readonly later: (callback: () => void) => void;
  readonly now: () => number;
}

const slice = 10;
const mostDocuments = 32;

/** The receiver of the checker's messages. */
export function checkerLoop(surroundings: Surroundings): (message: ToChecker) => void {
  const caches = new Map<string, GenerationCache>();
  const waiting: CheckMessage[] = [];
  const cancelled = new Set<number>();
  let isBusy = false;

  const next = (): void => {
    const message = waiting.shift();
    isBusy = message !== undefined;
    if (message) run(message, cacheOf(caches, message.key), cancelled, surroundings, next);
  };

  return (message) => {
    if (message.type === "forget") caches.delete(message.key);
    else if (message.type === "cancel") cancelled.add(message.id);
    else waiting.push(message);
    if (!isBusy) next();
  };
}

function cacheOf(caches: Map<string, GenerationCache>, key: string): GenerationCache {
  const cache = caches.get(key) ?? new GenerationCache();
  caches.delete(key);
  caches.set(key, cache);
  if (caches.size > mostDocuments) caches.delete(caches.keys().next().value!);
  return cache;
}

function run(message: CheckMessage, cache: GenerationCache, cancelled: Set<number>, surroundings: Surroundings, finished: () => void): void {
  const { id, path, text, type: _, key: __, ...options } = message;
  const steps = verify({ path, text }, { ...options, cache });
  const pump = (): void => {
    const answer = cancelled.has(id) ? ({ type: "cancelled", id } as const) : pumpFor(steps, id, surroundings);
    if (answer === undefined) return surroundings.later(pump);
    if (answer.type === "done") cache.turn();
    cancelled.delete(id);
    surroundings.post(answer);
    finished();
  };
  surroundings.later(pump);
}

/** Goes on for one slice of time; the answer, if the run came to an end in it. */
function pumpFor(steps: ReturnType<typeof verify>, id: number, { post, now }: Surroundings): FromChecker | undefined {
  let at = 0;
  try {
    for (const until = now() + slice; now() < until; ) {
      const { done, value } = steps.next();
      if (done) return { type: "done", id, report: value };
      at = value.at;
      post({ type: "progress", id, ...value });
    }
    return undefined;
  } catch (error) {
    return { type: "failed", id, at, message: error instanceof Error ? error.message : String(error) };
  }
}
