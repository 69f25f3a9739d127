import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { find, press, render } from "../testing/render";
import { KeyMap } from "./KeyMap";
import { addKeys, isKeyMapOpen, startKeys, useKeys } from "./keys";
import { singleKeys } from "./preferences";

let stop: () => void;
const next = vi.fn();
const save = vi.fn();

function Stage() {
  useKeys({
    title: "common.coding",
    within: () => document.querySelector(".stage"),
    bindings: [
      { keys: "J", does: "coding.nextUnreviewed", run: next },
      { keys: "Ctrl Enter", does: "common.save", run: save, whileTyping: true },
    ],
  });
  return (
    <>
      <div class="stage">
        <button type="button">unit</button>
        <input />
        <div role="textbox" aria-readonly="true" tabIndex={0} class="words" />
      </div>
      <button type="button" class="outside">
        elsewhere
      </button>
    </>
  );
}

beforeEach(() => {
  stop = startKeys();
  next.mockClear();
  save.mockClear();
});
afterEach(() => {
  stop();
  singleKeys.value = true;
  isKeyMapOpen.value = false;
});

describe("a key of a screen", () => {
  it("works while its element has the focus, capital or not", () => {
    const page = render(<Stage />);
    expect(press(find(page, ".stage button"), "j")).toBe(true);
    expect(press(find(page, ".stage button"), "J")).toBe(true);
    expect(next).toHaveBeenCalledTimes(2);
  });

  it("does not work elsewhere", () => {
    expect(press(find(render(<Stage />), ".outside"), "j")).toBe(false);
    expect(next).not.toHaveBeenCalled();
  });

  it("never fires while somebody types", () => {
    expect(press(find(render(<Stage />), "input"), "j")).toBe(false);
    expect(next).not.toHaveBeenCalled();
  });

  it("fires in a read-only text, which takes no typing", () => {
    press(find(render(<Stage />), ".words"), "j");
    expect(next).toHaveBeenCalledOnce();
  });

  it("fires while typing where it says so", () => {
    press(find(render(<Stage />), "input"), "Enter", { ctrlKey: true });
    expect(save).toHaveBeenCalledOnce();
  });

  it("is off when single letters are off, but for chords", () => {
    singleKeys.value = false;
    const button = find(render(<Stage />), ".stage button");
    press(button, "j");
    press(button, "Enter", { metaKey: true });
    expect(next).not.toHaveBeenCalled();
    expect(save).toHaveBeenCalledOnce();
  });
});

describe("the key map", () => {
  it("opens by a question mark from anywhere", () => {
    press(document.body, "?", { shiftKey: true });
    expect(isKeyMapOpen.value).toBe(true);
  });

  it("names a screen once, and keys that do the same in one line", () => {
    const within = () => document.body;
    const forget = [
      addKeys({ title: "common.coding", within, bindings: [{ keys: "J", does: "common.save", run: next }] }),
      addKeys({ title: "common.coding", bindings: [{ keys: "ArrowDown", does: "common.save", run: next }] }),
    ];
    isKeyMapOpen.value = true;
    const map = render(<KeyMap />);
    const headings = [...map.querySelectorAll("h3")].map((it) => it.textContent);
    expect(new Set(headings).size).toBe(headings.length);
    expect([...map.querySelectorAll("dt")].map((it) => it.textContent)).toContain("↓J");
    for (const stop of forget) stop();
  });

  it("refuses a plain letter that would work everywhere", () => {
    const loose = { keys: "N", does: "common.save", run: next } as const;
    expect(() => addKeys({ title: "common.coding", bindings: [loose] })).toThrow("N is a plain character");
  });
});
