import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Passage } from "../../../api/agreement";
import { language } from "../../../i18n";
import type { StudyView } from "../../../live";
import { Client } from "../../../live/client";
import type { Submission } from "../../../model/acts";
import { settled, TestClock } from "../../../testing/clock";
import type { FakeServer } from "../../../testing/fakeServer";
import { click, find, render, settle, type } from "../../../testing/render";
import { ANI, BUDI, CITRA, ROUND, STUDY, sampleServer, sampleText, TRANSCRIPT } from "../../../testing/sample";
import { serve } from "../../../testing/server";
import { PassagePane } from "./PassagePane";
import { deskOf } from "./queue";

const text = sampleText(["Apa kabar?", "Saya percaya kepada Ibu.", "Sejak kapan?", "Sejak dua minggu."]);
const PASSAGE: Passage = {
  theme: "theme-2",
  transcript: TRANSCRIPT,
  start: 11,
  end: 35,
  units: 1,
  segment: { index: 1, start: 11, end: 35 },
  kind: "omission",
  state: "open",
  shared: [[16, 23]],
  coders: [
    { member: ANI, applied: true, spans: [[16, 23]], instead: [] },
    { member: BUDI, applied: true, spans: [[11, 34]], instead: [] },
    { member: CITRA, applied: false, spans: [], instead: [] },
  ],
};

let server: FakeServer;
let view: StudyView;

beforeEach(async () => {
  language.value = "en";
  serve({ [`GET /api/studies/${STUDY}/transcripts/${TRANSCRIPT}/versions/1`]: [200, text] });
  server = sampleServer("open", text);
  for (const to of ["closed", "revealed"]) {
    server.record("study", ANI, { kind: "round.move", body: { round: ROUND, to } } as never);
  }
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const client = new Client({
    dial: server.dialAs(ANI),
    csrf: () => "c",
    clock: new TestClock(),
    newId,
    build: "test",
  });
  view = client.open(STUDY);
  client.start();
  await settled();
});

afterEach(() => vi.unstubAllGlobals());

function Shown({ isLead }: { readonly isLead: boolean }) {
  const study = view.study.value;
  const round = study?.rounds.get(ROUND);
  const me = study?.members.get(ANI);
  if (!study || !round || !me) throw new Error("the sample study has a round and Ani");
  const desk = deskOf({ view, study, me, isLead, isBlind: false }, round);
  return <PassagePane desk={desk} passage={PASSAGE} at={1} of={1} onNext={undefined} />;
}

const decisions = (): readonly Submission[] =>
  server.sent
    .flatMap(({ frame }) => (frame.t === "ops" ? (frame.ops as readonly Submission[]) : []))
    .filter(({ kind }) => kind.startsWith("decision."));
const button = (page: HTMLElement, name: string): HTMLElement => {
  const found = [...page.querySelectorAll<HTMLElement>("button")].find((it) => it.textContent?.includes(name));
  if (!found) throw new Error(`No button ${name}`);
  return found;
};
function choose(page: HTMLElement, outcome: string): void {
  const label = [...page.querySelectorAll<HTMLElement>(".outcome")].find((it) => it.textContent?.includes(outcome));
  if (!label) throw new Error(`No outcome ${outcome}`);
  click(find(label, "input"));
}
const record = async (page: HTMLElement): Promise<void> => {
  find(page, "form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
};

describe("a decision", () => {
  it("needs an outcome and a reason, and then stands with who made it", async () => {
    const page = render(<Shown isLead />);
    await settle();
    await record(page);
    expect(page.textContent).toContain("Choose what holds first.");
    choose(page, "No Trust here");
    await record(page);
    expect(page.textContent).toContain("A decision needs a reason.");
    expect(decisions()).toEqual([]);
    type(find<HTMLTextAreaElement>(page, "textarea"), "Sesuai definisi.");
    await record(page);
    expect(decisions()).toMatchObject([
      { kind: "decision.record", body: { theme: "theme-2", start: 11, end: 35, outcome: "none", codings: [] } },
    ]);
    expect(decisions()[0]?.if_rev).toBeUndefined();
    expect(find(page, ".decision-stands").textContent).toContain("No Trust here Ani");
    expect(page.querySelector("form")).toBeNull();
    expect(find(page, ".decision-news").textContent).toContain("Decided: No Trust here");
    click(button(page, "Undo"));
    await settle();
    expect(page.querySelector(".decision-stands")).toBeNull();
    expect(find(page, ".decision-news").textContent).toContain("Open again");
  });

  it("takes over edges as coders drew them", async () => {
    const page = render(<Shown isLead />);
    await settle();
    const offered = [...page.querySelectorAll(".outcome")].map((it) => it.textContent);
    expect(offered.slice(0, 2)).toEqual([
      "Apply Trust as Ani had it: “percaya”",
      "Apply Trust as Budi had it: “Saya percaya kepada Ibu”",
    ]);
    choose(page, "as Ani had it");
    type(find<HTMLTextAreaElement>(page, "textarea"), "Cukup itu.");
    await record(page);
    expect(decisions()[0]).toMatchObject({
      body: { outcome: "adopt", codings: [{ theme: "theme-2", start: 16, end: 23 }] },
    });
  });

  it("is deferred without a reason, and withdrawn at the revision that stands", async () => {
    const page = render(<Shown isLead />);
    click(button(page, "Defer"));
    await settle();
    expect(find(page, ".decision-stands").textContent).toContain("Deferred");
    click(button(page, "Withdraw"));
    await settle();
    expect(decisions()[1]).toMatchObject({ kind: "decision.withdraw", if_rev: 1 });
    expect(page.querySelector(".decision-stands")).toBeNull();
  });

  it("of somebody else, made meanwhile, stands beside one's own, which then replaces it only when asked", async () => {
    const page = render(<Shown isLead />);
    choose(page, "No Trust here");
    type(find<HTMLTextAreaElement>(page, "textarea"), "Tidak ada.");
    const { round, transcript, theme, start, end } = { round: ROUND, ...PASSAGE };
    server.record("work", BUDI, {
      kind: "decision.record",
      body: {
        round,
        transcript,
        theme,
        start,
        end,
        decision: "theirs",
        outcome: "defer",
        codings: [],
        reason: "Nanti.",
      },
    });
    await settle();
    expect(find(page, ".overtaken").textContent).toContain("Someone decided this just now.");
    expect(find(page, ".overtaken").textContent).toContain("Nanti.");
    expect(find(page, ".overtaken").textContent).toContain("Tidak ada.");
    click(button(page, "Record mine instead"));
    await settle();
    expect(decisions()).toMatchObject([{ kind: "decision.record", if_rev: 1, body: { outcome: "none" } }]);
    expect(find(page, ".decision-stands").textContent).toContain("No Trust here");
  });

  it("is for leads to make and for everyone to see at once", async () => {
    const page = render(<Shown isLead={false} />);
    expect(page.querySelector("form")).toBeNull();
    expect(page.textContent).toContain("A lead records the decision.");
    const { round, transcript, theme, start, end } = { round: ROUND, ...PASSAGE };
    server.record("work", BUDI, {
      kind: "decision.record",
      body: { round, transcript, theme, start, end, decision: "d", outcome: "none", codings: [], reason: "Jelas." },
    });
    await settle();
    expect(find(page, ".decision-stands").textContent).toContain("Jelas.");
    expect(find(page, ".decision-news").textContent).toBe("Decided just now by Budi: No Trust here");
  });
});
