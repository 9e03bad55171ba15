/** A WebGPU device in Node: Dawn over SwiftShader, the software Vulkan driver that comes with Chromium. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

interface Held {
  gpu?: GPU;
  adapter?: GPUAdapter;
  device?: GPUDevice;
}

/** Kept on the global object: what is collected takes the process with it. */
const held = globalThis as typeof globalThis & { spotcheckGpu?: Held };

const DRIVERS = [process.env.SPOTCHECK_VULKAN_ICD, "/usr/lib/chromium/vk_swiftshader_icd.json", "/usr/lib64/chromium-browser/vk_swiftshader_icd.json"];

/** The device, or undefined where no driver is installed (`apt-get install chromium libvulkan1`). */
export async function openDevice(): Promise<GPUDevice | undefined> {
  if (held.spotcheckGpu?.device) return held.spotcheckGpu.device;
  const driver = DRIVERS.find((file) => file && fs.existsSync(file));
  if (!driver) return undefined;
  process.env.VK_ICD_FILENAMES = driver;
  process.env.XDG_RUNTIME_DIR ??= fs.mkdtempSync(path.join(os.tmpdir(), "spotcheck-gpu-"));
  const { create } = await import("webgpu");
  const gpu = create(["backend=vulkan"]) as GPU;
  const adapter = (await gpu.requestAdapter()) ?? undefined;
  held.spotcheckGpu = { gpu, adapter, device: await adapter?.requestDevice() };
  return held.spotcheckGpu.device;
}

/** What the adapter calls itself. */
export const adapterName = (): string => {
  const info = held.spotcheckGpu?.adapter?.info;
  return info ? [info.vendor, info.architecture, info.description].filter(Boolean).join(" ") : "none";
};
