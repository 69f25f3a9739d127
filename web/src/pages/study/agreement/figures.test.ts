import { afterEach, describe, expect, it } from "vitest";
import type { PairFigures, RoundFigures, ThemeFigures } from "../../../api/agreement";
import { language } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { accessTo } from "./access";
import { AXIS, isOffAxis, placeOf } from "./axis";
import { USUAL } from "./columns";
import { agreementHref, agreementState, queueHref, queueState, readPair, writePair } from "./conditions";
import { changedFigures, chosenPair, flagsOf, intervalOf, pairOf, prevalence, swapped, whyUndefined } from "./figures";
import { rampOf } from "./PairMatrix";
import { hundredths, intervalWords, unitsN } from "./words";

afterEach(() => {
  language.value = "en";
});

const pair = (change: Partial<PairFigures> = {}): PairFigures => ({
  coders: ["ani", "budi"],
  n: 214,
  a: 31,
  b: 3,
  c: 33,
  d: 147,
  percent_agreement: 178 / 214,
  positive_agreement: 62 / 98,
  negative_agreement: 294 / 330,
  pabak: 2 * (178 / 214) - 1,
  gwet_ac1: 0.7,
  prevalence_index: (31 - 147) / 214,
  bias_index: -30 / 214,
  cohen_kappa: 0.54,
  cohen_kappa_max: 0.61,
  cohen_kappa_ci95_cluster_jackknife_t: [0.37, 0.7],
  cohen_kappa_ci95_lower: 0.42,
  cohen_kappa_ci95_upper: 0.66,
  flags: [],
  ...change,
});
const theme = (id: string, pairs: readonly PairFigures[]): ThemeFigures => ({
  theme: id,
  units: 214,
  units_in_scope: 220,
  units_left_out: 6,
  pairs,
  krippendorff_alpha: 0.51,
  flags: [],
});
const flag = (code: string) => ({ code, en: code, id: code });
const figures = (themes: readonly ThemeFigures[]): RoundFigures => ({
  unit: "turn",
  rule: "any",
  scope: "theme",
  layer: "independent",
  phase: "revealed",
  frozen: true,
  coders: ["ani", "budi", "citra"].map((member) => ({ member, name: member })),
  transcripts: 12,
  left_out: { units_one_coder: 0, units_nobody: 0, codings_unreviewed: 0, codings_out_of_scope: 0 },
  flags: [],
  decisions: { decided: 0, deferred: 0, open: 0 },
  themes,
  pairs: [],
});

describe("a pair of coders", () => {
  it("is read in the order in which it is asked for", () => {
    const entry = theme("t", [pair()]);
    expect(pairOf(entry, ["ani", "budi"])).toMatchObject({ b: 3, c: 33 });
    expect(pairOf(entry, ["budi", "ani"])).toMatchObject({ coders: ["budi", "ani"], b: 33, c: 3, a: 31, d: 147 });
    expect(pairOf(entry, ["ani", "citra"])).toBeUndefined();
  });
  it("turned twice is itself, and no bias is no bias either way", () => {
    expect(swapped(swapped(pair()))).toEqual(pair());
    expect(swapped(pair({ bias_index: null })).bias_index).toBeNull();
  });
  it("is the first two coders where the address names none of this round", () => {
    const round = figures([]);
    expect(chosenPair(round, ["citra", "ani"])).toEqual(["citra", "ani"]);
    expect(chosenPair(round, ["citra", "dewi"])).toEqual(["ani", "budi"]);
    expect(chosenPair({ coders: round.coders.slice(0, 1) }, undefined)).toBeUndefined();
  });
  it("has the prevalence of all answers of both", () => {
    expect(prevalence(pair())).toBeCloseTo(98 / 428);
    expect(prevalence(pair({ n: 0 }))).toBeNull();
  });
});

describe("what to know", () => {
  it("says why a kappa is undefined", () => {
    expect(whyUndefined(pair({ n: 0, a: 0, b: 0, c: 0, d: 0 }))).toBe("noJointUnits");
    expect(whyUndefined(pair({ n: 9, a: 0, b: 0, c: 0, d: 9 }))).toBe("nobody");
    expect(whyUndefined(pair({ n: 9, a: 9, b: 0, c: 0, d: 0 }))).toBe("everywhere");
  });
  it("is two flags at most, and what holds for every theme is not repeated in each row", () => {
    const flags = ["FEW_MARKS", "FEW_TRANSCRIPTS", "RARE_THEME", "CODER_BIAS"].map(flag);
    expect(flagsOf(pair({ flags })).map(({ code }) => code)).toEqual(["FEW_MARKS", "RARE_THEME"]);
  });
  it("falls back to an interval that ignores transcripts, and says so", () => {
    expect(intervalOf(pair())).toEqual({ low: 0.37, high: 0.7, byTranscript: true });
    const few = pair({ cohen_kappa_ci95_cluster_jackknife_t: null });
    expect(intervalOf(few)).toEqual({ low: 0.42, high: 0.66, byTranscript: false });
    expect(intervalOf(pair({ ...few, cohen_kappa: null }))).toBeNull();
  });
  it("marks the themes whose cells or alpha changed", () => {
    const before = figures([theme("t", [pair()]), theme("u", [pair()])]);
    const after = figures([theme("t", [pair({ a: 32, d: 146 })]), theme("u", [pair()])]);
    expect(changedFigures(before, after)).toEqual(new Set(["t.ani.budi"]));
    expect(changedFigures(before, before).size).toBe(0);
  });
});

describe("figures in words", () => {
  it("are written as the language does", () => {
    language.value = "id";
    expect(intervalWords(pair())).toBe(
      "κ 0,54, 95 % dari 0,37 sampai 0,70, paling tinggi 0,61 dengan kekerapan ini; selangnya tidak dipotong di situ",
    );
    expect([hundredths(0.83178), hundredths(0.0351)]).toEqual(["83", "3,5"]);
    language.value = "en";
    expect(intervalWords(pair({ cohen_kappa_max: 0.9 }))).toBe("κ .54, 95 % from .37 to .70");
    expect([hundredths(0.0351), hundredths(1), hundredths(0)]).toEqual(["3.5", "100", "0"]);
  });
  it("are never a number where a figure is undefined", () => {
    const nobody = pair({ n: 9, a: 0, b: 0, c: 0, d: 9, cohen_kappa: null });
    expect(intervalWords(nobody)).toBe("undefined: nobody applied it");
  });
  it("count in the unit", () => {
    expect([unitsN("turn", 1), unitsN("sentence", 2), unitsN("window:300", 3)]).toEqual([
      "1 turn",
      "2 sentences",
      "3 windows",
    ]);
  });
  it("lie on five steps of one hue", () => {
    expect([-0.3, 0, 0.19, 0.2, 0.54, 0.8, 1].map(rampOf)).toEqual([0, 0, 0, 1, 2, 4, 4].map((step) => `ramp-${step}`));
    expect(rampOf(null)).toBe("is-undefined");
  });
});

describe("the axis", () => {
  it("runs from -.2 to 1 and holds what lies beyond at its edges", () => {
    expect([AXIS.from, 0.4, AXIS.to].map(placeOf)).toEqual([0, expect.closeTo(0.5), 1]);
    expect([placeOf(-0.9), placeOf(1.3)]).toEqual([0, 1]);
    expect([-0.21, -0.2, 1].map(isOffAxis)).toEqual([true, false, false]);
  });
});

const round: Round = {
  round: "r1",
  name: "Putaran 1",
  mode: "blind",
  phase: "coding",
  unit: "turn",
  rule: "any",
  codebook_version: 1,
  transcripts: [],
  assignments: [{ member: "ani", transcript: "t1" }],
  rev: 1,
};

describe("the address", () => {
  const query = (href: string) => new URLSearchParams(href.split("?")[1] ?? "");

  it("holds all conditions, and leaves out what the round has itself", () => {
    const measure = { unit: "sentence", rule: "any", scope: "all" } as const;
    const href = agreementHref("s1", round, { measure, layer: "after", theme: "t", pair: ["ani", "budi"] });
    expect(href).toBe("/s/s1/r/r1/agreement?unit=sentence&scope=all&layer=after&theme=t&pair=ani.budi");
    expect(agreementState(query(href), round)).toEqual({
      measure,
      layer: "after",
      theme: "t",
      pair: ["ani", "budi"],
      table: { columns: USUAL, sort: undefined, find: "", withUnused: false },
    });
  });
  it("of a number carries its filters to the queue", () => {
    const measure = { unit: "turn", rule: "any", scope: "theme" } as const;
    const href = queueHref("s1", round, measure, { theme: "t", pair: ["ani", "budi"], cell: "c" });
    expect(href).toBe("/s/s1/r/r1/queue?theme=t&cell=c&pair=ani.budi");
    expect(queueState(query(href), round)).toMatchObject({ measure, theme: "t", pair: ["ani", "budi"], cell: "c" });
  });
  it("means nothing by words it does not know", () => {
    const state = queueState(new URLSearchParams("kind=odd&state=lost&cell=b&scope=none"), round);
    expect(state).toMatchObject({ kind: undefined, state: undefined, cell: undefined, measure: { scope: "theme" } });
    expect([readPair("a"), readPair("a.a"), readPair("a.b.c"), readPair(null)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(readPair(writePair(["a", "b"]))).toEqual(["a", "b"]);
  });
});

describe("access to figures", () => {
  const access = (change: Partial<Round>, member: string, role: "lead" | "coder" | "observer") =>
    accessTo({ ...round, ...change }, { member, role });

  it("of a blind round is closed before reveal, but for a lead who does not code in it", () => {
    expect(access({}, "ani", "coder")).toBe("closed");
    expect(access({}, "ani", "lead")).toBe("closed");
    expect(access({}, "dewi", "lead")).toBe("look");
    expect(access({ phase: "draft" }, "dewi", "lead")).toBe("closed");
    expect(access({ phase: "revealed" }, "dewi", "observer")).toBe("revealed");
  });
  it("of an open round is live for its coders and leads", () => {
    expect(access({ mode: "open" }, "ani", "coder")).toBe("live");
    expect(access({ mode: "open" }, "dewi", "lead")).toBe("live");
    expect(access({ mode: "open" }, "budi", "coder")).toBe("closed");
    expect(access({ mode: "open" }, "eko", "observer")).toBe("closed");
  });
});
