import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { click } from "../testing/render";
import { address, go, match, ownPath, route, setQuery, startRouter, to } from "./router";

let stop: () => void;

beforeEach(() => {
  stop = startRouter();
  go("/studies");
});
afterEach(() => stop());

function link(href: string): HTMLAnchorElement {
  const a = document.createElement("a");
  a.href = href;
  document.body.append(a);
  return a;
}

describe("an address", () => {
  it("names a place and what is in it", () => {
    expect(match("/s/demo/r/2/code/T-05")).toEqual({ at: "coding", study: "demo", round: "2", transcript: "T-05" });
  });

  it("comes back from the route it was made from", () => {
    const path = to("theme", { study: "a/b", theme: "kerja sama" });
    expect(match(path)).toEqual({ at: "theme", study: "a/b", theme: "kerja sama" });
  });

  it("means a fixed word before a name", () => {
    expect(match("/s/demo/codebook/history").at).toBe("codebookHistory");
    expect(match("/s/demo/rounds/new").at).toBe("newRound");
  });

  it("may end in a slash", () => {
    expect(match("/studies/").at).toBe("studies");
  });

  it.each(["/", "/s", "/s//rounds", "/nowhere", "/s/%E0%A4%A", "/studies/x"])("%s leads nowhere", (path) => {
    expect(match(path)).toEqual({ at: "absent" });
  });
});

describe("a link", () => {
  it("of ours changes the page without loading it", () => {
    click(link("/s/demo?x=1#u17"));
    expect(route.value).toEqual({ at: "home", study: "demo" });
    expect(address.value.query.get("x")).toBe("1");
    expect(address.value.hash).toBe("u17");
  });

  it.each(["https://example.org/studies", "/api/export"])("to %s is the browser's", (href) => {
    const a = link(href);
    a.addEventListener("click", (event) => event.stopPropagation());
    click(a);
    expect(route.value.at).toBe("studies");
  });
});

describe("the query", () => {
  it("keeps the filters that were not changed", () => {
    go("/s/demo/r/2/agreement?unit=turn&pair=ab");
    setQuery({ unit: "sentence", pair: undefined, theme: "trust" });
    expect(location.search).toBe("?unit=sentence&theme=trust");
    expect(route.value.at).toBe("agreement");
  });
});

describe("a way back that stands in an address", () => {
  it("is taken only within Sepakat", () => {
    expect(ownPath("/s/demo?x=1#u17")).toBe("/s/demo?x=1#u17");
    for (const foreign of ["https://example.org", "//example.org", "/\\example.org", "javascript:alert(1)", "", null]) {
      expect(ownPath(foreign)).toBeUndefined();
    }
  });
});
