/** Runs a program on a WebGPU device: one set of buffers for the life of the device, pipelines kept by shader, chunks of bounded work. */
import { FINE_BINS, foldBins, KEPT, LARGEST_N, MOST_GROUPS, OVERFLOWS, plan, type Raw, type Settings } from "../../gpu/layout";
import type { Program } from "../../gpu/program";
import { QUANTITIES } from "../../gpu/quantities";
import { shaderWgsl } from "../../gpu/shader";

/** Samples of one submission: a device that is slow must not look hung. */
const CHUNK = 2 ** 21;
/** Pipelines kept; the code of a document changes seldom. */
const MOST_PIPELINES = 4;

const BYTES = {
  params: 32,
  partials: 8 * QUANTITIES.length * MOST_GROUPS,
  fine: 4 * (FINE_BINS + OVERFLOWS),
  pairs: 8 * KEPT,
};
const RESULTS = ["partials", "fine", "pairs"] as const;
const ALL_RESULTS = RESULTS.reduce((sum, name) => sum + BYTES[name], 0);

export interface Timed {
  readonly raw: Raw;
  /** From the first command to the results in memory; the shader was compiled before. */
  readonly milliseconds: number;
}

export interface GpuRunner {
  /** Runs and reads back. Rejects with what the device says if the shader is refused or the device is lost; "stale" once `stop` answers true. */
  run(program: Program, settings: Settings, stop?: () => boolean): Promise<Timed>;
  /** Buffers made and not destroyed. */
  readonly buffers: number;
  destroy(): void;
}

/** A run that was overtaken by a newer one. */
export class Stale extends Error {}

export function createRunner(device: GPUDevice): GpuRunner {
  const { STORAGE, COPY_SRC, COPY_DST, UNIFORM, MAP_READ } = { STORAGE: 0x80, COPY_SRC: 4, COPY_DST: 8, UNIFORM: 0x40, MAP_READ: 1 };
  const live: GPUBuffer[] = [];
  const make = (label: string, size: number, usage: number): GPUBuffer => {
    const buffer = device.createBuffer({ label, size, usage });
    live.push(buffer);
    return buffer;
  };
  const params = make("params", BYTES.params, UNIFORM | COPY_DST);
  const results = Object.fromEntries(RESULTS.map((name) => [name, make(name, BYTES[name], STORAGE | COPY_SRC | COPY_DST)])) as Record<
    (typeof RESULTS)[number],
    GPUBuffer
  >;
  const staging = make("staging", ALL_RESULTS, MAP_READ | COPY_DST);
  const pipelines = new Map<string, Promise<{ pipeline: GPUComputePipeline; group: GPUBindGroup }>>();
  let queue: Promise<unknown> = Promise.resolve();

  const build = async (code: string): Promise<{ pipeline: GPUComputePipeline; group: GPUBindGroup }> => {
    const module = device.createShaderModule({ code });
    const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "main" } });
    const entries = [params, ...RESULTS.map((name) => results[name])].map((buffer, binding) => ({ binding, resource: { buffer } }));
    return { pipeline, group: device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }) };
  };
  const pipelineFor = (program: Program): ReturnType<typeof build> => {
    const code = shaderWgsl(program);
    const known = pipelines.get(code);
    if (known) return known;
    const oldest = pipelines.keys().next().value;
    if (pipelines.size >= MOST_PIPELINES && oldest !== undefined) pipelines.delete(oldest);
    const made = build(code);
    made.catch(() => pipelines.delete(code));
    pipelines.set(code, made);
    return made;
  };

  const runOnce = async (program: Program, settings: Settings, stop: () => boolean): Promise<Timed> => {
    const dealt = plan(settings.n, LARGEST_N);
    const { pipeline, group } = await pipelineFor(program);
    if (stop()) throw new Stale();
    const start = performance.now();
    const clearing = device.createCommandEncoder();
    for (const name of RESULTS) clearing.clearBuffer(results[name]);
    device.queue.submit([clearing.finish()]);
    const groupsAtOnce = Math.max(1, Math.min(dealt.groups, CHUNK / dealt.perGroup));
    for (let base = 0; base < dealt.groups; base += groupsAtOnce) {
      device.queue.writeBuffer(params, 0, paramsOf(settings, dealt.perThread, base, dealt.n));
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(groupsAtOnce);
      pass.end();
      device.queue.submit([encoder.finish()]);
      if (dealt.groups > groupsAtOnce) {
        await device.queue.onSubmittedWorkDone();
        if (stop()) throw new Stale();
      }
    }
    const raw = await readBack(dealt);
    return { raw, milliseconds: performance.now() - start };
  };

  const readBack = async (dealt: Raw["plan"]): Promise<Raw> => {
    const encoder = device.createCommandEncoder();
    let at = 0;
    for (const name of RESULTS) {
      encoder.copyBufferToBuffer(results[name], 0, staging, at, BYTES[name]);
      at += BYTES[name];
    }
    device.queue.submit([encoder.finish()]);
    await staging.mapAsync(MAP_READ);
    const bytes = staging.getMappedRange().slice(0);
    staging.unmap();
    const starts = RESULTS.map((_, i) => RESULTS.slice(0, i).reduce((sum, name) => sum + BYTES[name], 0));
    const fine = new Uint32Array(bytes, starts[1], FINE_BINS + OVERFLOWS);
    return {
      plan: dealt,
      partials: new Float32Array(bytes, starts[0], 2 * QUANTITIES.length * dealt.groups),
      coarse: foldBins(fine),
      fine,
      pairs: new Float32Array(bytes, starts[2], 2 * Math.min(KEPT, dealt.n)),
    };
  };

  return {
    run(program, settings, stop = () => false) {
      const next = queue.then(() => (stop() ? Promise.reject(new Stale()) : runOnce(program, settings, stop)));
      queue = next.catch(() => undefined);
      return next;
    },
    get buffers() {
      return live.length;
    },
    destroy() {
      for (const buffer of live.splice(0)) buffer.destroy();
      pipelines.clear();
    },
  };
}

function paramsOf(settings: Settings, perThread: number, base: number, n: number): ArrayBuffer {
  const bytes = new ArrayBuffer(BYTES.params);
  new Float32Array(bytes).set([settings.mu, settings.logvar, Math.exp(settings.logvar / 2)]);
  new Uint32Array(bytes).set([settings.seed >>> 0, perThread, base, n], 3);
  return bytes;
}
