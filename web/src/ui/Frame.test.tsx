import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { myStudies } from "../api/account";
import { session } from "../api/session";
import { language } from "../i18n";
import { click, find, render } from "../testing/render";
import { serve } from "../testing/server";
import { currentRound, Frame, initials } from "./Frame";
import { saveState } from "./saveState";

const study = "s1";
const draw = () => render(<Frame route={{ at: "rounds", study }} children={<main />} />);
const place = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll<HTMLAnchorElement>(".places a")].find((a) => a.textContent === name);

beforeEach(() => {
  language.value = "en";
  myStudies.value = [{ study, name: "Demo study", role: "coder" }];
  session.value = {
    csrf: "c",
    account: { id: "a", name: "ani", display_name: "Ani", operator: false, language: "id" },
  };
});
afterEach(() => {
  currentRound.value = undefined;
  saveState.value = undefined;
  session.value = "unknown";
});

describe("the bar", () => {
  it("names the study, its places, and where the reader is", () => {
    const page = draw();
    expect(find(page, ".study-name").textContent).toBe("Demo study");
    expect(page.querySelectorAll(".places a").length).toBe(7);
    expect(find(page, ".places [aria-current=page]").textContent).toBe("Rounds");
  });

  it("leads Agreement to the rounds until a round is known", () => {
    expect(place(draw(), "Agreement")?.pathname).toBe("/s/s1/rounds");
    currentRound.value = { study, round: "r2" };
    expect(place(draw(), "Agreement")?.pathname).toBe("/s/s1/r/r2/agreement");
  });

  it("changes the language at once, and for one's account", () => {
    const calls = serve({});
    const page = draw();
    click(find(page, ".language [lang=id]"));
    expect(find(page, ".places [aria-current=page]").textContent).toBe("Putaran");
    expect(find(page, ".language [lang=id]").getAttribute("aria-pressed")).toBe("true");
    expect(calls).toMatchObject([{ method: "PATCH", path: "/api/me", body: { language: "id" } }]);
  });

  it("says in words what is not saved", () => {
    saveState.value = { is: "notSaved", n: 3, kept: false };
    expect(find(draw(), ".save-mark").textContent).toBe("Not saved yet: 3 acts, keep this page open");
  });

  it("holds no places and no study outside a study", () => {
    const page = render(<Frame route={{ at: "studies" }} children={<main />} />);
    expect(page.querySelector(".places, .study-name")).toBeNull();
  });
});

describe("initials", () => {
  it.each([
    ["Ani", "AN"],
    ["Dewi Wulandari", "DW"],
    ["Siti Nur Aisyah", "SA"],
    ["Á", "Á"],
    ["", ""],
  ])("of %s are %s", (name, wanted) => {
    expect(initials(name)).toBe(wanted);
  });
});
