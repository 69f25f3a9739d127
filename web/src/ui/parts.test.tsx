import { describe, expect, it, vi } from "vitest";
import { language } from "../i18n";
import { click, find, press, render, type } from "../testing/render";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Checkbox, Choice, Select, TextField } from "./Field";
import { KeyCap } from "./KeyCap";
import { ErrorNotice, wordsFor } from "./Notice";
import { PATTERNS, Pattern, patternOf } from "./Pattern";
import { Progress } from "./Progress";
import { lookOf, SHAPES, Shape } from "./Shape";
import { Tabs } from "./Tabs";

describe("the shape of a theme", () => {
  it("is another one for each of the first twelve, then hollow ones begin again", () => {
    expect(SHAPES.map((_, i) => lookOf(i + 1).shape)).toEqual(SHAPES);
    expect(lookOf(14)).toEqual({ colour: 2, shape: "square", hollow: true });
  });

  it("of a sub-theme has its parent's colour and its own form", () => {
    expect(lookOf(5, 1)).toEqual({ colour: 1, shape: "triangleDown", hollow: false });
  });

  it("is drawn with twelve different outlines and hidden from assistive technology", () => {
    const page = render(SHAPES.map((shape) => <Shape key={shape} colour={1} shape={shape} />));
    const drawn = [...page.querySelectorAll("svg")];
    expect(new Set(drawn.map((svg) => svg.innerHTML)).size).toBe(12);
    expect(drawn.every((svg) => svg.getAttribute("aria-hidden") === "true")).toBe(true);
  });
});

describe("the pattern of a coder", () => {
  it("follows the lane's place and is another one for each of six", () => {
    expect([1, 2, 6, 7].map(patternOf)).toEqual(["solid", "diagonal", "crossHatch", "solid"]);
    const page = render(PATTERNS.map((pattern) => <Pattern key={pattern} pattern={pattern} colour={4} />));
    const drawn = [...page.querySelectorAll("svg")].map((svg) => svg.innerHTML.replace(/id="[^"]*"|url\([^)]*\)/g, ""));
    expect(new Set(drawn).size).toBe(6);
  });
});

describe("a button", () => {
  it("shows its key and tells it to assistive technology", () => {
    const button = find(render(<Button keys="Ctrl Enter">Save</Button>), "button");
    expect(button.getAttribute("aria-keyshortcuts")).toBe("Control+Enter");
    expect(button.querySelector("kbd")?.textContent).toBe("Ctrl Enter");
  });

  it("takes no second press while busy", () => {
    const onPress = vi.fn();
    click(find(render(<Button busy onPress={onPress} children="Save" />), "button"));
    expect(onPress).not.toHaveBeenCalled();
  });
});

describe("a key cap", () => {
  it("is named as on the reader's keyboard", () => {
    language.value = "id";
    expect(render(<KeyCap keys="Shift Space" />).textContent).toBe("Shift Spasi");
    expect(render(<KeyCap keys="ArrowDown" />).textContent).toBe("↓");
    language.value = "en";
  });
});

describe("a field", () => {
  it("is named by its label and described by what is wrong, not by the hint", () => {
    const page = render(<TextField label="Name" hint="short" error="Taken." value="" onInput={() => {}} />);
    const input = find<HTMLInputElement>(page, "input");
    expect(find(page, "label").getAttribute("for")).toBe(input.id);
    expect(find(page, `[id="${input.getAttribute("aria-describedby")}"]`).textContent).toBe("Taken.");
    expect(input.getAttribute("aria-invalid")).toBe("true");
  });

  it("hands on what is typed", () => {
    const onInput = vi.fn();
    type(find(render(<TextField label="Memo" lines={3} value="" onInput={onInput} />), "textarea"), "dua hal");
    expect(onInput).toHaveBeenCalledWith("dua hal");
  });

  it("chooses among options by value", () => {
    const onChange = vi.fn();
    const options = [
      { value: "turn", label: "Turn" },
      { value: "sentence", label: "Sentence" },
    ] as const;
    const select = find<HTMLSelectElement>(
      render(<Select label="Unit" value="turn" options={options} onChange={onChange} />),
      "select",
    );
    select.selectedIndex = 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    expect(onChange).toHaveBeenCalledWith("sentence");
    const radios = render(<Choice label="Unit" value="turn" options={options} onChange={onChange} />);
    expect(find<HTMLInputElement>(radios, "input:checked").value).toBe("turn");
    expect(find(radios, "legend").textContent).toBe("Unit");
  });

  it("ticks", () => {
    const onChange = vi.fn();
    click(find(render(<Checkbox label="Hints" checked={false} onChange={onChange} />), "input"));
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe("a dialog", () => {
  it("is modal, named by its title, and gives the focus back", () => {
    const Page = ({ isOpen }: { isOpen: boolean }) => (
      <>
        <button type="button">open</button>
        {isOpen && <Dialog title="New study" onClose={() => {}} children="…" />}
      </>
    );
    const page = render(<Page isOpen={false} />);
    const opener = find(page, "button");
    opener.focus();
    render(<Page isOpen />, page);
    const dialog = find<HTMLDialogElement>(page, "dialog");
    expect(dialog.open).toBe(true);
    expect(find(page, `[id="${dialog.getAttribute("aria-labelledby")}"]`).textContent).toBe("New study");
    find(dialog, "button").focus();
    render(<Page isOpen={false} />, page);
    expect(document.activeElement).toBe(opener);
  });

  it("closes by Esc, which the browser turns into a cancel", () => {
    const onClose = vi.fn();
    const page = render(<Dialog title="New study" onClose={onClose} children="…" />);
    find(page, "dialog").dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("progress", () => {
  it("says its number in words", () => {
    const bar = find(render(<Progress label="T-05" done={8} of={22} />), "[role=progressbar]");
    expect(bar.getAttribute("aria-valuetext")).toBe("8 of 22");
    expect(bar.getAttribute("aria-valuenow")).toBe("8");
  });

  it("of nothing is empty, not broken", () => {
    expect(render(<Progress label="T-05" done={0} of={0} />).textContent).toBe("0 of 0");
  });
});

describe("tabs", () => {
  it("are one tab stop, and arrows choose around the end", () => {
    const onChange = vi.fn();
    const tabs = [
      { value: "independent", label: "Independent" },
      { value: "after", label: "After discussion" },
    ] as const;
    const page = render(<Tabs label="Layer" value="after" tabs={tabs} onChange={onChange} children="figures" />);
    expect(page.querySelectorAll("[role=tab][tabindex='0']").length).toBe(1);
    press(find(page, "[aria-selected=true]"), "ArrowRight");
    expect(onChange).toHaveBeenCalledWith("independent");
    expect(document.activeElement?.textContent).toBe("Independent");
  });
});

describe("an error", () => {
  it("says what happened, what is safe, what to do, and the id to copy", () => {
    const page = render(<ErrorNotice error={{ code: "E_FROZEN", message: "frozen", id: "a1b2" }} onRetry={() => {}} />);
    expect(page.textContent).toContain("This round is closed");
    expect(page.textContent).toContain("saved");
    expect(page.textContent).toContain("Error id: a1b2");
    expect(page.textContent).not.toContain("E_FROZEN");
  });

  it("with a code of a newer server is still put into words", () => {
    expect(wordsFor({ code: "E_NEVER_HEARD" })).toEqual(wordsFor({ code: "E_INTERNAL" }));
  });
});
