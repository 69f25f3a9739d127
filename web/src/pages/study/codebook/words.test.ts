import { describe, expect, it } from "vitest";
import { compareWords, type Piece } from "./words";

const shown = (before: string, after: string) =>
  compareWords(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}]` : `[+${text}]`))
    .join("");
const only = (pieces: readonly Piece[], without: Piece["kind"]) =>
  pieces.flatMap((piece) => (piece.kind === without ? [] : [piece.text])).join("");

describe("two versions of a text", () => {
  it("share what they share, word by word", () => {
    expect(shown("percaya tanpa tindakan", "percaya yang belum tampak")).toBe(
      "percaya [-tanpa tindakan][+yang belum tampak]",
    );
  });

  it("mark a word that was put in or taken out alone", () => {
    expect(shown("says what she thinks", "says aloud what she thinks")).toBe("says [+aloud ]what she thinks");
    expect(shown("says aloud what she thinks", "says what she thinks")).toBe("says [-aloud ]what she thinks");
  });

  it("are one piece where nothing changed, and none where there is no text", () => {
    expect(compareWords("sama saja", "sama saja")).toEqual([{ kind: "same", text: "sama saja" }]);
    expect(compareWords("", "")).toEqual([]);
  });

  it("are all added or all removed when one of them is empty", () => {
    expect(shown("", "baru")).toBe("[+baru]");
    expect(shown("lama", "")).toBe("[-lama]");
  });

  it("keep letters with marks whole", () => {
    expect(shown("café tutup", "cafe tutup")).toBe("[-café][+cafe] tutup");
  });

  it("give each of them back exactly", () => {
    const words = ["a", "b", "c", " ", "  ", ".", "\n"];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    const text = () => Array.from({ length: next(14) }, () => words[next(words.length)]).join("");
    for (let i = 0; i < 500; i++) {
      const [before, after] = [text(), text()];
      const pieces = compareWords(before, after);
      expect([before, after, only(pieces, "added"), only(pieces, "removed")]).toEqual([before, after, before, after]);
    }
  });

  it("are shown as replaced whole when they are too long to compare", () => {
    const one = Array.from({ length: 1100 }, (_, i) => `x${i}`).join(" ");
    const other = Array.from({ length: 1100 }, (_, i) => `y${i}`).join("-");
    expect(compareWords(one, other)).toEqual([
      { kind: "removed", text: one },
      { kind: "added", text: other },
    ]);
  });
});
