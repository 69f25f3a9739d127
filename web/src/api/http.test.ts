import { afterEach, describe, expect, it, vi } from "vitest";
import { serve } from "../testing/server";
import { loadMe, loadStudies, myStudies, signOut } from "./account";
import { api } from "./http";
import { type Me, session } from "./session";

const me: Me = {
  csrf: "c5rf",
  account: { id: "a", name: "ani", display_name: "Ani", operator: false, language: "id" },
};

afterEach(() => {
  vi.unstubAllGlobals();
  session.value = "unknown";
  myStudies.value = undefined;
});

describe("a call", () => {
  it("carries JSON and the session's token", async () => {
    session.value = me;
    const [calls] = [serve({ "POST /api/studies": [201, { study: "s1" }] })];
    expect(await api.post("/api/studies", { name: "A" })).toEqual({ ok: true, value: { study: "s1" } });
    expect(calls[0]?.body).toEqual({ name: "A" });
    expect(calls[0]?.headers.get("X-Sepakat-Csrf")).toBe("c5rf");
    expect(calls[0]?.headers.get("content-type")).toBe("application/json");
  });

  it("sends a file as it is", async () => {
    const calls = serve({ "POST /api/upload": [200, {}] });
    const file = new Blob(["teks"]);
    await api.post("/api/upload", file);
    expect(calls[0]?.body).toBe(file);
    expect(calls[0]?.headers.has("content-type")).toBe(false);
  });

  it("gives a refusal back as a value, with the seconds to wait", async () => {
    serve({ "POST /api/sign-in": [429, { code: "E_RATE", message: "slow down", id: "x1" }, { "retry-after": "8" }] });
    expect(await api.post("/api/sign-in", {})).toEqual({
      ok: false,
      error: { code: "E_RATE", message: "slow down", id: "x1", waitSeconds: 8 },
    });
  });

  it("names a failure by its status where the body is not ours", async () => {
    serve({ "GET /api/studies": [503, "<html>proxy</html>"] });
    expect(await api.get("/api/studies")).toMatchObject({ ok: false, error: { code: "E_BUSY" } });
  });

  it("is a value even without a network", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no route")));
    expect(await api.get("/api/me")).toMatchObject({ ok: false, error: { code: "E_OFFLINE" } });
  });

  it("says when nobody asked by hand", async () => {
    const calls = serve({ "GET /api/studies": [200, {}] });
    await api.get("/api/studies", { isAutomatic: true });
    await api.get("/api/studies");
    expect(calls.map(({ headers }) => headers.get("X-Sepakat-Automatic"))).toEqual(["1", null]);
  });

  it("answered 401 ends a session that there was", async () => {
    session.value = me;
    serve({ "GET /api/studies": [401, { code: "E_AUTH", message: "over" }] });
    await loadStudies();
    expect(session.value).toBe("ended");
  });
});

describe("the session", () => {
  it("is none when the server knows nobody", async () => {
    serve({ "GET /api/me": [200, { account: null }] });
    await loadMe();
    expect(session.value).toBe("none");
  });

  it("is kept with its token, and gone after signing out", async () => {
    serve({ "GET /api/me": [200, me], "POST /api/sign-out": [200, {}] });
    await loadMe();
    expect(session.value).toEqual(me);
    await signOut();
    expect(session.value).toBe("none");
  });
});
