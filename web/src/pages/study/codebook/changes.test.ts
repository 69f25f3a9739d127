import { describe, expect, it } from "vitest";
import type { Theme } from "../../../model/entries";
import { compareThemes } from "./changes";
import { freeSlot, inTreeOrder, moved, possibleParents, rowsOf, treeOf } from "./tree";

const theme = (id: string, change: Partial<Theme> = {}): Theme => ({
  theme: id,
  parent: null,
  label: { id, en: "" },
  definition: { id: "", en: "" },
  include: { id: "", en: "" },
  exclude: { id: "", en: "" },
  colour: 1,
  key: null,
  scope: { roles: [], speakers: [] },
  exclusive_group: null,
  codable: true,
  place: 0,
  archived: false,
  ...change,
});
const ids = (themes: readonly Theme[]) => themes.map((each) => each.theme);

const social = theme("social", { codable: false });
const trust = theme("trust", { parent: "social", place: 0 });
const closeness = theme("closeness", { parent: "social", place: 1 });
const guidance = theme("guidance", { parent: "social", place: 2 });
const factors = theme("factors", { place: 1 });
const book = [guidance, factors, closeness, social, trust];

describe("the tree of a codebook", () => {
  it("puts themes under their parents in order of place", () => {
    expect(ids(inTreeOrder(book))).toEqual(["social", "trust", "closeness", "guidance", "factors"]);
  });

  it("hides what stands under a folded theme, and says level, place and size of each line", () => {
    const rows = rowsOf(treeOf(book), new Set());
    expect(rows[2]).toMatchObject({ level: 2, posInSet: 2, setSize: 3 });
    expect(rowsOf(treeOf(book), new Set(["social"])).map((row) => row.theme.theme)).toEqual(["social", "factors"]);
  });

  it("leaves out what is archived, and keeps what stood under it in sight", () => {
    expect(ids(inTreeOrder([{ ...social, archived: true }, trust]))).toEqual(["trust"]);
  });

  it("moves a theme among its siblings by changing only the places that differ", () => {
    expect(moved(book, closeness, -1).map((t) => [t.theme, t.place])).toEqual([
      ["closeness", 0],
      ["trust", 1],
    ]);
    expect(moved(book, trust, -1)).toEqual([]);
    expect(moved(book, guidance, 1)).toEqual([]);
  });

  it("moves among siblings that all have the same place", () => {
    const alike = [theme("a"), theme("b"), theme("c")];
    const places = new Map(moved(alike, alike[2] as Theme, -1).map((t) => [t.theme, t.place]));
    expect(ids(inTreeOrder(alike.map((t) => ({ ...t, place: places.get(t.theme) ?? t.place }))))).toEqual([
      "a",
      "c",
      "b",
    ]);
  });

  it("offers no parent that would close a circle", () => {
    expect(ids(possibleParents(book, "social"))).toEqual(["factors"]);
    expect(ids(possibleParents(book, "trust"))).toEqual(["social", "closeness", "guidance", "factors"]);
  });

  it("proposes the first colour that is least used", () => {
    expect(freeSlot([theme("a", { colour: 1 }), theme("b", { colour: 2 })])).toBe(3);
    expect(freeSlot(Array.from({ length: 12 }, (_, i) => theme(`${i}`, { colour: i + 1 })).slice(1))).toBe(1);
  });
});

describe("two versions of a codebook", () => {
  it("differ in nothing when they are equal", () => {
    expect(compareThemes(book, book)).toEqual([]);
  });

  it("tell which texts and which settings of a theme changed", () => {
    const after = {
      ...trust,
      exclude: { id: "tanpa tindakan", en: "" },
      key: "4",
      scope: { roles: ["participant" as const], speakers: [] },
    };
    expect(compareThemes(book, [...book.slice(0, 4), after])).toEqual([
      { kind: "changed", before: trust, after, texts: ["exclude"], settings: ["key", "scope"], isMoved: false },
    ]);
  });

  it("tell what came and what went, archived ones too", () => {
    const rejection = theme("rejection");
    const after = [...book.slice(0, 4), { ...trust, archived: true }, rejection];
    expect(compareThemes(book, after)).toEqual([
      { kind: "added", after: rejection },
      { kind: "removed", before: trust },
    ]);
  });

  it("tell a move, and do not take a newcomer above for one", () => {
    const swapped = book.map((t) => (t === trust ? { ...t, place: 1 } : t === closeness ? { ...t, place: 0 } : t));
    expect(compareThemes(book, swapped)).toMatchObject([{ isMoved: true }, { isMoved: true }]);
    const pushed = [
      theme("new", { parent: "social", place: 0 }),
      ...book.map((t) => (t.parent === "social" ? { ...t, place: t.place + 1 } : t)),
    ];
    expect(compareThemes(book, pushed)).toMatchObject([{ kind: "added" }]);
  });

  it("tell a new parent as a setting, not as a move", () => {
    const after = book.map((t) => (t === trust ? { ...t, parent: "factors" } : t));
    expect(compareThemes(book, after)).toMatchObject([{ settings: ["parent"], isMoved: false }]);
  });
});
