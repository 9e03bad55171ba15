/** Finds Chromium; installs Debian's where it is missing and the user may, else says in one line what to install. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";

const packages = ["chromium", "libvulkan1", "fonts-dejavu-core"];
const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export function findChromium() {
  const found = places.find((place) => place && fs.existsSync(place));
  return found ?? install();
}

function install() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) {
    throw new Error(`Chromium is missing: install it (Debian: apt-get install ${packages.join(" ")}) or set CHROMIUM to its path.`);
  }
  process.stderr.write(`installing ${packages.join(", ")} …\n`);
  const apt = (...args) =>
    execFileSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  apt("update", "-q");
  apt("install", "-y", "-q", "--no-install-recommends", ...packages);
  return "/usr/bin/chromium";
}
