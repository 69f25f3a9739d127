import { describe, expect, it } from "vitest";
import { codingsIn, codingsToCheck, orphansOf, reviewedStarts } from "../model/selectors";
import { settled, TestClock } from "../testing/clock";
import { ANI, BUDI, correctSample, ROUND, STUDY, sampleServer, sampleText, TRANSCRIPT } from "../testing/sample";
import { Client } from "./client";
import type { Study } from "./store";

const text = sampleText(["Apa kabar?", "Saya percaya kepada Ibu.", "Sejak kapan?", "Sejak dua minggu."]);
const corrected = {
  ...sampleText(["Apa kabar?", "Saya percaya pada Ibu.", "Sejak kapan?", "Tidak ingat."]),
  version: 2,
};

let codings = 0;
function apply(study: Study, start: number, end: number): string {
  const coding = `coding-${++codings}`;
  const body = { round: ROUND, coding, transcript: TRANSCRIPT, theme: "theme-2", start, end };
  void study.act({ kind: "coding.apply", body });
  return coding;
}

function review(study: Study, start: number, end: number): void {
  void study.act({ kind: "review.mark", body: { round: ROUND, transcript: TRANSCRIPT, start, end } });
}

async function team() {
  const server = sampleServer("open", text);
  const clock = new TestClock();
  let ids = 0;
  const join = (member: string): Study => {
    const newId = () => `${member}-${++ids}`;
    const client = new Client({ dial: server.dialAs(member), csrf: () => "c", clock, newId, build: "test" });
    const study = client.open(STUDY);
    client.start();
    return study;
  };
  const ani = join(ANI);
  await settled();
  const [changed, lost] = [apply(ani, 11, 35), apply(ani, 49, 66)];
  review(ani, 11, 35);
  review(ani, 36, 48);
  await settled();
  correctSample(server, corrected, {
    work: {
      coder: ANI,
      codings: [{ coding: changed, start: 11, end: 33, anchor: "check" }],
      orphans: [lost],
      reviews_cleared: [
        { start: 11, end: 35 },
        { start: 36, end: 48 },
      ],
      reviews: [{ start: 34, end: 46 }],
    },
  });
  await settled();
  return { server, ani, join, changed, lost };
}

describe("a correction, live", () => {
  it("moves the round to the new version and the codings to their new places", async () => {
    const { ani, changed, lost } = await team();
    expect(ani.rounds.value[0]?.transcripts).toEqual([{ transcript: TRANSCRIPT, version: 2 }]);
    const work = ani.work(ROUND).value;
    expect(codingsToCheck(work, TRANSCRIPT, ANI).map(({ coding, end }) => [coding, end])).toEqual([[changed, 33]]);
    expect(orphansOf(work, TRANSCRIPT, ANI).map(({ coding }) => coding)).toEqual([lost]);
    expect(reviewedStarts(work, TRANSCRIPT, ANI)).toEqual(new Set([34]));
  });

  it("is the same to one who comes later, by snapshot", async () => {
    const { ani, join } = await team();
    const budi = join(BUDI);
    await settled();
    expect(budi.study.value).toEqual(ani.study.value);
    expect(budi.work(ROUND).value).toEqual(ani.work(ROUND).value);
  });

  it("is settled by its coder: confirmed at once, and let go", async () => {
    const { server, ani, changed, lost } = await team();
    server.hold(ANI);
    void ani.submit("coding.confirm", { round: ROUND, coding: changed });
    void ani.submit("coding.remove", { round: ROUND, coding: lost });
    expect(codingsToCheck(ani.work(ROUND).value, TRANSCRIPT, ANI)).toEqual([]);
    expect(orphansOf(ani.work(ROUND).value, TRANSCRIPT, ANI)).toEqual([]);
    await settled();
    server.release(ANI);
    await settled();
    expect(ani.pending.value.waiting).toEqual([]);
    expect(codingsIn(ani.work(ROUND).value, TRANSCRIPT).map(({ anchor }) => anchor)).toEqual([undefined]);
    expect(ani.toUndo.value?.[0]?.kind).toBe("review.clear");
  });
});
