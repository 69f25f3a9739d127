import { describe, expect, it } from "vitest";
import type { Member, Role, Round, Transcript } from "../../../model/entries";
import type { StudyState } from "../../../model/state";
import { type Desk, nextFor } from "./next";

const me = (role: Role): Member => ({ member: "me", name: "Ani", role, removed: false, rev: 1 });
const transcript = (id: string, segments = 10): Transcript => ({
  transcript: id,
  name: id,
  kind: "interview",
  version: 1,
  length: 100,
  segments,
  speakers: [],
  rev: 1,
});
const round = (change: Partial<Round> = {}): Round => ({
  round: "r1",
  name: "Round 1",
  mode: "blind",
  phase: "coding",
  unit: "turn",
  rule: "any",
  codebook_version: 1,
  transcripts: [
    { transcript: "t1", version: 1 },
    { transcript: "t2", version: 1 },
  ],
  assignments: [
    { member: "me", transcript: "t1" },
    { member: "me", transcript: "t2" },
    { member: "budi", transcript: "t1" },
  ],
  rev: 1,
  ...change,
});
const notMine = [{ member: "budi", transcript: "t1" }];

interface Case {
  readonly role?: Role;
  readonly rounds?: readonly Round[];
  readonly transcripts?: readonly string[];
  readonly versions?: number;
  readonly hasDrafts?: boolean;
  readonly reviewed?: Readonly<Record<string, number>>;
  readonly reopened?: boolean;
}

function next(given: Case) {
  const { role = "coder", rounds = [], transcripts = ["t1", "t2"], versions = 1, reviewed = {} } = given;
  const study: StudyState = {
    study: "s",
    name: "Study",
    members: new Map(),
    codebooks: Array.from({ length: versions }, (_, i) => ({ version: i + 1, reason: "", themes: [] })),
    transcripts: new Map(transcripts.map((id) => [id, transcript(id)])),
    rounds: new Map(rounds.map((each) => [each.round, each])),
  };
  const desk: Desk = {
    study,
    me: me(role),
    hasDrafts: given.hasDrafts ?? false,
    share: (_, { transcript: id, segments: of }) => ({ done: reviewed[id] ?? 0, of, next: undefined }),
    isReopened: () => given.reopened ?? false,
  };
  return nextFor(desk);
}

describe("what a coder does now", () => {
  it("is to go on with the transcript that is begun", () => {
    expect(next({ rounds: [round()], reviewed: { t2: 8 } })).toMatchObject({
      kind: "code",
      transcript: { transcript: "t2" },
      share: { done: 8, of: 10 },
    });
  });

  it("is to begin the first transcript, else the next that is not done", () => {
    expect(next({ rounds: [round()] })).toMatchObject({ kind: "code", transcript: { transcript: "t1" } });
    expect(next({ rounds: [round()], reviewed: { t1: 10 } })).toMatchObject({ transcript: { transcript: "t2" } });
  });

  it("is to wait once all is reviewed, then for reveal", () => {
    expect(next({ rounds: [round()], reviewed: { t1: 10, t2: 10 } }).kind).toBe("allReviewed");
    expect(next({ rounds: [round({ phase: "closed" })] }).kind).toBe("waitForReveal");
  });

  it("is to code again where a closed round was opened for that coder", () => {
    expect(next({ rounds: [round({ phase: "closed" })], reopened: true }).kind).toBe("code");
  });

  it("is to wait for a planned round, to read a revealed one, else to wait for a lead", () => {
    expect(next({ rounds: [round({ phase: "draft" })] }).kind).toBe("waitForStart");
    expect(next({ rounds: [round({ phase: "final" })] }).kind).toBe("results");
    expect(next({ rounds: [round({ phase: "draft", assignments: notMine })] }).kind).toBe("waitForLead");
  });

  it("looks at rounds in the order of their names", () => {
    const rounds = [round({ round: "a", name: "Round 10" }), round({ round: "b", name: "Round 9" })];
    expect(next({ rounds })).toMatchObject({ round: { name: "Round 9" } });
  });
});

describe("what a lead does now", () => {
  it("is to import, to write a codebook, to publish it, to plan a round", () => {
    expect(next({ role: "lead", transcripts: [], versions: 0 }).kind).toBe("import");
    expect(next({ role: "lead", versions: 0 }).kind).toBe("writeCodebook");
    expect(next({ role: "lead", versions: 0, hasDrafts: true }).kind).toBe("publishCodebook");
    expect(next({ role: "lead" }).kind).toBe("plan");
  });

  it("is to start what is planned, to watch what others code, to reveal what is closed", () => {
    const lead = (phase: Round["phase"]) =>
      next({ role: "lead", rounds: [round({ phase, assignments: notMine })] }).kind;
    expect([lead("draft"), lead("coding"), lead("closed"), lead("revealed")]).toEqual([
      "start",
      "watch",
      "reveal",
      "results",
    ]);
  });

  it("is never to start what cannot start: that waits behind results, and else its page says what is missing", () => {
    const empty = round({ round: "r2", name: "Round 2", phase: "draft", assignments: [], transcripts: [] });
    const old = round({ phase: "revealed", mode: "imported" });
    expect(next({ role: "lead", rounds: [empty] }).kind).toBe("settle");
    expect(next({ role: "lead", rounds: [old, empty] })).toMatchObject({
      kind: "results",
      round: { mode: "imported" },
    });
    const clash = round({ round: "r2", name: "Round 2", mode: "open", phase: "draft", assignments: notMine });
    expect(next({ role: "lead", rounds: [round({ assignments: notMine }), clash] }).kind).toBe("watch");
  });

  it("is to code first where the lead codes, and only then to close", () => {
    expect(next({ role: "lead", rounds: [round()] }).kind).toBe("code");
    expect(next({ role: "lead", rounds: [round()], reviewed: { t1: 10, t2: 10 } }).kind).toBe("close");
  });
});

describe("an observer", () => {
  it("waits until there is something to read", () => {
    const other = { assignments: notMine };
    expect(next({ role: "observer", rounds: [round(other)] }).kind).toBe("waitForLead");
    expect(next({ role: "observer", rounds: [round({ ...other, phase: "revealed" })] }).kind).toBe("results");
  });
});
