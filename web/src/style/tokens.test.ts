import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ciede2000, contrast, distance, type Sight } from "../testing/colour";

const tokens = readFileSync("src/style/tokens.css", "utf8");

/** The table as the browser reads it: name to [light, dark]. */
const table = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
    name,
    [light, dark] as [string, string],
  ]),
);
const MODES = ["light", "dark"] as const;
type Mode = (typeof MODES)[number];

function colour(name: string, mode: Mode): string {
  const pair = table.get(name);
  if (!pair) throw new Error(`No colour --${name}`);
  return pair[mode === "light" ? 0 : 1];
}

const worst = (name: string, grounds: readonly string[], mode: Mode) =>
  Math.min(...grounds.map((ground) => contrast(colour(name, mode), colour(ground, mode))));

const GROUNDS = ["bg", "surface", "paper", "sunken"];
const SLOTS = Array.from({ length: 12 }, (_, i) => `theme-${i + 1}`);

/** What each colour of the interface was chosen for: [colour, grounds, light, dark], the worst ground counts. */
const ROLES: [string, string[], number, number][] = [
  ["line-strong", GROUNDS, 3.19, 4.07],
  ["text", GROUNDS, 13.56, 13.66],
  ["text-2", GROUNDS, 6.93, 9.25],
  ["text-3", GROUNDS, 4.58, 6.12],
  ["text-3", ["accent-wash"], 4.57, 4.8],
  ["accent", GROUNDS, 6.22, 8.81],
  ["on-accent", ["accent"], 7.48, 9.06],
  ["text", ["accent-wash"], 13.52, 10.71],
  ["ok", GROUNDS, 5.44, 8.99],
  ["warn", GROUNDS, 5.35, 8.92],
  ["warn", ["warn-wash"], 5.69, 7.58],
  ["danger", GROUNDS, 5.43, 7.92],
  ["danger", ["danger-wash"], 5.58, 7.35],
  ["private", GROUNDS, 6.76, 8.5],
  ["private", ["private-wash"], 6.86, 7.42],
];

/** Mark on paper, surface and bg; ink on those and on its own wash: [light mark, light ink, dark mark, dark ink]. */
const THEMES: [number, number, number, number][] = [
  [4.73, 4.73, 7.92, 4.84],
  [5.59, 4.7, 5.23, 4.63],
  [3.24, 4.66, 12.75, 6.45],
  [11.18, 8.8, 4.45, 4.58],
  [3.69, 4.64, 4.66, 4.56],
  [3.1, 4.58, 12.75, 6.43],
  [3.09, 4.58, 6.84, 4.57],
  [7.71, 6.33, 6.85, 4.66],
  [8.25, 6.69, 4.62, 4.64],
  [5.04, 4.64, 8.66, 5.19],
  [3.03, 4.7, 12.87, 6.42],
  [10.8, 8.6, 7.2, 4.56],
];

describe("contrast of the interface", () => {
  it.each(ROLES)("--%s on %s is %d in light and %d in dark", (name, grounds, light, dark) => {
    expect(worst(name, grounds, "light")).toBeCloseTo(light, 1);
    expect(worst(name, grounds, "dark")).toBeCloseTo(dark, 1);
  });

  it("gives every text colour 4.5 and every control border 3 on every ground", () => {
    for (const mode of MODES) {
      for (const [name, grounds] of ROLES) {
        expect(worst(name, grounds, mode)).toBeGreaterThanOrEqual(name === "line-strong" ? 3 : 4.5);
      }
    }
  });
});

describe("contrast of the themes", () => {
  it.each(SLOTS.map((slot, i) => [slot, THEMES[i]] as const))("%s has the ratios it was chosen for", (slot, wanted) => {
    const found = MODES.flatMap((mode) => [
      worst(`${slot}-mark`, ["paper", "surface", "bg"], mode),
      worst(`${slot}-ink`, ["paper", "surface", "bg", `${slot}-wash`], mode),
    ]);
    for (const [i, ratio] of found.entries()) expect(ratio).toBeCloseTo(wanted?.[i] ?? Number.NaN, 1);
  });

  it("draws every mark at 3 and every theme-coloured word at 4.5 at least", () => {
    for (const mode of MODES) {
      for (const slot of SLOTS) {
        expect(worst(`${slot}-mark`, ["paper", "surface", "bg"], mode)).toBeGreaterThanOrEqual(3);
        expect(worst(`${slot}-ink`, ["paper", "surface", "bg", `${slot}-wash`], mode)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("keeps body text readable on every wash", () => {
    const washes = SLOTS.map((slot) => `${slot}-wash`);
    expect(worst("text", washes, "light")).toBeGreaterThanOrEqual(11.6);
    expect(worst("text", washes, "dark")).toBeGreaterThanOrEqual(6.8);
  });
});

describe("distance of the marks", () => {
  const nearest = (count: number, mode: Mode, sight: Sight) => {
    const marks = SLOTS.slice(0, count).map((slot) => colour(`${slot}-mark`, mode));
    return Math.min(...marks.flatMap((one, i) => marks.slice(i + 1).map((other) => distance(one, other, sight))));
  };

  it.each([
    [12, "light", "normal", 15.4],
    [12, "light", "protan", 11.7],
    [12, "light", "deutan", 11.6],
    [12, "light", "tritan", 10.5],
    [12, "dark", "normal", 14.5],
    [12, "dark", "protan", 10.6],
    [12, "dark", "deutan", 10.6],
    [12, "dark", "tritan", 9.6],
    [8, "light", "normal", 16.2],
    [8, "light", "protan", 11.7],
    [8, "light", "deutan", 11.7],
    [8, "light", "tritan", 10.9],
    [8, "dark", "normal", 14.5],
    [8, "dark", "protan", 11.0],
    [8, "dark", "deutan", 11.3],
    [8, "dark", "tritan", 11.4],
  ] as const)("of the first %d in %s, %s sight, is never under %d", (count, mode, sight, wanted) => {
    expect(nearest(count, mode, sight)).toBeCloseTo(wanted, 1);
  });
});

/** Sharma, Wu and Dalal 2005, table 1, pairs 1, 7, 13, 17 and 25. */
describe("CIEDE2000", () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)("of %s and %s is %d", (one, other, wanted) => {
    expect(ciede2000(one, other)).toBeCloseTo(wanted, 3);
  });
});
