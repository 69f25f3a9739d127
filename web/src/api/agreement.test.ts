import { afterEach, expect, it, vi } from "vitest";
import { serve } from "../testing/server";
import { fetchPassages } from "./agreement";

afterEach(() => vi.unstubAllGlobals());

const measure = { unit: "token", rule: "any", scope: "theme" } as const;
const first = "/api/studies/s/rounds/r/disagreements?unit=token&rule=any&scope=theme&theme=trust";

it("reads as many pages as were reached, and no further than there are", async () => {
  const counts = { total: 3, units: 7, facets: [] };
  const calls = serve({
    [`GET ${first}`]: [200, { ...counts, items: [{ start: 1 }, { start: 2 }], next: "t.trust.2" }],
    [`GET ${first}&cursor=t.trust.2`]: [200, { ...counts, items: [{ start: 5 }] }],
  });
  const one = await fetchPassages("s", "r", measure, { theme: "trust" }, 1);
  expect(one).toMatchObject({ value: { items: [{ start: 1 }, { start: 2 }], next: "t.trust.2" } });
  const all = await fetchPassages("s", "r", measure, { theme: "trust" }, 5, { isAutomatic: true });
  expect(all).toMatchObject({ value: { items: [{ start: 1 }, { start: 2 }, { start: 5 }], total: 3 } });
  expect(all.ok && all.value.next).toBeUndefined();
  expect(calls.map(({ headers }) => headers.get("X-Sepakat-Automatic"))).toEqual([null, "1", "1"]);
});

it("asks for the passages of a cell elsewhere", async () => {
  const calls = serve({});
  const answer = await fetchPassages("s", "r", measure, { theme: "trust", pair: ["ani", "budi"], cell: "b" }, 1);
  expect(answer.ok).toBe(false);
  expect(calls[0]?.path).toBe(
    "/api/studies/s/rounds/r/passages?unit=token&rule=any&scope=theme&theme=trust&first=ani&second=budi&cell=b",
  );
});
