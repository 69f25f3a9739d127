import { describe, expect, it } from "vitest";
import type { DoneOf, WorkKind } from "./acts";
import type { Phase, Round } from "./entries";
import { foldStudy, foldWork } from "./fold";
import { expected } from "./pending";
import { codingsIn, codingsToCheck, orphansOf, reviewedStarts } from "./selectors";
import { NO_STUDY, NO_WORK, type StudyState } from "./state";
import { inverse } from "./undo";

const round = (id: string, phase: Phase, transcript = "t1"): Round => ({
  round: id,
  name: id,
  mode: "open",
  phase,
  unit: "turn",
  rule: "any",
  codebook_version: 1,
  transcripts: [
    { transcript, version: 1 },
    { transcript: "t2", version: 1 },
  ],
  assignments: [],
  rev: 4,
});
const rounds = [
  round("draft", "draft"),
  round("coding", "coding"),
  round("closed", "closed"),
  round("left", "coding"),
  round("other", "coding", "t9"),
];
const transcript = { transcript: "t1", name: "T-01", kind: "interview", version: 1, length: 90, segments: 9 };
const before: StudyState = {
  ...NO_STUDY,
  transcripts: new Map([["t1", { ...transcript, speakers: [], rev: 3 }]]),
  rounds: new Map(rounds.map((it) => [it.round, it])),
};

describe("a corrected text", () => {
  const speakers = [{ label: "PM-07", role: "participant" as const }];
  const newest = { version: 2, length: 95, segments: 8, speakers };
  const body = { transcript: "t1", ...newest, rounds: ["coding"] };
  const after = foldStudy(before, { actor: "dewi", kind: "transcript.correct", body });

  it("is the transcript's newest version, under the same name", () => {
    expect(after.transcripts.get("t1")).toEqual({ ...transcript, ...newest, rev: 3 });
  });

  it("is taken over at once by the rounds that its lead chose, and by no others", () => {
    expect(after.rounds.get("coding")).toEqual({
      ...rounds[1],
      transcripts: [
        { transcript: "t1", version: 2 },
        { transcript: "t2", version: 1 },
      ],
      rev: 5,
    });
    for (const id of ["draft", "closed", "other", "left"]) expect(after.rounds.get(id)).toBe(before.rounds.get(id));
  });

  it("is what a planned round starts with", () => {
    const move = { actor: "dewi", kind: "round.move" as const, body: { round: "draft", to: "coding" as const } };
    expect(foldStudy(after, move).rounds.get("draft")?.transcripts[0]).toEqual({ transcript: "t1", version: 2 });
  });

  it("cannot be of a transcript that is not there", () => {
    const op = { actor: "dewi", kind: "transcript.correct" as const, body: { ...body, transcript: "t9" } };
    expect(() => foldStudy(before, op)).toThrow(RangeError);
  });
});

describe("work in a corrected text", () => {
  const apply = (actor: string, coding: string, start: number): DoneOf<WorkKind> => ({
    actor,
    kind: "coding.apply",
    body: { round: "r", coding, transcript: "t1", theme: "trust", start, end: start + 5, replaces: [] },
  });
  const mark = (actor: string, start: number): DoneOf<WorkKind> => ({
    actor,
    kind: "review.mark",
    body: { round: "r", transcript: "t1", start, end: start + 10 },
  });
  const done = [apply("ani", "a", 0), apply("ani", "b", 10), apply("ani", "c", 20), apply("budi", "d", 10)];
  const work = [...done, mark("ani", 10), mark("ani", 20), mark("budi", 10)].reduce(foldWork, NO_WORK);
  const anchored = foldWork(work, {
    actor: "dewi",
    kind: "work.anchor",
    body: {
      round: "r",
      coder: "ani",
      transcript: "t1",
      from: 1,
      version: 2,
      codings: [
        { coding: "b", start: 13, end: 20, anchor: "check" },
        { coding: "c", start: 25, end: 30, anchor: "firm" },
      ],
      orphans: ["a", "absent"],
      reviews_cleared: [
        { start: 10, end: 20 },
        { start: 20, end: 30 },
      ],
      reviews: [{ start: 25, end: 35 }],
    },
  });

  it("lies where its words lie now, and others' work stays as it is", () => {
    const places = codingsIn(anchored, "t1").map(({ coding, start, end }) => [coding, start, end]);
    expect(places).toEqual([
      ["d", 10, 15],
      ["b", 13, 20],
      ["c", 25, 30],
    ]);
    expect(reviewedStarts(anchored, "t1", "ani")).toEqual(new Set([25]));
    expect(reviewedStarts(anchored, "t1", "budi")).toEqual(new Set([10]));
  });

  it("is to be checked by its coder where its words changed", () => {
    expect(codingsToCheck(anchored, "t1", "ani").map(({ coding }) => coding)).toEqual(["b"]);
    expect(codingsToCheck(anchored, "t1", "budi")).toEqual([]);
  });

  it("is kept with its old place where nothing of its words is left", () => {
    const orphan = { coding: "a", coder: "ani", transcript: "t1", version: 1, theme: "trust", start: 0, end: 5 };
    expect(orphansOf(anchored, "t1", "ani")).toEqual([orphan]);
    expect(orphansOf(anchored, "t1", "budi")).toEqual([]);
  });

  it("is as good as ever once confirmed", () => {
    const confirm = expected({ kind: "coding.confirm", body: { round: "r", coding: "b" } }, "ani");
    if (!confirm) throw new Error("a confirmation is foreseen");
    const after = foldWork(anchored, confirm);
    expect(codingsIn(after, "t1").find(({ coding }) => coding === "b")).toEqual({
      coding: "b",
      coder: "ani",
      transcript: "t1",
      theme: "trust",
      start: 13,
      end: 20,
    });
    expect(foldWork(after, confirm)).toEqual(after);
    expect(inverse(anchored, confirm, () => 2)).toEqual([]);
  });

  it("lets go of what lost its place when its coder removes it", () => {
    const remove: DoneOf<WorkKind> = { actor: "ani", kind: "coding.remove", body: { round: "r", coding: "a" } };
    const after = foldWork(anchored, remove);
    expect(orphansOf(after, "t1", "ani")).toEqual([]);
    expect(after.codings).toBe(anchored.codings);
  });

  it("stays to be checked through a second correction that only moves it", () => {
    const again = foldWork(anchored, {
      actor: "dewi",
      kind: "work.anchor",
      body: {
        round: "r",
        coder: "ani",
        transcript: "t1",
        from: 2,
        version: 3,
        codings: [{ coding: "b", start: 14, end: 21, anchor: "check" }],
        orphans: ["c"],
        reviews_cleared: [],
        reviews: [],
      },
    });
    expect(codingsToCheck(again, "t1", "ani").map(({ start }) => start)).toEqual([14]);
    expect(orphansOf(again, "t1", "ani").map(({ coding, version }) => [coding, version])).toEqual([
      ["a", 1],
      ["c", 2],
    ]);
  });
});
