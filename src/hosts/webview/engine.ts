/** What runs the samples: a WebGPU adapter, a software adapter, or the CPU, in this order; a lost device is tried once more. */
import { LARGEST_CPU_N, LARGEST_N, type Settings } from "../../gpu/layout";
import type { Program } from "../../gpu/program";
import { createCpuRunner } from "./cpuRun";
import { createRunner, type GpuRunner, Stale, type Timed } from "./gpuRun";

export interface Engine {
  readonly kind: "gpu" | "software" | "cpu";
  /** For the reader: the adapter's name, or why there is none. */
  readonly label: string;
  readonly largestN: number;
  readonly buffers: number;
  run(program: Program, settings: Settings, stop: () => boolean): Promise<Timed>;
  destroy(): void;
}

export interface EngineEvents {
  /** The device was lost or said something that was not caught. */
  onTrouble(message: string): void;
  /** Another engine takes over. */
  onChange(engine: Engine): void;
}

/** An adapter that does not answer within this is none. */
const PATIENCE_MILLISECONDS = 4_000;

/** Finds an engine and keeps one: `onChange` tells of every one that is in use. */
export async function startEngine(events: EngineEvents): Promise<void> {
  await begin(events, 1);
}

async function begin(events: EngineEvents, retries: number): Promise<void> {
  const found = await findAdapter().catch((error: unknown) => `the adapter could not be asked (${String(error)})`);
  if (typeof found === "string") return events.onChange(cpuEngine(found));
  try {
    const device = await found.requestDevice();
    const engine = gpuEngine(found, device);
    device.addEventListener("uncapturederror", (event) => events.onTrouble(event.error.message.slice(0, 300)));
    void device.lost.then(({ reason, message }) => {
      if (reason === "destroyed") return;
      engine.destroy();
      events.onTrouble(`The device was lost (${message.slice(0, 200) || reason}); ${retries ? "it is asked for again" : "the CPU takes over"}.`);
      if (retries) void begin(events, retries - 1);
      else events.onChange(cpuEngine("the device was lost twice"));
    });
    events.onChange(engine);
  } catch (error) {
    events.onChange(cpuEngine(`the adapter gave no device (${String(error).slice(0, 200)})`));
  }
}

/** `navigator.gpu` may exist although there is no adapter: only the adapter counts. */
async function findAdapter(): Promise<GPUAdapter | string> {
  if (!navigator.gpu) return "this editor has no WebGPU";
  const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MILLISECONDS));
  const ask = (options: GPURequestAdapterOptions): Promise<GPUAdapter | null> => Promise.race([navigator.gpu.requestAdapter(options), patience]);
  return (await ask({ powerPreference: "high-performance" })) ?? (await ask({ forceFallbackAdapter: true })) ?? "WebGPU has no adapter here";
}

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render|warp/i;

function gpuEngine(adapter: GPUAdapter, device: GPUDevice): Engine {
  const runner: GpuRunner = createRunner(device);
  const name = [adapter.info.vendor, adapter.info.architecture, adapter.info.description].filter(Boolean).join(" ") || "unnamed adapter";
  const software = SOFTWARE.test(name) || (adapter.info as { isFallbackAdapter?: boolean }).isFallbackAdapter === true;
  return {
    kind: software ? "software" : "gpu",
    label: name,
    largestN: LARGEST_N,
    get buffers() {
      return runner.buffers;
    },
    run: (program, settings, stop): Promise<Timed> => Promise.race([runner.run(program, settings, stop), device.lost.then(() => Promise.reject(new Stale()))]),
    destroy() {
      runner.destroy();
      device.destroy();
    },
  };
}

function cpuEngine(why: string): Engine {
  const runner = createCpuRunner();
  return {
    kind: "cpu",
    label: why,
    largestN: LARGEST_CPU_N,
    buffers: 0,
    run: (program, settings, stop) => runner.run(program, settings, stop),
    destroy: () => runner.destroy(),
  };
}
