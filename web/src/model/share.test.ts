import { describe, expect, it } from "vitest";
import type { Segment, Theme } from "./entries";
import { segmentsInScope } from "./selectors";
import { type Share, shareOf } from "./share";

const turn = (start: number, speaker: string): Segment => ({ start, end: start + 9, speaker, start_ms: null });
const turns = [turn(0, "PS-02"), turn(10, "PM-07"), turn(20, "PS-02"), turn(30, "PM-07")];
const speakers = [
  { label: "PM-07", role: "participant" as const },
  { label: "PS-02", role: "interviewer" as const },
];
const none = { id: "", en: "" };
const theme = (roles: Theme["scope"]["roles"]): Theme => ({
  theme: "trust",
  parent: null,
  label: none,
  definition: none,
  include: none,
  exclude: none,
  colour: 1,
  key: null,
  scope: { roles, speakers: [] },
  exclusive_group: null,
  codable: true,
  place: 0,
  archived: false,
});

const share = (themes: readonly Theme[], reviewed: readonly number[]): Share =>
  shareOf(turns, segmentsInScope(turns, speakers, themes), new Set(reviewed));

describe("a coder's part of a transcript", () => {
  it("counts the turns that a theme applies to", () => {
    expect(share([theme(["participant"])], [10])).toEqual({ done: 1, of: 2, next: 4 });
  });

  it("is done when those are reviewed, whatever was reviewed besides", () => {
    expect(share([theme(["participant"])], [10, 20, 30])).toEqual({ done: 2, of: 2, next: undefined });
  });

  it("counts every turn for a theme without a scope", () => {
    expect(share([theme([])], [0])).toEqual({ done: 1, of: 4, next: 2 });
  });
});
