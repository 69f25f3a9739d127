import { describe, expect, it } from "vitest";
import { foldSettled } from "./fold";
import { decisionKey, NOTHING_SETTLED } from "./state";
import { type Undoable, undecided } from "./undo";

const place = { round: "r", transcript: "t1", theme: "trust", start: 100, end: 200 };
const record = (decision: string, outcome: "none" | "defer" = "none") => ({
  kind: "decision.record" as const,
  body: { ...place, decision, outcome, codings: [], reason: "Sesuai definisi." },
});
const withdraw = { kind: "decision.withdraw" as const, body: place };
const KEY = decisionKey(place);
let seq = 0;
const done = <A extends Pick<Undoable, "kind" | "body">>(act: A) => ({
  seq: ++seq,
  actor: "dewi",
  at: "2026-11-24T10:00:00Z",
  ...act,
});

describe("what is settled", () => {
  it("holds one decision per theme and segment, counted from 1, with who made it and when", () => {
    const once = foldSettled(NOTHING_SETTLED, done(record("d1")));
    expect(once.decisions.get(KEY)).toMatchObject({ decision: "d1", by: "dewi", at: "2026-11-24T10:00:00Z", rev: 1 });
    const twice = foldSettled(once, done(record("d2", "defer")));
    expect([...twice.decisions.values()].map(({ decision, rev }) => [decision, rev])).toEqual([["d2", 2]]);
    const open = foldSettled(twice, done(withdraw));
    expect(open.decisions.size).toBe(0);
    expect(foldSettled(open, done(record("d3"))).decisions.get(KEY)?.rev).toBe(1);
  });
  it("forgets a reason that is erased, and keeps the decision", () => {
    const told = { ...record("d1"), body: { ...record("d1").body, content: "c1" } };
    const erase = (content: string) => ({ kind: "content.erase" as const, body: { round: "r", content } });
    const standing = foldSettled(NOTHING_SETTLED, done(told));
    expect(foldSettled(standing, { ...done(withdraw), ...erase("c2") })).toEqual(standing);
    const after = foldSettled(standing, { ...done(withdraw), ...erase("c1") }).decisions.get(KEY);
    expect(after).toMatchObject({ decision: "d1", outcome: "none", reason: null, rev: 1 });
  });
  it("keeps what was adopted by itself, whatever is decided", () => {
    const coding = { coding: "c", transcript: "t1", theme: "trust", start: 110, end: 120, basis: "agreed" as const };
    const adopt = {
      seq: 1,
      actor: "dewi",
      at: "",
      kind: "reference.adopt" as const,
      body: { round: "r", codings: [coding] },
    };
    const after = foldSettled(foldSettled(NOTHING_SETTLED, adopt), done(record("d1")));
    expect(after.adopted).toEqual([coding]);
  });
});

describe("taking back a decision", () => {
  it("withdraws the first one, at the revision that it will have", () => {
    expect(undecided(NOTHING_SETTLED, record("d1"))).toEqual([{ ...withdraw, ifRev: 1 }]);
  });
  it("puts back the earlier one, at the revision of the later", () => {
    const once = foldSettled(NOTHING_SETTLED, done(record("d1")));
    expect(undecided(once, record("d2", "defer"))).toEqual([{ ...record("d1"), ifRev: 2 }]);
  });
  it("puts back what was withdrawn, where nothing stands", () => {
    const once = foldSettled(NOTHING_SETTLED, done(record("d1")));
    expect(undecided(once, withdraw)).toEqual([record("d1")]);
    expect(undecided(NOTHING_SETTLED, withdraw)).toEqual([]);
  });
});
