import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

export type MenuItem =
  | { readonly label: string; readonly href: string; readonly current?: boolean }
  | { readonly label: string; readonly run: () => void; readonly checked?: boolean }
  | "line";

interface MenuProps {
  /** What the button shows. */
  readonly children: ComponentChildren;
  /** What it is called; begins with what it shows, so that who speaks to the page can say what they see. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side?: "start" | "end";
}

/** A button with a menu under it, by the pattern of the ARIA practices guide: one tab stop, arrows within. */
export function Menu({ children, label, items, side = "start" }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const entries = () => [...(whole.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  useEffect(() => {
    if (!isOpen) return;
    entries()[0]?.focus();
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (event.key === "Tab") setOpen(false);
    else if (event.key === "Escape") close();
    else if (!moved(entries(), event.key)) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and the items within
    <div class={`menu menu-${side}`} ref={whole} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <ul id={id} role="menu" class="menu-list" aria-label={label}>
          {items.map((item, i) =>
            item === "line" ? (
              <li key={i} role="separator" class="menu-line" />
            ) : (
              <li key={item.label} role="none">
                <Entry item={item} close={close} />
              </li>
            ),
          )}
        </ul>
      )}
    </div>
  );
}

function Entry({ item, close }: { item: Exclude<MenuItem, "line">; close: () => void }) {
  if ("href" in item) {
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        href={item.href}
        aria-current={item.current ? "page" : undefined}
        onClick={close}
      >
        {item.label}
      </a>
    );
  }
  const props = {
    type: "button",
    tabIndex: -1,
    onClick: () => {
      close();
      item.run();
    },
  } as const;
  return item.checked === undefined ? (
    <button {...props} role="menuitem">
      {item.label}
    </button>
  ) : (
    <button {...props} role="menuitemradio" aria-checked={item.checked}>
      {item.label}
    </button>
  );
}

/** Moves the focus by arrow, Home, End, or the first letter; says whether the key meant that. */
function moved(entries: readonly HTMLElement[], key: string): boolean {
  const at = entries.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const step = steps[key];
  if (step !== undefined) {
    entries.at(step >= entries.length ? 0 : step)?.focus();
    return true;
  }
  if (key.length !== 1 || key === " ") return false;
  const after = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  after.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
  return true;
}
