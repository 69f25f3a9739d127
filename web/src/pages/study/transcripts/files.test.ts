import { describe, expect, it } from "vitest";
import { encodeRoles, guessRole, newFile, type Preview, textAsKept, typeOf } from "./files";

const preview = (change: Partial<Preview>): Preview => ({
  text_length: 0,
  segments: [],
  speakers: [],
  median_words: 0,
  longest_words: 0,
  format: "turns",
  warnings: [],
  ...change,
});
const bytes = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

describe("a chosen file", () => {
  it("is told by its name", () => {
    expect(["T-05.TXT", "a.vtt", "a.docx"].map(typeOf)).toEqual(["text/plain", "text/vtt", undefined]);
  });

  it("is called as the file is, without its ending", () => {
    expect(newFile(new File([], "T-06 Observasi.txt"))).toMatchObject({ name: "T-06 Observasi", kind: "observation" });
    expect(newFile(new File([], "T-05.wawancara.vtt"))).toMatchObject({ name: "T-05.wawancara", kind: "interview" });
  });
});

describe("a speaker", () => {
  it("is taken for an interviewer by the usual labels, else for a participant", () => {
    expect(["PS-02", "I", "Pewawancara", "Interviewer 1"].map(guessRole)).toEqual(Array(4).fill("interviewer"));
    expect(["PM-07", "Ibu Sari", "P1"].map(guessRole)).toEqual(Array(3).fill("participant"));
  });

  it("travels with its role in letters that an address takes", () => {
    const code = encodeRoles({ "Bu Évi": "participant", "P?>": "other" });
    expect(code).toMatch(/^[A-Za-z0-9_-]+$/);
    const plain = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const read = new TextDecoder().decode(Uint8Array.from(plain, (char) => char.charCodeAt(0)));
    expect(JSON.parse(read)).toEqual({ "Bu Évi": "participant", "P?>": "other" });
  });
});

describe("the text of a preview", () => {
  it("is the file's own, with line feeds and without a byte order mark", () => {
    expect(textAsKept(bytes("\uFEFFA: ya\r\nB: baik"), preview({ text_length: 13 }))).toBe("A: ya\nB: baik");
  });

  it("is not shown where the server keeps another text", () => {
    expect(textAsKept(bytes("WEBVTT"), preview({ text_length: 6, format: "webvtt" }))).toBeUndefined();
    expect(textAsKept(bytes("A: ya"), preview({ text_length: 7 }))).toBeUndefined();
  });
});
