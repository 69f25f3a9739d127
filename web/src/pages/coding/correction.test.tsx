import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { language } from "../../i18n";
import { Client } from "../../live/client";
import type { Submission } from "../../model/acts";
import { settled, TestClock } from "../../testing/clock";
import type { FakeServer } from "../../testing/fakeServer";
import { click, find, render, settle } from "../../testing/render";
import { ANI, correctSample, ROUND, STUDY, sampleServer, sampleText, TRANSCRIPT } from "../../testing/sample";
import { serve } from "../../testing/server";
import { confirmChosen, goToCheck, toggleTheme } from "./acts";
import { deskOver } from "./corrected";
import { Desk } from "./desk";
import { textKeys } from "./deskKeys";
import { RefusedCards } from "./RefusedCards";
import { ToCheck } from "./ToCheck";

const text = sampleText(["Apa kabar?", "Saya percaya kepada Ibu.", "Sejak kapan?", "Sejak dua minggu.", "Ya?", "Ya."]);
const corrected = {
  ...sampleText([
    "Apa?",
    "Kabar.",
    "Apa kabar?",
    "Saya percaya pada Ibu.",
    "Sejak kapan?",
    "Tidak ingat.",
    "Ya?",
    "Ya.",
  ]),
  version: 2,
};
const KEPADA = { start: 11, end: 35 };
const PADA = { start: 23, end: 45 };

let server: FakeServer;
let desk: Desk;

beforeEach(async () => {
  language.value = "en";
  serve({ [`GET /api/studies/${STUDY}/transcripts/${TRANSCRIPT}/versions/1`]: [200, text] });
  server = sampleServer("blind", text);
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const client = new Client({
    dial: server.dialAs(ANI),
    csrf: () => "c",
    clock: new TestClock(),
    newId,
    build: "test",
  });
  const view = client.open(STUDY);
  client.start();
  await settled();
  desk = new Desk(view, ROUND, text, 1);
});

afterEach(() => vi.unstubAllGlobals());

/** Trust on turn 2, whose words change; rejection on turn 4, of which nothing is left. */
async function correctedDesk(): Promise<Desk> {
  toggleTheme(desk, "theme-2");
  desk.goTo(3);
  toggleTheme(desk, "theme-3");
  await settled();
  const [trust, rejection] = desk.codings.peek().map(({ coding }) => coding);
  if (!trust || !rejection) throw new Error("two codings were made");
  const codings = [{ coding: trust, ...PADA, anchor: "check" as const }];
  correctSample(server, corrected, { [`work-${ANI}`]: { coder: ANI, codings, orphans: [rejection] } });
  await settled();
  return deskOver(desk, corrected, { index: 1, top: 80 });
}

const sent = (): readonly Submission[] =>
  server.sent.flatMap(({ frame }) => (frame.t === "ops" ? (frame.ops as readonly Submission[]) : []));
const button = (page: HTMLElement, name: string): HTMLElement => {
  const found = [...page.querySelectorAll<HTMLElement>("button")].find((it) => it.textContent === name);
  if (!found) throw new Error(`No button ${name}`);
  return found;
};

describe("a text that is corrected under its reader", () => {
  it("keeps what was marked and chosen, and where the screen stood", async () => {
    desk.mark({ start: 16, end: 23 }, 1);
    desk.onlyTheme.value = "theme-2";
    const after = deskOver(desk, corrected, { index: 1, top: 80 });
    expect(after.at.value).toBe(3);
    expect(after.quote(after.span.value ?? KEPADA)).toBe("percaya");
    expect(after.onlyTheme.value).toBe("theme-2");
    expect(after.held).toEqual({ index: 3, top: 80 });
  });

  it("lets go of a mark whose words are gone", () => {
    desk.mark({ start: 49, end: 66 }, 3);
    expect(deskOver(desk, corrected, null).span.value).toBeNull();
  });
});

describe("acts on a text", () => {
  it("say which version they count in", async () => {
    toggleTheme(desk, "theme-2");
    void desk.review(1, "review.mark");
    await settled();
    expect(sent().map(({ kind, body }) => [kind, "version" in body && body.version])).toEqual([
      ["coding.apply", 1],
      ["review.mark", 1],
    ]);
  });

  it("are done again in the version that they were undone in", async () => {
    toggleTheme(desk, "theme-2");
    await settled();
    toggleTheme(desk, "theme-2");
    desk.view.undo();
    await settled();
    expect(sent().at(-1)).toMatchObject({ kind: "coding.apply", body: { ...KEPADA, version: 1 } });
  });

  it("become a card with their words and the way to the place when the text was corrected meanwhile", async () => {
    server.refuses = (_, { kind }) =>
      kind === "coding.apply" ? { code: "E_STALE", detail: { version: 2 } } : undefined;
    desk.mark({ start: 16, end: 23 }, 1);
    toggleTheme(desk, "theme-2");
    await settled();
    const after = deskOver(desk, corrected, null);
    after.goTo(0);
    const page = render(<RefusedCards desk={after} />);
    await settle();
    expect(page.textContent).toContain("The text was corrected meanwhile");
    expect(find(page, "q").textContent).toBe("percaya");
    click(button(page, "Go to the place"));
    expect(after.quote(after.span.value ?? KEPADA)).toBe("percaya");
    expect([after.at.value, after.chosenTheme.value]).toEqual([3, "theme-2"]);
    expect(after.view.refused.value).toEqual([]);
  });
});

describe("what a correction leaves to check", () => {
  it("is listed with its words, those that are gone in the words of the old version", async () => {
    const after = await correctedDesk();
    const page = render(<ToCheck desk={after} />);
    expect(find(page, "summary b").textContent).toBe(
      "The text was corrected: 1 of your codings to check. 1 coding lost its text.",
    );
    const details = find<HTMLDetailsElement>(page, "details");
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await settle();
    expect([...page.querySelectorAll("q")].map((it) => it.textContent)).toEqual([
      "Saya percaya pada Ibu.",
      "Sejak dua minggu.",
    ]);
    click(button(page, "Go to about where it was"));
    expect(after.at.value).toBe(5);
    click(button(page, "Dismiss"));
    click(button(page, "Still right"));
    await settle();
    expect(page.textContent).toBe("");
    expect(
      sent()
        .slice(-2)
        .map(({ kind }) => kind),
    ).toEqual(["coding.remove", "coding.confirm"]);
  });

  it("is reached and confirmed by keys, which are there for as long as something is", async () => {
    const after = await correctedDesk();
    const keys = () => textKeys(after).map((it) => it.keys);
    expect(keys()).toContain("V");
    after.goTo(7);
    goToCheck(after, 1);
    expect([after.at.value, after.quote(after.span.value ?? KEPADA)]).toEqual([3, "Saya percaya pada Ibu."]);
    confirmChosen(after);
    expect(after.toCheck.value).toEqual([]);
    expect(keys()).not.toContain("V");
  });

  it("is nobody's to settle once the round is closed", async () => {
    const after = await correctedDesk();
    server.record("study", ANI, { kind: "round.move", body: { round: ROUND, to: "closed" } });
    await settled();
    expect(after.toCheck.value).toEqual([]);
    expect(after.codings.value.map(({ anchor }) => anchor)).toEqual(["check"]);
  });
});
