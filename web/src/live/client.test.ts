import { describe, expect, it } from "vitest";
import { codingsIn, reviewedStarts } from "../model/selectors";
import { settled, TestClock } from "../testing/clock";
import type { FakeServer } from "../testing/fakeServer";
import { ANI, BUDI, ROUND, STUDY, sampleServer, sampleText, TRANSCRIPT } from "../testing/sample";
import { Client } from "./client";
import type { Study } from "./store";

const text = sampleText(["Apa kabar?", "Saya percaya kepada Ibu.", "Sejak kapan?", "Sejak dua minggu."]);

interface Desk {
  readonly client: Client;
  readonly study: Study;
}

async function team(mode: "blind" | "open"): Promise<{ server: FakeServer; clock: TestClock; ani: Desk; budi: Desk }> {
  const server = sampleServer(mode, text);
  const clock = new TestClock();
  let ids = 0;
  const join = (member: string): Desk => {
    const newId = () => `${member}-${++ids}`;
    const client = new Client({ dial: server.dialAs(member), csrf: () => "c", clock, newId, build: "test" });
    const study = client.open(STUDY);
    client.start();
    return { client, study };
  };
  const [ani, budi] = [join(ANI), join(BUDI)];
  await settled();
  return { server, clock, ani, budi };
}

let codings = 0;
function apply({ study }: Desk, theme: number, start: number, end: number) {
  const body = {
    round: ROUND,
    coding: `coding-${++codings}`,
    transcript: TRANSCRIPT,
    theme: `theme-${theme}`,
    start,
    end,
  };
  return study.act({ kind: "coding.apply", body });
}
const seen = ({ study }: Desk) =>
  codingsIn(study.work(ROUND).peek(), TRANSCRIPT).map(({ coder, theme, start }) => `${coder} ${theme} ${start}`);
const review = ({ study }: Desk, start: number, end: number) =>
  study.act({ kind: "review.mark", body: { round: ROUND, transcript: TRANSCRIPT, start, end } });

describe("a study, live", () => {
  it("is ready once its stream was read", async () => {
    const { ani } = await team("open");
    expect(ani.study.status.value).toBe("ready");
    expect(ani.study.me.value).toEqual({ member: ANI, role: "coder" });
    expect(ani.study.study.value?.name).toBe("Studi contoh");
    expect(ani.study.drafts.value).toBeNull();
  });

  it("shows one's own act at once and the others' when they come", async () => {
    const { ani, budi } = await team("open");
    const answer = apply(ani, 2, 11, 23);
    expect(seen(ani)).toEqual(["ani theme-2 11"]);
    expect(seen(budi)).toEqual([]);
    expect(await answer).toMatchObject({ ok: true });
    await settled();
    expect(seen(budi)).toEqual(["ani theme-2 11"]);
    expect(ani.study.pending.value.waiting).toEqual([]);
  });

  it("converges when acts cross", async () => {
    const { server, ani, budi } = await team("open");
    server.hold(ANI);
    void apply(ani, 1, 11, 15);
    void apply(budi, 2, 16, 23);
    await settled();
    server.release(ANI);
    await settled();
    expect(seen(ani)).toEqual(seen(budi));
    expect(seen(ani)).toEqual(["ani theme-1 11", "budi theme-2 16"]);
  });

  it("keeps a blind coder's work to that coder", async () => {
    const { ani, budi } = await team("blind");
    await apply(ani, 2, 11, 23);
    await settled();
    expect(seen(ani)).toHaveLength(1);
    expect(seen(budi)).toEqual([]);
  });
});

describe("[S4] order", () => {
  it("asks for a hole and ignores what it has", async () => {
    const { server, ani, budi } = await team("open");
    server.hold(BUDI);
    await apply(ani, 1, 11, 15);
    await apply(ani, 2, 16, 23);
    server.release(BUDI, (frames) => frames.slice(1));
    await settled();
    expect(seen(budi)).toEqual(seen(ani));
    expect(server.sent.some(({ member, frame }) => member === BUDI && frame.t === "pull")).toBe(true);
    server.tell(BUDI, { t: "head", study: STUDY, stream: "work", seq: 1 });
    await settled();
    expect(seen(budi)).toEqual(seen(ani));
  });

  it("takes a lost tail from the heartbeat's head", async () => {
    const { server, ani, budi } = await team("open");
    server.hold(BUDI);
    await apply(ani, 1, 11, 15);
    server.release(BUDI, () => [{ t: "head", study: STUDY, stream: "work", seq: 1 }]);
    await settled();
    expect(seen(budi)).toEqual(seen(ani));
  });

  it("takes the stream anew when pulling fails twice", async () => {
    const { server, clock, ani, budi } = await team("open");
    server.hold(BUDI);
    await apply(ani, 1, 11, 15);
    server.tell(BUDI, { t: "head", study: STUDY, stream: "work", seq: 1 });
    server.release(BUDI, (frames) => frames.slice(-1));
    server.hold(BUDI);
    await clock.pass(11_000);
    server.release(BUDI, (frames) => frames.filter(({ t }) => t !== "evs"));
    await settled();
    expect(seen(budi)).toEqual(seen(ani));
    const subs = server.sent.filter(({ member, frame }) => member === BUDI && frame.t === "sub");
    expect(subs.at(-1)?.frame.cursors).not.toHaveProperty("work");
  });
});

describe("[S5] acts under way", () => {
  it("go out again with the same ids after a lost link, and count once", async () => {
    const { server, clock, ani, budi } = await team("open");
    server.hold(ANI);
    const answer = apply(ani, 1, 11, 15);
    await settled();
    server.breakLink(ANI);
    expect(seen(ani)).toEqual(["ani theme-1 11"]);
    await clock.pass(1_000);
    expect(await answer).toMatchObject({ ok: true, seq: 1 });
    await settled();
    expect(seen(budi)).toEqual(["ani theme-1 11"]);
    expect(ani.study.pending.value.waiting).toEqual([]);
    expect(server.readStream("work").seq).toBe(1);
  });

  it("are at most 50 at a time", async () => {
    const { server, ani } = await team("open");
    server.hold(ANI);
    for (let i = 0; i < 120; i++) void review(ani, i, i + 1);
    await settled();
    const inFlight = server.sent.filter(({ frame }) => frame.t === "ops").flatMap(({ frame }) => frame.ops as object[]);
    expect(inFlight).toHaveLength(50);
    server.release(ANI);
    await settled();
    await settled();
    expect(reviewedStarts(ani.study.work(ROUND).value, TRANSCRIPT, ANI).size).toBe(120);
    expect(server.readStream("work").seq).toBe(120);
  });

  it("are tried again when the server says so", async () => {
    const { server, clock, ani } = await team("open");
    server.refuses = () => ({ code: "E_RATE", retry: true });
    const answer = apply(ani, 1, 11, 15);
    await settled();
    server.refuses = () => undefined;
    await clock.pass(1_000);
    expect(await answer).toMatchObject({ ok: true });
  });

  it("become cards when refused, and are not undone", async () => {
    const { server, ani } = await team("open");
    server.refuses = () => ({ code: "E_FROZEN" });
    expect(await apply(ani, 1, 11, 15)).toMatchObject({ ok: false, code: "E_FROZEN" });
    expect(seen(ani)).toEqual([]);
    expect(ani.study.refused.value.map(({ code }) => code)).toEqual(["E_FROZEN"]);
    expect(ani.study.toUndo.value).toBeUndefined();
  });
});

describe("undo", () => {
  it("takes back and repeats one's own acts only, as acts of their own", async () => {
    const { server, ani, budi } = await team("open");
    await apply(ani, 1, 11, 15);
    await apply(budi, 2, 16, 23);
    ani.study.undo();
    await settled();
    expect(seen(budi)).toEqual(["budi theme-2 16"]);
    ani.study.redo();
    await settled();
    expect(seen(budi)).toEqual(["ani theme-1 11", "budi theme-2 16"]);
    ani.study.undo();
    await settled();
    expect(seen(ani)).toEqual(["budi theme-2 16"]);
    expect(server.readStream("work").seq).toBe(5);
  });
});

describe("the state of saving", () => {
  it("is silent for quick acts, then says sending, then not saved", async () => {
    const { server, clock, ani } = await team("open");
    server.hold(ANI);
    void apply(ani, 1, 11, 15);
    await clock.pass(300);
    expect(ani.study.save.value).toEqual({ at: "saved" });
    await clock.pass(200);
    expect(ani.study.save.value).toEqual({ at: "sending", n: 1 });
    await clock.pass(3_000);
    expect(ani.study.save.value).toMatchObject({ at: "unsaved", n: 1 });
    server.release(ANI);
    await settled();
    expect(ani.study.save.value).toEqual({ at: "saved" });
  });

  it("says reconnecting, and dials with growing waits of at most ten seconds", async () => {
    const { server, clock, ani } = await team("open");
    server.isReachable = false;
    server.breakLink(ANI);
    await clock.pass(60_000);
    expect(ani.study.save.value).toEqual({ at: "reconnecting", n: 0 });
    const link = ani.client.link.value;
    expect(link.at === "waiting" && link.until - clock.now()).toBeLessThanOrEqual(10_000);
    server.isReachable = true;
    await clock.pass(10_000);
    expect(ani.study.save.value).toEqual({ at: "saved" });
  });

  it("does not come back by itself where another tab took over or the session ended", async () => {
    for (const [code, at] of [
      [4409, "elsewhere"],
      [4401, "over"],
      [4426, "outdated"],
    ] as const) {
      const { server, clock, ani } = await team("open");
      server.breakLink(ANI, code);
      await clock.pass(60_000);
      expect(ani.study.save.value).toEqual({ at, n: 0 });
      ani.client.retryNow();
      await settled();
      expect(ani.study.save.value).toEqual({ at: "saved" });
    }
  });

  it("drops a link that falls silent", async () => {
    const { server, clock, ani, budi } = await team("open");
    server.hold(ANI);
    await clock.pass(46_000);
    await clock.pass(1_000);
    expect(ani.client.link.value.at).toBe("open");
    await apply(budi, 1, 11, 15);
    await settled();
    expect(seen(ani)).toEqual(seen(budi));
  });
});

describe("what is not for me", () => {
  it("is absent when the server does not find it", async () => {
    const { server, ani } = await team("open");
    server.hold(ANI);
    const other = ani.client.open("another");
    await settled();
    server.release(ANI, () => [{ t: "no", code: "E_NOT_FOUND", message: "", retry: false }]);
    await settled();
    expect(other.status.value).toBe("absent");
  });

  it("is gone when a member is removed", async () => {
    const { server, ani } = await team("open");
    server.tell(ANI, { t: "reset", study: STUDY, reason: "removed" });
    await settled();
    expect(ani.study.status.value).toBe("removed");
    expect(ani.study.study.value).toBeNull();
  });

  it("subscribes again, later and later, from where it stands when the server cannot read on", async () => {
    const { server, clock, ani } = await team("open");
    const subscribed = () => server.sent.filter(({ member, frame }) => member === ANI && frame.t === "sub");
    server.tell(ANI, { t: "reset", study: STUDY, reason: "unavailable" });
    await settled();
    expect([subscribed().length, ani.study.study.value?.name]).toEqual([1, "Studi contoh"]);
    await clock.pass(250);
    expect(subscribed().length).toBe(2);
    expect(Object.keys(subscribed().at(-1)?.frame.cursors as object).length).toBeGreaterThan(0);

    server.tell(ANI, { t: "reset", study: STUDY, reason: "unavailable" });
    await clock.pass(300);
    expect(subscribed().length).toBe(2);
    await clock.pass(100);
    expect(subscribed().length).toBe(3);
  });

  it("takes a snapshot anew that was changed on its way", async () => {
    const { server, clock, ani } = await team("open");
    const data = JSON.stringify({
      study: { study: STUDY, name: "Lain" },
      members: [],
      codebooks: [],
      transcripts: [],
      rounds: [],
    });
    const changed = { stream: "study", kind: "study", seq: 1, part: 1, of: 1, data, sha256: "0" };
    const before = server.sent.length;
    server.tell(ANI, { t: "snap", study: STUDY, ...changed });
    const askedAgain = async () => {
      await clock.pass(1_000);
      return server.sent.slice(before).some(({ member, frame }) => member === ANI && frame.t === "sub");
    };
    await expect.poll(askedAgain).toBe(true);
    expect(ani.study.study.value?.name).toBe("Studi contoh");
  });

  it("breaks the link when the server speaks another language", async () => {
    const { server, clock, ani } = await team("open");
    server.tell(ANI, { t: "nonsense" });
    await settled();
    expect(ani.client.link.value.at).toBe("waiting");
    await clock.pass(1_000);
    expect(ani.client.link.value.at).toBe("open");
  });
});
