import { describe, expect, it } from "vitest";
import type { Theme } from "../../../model/entries";
import { isSame, merge, withPart } from "./merge";

const base: Theme = {
  theme: "trust",
  parent: null,
  label: { id: "Kepercayaan", en: "Trust" },
  definition: { id: "lama", en: "old" },
  include: { id: "", en: "" },
  exclude: { id: "", en: "" },
  colour: 4,
  key: null,
  scope: { roles: [], speakers: [] },
  exclusive_group: null,
  codable: true,
  place: 0,
  archived: false,
};

describe("two people who change the same theme", () => {
  it("get along where they changed different parts", () => {
    const mine = { ...base, definition: { id: "baru", en: "old" }, key: "4" };
    const theirs = { ...base, definition: { id: "lama", en: "new" }, place: 2 };
    expect(merge(base, mine, theirs)).toEqual({
      theme: { ...base, definition: { id: "baru", en: "new" }, key: "4", place: 2 },
      conflicts: [],
    });
  });

  it("are asked about each part that both changed, and lose neither text", () => {
    const mine = { ...base, definition: { id: "saya", en: "old" }, colour: 1 };
    const theirs = { ...base, definition: { id: "mereka", en: "old" }, colour: 2 };
    const { theme, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([{ field: "definition", language: "id" }, { field: "colour" }]);
    expect(theme).toEqual(theirs);
    expect(withPart(theme, mine, { field: "definition", language: "id" }).definition).toEqual({
      id: "saya",
      en: "old",
    });
  });

  it("have nothing to settle where both wrote the same", () => {
    const both = { ...base, scope: { roles: ["participant" as const], speakers: [] } };
    expect(merge(base, both, { ...both })).toEqual({ theme: both, conflicts: [] });
  });
});

describe("a theme", () => {
  it("is the same as another with equal parts", () => {
    expect(isSame(base, structuredClone(base))).toBe(true);
    expect(isSame(base, { ...base, place: 1 })).toBe(false);
  });
});
