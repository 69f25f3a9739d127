import { describe, expect, it } from "vitest";
import { aroundFound, foundIn } from "./find";

const text = "Saya  percaya kepada Ibu.\nPERCAYA? (Tidak.) Saya percaya.";
const segments = [
  { start: 0, end: 25, speaker: "PM-07", start_ms: null },
  { start: 26, end: text.length, speaker: "PM-07", start_ms: null },
];
const quotes = (words: string) =>
  foundIn(text, segments, words).map(({ index, start, end }) => `${index}: ${text.slice(start, end)}`);

describe("words in a text", () => {
  it("are found without regard to case and spacing, turn by turn", () => {
    expect(quotes("percaya")).toEqual(["0: percaya", "1: PERCAYA", "1: percaya"]);
    expect(quotes(" saya percaya ")).toEqual(["0: Saya  percaya", "1: Saya percaya"]);
    expect(quotes("Ibu. percaya")).toEqual([]);
  });
  it("are taken by the letter, whatever they mean in a pattern", () => {
    expect(quotes("(tidak.)")).toEqual(["1: (Tidak.)"]);
    expect([".", "   ", "a-b", "[", "\\"].map((words) => quotes(words).length)).toEqual([3, 0, 0, 0, 0]);
  });
  it("stand between some of their neighbours within the turn", () => {
    const [first] = foundIn(text, segments, "kepada");
    expect(first && aroundFound(text, first, segments[0] ?? { start: 0, end: 0 }, 8)).toEqual({
      before: "… percaya ",
      found: "kepada",
      after: " Ibu.",
    });
  });
});
