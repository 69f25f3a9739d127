import { describe, expect, it } from "vitest";
import { placeOf } from "./folder";
import { crc32, zip } from "./zip";

describe("a ZIP file", () => {
  it("counts its bytes as the standard's check value says", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });

  it("holds each file as it is, and ends with a directory that names them all", async () => {
    const content = new TextEncoder().encode("tema\nmarah\n");
    const bytes = new Uint8Array(await zip([{ path: "transkrip/é.txt", bytes: content }]).arrayBuffer());
    const view = new DataView(bytes.buffer);
    const end = bytes.length - 22;
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint16(end + 10, true)).toBe(1);
    const directory = view.getUint32(end + 16, true);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    expect(view.getUint32(directory + 42, true)).toBe(0);
    const nameLength = view.getUint16(26, true);
    expect(new TextDecoder().decode(bytes.slice(30, 30 + nameLength))).toBe("transkrip/é.txt");
    expect(bytes.slice(30 + nameLength, 30 + nameLength + content.length)).toEqual(content);
    expect(view.getUint32(14, true)).toBe(crc32(content));
  });
});

describe("a fault", () => {
  it("is placed by file, line and column as far as they are known", () => {
    const fault = { file: "codings.csv", line: 4, column: 8, kind: "unknown_theme", message: "" };
    expect(placeOf(fault)).toBe("codings.csv:4:8");
    expect(placeOf({ ...fault, column: 0 })).toBe("codings.csv:4");
    expect(placeOf({ ...fault, line: 0, column: 0 })).toBe("codings.csv");
  });
});
