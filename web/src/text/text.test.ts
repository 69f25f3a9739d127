import { describe, expect, it } from "vitest";
import { AT_START, cursorAt, extended, extendedBySentence, moved, spanOf, widened } from "./cursor";
import { rangeIn, selectedSpan } from "./dom";
import { washesOf } from "./washes";
import { countWords, sentencesIn, snapToLetters, snapToWords, wordsIn } from "./words";

const quote = (text: string) => (span: { start: number; end: number } | null) =>
  span ? text.slice(span.start, span.end) : null;

describe("words", () => {
  it("take the punctuation that touches them", () => {
    const text = "Jadi saya percaya pelan-pelan, “Bu.”";
    expect(wordsIn(text).map(quote(text))).toEqual(["Jadi", "saya", "percaya", "pelan-pelan,", "“Bu.”"]);
  });

  it("are apart where a script writes no spaces", () => {
    const text = "你好世界";
    expect(wordsIn(text).map(quote(text))).toEqual(["你好", "世界"]);
  });

  it("count from where the segment starts", () => {
    expect(wordsIn("satu dua", 100)).toEqual([
      { start: 100, end: 104 },
      { start: 105, end: 108 },
    ]);
  });

  it("are what a loose selection snaps to", () => {
    const text = "Saya pikir omongan saya";
    const words = wordsIn(text);
    expect(quote(text)(snapToWords(words, { start: 7, end: 13 }))).toBe("pikir omongan");
    expect(quote(text)(snapToWords(words, { start: 4, end: 10 }))).toBe("pikir");
    expect(snapToWords(words, { start: 4, end: 5 })).toBeNull();
    expect(countWords(words, { start: 5, end: 18 })).toBe(2);
  });
});

describe("letters", () => {
  it("never lose half of a pair, an accent or a joined sign", () => {
    const letters = ["a", "👩‍👩‍👧", "e\u0301", "😀", "b"];
    const text = letters.join("");
    const edges = letters.map((_, i) => letters.slice(0, i + 1).join("").length);
    for (let start = 0; start < text.length; start++)
      for (let end = start + 1; end <= text.length; end++) {
        const span = snapToLetters(text, { start, end });
        expect([0, ...edges]).toContain(span?.start);
        expect(edges).toContain(span?.end);
      }
  });

  it("leave white space at the edges out", () => {
    expect(snapToLetters(" ab ", { start: 10, end: 14 }, 10)).toEqual({ start: 11, end: 13 });
    expect(snapToLetters("a b", { start: 1, end: 2 })).toBeNull();
  });
});

describe("the word cursor", () => {
  const text = "Satu dua tiga. Empat lima enam.";
  const words = wordsIn(text);
  const sentences = sentencesIn(text);
  const marked = (cursor: { anchor: number; head: number }) => quote(text)(spanOf(cursor, words));

  it("moves by words and stays within the unit", () => {
    expect(marked(moved(AT_START, 1, words.length))).toBe("dua");
    expect(marked(moved(AT_START, -1, words.length))).toBe("Satu");
    expect(marked(moved(AT_START, 99, words.length))).toBe("enam.");
  });

  it("grows and shrinks at its head", () => {
    const two = extended(AT_START, 1, words.length);
    expect(marked(two)).toBe("Satu dua");
    expect(marked(extended(two, -1, words.length))).toBe("Satu");
  });

  it("grows to ends of sentences", () => {
    const one = extendedBySentence(AT_START, 1, words, sentences);
    expect(marked(one)).toBe("Satu dua tiga.");
    expect(marked(extendedBySentence(one, 1, words, sentences))).toBe(text);
  });

  it("widens from word to sentence to unit and back", () => {
    const sentence = widened(AT_START, words, sentences);
    expect(marked(sentence)).toBe("Satu dua tiga.");
    const unit = widened(sentence, words, sentences);
    expect(marked(unit)).toBe(text);
    expect(marked(widened(unit, words, sentences))).toBe("Satu");
  });

  it("finds a span again", () => {
    expect(marked(cursorAt({ start: 5, end: 13 }, words))).toBe("dua tiga.");
  });
});

describe("a place in the drawn text", () => {
  const turn = (start: number, ...parts: string[]): HTMLElement => {
    const element = document.createElement("p");
    element.dataset.start = String(start);
    for (const part of parts) element.append(document.createTextNode(part));
    document.body.append(element);
    return element;
  };

  it("comes back from offsets, also where marks have split the text", () => {
    const element = turn(100, "Saya ", "belajar ", "percaya");
    for (let start = 100; start < 119; start++)
      for (let end = start + 1; end <= 120; end++) {
        const range = rangeIn(element, { start, end });
        expect(range?.toString()).toBe("Saya belajar percaya".slice(start - 100, end - 100));
        if (range) expect(selectedSpan(range, [element])).toEqual({ start, end });
      }
  });

  it("does not leak into the next turn when a triple click ends before its first letter", () => {
    const [one, two] = [turn(0, "Satu dua"), turn(9, "Tiga")];
    const range = document.createRange();
    range.setStart(one.firstChild ?? one, 0);
    range.setEnd(two.firstChild ?? two, 0);
    expect(selectedSpan(range, [one, two])).toEqual({ start: 0, end: 8 });
  });

  it("may cross turns", () => {
    const [one, two] = [turn(0, "Satu dua"), turn(9, "Tiga empat")];
    const range = document.createRange();
    range.setStart(one.firstChild ?? one, 5);
    range.setEnd(two.firstChild ?? two, 4);
    expect(selectedSpan(range, [one, two])).toEqual({ start: 5, end: 13 });
  });
});

describe("washes", () => {
  const segment = { start: 10, end: 30 };

  it("are one theme's where one is coded and neutral where several are", () => {
    const codings = [
      { theme: "a", start: 5, end: 20 },
      { theme: "b", start: 15, end: 25 },
    ];
    expect(washesOf(segment, codings)).toEqual([
      { theme: "a", start: 10, end: 15 },
      { theme: "several", start: 15, end: 20 },
      { theme: "b", start: 20, end: 25 },
    ]);
  });

  it("do not care how many coders chose a theme", () => {
    const codings = [
      { theme: "a", start: 10, end: 20 },
      { theme: "a", start: 15, end: 25 },
    ];
    expect(washesOf(segment, codings)).toEqual([{ theme: "a", start: 10, end: 25 }]);
  });
});
