import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { myStudies } from "./api/account";
import { type Me, session } from "./api/session";
import { App } from "./app";
import { language } from "./i18n";
import { click, find, render, settle, type } from "./testing/render";
import { type Reply, serve } from "./testing/server";
import { theme } from "./ui/preferences";
import { go } from "./ui/router";

const me: Me = { csrf: "c5rf", account: { id: "a", name: "ani", display_name: "Ani", operator: true, language: "en" } };
const nobody: Reply = [200, { account: null }];
const closed: Reply = [200, { open: false }];
const studies: Reply = [200, { studies: [{ study: "s1", name: "Jambi", role: "lead" }] }];

async function open(href: string, replies: Readonly<Record<string, Reply | undefined>>) {
  const calls = serve({ "GET /api/first-run": closed, ...replies });
  go(href);
  const page = render(<App />);
  await settle();
  await settle();
  return { page, calls };
}

async function submit(page: HTMLElement) {
  find(page, "form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await settle();
  await settle();
}

beforeEach(() => {
  language.value = "en";
});
afterEach(() => {
  vi.unstubAllGlobals();
  session.value = "unknown";
  myStudies.value = undefined;
  theme.value = "system";
});

describe("somebody who is not signed in", () => {
  it("is led to sign in and then to where they wanted to go", async () => {
    const { page } = await open("/me?x=1#keys", { "GET /api/me": nobody, "POST /api/sign-in": [200, me] });
    expect(location.pathname).toBe("/sign-in");
    type(find<HTMLInputElement>(page, "[autocomplete=username]"), "ani");
    type(find<HTMLInputElement>(page, "[autocomplete=current-password]"), "rahasia");
    await submit(page);
    expect(location.pathname + location.search + location.hash).toBe("/me?x=1#keys");
    expect(find(page, "h1").textContent).toBe("My settings");
  });

  it("gets the same words for an unknown name and a wrong password, and keeps what they typed", async () => {
    const refusal: Reply = [401, { code: "E_AUTH", message: "unknown name" }];
    const { page } = await open("/sign-in", { "GET /api/me": nobody, "POST /api/sign-in": refusal });
    const name = find<HTMLInputElement>(page, "[autocomplete=username]");
    type(name, "ani");
    await submit(page);
    expect(find(page, "form [role=alert]").textContent).toContain("Name or password do not match");
    expect(page.textContent).not.toContain("unknown name");
    expect(name.value).toBe("ani");
  });

  it("is told how long to wait after too many tries", async () => {
    const refusal: Reply = [429, { code: "E_RATE", message: "wait" }, { "retry-after": "30" }];
    const { page } = await open("/sign-in", { "GET /api/me": nobody, "POST /api/sign-in": refusal });
    await submit(page);
    expect(page.textContent).toContain("Wait 30 seconds");
  });

  it("meets the first run on a new server", async () => {
    const { page } = await open("/sign-in", { "GET /api/me": nobody, "GET /api/first-run": [200, { open: true }] });
    expect(location.pathname).toBe("/first-run");
    expect(find(page, "h1").textContent).toBe("Welcome to Sepakat");
  });
});

describe("a one-time link", () => {
  it("is posted at once, and its token leaves the address first", async () => {
    const { calls } = await open("/sign-in#link=tok", {
      "GET /api/me": nobody,
      "GET /api/studies": studies,
      "POST /api/sign-in/link": [200, me],
    });
    expect(calls.find(({ path }) => path === "/api/sign-in/link")?.body).toEqual({ token: "tok" });
    expect(location.href).not.toContain("tok");
    expect(location.pathname).toBe("/studies");
  });

  it("that was used before says so and leaves the form", async () => {
    const { page } = await open("/sign-in#link=old", { "GET /api/me": nobody });
    expect(page.textContent).toContain("This link was used already");
    expect(page.querySelector("form")).not.toBeNull();
  });
});

describe("an invitation", () => {
  const look: Reply = [200, { study_name: "Jambi", role: "coder", name: "Budi" }];

  it("shows study and role before it is accepted", async () => {
    const { page, calls } = await open("/invitation#token=inv", {
      "GET /api/me": nobody,
      "POST /api/invitations/look": look,
    });
    expect(find(page, "h1").textContent).toBe("You are invited to Jambi");
    expect(page.textContent).toContain("A coder reads transcripts");
    expect(find<HTMLInputElement>(page, "[autocomplete=username]").value).toBe("Budi");
    expect(calls.some(({ path }) => path.endsWith("/accept"))).toBe(false);
  });

  it("is accepted with the account that is signed in", async () => {
    const { page, calls } = await open("/invitation#token=inv", {
      "GET /api/me": [200, me],
      "GET /api/studies": studies,
      "POST /api/invitations/look": look,
      "POST /api/invitations/accept": [200, {}],
    });
    await submit(page);
    expect(calls.find(({ path }) => path.endsWith("/accept"))?.body).toEqual({ token: "inv" });
    expect(location.pathname).toBe("/studies");
  });
});

describe("the language", () => {
  const as = (chosen: "id" | "en" | null): Reply => [200, { ...me, account: { ...me.account, language: chosen } }];

  it("is what the person once chose, whatever this browser spoke", async () => {
    await open("/me", { "GET /api/me": as("id") });
    expect(language.value).toBe("id");
  });

  it("stays as it is for a person who never chose", async () => {
    await open("/me", { "GET /api/me": as(null) });
    expect(language.value).toBe("en");
  });

  it("follows a choice in another window", () => {
    localStorage.setItem("sepakat.language", '"id"');
    dispatchEvent(new StorageEvent("storage", { key: "sepakat.language" }));
    expect(language.value).toBe("id");
  });
});

describe("the studies", () => {
  it("are cards that lead into each study", async () => {
    const { page } = await open("/studies", { "GET /api/me": [200, me], "GET /api/studies": studies });
    expect(find<HTMLAnchorElement>(page, ".cards a").pathname).toBe("/s/s1");
    expect(find(page, ".cards").textContent).toBe("JambiLead");
  });

  it("begin with a new one", async () => {
    const { page, calls } = await open("/studies", {
      "GET /api/me": [200, me],
      "GET /api/studies": [200, { studies: [] }],
      "POST /api/studies": [201, { study: "s2" }],
    });
    click(find(page, ".notice button"));
    type(find<HTMLInputElement>(page, "dialog input"), " Aceh ");
    await submit(page);
    expect(calls.find(({ method, path }) => method === "POST" && path === "/api/studies")?.body).toEqual({
      name: "Aceh",
    });
    expect(location.pathname).toBe("/s/s2");
  });
});

describe("my settings", () => {
  it("work at once and stay in this browser", async () => {
    const { page } = await open("/me", { "GET /api/me": [200, me] });
    click(find(page, "input[value=dark]"));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(localStorage.getItem("sepakat.theme")).toBe('"dark"');
    click(find(page, "input[value='22']"));
    expect(document.documentElement.style.getPropertyValue("--reader-size")).toBe("1.375rem");
  });
});

describe("the sessions", () => {
  const one = (session: string, user_agent: string, current: boolean) => ({
    session,
    user_agent,
    current,
    created_at: "2026-11-25T01:00:00Z",
    last_seen_at: "2026-11-25T01:30:00Z",
  });
  const two: Reply = [
    200,
    {
      sessions: [
        one("here", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0", true),
        one("there", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", false),
      ],
    },
  ];

  it("are listed, and another browser can be signed out, not this one", async () => {
    const { page, calls } = await open("/me", {
      "GET /api/me": [200, me],
      "GET /api/sessions": two,
      "DELETE /api/sessions/there": [200, {}],
    });
    const rows = [...page.querySelectorAll<HTMLElement>(".settings .row")];
    expect(rows.map((row) => row.querySelector("button")?.getAttribute("aria-label"))).toEqual([
      undefined,
      "Sign out Edge, Windows",
    ]);
    expect(rows[0]?.textContent).toContain("Firefox, Linux this browser");
    click(find(page, ".settings .row button"));
    await settle();
    expect(calls.some(({ method, path }) => method === "DELETE" && path === "/api/sessions/there")).toBe(true);
  });
});

describe("an address that leads nowhere", () => {
  it("looks the same as one that is not for this reader", async () => {
    const { page } = await open("/nowhere", { "GET /api/me": [200, me] });
    expect(find(page, "h1").textContent).toBe("There is no such page");
  });

  it.each(["meetings", "report", "audit", "mine", "settings"])("is what /s/…/%s is", async (place) => {
    const { page } = await open(`/s/c0bd679d-7e93-42e5-b055-165d9a906ef6/${place}`, { "GET /api/me": [200, me] });
    expect(find(page, "h1").textContent).toBe("There is no such page");
  });

  it("is what a study's address is that cannot name one", async () => {
    const { page } = await open("/s/zzz/rounds", { "GET /api/me": [200, me], "GET /api/studies": studies });
    expect(find(page, "h1").textContent).toBe("There is no such page");
  });
});
