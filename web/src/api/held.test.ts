import { afterEach, expect, it, vi } from "vitest";
import { serve } from "../testing/server";
import { getHeld } from "./held";
import { type Me, session } from "./session";

const ani: Me = {
  csrf: "c5rf",
  account: { id: "a", name: "ani", display_name: "Ani", operator: false, language: "id" },
};

afterEach(() => {
  vi.unstubAllGlobals();
  session.value = "unknown";
});

it("names what it holds and takes it where the server has nothing new", async () => {
  session.value = ani;
  serve({ "GET /figures": [200, { n: 1 }, { etag: '"one"' }] });
  const first = await getHeld("/figures");
  const calls = serve({ "GET /figures": [304, null] });
  expect(await getHeld("/figures")).toEqual(first);
  expect(calls[0]?.headers.get("if-none-match")).toBe('"one"');
  serve({ "GET /figures": [200, { n: 2 }, { etag: '"two"' }] });
  expect(await getHeld("/figures")).toMatchObject({ ok: true, value: { n: 2 }, tag: '"two"' });
});

it("holds nothing that may no longer be seen, and nothing for the next session", async () => {
  session.value = ani;
  serve({ "GET /figures": [200, { n: 1 }, { etag: '"one"' }] });
  await getHeld("/figures");
  session.value = { ...ani, csrf: "another" };
  const calls = serve({ "GET /figures": [404, { code: "E_NOT_FOUND" }] });
  expect(await getHeld("/figures")).toMatchObject({ ok: false, error: { code: "E_NOT_FOUND" } });
  expect(calls[0]?.headers.has("if-none-match")).toBe(false);
});

it("lets go of the oldest", async () => {
  session.value = ani;
  const paths = Array.from({ length: 17 }, (_, i) => `/figures/${i}`);
  const calls = serve(Object.fromEntries(paths.map((path) => [`GET ${path}`, [200, {}, { etag: `"${path}"` }]])));
  for (const path of [...paths, "/figures/16", "/figures/0"]) await getHeld(path);
  expect(calls.slice(-2).map(({ headers }) => headers.get("if-none-match"))).toEqual(['"/figures/16"', null]);
});
