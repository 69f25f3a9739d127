import { beforeEach, describe, expect, it, vi } from "vitest";
import { click, find, press, render } from "../testing/render";
import { Menu } from "./Menu";

const run = vi.fn();
let page: HTMLElement;
const button = () => find(page, "[aria-haspopup=menu]");
const focused = () => document.activeElement?.textContent;

beforeEach(() => {
  run.mockClear();
  page = render(
    <Menu
      label="My menu"
      items={[
        { label: "Settings", href: "/me" },
        "line",
        { label: "Dark", checked: true, run },
        { label: "Sign out", run },
      ]}
    >
      AN
    </Menu>,
  );
});

describe("a menu", () => {
  it("is shut at first", () => {
    expect(button().getAttribute("aria-expanded")).toBe("false");
    expect(page.querySelector("[role=menu]")).toBeNull();
  });

  it("opens on its first entry, and arrows go around", () => {
    click(button());
    expect(focused()).toBe("Settings");
    press(document.activeElement ?? page, "ArrowUp");
    expect(focused()).toBe("Sign out");
    press(document.activeElement ?? page, "ArrowDown");
    expect(focused()).toBe("Settings");
  });

  it("goes to an entry by its first letter", () => {
    click(button());
    press(document.activeElement ?? page, "d");
    expect(focused()).toBe("Dark");
  });

  it("gives the focus back on Esc", () => {
    click(button());
    press(document.activeElement ?? page, "Escape");
    expect(page.querySelector("[role=menu]")).toBeNull();
    expect(document.activeElement).toBe(button());
  });

  it("runs an entry and shuts", () => {
    click(button());
    click(find(page, "[role=menuitemradio][aria-checked=true]"));
    expect(run).toHaveBeenCalledOnce();
    expect(page.querySelector("[role=menu]")).toBeNull();
  });
});
