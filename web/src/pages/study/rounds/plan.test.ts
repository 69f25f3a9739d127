import { describe, expect, it } from "vitest";
import type { Round } from "../../../model/entries";
import {
  assignmentsOf,
  codersPerTranscript,
  freeName,
  type Plan,
  planOf,
  problemsOfDraft,
  problemsOfStart,
  proposed,
  readMeasure,
  seenBefore,
  toggled,
  without,
  writeMeasure,
} from "./plan";

const plan: Plan = {
  name: "Round 1",
  mode: "blind",
  unit: "turn",
  rule: "any",
  transcripts: ["t1", "t2"],
  coders: ["ani", "budi"],
  without: [],
};

const round = (change: Partial<Round> = {}): Round => ({
  round: "r0",
  name: "Round 0",
  mode: "open",
  phase: "coding",
  unit: "turn",
  rule: "any",
  codebook_version: 1,
  transcripts: [{ transcript: "t1", version: 1 }],
  assignments: [{ member: "ani", transcript: "t1" }],
  rev: 1,
  ...change,
});

const kinds = (of: Plan, rounds: readonly Round[] = [], hasCodebook = true) =>
  problemsOfStart("new", of, rounds, hasCodebook).map((problem) => problem.kind);

describe("the grid of a plan", () => {
  it("gives every coder every transcript", () => {
    expect(assignmentsOf(plan)).toHaveLength(4);
  });

  it("loses a pair that is taken out and gets it back", () => {
    const pair = { member: "budi", transcript: "t2" };
    const fewer = toggled(plan, pair);
    expect(assignmentsOf(fewer)).not.toContainEqual(pair);
    expect(codersPerTranscript(fewer)).toEqual(
      new Map([
        ["t1", 2],
        ["t2", 1],
      ]),
    );
    expect(assignmentsOf(toggled(fewer, pair))).toHaveLength(4);
  });

  it("is the same after it was saved and read back", () => {
    const fewer = toggled(plan, { member: "budi", transcript: "t2" });
    const saved = round({
      mode: "blind",
      phase: "draft",
      transcripts: plan.transcripts.map((transcript) => ({ transcript, version: 1 })),
      assignments: assignmentsOf(fewer),
    });
    expect(assignmentsOf(planOf(saved))).toEqual(assignmentsOf(fewer));
  });
});

describe("a draft", () => {
  it("needs a name", () => {
    expect(problemsOfDraft({ ...plan, name: "  " })).toEqual([{ kind: "noName" }]);
  });

  it("takes only units and rules that agreement knows", () => {
    for (const unit of ["turn", "window:40"]) expect(problemsOfDraft({ ...plan, unit })).toEqual([]);
    for (const unit of ["window:0", "window:", "line"])
      expect(problemsOfDraft({ ...plan, unit })).toEqual([{ kind: "badUnit" }]);
    for (const rule of ["half", "share:0.3", "share:1"]) expect(problemsOfDraft({ ...plan, rule })).toEqual([]);
    for (const rule of ["share:0.0", "share:1.2", "most"])
      expect(problemsOfDraft({ ...plan, rule })).toEqual([{ kind: "badRule" }]);
  });

  it("takes a share with a decimal comma", () => {
    expect(writeMeasure({ word: "share", number: "0,3" })).toBe("share:0.3");
    expect(readMeasure("window:40")).toEqual({ word: "window", number: "40" });
  });
});

describe("a start", () => {
  it("needs a codebook, a transcript and a coder", () => {
    expect(kinds({ ...plan, transcripts: [], coders: [] }, [], false)).toEqual([
      "noCodebook",
      "noTranscripts",
      "noCoders",
    ]);
    expect(kinds(plan)).toEqual([]);
  });

  it("leaves no coder without a transcript", () => {
    const idle = toggled(toggled(plan, { member: "budi", transcript: "t1" }), { member: "budi", transcript: "t2" });
    expect(problemsOfStart("new", idle, [], true)).toEqual([{ kind: "idleCoder", member: "budi" }]);
  });

  it("keeps a blind round apart from an open one with a transcript and a coder in common", () => {
    expect(problemsOfStart("new", plan, [round()], true)).toEqual([
      { kind: "overlap", round: "r0", transcripts: ["t1"], members: ["ani"] },
    ]);
    expect(kinds(plan, [round({ phase: "closed" })])).toEqual(["overlap"]);
  });

  it("minds no round of the same mode, not begun, revealed, or without a common coder or transcript", () => {
    const harmless = [
      round({ mode: "blind" }),
      round({ phase: "draft" }),
      round({ phase: "revealed" }),
      round({ assignments: [{ member: "citra", transcript: "t1" }] }),
      round({ transcripts: [{ transcript: "t9", version: 1 }] }),
    ];
    expect(kinds(plan, harmless)).toEqual([]);
    expect(problemsOfStart("r0", plan, [round()], true)).toEqual([]);
  });
});

describe("a proposal", () => {
  const three: Plan = { ...plan, transcripts: ["t1", "t2", "t3"] };

  it("leaves out what its coders code elsewhere now, whatever the mode, and says for which round", () => {
    for (const mode of ["open", "blind"] as const) {
      const { plan: made, leftOut } = proposed(three, [round({ mode })]);
      expect(made.transcripts).toEqual(["t2", "t3"]);
      expect(leftOut).toEqual([{ round: "r0", transcripts: ["t1"], members: ["ani"] }]);
      expect(problemsOfStart("new", made, [round({ mode })], true)).toEqual([]);
    }
  });

  it("prefers what its coders have not seen revealed, and falls back to that", () => {
    const seen = round({ mode: "blind", phase: "revealed" });
    expect(proposed(three, [seen]).plan.transcripts).toEqual(["t2", "t3"]);
    const all = { ...seen, transcripts: three.transcripts.map((transcript) => ({ transcript, version: 1 })) };
    expect(proposed(three, [all]).plan.transcripts).toEqual(three.transcripts);
    expect(seenBefore("new", three, [all])).toMatchObject([{ round: "r0", members: ["ani"] }]);
    expect(seenBefore("new", { ...three, mode: "open" }, [all])).toEqual([]);
  });

  it("is everything where every transcript is taken, and then what stands in the way is said", () => {
    const one: Plan = { ...plan, transcripts: ["t1"] };
    expect(proposed(one, [round()])).toEqual({ plan: one, leftOut: [] });
    expect(kinds(one, [round()])).toEqual(["overlap"]);
    expect(without(one, [{ round: "r0", transcripts: ["t1"], members: ["ani"] }]).transcripts).toEqual([]);
  });

  it("has a name that no round has", () => {
    expect(freeName((n) => `Round ${n}`, ["round 2", "Pilot"], 2)).toBe("Round 3");
  });
});
