import { describe, expect, it } from "vitest";
import type { DoneOf, RecordedOf, WorkKind } from "./acts";
import { foldWork } from "./fold";
import {
  acknowledged,
  begun,
  echoed,
  expected,
  foreseen,
  NOTHING_PENDING,
  type Pending,
  reached,
  refusedBy,
} from "./pending";
import { codingsIn, displaced, reviewedStarts } from "./selectors";
import { NO_WORK, type WorkState } from "./state";
import { inverse, NO_HISTORY, recorded, type Undoable } from "./undo";

/** A small generator with a seed, so that a history that fails can be run again. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function anyAct(random: (below: number) => number, work: WorkState): DoneOf<WorkKind> {
  const actor = `coder${random(3)}`;
  const transcript = `t${random(3)}`;
  const start = random(20) * 10;
  const place = { round: "r", transcript, start, end: start + 10 };
  const own = codingsIn(work, transcript).filter(({ coder }) => coder === actor);
  switch (random(4)) {
    case 0: {
      const replaces = own.filter(() => random(3) === 0).map(({ coding }) => coding);
      const coding = `c${random(1_000_000)}`;
      return { actor, kind: "coding.apply", body: { ...place, coding, theme: `th${random(5)}`, replaces } };
    }
    case 1: {
      const coding = own[random(Math.max(1, own.length))]?.coding ?? "absent";
      return { actor, kind: "coding.remove", body: { round: "r", coding } };
    }
    case 2:
      return { actor, kind: "review.mark", body: place };
    default:
      return { actor, kind: "review.clear", body: place };
  }
}

const asDone = (actor: string, act: Undoable): DoneOf<WorkKind> => {
  const done = expected(act, actor);
  if (!done) throw new Error("every act that can be undone is foreseen");
  return done;
};

/** All codings and reviews in one comparable shape; transcripts without any are as good as absent. */
const flat = (work: WorkState) => ({
  codings: ["t0", "t1", "t2"].map((transcript) => codingsIn(work, transcript)),
  reviews: ["t0", "t1", "t2"].map((transcript) =>
    ["coder0", "coder1", "coder2"].map((coder) => [...reviewedStarts(work, transcript, coder)].sort()),
  ),
});

describe("work", () => {
  it("is as it was after any act and its inverse", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = chance(seed);
      let work = NO_WORK;
      for (let i = 0; i < 60; i++) {
        const done = anyAct(random, work);
        const after = foldWork(work, done);
        const back = inverse(work, done, () => undefined).map((act) => asDone(done.actor, act));
        expect(flat(back.reduce(foldWork, after)), `seed ${seed}, act ${i}`).toEqual(flat(work));
        work = after;
      }
    }
  });

  it("never changes a state that somebody holds", () => {
    const random = chance(7);
    let work = NO_WORK;
    for (let i = 0; i < 200; i++) {
      const before = flat(work);
      const after = foldWork(work, anyAct(random, work));
      expect(flat(work)).toEqual(before);
      work = after;
    }
  });

  it("keeps other transcripts as they are, so that they need not be drawn anew", () => {
    const one = foldWork(NO_WORK, asDone("a", mark("t0", 0)));
    const two = foldWork(one, asDone("a", mark("t1", 0)));
    expect(two.reviews.get("t0")).toBe(one.reviews.get("t0"));
  });
});

describe("pending acts", () => {
  const waiting = (id: string, act: Undoable): Pending["waiting"][number] => ({
    submission: { op_id: id, ...act },
    since: 0,
    done: asDone("a", act),
    landed: null,
  });

  it("stand on top of what the stream says until it brings them back", () => {
    const pending = begun(NOTHING_PENDING, waiting("op1", mark("t0", 10)));
    expect(reviewedStarts(foreseen(NO_WORK, pending, "r"), "t0", "a")).toEqual(new Set([10]));
    const op: RecordedOf<"review.mark"> = {
      seq: 1,
      at: "",
      op_id: "op1",
      actor: "a",
      kind: "review.mark",
      body: { round: "r", transcript: "t0", start: 10, end: 20 },
    };
    expect(echoed(pending, op).waiting).toEqual([]);
  });

  it("go when a snapshot holds what they landed as", () => {
    const pending = acknowledged(begun(NOTHING_PENDING, waiting("op1", mark("t0", 10))), "op1", "s", 5);
    expect(reached(pending, "s", 4).waiting).toHaveLength(1);
    expect(reached(pending, "other", 9).waiting).toHaveLength(1);
    expect(reached(pending, "s", 5).waiting).toEqual([]);
  });

  it("become cards when refused, and never vanish", () => {
    const pending = refusedBy(begun(NOTHING_PENDING, waiting("op1", mark("t0", 10))), "op1", {
      code: "E_FROZEN",
      message: "closed",
    });
    expect(pending.waiting).toEqual([]);
    expect(pending.refused.map(({ code }) => code)).toEqual(["E_FROZEN"]);
  });
});

describe("history", () => {
  it("puts a new act on top and forgets what could have been repeated", () => {
    const step = { ops: ["1"], back: [mark("t0", 0)] };
    const undone = recorded(recorded(NO_HISTORY, step, "act"), { ops: ["2"], back: [] }, "undo");
    expect(undone).toEqual({ undo: [], redo: [{ ops: ["2"], back: [] }] });
    expect(recorded(undone, step, "act").redo).toEqual([]);
  });

  it("does not remember an act that changed nothing", () => {
    expect(recorded(NO_HISTORY, { ops: ["1"], back: [] }, "act")).toBe(NO_HISTORY);
  });
});

describe("an exclusive group", () => {
  const bilingual = { id: "", en: "" };
  const theme = (id: string, group: string | null) => ({
    theme: id,
    parent: null,
    label: bilingual,
    definition: bilingual,
    include: bilingual,
    exclude: bilingual,
    colour: 1,
    key: null,
    scope: { roles: [], speakers: [] },
    exclusive_group: group,
    codable: true,
    place: 0,
    archived: false,
  });

  it("gives way on every base segment that the new span touches, and keeps the same theme", () => {
    const themes = [theme("yes", "g"), theme("no", "g"), theme("free", null)];
    const coding = (id: string, of: string, start: number) => ({
      coding: id,
      coder: "a",
      transcript: "t",
      theme: of,
      start,
      end: start + 2,
    });
    const own = [coding("1", "yes", 5), coding("2", "free", 5), coding("3", "no", 5), coding("4", "yes", 25)];
    const segments = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
      { start: 20, end: 30 },
    ];
    const applying = { round: "r", coding: "5", transcript: "t", theme: "no", start: 0, end: 2 };
    expect(displaced(themes, segments, own, applying)).toEqual(["1"]);
  });
});

function mark(transcript: string, start: number): Undoable {
  return { kind: "review.mark", body: { round: "r", transcript, start, end: start + 10 } };
}
