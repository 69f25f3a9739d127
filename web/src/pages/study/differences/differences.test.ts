import { describe, expect, it } from "vitest";
import type { Passage, PassageCoder } from "../../../api/agreement";
import type { Decision } from "../../../model/entries";
import { decisionKey } from "../../../model/state";
import { didOf, facetCounts, filtered, passageKey, stateOf } from "./items";
import { decidedCodings, edgeMoved, edgesToAdopt, likelyOthers, spansOfOther } from "./outcomes";
import { coverage, pieces } from "./overlay";

const coder = (
  member: string,
  spans: readonly (readonly [number, number])[],
  instead: string[] = [],
): PassageCoder => ({
  member,
  applied: spans.length > 0,
  spans,
  instead,
});
const passage = (change: Partial<Passage> = {}): Passage => ({
  theme: "trust",
  transcript: "t1",
  start: 100,
  end: 200,
  units: 1,
  segment: { index: 3, start: 100, end: 200 },
  kind: "omission",
  state: "open",
  shared: [[130, 150]],
  coders: [coder("ani", [[110, 150]]), coder("budi", [[130, 260]]), coder("citra", [])],
  ...change,
});
const decided = (of: Passage, outcome: Decision["outcome"]): ReadonlyMap<string, Decision> => {
  const decision: Decision = {
    decision: "d1",
    transcript: of.transcript,
    theme: of.theme,
    start: of.segment.start,
    end: of.segment.end,
    outcome,
    codings: [],
    reason: "",
    by: "dewi",
    at: "2026-11-24T10:00:00Z",
    rev: 1,
  };
  return new Map([[decisionKey(decision), decision]]);
};
const NONE: ReadonlyMap<string, Decision> = new Map();

describe("a list of passages", () => {
  const items = [
    passage(),
    passage({ start: 300, segment: { index: 5, start: 300, end: 400 }, kind: "substitution" }),
    passage({ theme: "rejection", kind: "boundary" }),
  ];

  it("is counted per choice of a facet, the other facets as they are", () => {
    const facets = [
      { theme: "trust", kind: "omission", state: "open", items: 1 },
      { theme: "trust", kind: "substitution", state: "decided", items: 2 },
      { theme: "rejection", kind: "boundary", state: "open", items: 4 },
    ] as const;
    const counts = facetCounts(facets, { theme: "trust", kind: undefined, state: undefined });
    expect(counts.kinds).toEqual({ omission: 1, substitution: 2, boundary: 0 });
    expect(counts.states).toEqual({ open: 1, decided: 2, deferred: 0 });
    expect([...counts.themes]).toEqual([
      ["trust", 3],
      ["rejection", 4],
    ]);
    expect([counts.allStates, counts.allThemes, counts.everything]).toEqual([3, 7, 7]);
  });
  it("follows decisions that came after it", () => {
    const [first] = items;
    if (!first) throw new Error("there are three");
    const settled = decided(first, "none");
    expect(items.map((item) => stateOf(item, settled))).toEqual(["decided", "open", "open"]);
    expect(stateOf(first, decided(first, "defer"))).toBe("deferred");
    expect(filtered(items, { theme: undefined, kind: undefined, state: "open" }, settled)).toHaveLength(2);
  });
  it("names units of one segment apart, and one decision holds for all of them", () => {
    const [one, other] = [passage({ start: 100, end: 140 }), passage({ start: 140, end: 200 })];
    expect(passageKey(one)).not.toBe(passageKey(other));
    expect(stateOf(other, decided(one, "none"))).toBe("decided");
  });
  it("has no state where coders agree", () => {
    expect(stateOf(passage({ kind: null, state: null }), NONE)).toBeNull();
  });
  it("says of each coder: applied, left out, or another theme", () => {
    expect([coder("a", [[1, 2]]), coder("b", [], ["x"]), coder("c", [])].map(didOf)).toEqual([
      "applied",
      "other",
      "leftOut",
    ]);
  });
});

describe("marks of several coders in a text", () => {
  const marks = [
    { coder: "ani", spans: [{ start: 0, end: 10 }] },
    {
      coder: "budi",
      spans: [
        { start: 5, end: 20 },
        { start: 18, end: 30 },
      ],
    },
    { coder: "citra", spans: [{ start: 8, end: 9 }] },
  ];

  it("are cut at every edge, one's own overlaps merged", () => {
    const covered = coverage({ start: 0, end: 25 }, marks);
    expect(covered.map(({ start, end, level }) => [start, end, level])).toEqual([
      [0, 5, "one"],
      [5, 8, "several"],
      [8, 9, "all"],
      [9, 10, "several"],
      [10, 25, "one"],
    ]);
  });
  it("and what nobody marked are together the whole text", () => {
    const within = { start: 0, end: 40 };
    const all = pieces(within, coverage(within, marks));
    expect(all[0]?.start).toBe(0);
    expect(all.at(-1)).toEqual({ start: 30, end: 40, covered: null });
    for (const [i, piece] of all.entries()) expect(piece.start).toBe(all[i - 1]?.end ?? 0);
  });
  it("of two who agree are all", () => {
    expect(coverage({ start: 0, end: 10 }, marks.slice(0, 2))[1]?.level).toBe("all");
  });
});

describe("a decision", () => {
  it("can take over edges as coders drew them within the segment, or the part that they share", () => {
    expect(edgesToAdopt(passage())).toEqual([
      { spans: [{ start: 130, end: 150 }], coders: ["ani", "budi"], isShared: true },
      { spans: [{ start: 110, end: 150 }], coders: ["ani"], isShared: false },
      { spans: [{ start: 130, end: 200 }], coders: ["budi"], isShared: false },
    ]);
  });
  it("offers equal edges once, and no shared part where there is none", () => {
    const same = passage({ shared: [[110, 120]], coders: [coder("ani", [[110, 120]]), coder("budi", [[110, 120]])] });
    expect(edgesToAdopt(same)).toEqual([
      { spans: [{ start: 110, end: 120 }], coders: ["ani", "budi"], isShared: false },
    ]);
    const apart = passage({ shared: [], coders: [coder("ani", [[110, 120]]), coder("budi", [[130, 140]])] });
    expect(edgesToAdopt(apart).some(({ isShared }) => isShared)).toBe(false);
  });
  it("puts codings with ids of their own into the reference, or none", () => {
    let n = 0;
    const ids = () => `id${++n}`;
    const spans = [{ start: 110, end: 120 }];
    expect(decidedCodings({ outcome: "adopt", theme: "trust", spans }, ids)).toEqual([
      { coding: "id1", theme: "trust", start: 110, end: 120 },
    ]);
    expect(decidedCodings({ outcome: "none", theme: "trust", spans }, ids)).toEqual([]);
    expect(decidedCodings({ outcome: "defer", theme: "trust", spans }, ids)).toEqual([]);
  });
  it("for another theme takes the place where somebody applied that, else the whole segment", () => {
    const coding = { coding: "c", coder: "citra", transcript: "t1", theme: "closeness", start: 90, end: 120 };
    expect(spansOfOther({ start: 100, end: 200 }, "closeness", [coding])).toEqual([{ start: 100, end: 120 }]);
    expect(spansOfOther({ start: 100, end: 200 }, "guidance", [coding])).toEqual([{ start: 100, end: 200 }]);
  });
  it("offers first what coders applied instead", () => {
    const coders = [coder("a", [], ["x", "y"]), coder("b", [], ["y"]), coder("c", [[110, 120]])];
    expect(likelyOthers(passage({ coders }))).toEqual(["y", "x"]);
  });
  it("moves edges by words and never past each other", () => {
    const words = [
      { start: 0, end: 3 },
      { start: 4, end: 8 },
      { start: 9, end: 12 },
    ];
    const middle = { start: 4, end: 8 };
    expect(edgeMoved(words, middle, "start", -1)).toEqual({ start: 0, end: 8 });
    expect(edgeMoved(words, middle, "end", 1)).toEqual({ start: 4, end: 12 });
    expect(edgeMoved(words, middle, "start", 1)).toEqual(middle);
    expect(edgeMoved(words, { start: 0, end: 3 }, "start", -1)).toEqual({ start: 0, end: 3 });
  });
});
