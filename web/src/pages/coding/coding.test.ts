import { describe, expect, it } from "vitest";
import { Client } from "../../live/client";
import { settled, TestClock } from "../../testing/clock";
import { ANI, BUDI, ROUND, STUDY, sampleServer, sampleText, THEMES, TRANSCRIPT } from "../../testing/sample";
import {
  beginEdges,
  chooseCoding,
  extendWord,
  goByUnit,
  goToDifference,
  goToTheme,
  goToUnreviewed,
  keepEdges,
  moveEdge,
  moveWord,
  removeChosen,
  reviewAndGoOn,
  stepOut,
  takeReviewBack,
  toggleTheme,
  undo,
} from "./acts";
import { placeBars } from "./bars";
import { Desk } from "./desk";
import { foundThemes } from "./found";

const text = sampleText([
  "Apa yang Mas pikirkan?",
  "Saya tidak percaya siapa-siapa.",
  "Sejak kapan?",
  "Sejak dua minggu, Bu.",
]);

async function desks(
  mode: "blind" | "open",
): Promise<{ ani: Desk; budi: Desk; server: ReturnType<typeof sampleServer> }> {
  const server = sampleServer(mode, text);
  const clock = new TestClock();
  let ids = 0;
  const sit = (member: string): Desk => {
    const newId = () => `${member}-${++ids}`;
    const client = new Client({ dial: server.dialAs(member), csrf: () => "c", clock, newId, build: "test" });
    client.start();
    return new Desk(client.open(STUDY), ROUND, text, 1);
  };
  const [ani, budi] = [sit(ANI), sit(BUDI)];
  await settled();
  return { ani, budi, server };
}

const codes = (desk: Desk) => desk.codings.value.map((it) => `${it.coder} ${desk.nameOf(it.theme)}: ${desk.quote(it)}`);

describe("the desk", () => {
  it("codes the unit when nothing is marked, and the same key takes it back", async () => {
    const { ani } = await desks("open");
    toggleTheme(ani, "theme-2");
    expect(codes(ani)).toEqual(["ani Trust: Saya tidak percaya siapa-siapa."]);
    toggleTheme(ani, "theme-2");
    expect(codes(ani)).toEqual([]);
  });

  it("codes the words that the cursor marks", async () => {
    const { ani } = await desks("open");
    moveWord(ani, 1);
    moveWord(ani, 1);
    extendWord(ani, 1);
    toggleTheme(ani, "theme-2");
    expect(codes(ani)).toEqual(["ani Trust: tidak percaya"]);
    stepOut(ani);
    expect(ani.span.value).toBeNull();
  });

  it("goes by units that count, leaving the interviewer out", async () => {
    const { ani } = await desks("open");
    goByUnit(ani, 1);
    expect(ani.at.value).toBe(3);
    goByUnit(ani, 1);
    expect(ani.at.value).toBe(3);
    goByUnit(ani, -1);
    expect(ani.at.value).toBe(1);
  });

  it("reviews and goes on, and takes a review back", async () => {
    const { ani } = await desks("open");
    reviewAndGoOn(ani);
    expect([ani.at.value, ani.progress.value]).toMatchObject([3, { done: 1, of: 2 }]);
    goToUnreviewed(ani, -1);
    expect(ani.at.value).toBe(3);
    goByUnit(ani, -1);
    takeReviewBack(ani);
    expect(ani.progress.value).toMatchObject({ done: 0, of: 2 });
  });

  it("removes the chosen coding and puts it back on undo", async () => {
    const { ani } = await desks("open");
    toggleTheme(ani, "theme-2");
    toggleTheme(ani, "theme-3");
    chooseCoding(ani, 1);
    chooseCoding(ani, 1);
    removeChosen(ani);
    expect(codes(ani)).toHaveLength(1);
    undo(ani);
    await settled();
    expect(codes(ani)).toHaveLength(2);
  });

  it("gives each coder of an open round a lane, and can hide the others", async () => {
    const { ani, budi } = await desks("open");
    toggleTheme(budi, "theme-1");
    await settled();
    expect(ani.lanes.value).toEqual([ANI, BUDI, "citra"]);
    expect(codes(ani)).toHaveLength(1);
    ani.toggleOthers();
    expect(codes(ani)).toEqual([]);
  });

  it("shows one theme or fewer coders without forgetting what is there", async () => {
    const { ani, budi } = await desks("open");
    toggleTheme(ani, "theme-2");
    toggleTheme(budi, "theme-1");
    await settled();
    ani.onlyTheme.value = "theme-1";
    expect(codes(ani).map((it) => it.split(" ")[0])).toEqual(["budi"]);
    ani.toggleLane(BUDI);
    expect(codes(ani)).toEqual([]);
    expect(ani.counts.value.get("theme-2")).toBe(1);
    toggleTheme(ani, "theme-2");
    ani.onlyTheme.value = null;
    expect(codes(ani)).toEqual([]);
  });

  it("goes to the next coding of the chosen theme, and to the next difference", async () => {
    const { ani, budi } = await desks("open");
    toggleTheme(ani, "theme-2");
    reviewAndGoOn(ani);
    toggleTheme(ani, "theme-2");
    reviewAndGoOn(ani);
    budi.goTo(1);
    toggleTheme(budi, "theme-2");
    reviewAndGoOn(budi);
    reviewAndGoOn(budi);
    await settled();
    ani.goTo(0);
    goToTheme(ani, 1);
    expect([ani.at.value, ani.chosenTheme.value]).toEqual([1, "theme-2"]);
    goToTheme(ani, 1);
    goToTheme(ani, 1);
    expect(ani.at.value).toBe(3);
    ani.goTo(0);
    goToDifference(ani, 1);
    expect(ani.at.value).toBe(3);
    goToDifference(ani, -1);
    expect(ani.at.value).toBe(3);
  });

  it("moves the edges of a coding, and one undo moves them back", async () => {
    const { ani } = await desks("open");
    moveWord(ani, 1);
    moveWord(ani, 1);
    toggleTheme(ani, "theme-2");
    expect(codes(ani)).toEqual(["ani Trust: tidak"]);
    stepOut(ani);
    beginEdges(ani);
    extendWord(ani, 1);
    moveEdge(ani, "start", -1);
    expect(codes(ani)).toEqual(["ani Trust: tidak"]);
    keepEdges(ani);
    expect(codes(ani)).toEqual(["ani Trust: Saya tidak percaya"]);
    undo(ani);
    expect(codes(ani)).toEqual(["ani Trust: tidak"]);
    beginEdges(ani);
    extendWord(ani, 1);
    stepOut(ani);
    expect([codes(ani), ani.edging.value]).toEqual([["ani Trust: tidak"], null]);
  });

  it("has one lane in a blind round, whatever others do", async () => {
    const { ani, budi } = await desks("blind");
    toggleTheme(budi, "theme-1");
    await settled();
    expect(ani.isBlind.value).toBe(true);
    expect(ani.lanes.value).toEqual([ANI]);
    expect(codes(ani)).toEqual([]);
  });

  it("cannot change anything once the round is closed, and says why", async () => {
    const { ani, server } = await desks("open");
    server.record("study", ANI, { kind: "round.move", body: { round: ROUND, to: "closed" } });
    await settled();
    expect(ani.readOnly.value).toBe("closed");
    toggleTheme(ani, "theme-2");
    reviewAndGoOn(ani);
    expect([codes(ani), ani.progress.value.done]).toEqual([[], 0]);
  });

  it("draws only those units anew whose codings changed", async () => {
    const { ani } = await desks("open");
    toggleTheme(ani, "theme-2");
    const before = ani.placed.value;
    goByUnit(ani, 1);
    toggleTheme(ani, "theme-3");
    expect(ani.placed.value[1]).toBe(before[1]);
    expect(ani.placed.value[3]).not.toBe(before[3]);
  });
});

describe("the quick search", () => {
  it("finds names in both languages, those that begin so first", () => {
    const names = (words: string) => foundThemes(THEMES, words).map(({ label }) => label.id);
    expect(names("pen")).toEqual(["Penolakan", "Penguatan"]);
    expect(names("TRUST")).toEqual(["Kepercayaan"]);
    expect(names("an")).toEqual(["Bimbingan", "Kepercayaan", "Penolakan", "Penguatan"]);
    expect(names("zzz")).toEqual([]);
  });
});

describe("bars", () => {
  const coding = (id: string, coder: string) => ({
    coding: id,
    coder,
    transcript: TRANSCRIPT,
    theme: "theme-1",
    start: 0,
    end: 1,
  });

  it("stand two side by side at most; more are counted", () => {
    const measured = ["1", "2", "3"].map((id) => ({ coding: coding(id, ANI), top: 0, bottom: 40 }));
    const { bars, more } = placeBars(measured, [ANI, BUDI]);
    expect(bars.map(({ column }) => column)).toEqual([0, 1]);
    expect([...more]).toEqual([[0, 1]]);
  });

  it("share a column where one ends before the other begins", () => {
    const measured = [
      { coding: coding("1", BUDI), top: 0, bottom: 20 },
      { coding: coding("2", BUDI), top: 20, bottom: 40 },
    ];
    expect(placeBars(measured, [ANI, BUDI]).bars.map(({ lane, column }) => [lane, column])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
