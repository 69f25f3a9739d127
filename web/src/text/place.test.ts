import { describe, expect, it } from "vitest";
import { sampleText } from "../testing/sample";
import { placeOver, turnOver } from "./place";

const before = sampleText([
  "Apa kabar?",
  "Saya percaya kepada Ibu.",
  "Ya?",
  "Saya percaya.",
  "Ya?",
  "Sejak dua minggu.",
]);
const after = sampleText([
  "Selamat pagi.",
  "Pagi, Bu.",
  "Apa kabar?",
  "Saya percaya pada Ibu.",
  "Ya?",
  "Saya percaya.",
  "Ya?",
  "Tidak ingat.",
]);
const spanIn = ({ text }: typeof before, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

describe("a turn in a corrected text", () => {
  it("is the one with the same words", () => {
    expect([turnOver(before, after, 0), turnOver(before, after, 3)]).toEqual([2, 5]);
  });

  it("stands by its unchanged neighbour where its own words changed, or others have them too", () => {
    expect([1, 2, 4, 5].map((turn) => turnOver(before, after, turn))).toEqual([3, 4, 6, 7]);
  });

  it("is never one that is not there", () => {
    const short = sampleText(["Lain."]);
    expect([0, 3, 5].map((turn) => turnOver(before, short, turn))).toEqual([0, 0, 0]);
    expect(turnOver(before, { ...short, segments: [] }, 3)).toBe(0);
    expect(turnOver(sampleText(["Lain.", "Apa kabar?"]), before, 0)).toBe(0);
  });

  it("stays before what follows it", () => {
    const gone = sampleText(["Apa kabar?", "Saya percaya."]);
    expect([1, 2].map((turn) => turnOver(before, gone, turn))).toEqual([0, 0]);
  });
});

describe("a place in a corrected text", () => {
  it("is found by its words, nearest to where they were", () => {
    const second = spanIn(before, "Saya percaya", 20);
    expect(placeOver(before, after, second)).toEqual({ turn: 5, span: spanIn(after, "Saya percaya", 60) });
    expect(placeOver(before, after, spanIn(before, "percaya"))).toEqual({ turn: 3, span: spanIn(after, "percaya") });
  });

  it("is known by its turn alone once its words are gone", () => {
    expect(placeOver(before, after, spanIn(before, "kepada"))).toEqual({ turn: 3, span: undefined });
    expect(placeOver(before, after, spanIn(before, "dua minggu"))).toEqual({ turn: 7, span: undefined });
    expect(placeOver(before, after, { start: 3, end: 3 }).span).toBeUndefined();
  });
});
