import { describe, expect, it } from "vitest";
import type { Round, Transcript } from "../../../model/entries";
import { around, hasTimes, newerVersion, roundsAbout, turnAt } from "./correction";

const text = {
  transcript: "t",
  version: 1,
  length: 30,
  text: "PS: Apa kabar?\nPM: Baik, terima kasih.",
  segments: [
    { start: 4, end: 14, speaker: "PS", start_ms: null },
    { start: 19, end: 38, speaker: "PM", start_ms: null },
  ],
};

describe("a correction", () => {
  it("is written by hand only where no times would be lost", () => {
    expect(hasTimes(text)).toBe(false);
    expect(hasTimes({ ...text, segments: [{ start: 4, end: 14, speaker: "PS", start_ms: 0 }] })).toBe(true);
  });

  it("names the turn of a change, or the one that follows it", () => {
    expect([0, 5, 16, 20, 99].map((offset) => turnAt(text.segments, offset))).toEqual([1, 1, 2, 2, 2]);
  });

  it("shows a change among the words of its line", () => {
    expect(around(text.text, { start: 19, end: 23 })).toEqual({ before: "PM: ", after: ", terima kasih." });
    const long = "kata ".repeat(40);
    const { before, after } = around(long, { start: 100, end: 105 });
    expect(before).toMatch(/^… (kata )+$/);
    expect(after).toMatch(/^(kata )+…$/);
  });

  it("tells the rounds that take it over from those that keep their version", () => {
    const round = (id: string, phase: Round["phase"], transcript = "t"): Round => ({
      round: id,
      name: id,
      mode: "open",
      phase,
      unit: "turn",
      rule: "any",
      codebook_version: 1,
      transcripts: [{ transcript, version: 1 }],
      assignments: [],
      rev: 1,
    });
    const rounds = [round("a", "coding"), round("b", "draft"), round("c", "final"), round("d", "coding", "other")];
    const { take, later, keep } = roundsAbout(rounds, { transcript: "t" } as Transcript, ["a"]);
    expect([take, later, keep].map((some) => some.map((it) => it.round))).toEqual([["a"], ["b"], ["c"]]);
  });

  it("knows from a refusal that a newer version is there", () => {
    expect(newerVersion({ code: "E_STALE", message: "", detail: { version: 3 } })).toBe(3);
    expect(newerVersion({ code: "E_STALE", message: "", detail: { rev: 3 } })).toBeUndefined();
    expect(newerVersion({ code: "E_BAD", message: "", detail: { version: 3 } })).toBeUndefined();
  });
});
