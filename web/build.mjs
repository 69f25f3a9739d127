// One step of the build for Maven: node build.mjs install|check|test|build.
// A step whose inputs are unchanged since it last passed does nothing.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
process.chdir(home);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`The pages of Sepakat are built with Node 20.19 or newer; on the PATH is ${process.versions.node}.`);
}

const sources = ["src", "index.html", "package-lock.json", "tsconfig.json", "vite.config.ts", "biome.json"];
const steps = {
  install: { run: ["ci", "--no-audit", "--no-fund"], from: ["package-lock.json"], makes: "node_modules" },
  check: { run: ["run", "--silent", "check"], from: [...sources, "package.json", "build.mjs"] },
  test: { run: ["run", "--silent", "test"], from: sources },
  build: { run: ["run", "--silent", "build"], from: sources, makes: "target/classes/web/index.html" },
};

const name = process.argv[2];
const step = steps[name];
if (!step) fail(`No such step: ${name}. Steps: ${Object.keys(steps).join(", ")}.`);

// The stamp of an install lies with what it made, so that `mvn clean` keeps both and a deletion loses both.
const stamp = name === "install" ? "node_modules/.sepakat-install" : `target/stamps/${name}`;
const digest = digestOf(step.from);
const isFresh = existsSync(stamp) && readFileSync(stamp, "utf8") === digest && (!step.makes || existsSync(step.makes));
if (!isFresh) {
  rmSync(stamp, { force: true });
  const npm = spawnSync("npm", step.run, { stdio: "inherit", shell: process.platform === "win32" });
  if (npm.error) fail(`npm could not be started: ${npm.error.message}`);
  if (npm.status !== 0) fail(`npm ${step.run.join(" ")} failed in ${home}.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder)) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((child) => filesUnder(join(path, child)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
