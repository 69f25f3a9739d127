import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { language } from "../../../i18n";
import type { StudyView } from "../../../live";
import { Client } from "../../../live/client";
import { settled, TestClock } from "../../../testing/clock";
import { click, find, render, settle, type } from "../../../testing/render";
import { ANI, ROUND, STUDY, sampleServer, sampleText, TRANSCRIPT } from "../../../testing/sample";
import { type Call, type Reply, serve } from "../../../testing/server";
import { CorrectPage } from "./CorrectPage";
import type { CorrectionPreview } from "./correction";

const text = sampleText(["Apa kabar?", "Saya percaya kepada Ibu."]);
const VERSIONS = `/api/studies/${STUDY}/transcripts/${TRANSCRIPT}/versions`;
const preview: CorrectionPreview = {
  version: 1,
  changes: [{ old: [24, 30], new: [24, 28], old_text: "kepada", new_text: "pada" }],
  changes_total: 201,
  kept: 0.9999,
  segments_before: 2,
  segments_after: 2,
  speakers: ["PM-07", "PM-08"],
  rounds: [ROUND],
  warnings: [],
};

let view: StudyView;
let calls: Call[];
let stored: { readonly path: string; readonly body: Blob }[];

function answer(replies: Readonly<Record<string, Reply>>): void {
  calls = serve({ [`GET ${VERSIONS}/1`]: [200, text], ...replies });
}

beforeEach(async () => {
  language.value = "en";
  stored = [];
  vi.stubGlobal("XMLHttpRequest", Uploading);
  const server = sampleServer("open", text);
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

/** An upload that the server takes at once. */
class Uploading {
  readonly upload = new EventTarget();
  readonly status = 200;
  readonly responseText = "{}";
  #path = "";
  #loaded = (): void => {};

  open(_: string, path: string): void {
    this.#path = path;
  }
  setRequestHeader(): void {}
  abort(): void {}
  addEventListener(name: string, listener: () => void): void {
    if (name === "load") this.#loaded = listener;
  }
  send(body: Blob): void {
    stored.push({ path: this.#path, body });
    this.#loaded();
  }
}

async function open(isLead = true): Promise<HTMLElement> {
  const study = view.study.value;
  const me = study?.members.get(ANI);
  if (!study || !me) throw new Error("the sample study has Ani");
  const seen = { view, study, me, isLead, isBlind: false };
  const page = render(<CorrectPage route={{ at: "correction", study: STUDY, transcript: TRANSCRIPT }} seen={seen} />);
  await settle();
  await settle();
  return page;
}

async function press(page: HTMLElement, name: string): Promise<void> {
  const found = [...page.querySelectorAll<HTMLElement>("button")].find((it) => it.textContent?.includes(name));
  if (!found) throw new Error(`No button ${name}`);
  click(found);
  await settle();
  await settle();
}

describe("the page that corrects a text", () => {
  it("is for leads", async () => {
    answer({});
    expect((await open(false)).textContent).toContain("Only a lead corrects the text.");
  });

  it("gives the text as it is kept, and asks nothing of the server while that is unchanged", async () => {
    answer({});
    const page = await open();
    expect(find<HTMLTextAreaElement>(page, "textarea").value).toBe(text.text);
    await press(page, "See the changes");
    expect(find(page, ".wrong").textContent).toContain("nothing has been corrected yet");
    expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("shows what differs and where it goes, then stores just that", async () => {
    answer({ [`POST ${VERSIONS}/preview?version=1`]: [200, preview] });
    const page = await open();
    const typed = text.text.replace("kepada", "pada");
    type(find<HTMLTextAreaElement>(page, "textarea"), typed);
    await press(page, "See the changes");
    expect(find(page, "h2").textContent).toBe("201 changes");
    expect(page.textContent).toContain("99.9% of the old text stays. Still 2 turns.");
    expect(find(page, ".rounds-taking legend").textContent).toBe("Takes the new version over at once");
    expect(find<HTMLInputElement>(page, ".rounds-taking input").checked).toBe(true);
    expect(page.textContent).toContain("New speakers, counted as participants: PM-08.");
    expect(page.textContent).toContain("Speaks no more: PS-02.");
    expect(page.textContent).toContain("The first 1 of 201 changes");
    const [turn, old, now] = find(page, "tbody tr").children;
    expect([turn?.textContent, find(page, "del").textContent]).toEqual(["2", "removed: kepada"]);
    expect([old?.textContent, now?.textContent]).toEqual([
      "Saya percaya removed: kepada Ibu.",
      "Saya percaya added: pada Ibu.",
    ]);
    await press(page, "Store version 2");
    expect(stored.map(({ path }) => path.replace(/[0-9a-f-]{36}/, "ID"))).toEqual([
      `${VERSIONS}?op_id=ID&version=1&rounds=${ROUND}`,
    ]);
    expect(await stored[0]?.body.text()).toBe(typed);
    expect(location.pathname).toBe(`/s/${STUDY}/t/${TRANSCRIPT}`);
  });

  it("leaves a round where it is when the lead says so", async () => {
    answer({ [`POST ${VERSIONS}/preview?version=1`]: [200, preview] });
    const page = await open();
    type(find<HTMLTextAreaElement>(page, "textarea"), "PS: lain");
    await press(page, "See the changes");
    click(find(page, ".rounds-taking input"));
    await press(page, "Store version 2");
    expect(stored[0]?.path).toMatch(/&rounds=$/);
  });

  it("goes back to the writing without losing any of it", async () => {
    answer({ [`POST ${VERSIONS}/preview?version=1`]: [200, preview] });
    const page = await open();
    type(find<HTMLTextAreaElement>(page, "textarea"), "PS: lain");
    await press(page, "See the changes");
    await press(page, "Go on correcting");
    expect(find<HTMLTextAreaElement>(page, "textarea").value).toBe("PS: lain");
  });

  it("keeps what was written when a newer version is there, and compares it with that one", async () => {
    answer({
      [`POST ${VERSIONS}/preview?version=1`]: [409, { code: "E_STALE", message: "", detail: { version: 2 } }],
      [`GET ${VERSIONS}/2`]: [200, { ...text, version: 2 }],
      [`POST ${VERSIONS}/preview?version=2`]: [200, { ...preview, version: 2 }],
    });
    const page = await open();
    type(find<HTMLTextAreaElement>(page, "textarea"), "PS: lain");
    await press(page, "See the changes");
    expect(page.textContent).toContain("Somebody else stored version 2 meanwhile");
    expect(find<HTMLTextAreaElement>(page, "textarea").value).toBe("PS: lain");
    await press(page, "Compare with version 2");
    await settle();
    expect(find(page, "h2").textContent).toBe("201 changes");
    expect(page.textContent).toContain("Store version 3");
  });

  it("says why a text is not taken", async () => {
    const message = "Less than half of the words are those of the transcript";
    answer({ [`POST ${VERSIONS}/preview?version=1`]: [400, { code: "E_BAD", message, detail: { path: "body" } }] });
    const page = await open();
    type(find<HTMLTextAreaElement>(page, "textarea"), "lain");
    await press(page, "See the changes");
    expect(find(page, "[role=alert]").textContent).toContain(message);
  });

  it("takes only a file where the text has times", async () => {
    const segments = text.segments.map((segment) => ({ ...segment, start_ms: 0 }));
    answer({ [`GET ${VERSIONS}/1`]: [200, { ...text, segments }] });
    const page = await open();
    expect(page.querySelector("textarea")).toBeNull();
    expect(page.textContent).toContain("So that they are not lost");
  });
});
