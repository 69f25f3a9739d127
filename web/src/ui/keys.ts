import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { PlainKey } from "../i18n";
import { singleKeys } from "./preferences";

/** One key of a screen: `keys` as printed on the caps, "J", "Shift N", "Ctrl Shift Z", "Space", "ArrowDown", "?". */
export interface KeyBinding {
  readonly keys: string;
  readonly does: PlainKey;
  run(event: KeyboardEvent): void;
  /** Fires in a text field, too: only for keys that write nothing, such as Ctrl Enter. */
  readonly whileTyping?: boolean;
}

/**
 * Keys that work together. With `within`, they work while the focus is in that element; without, everywhere, and then
 * no plain character may be among them (WCAG 2.1.4), save "?".
 */
export interface KeyScope {
  readonly title: PlainKey;
  readonly within?: () => Element | null;
  readonly bindings: readonly KeyBinding[];
}

/** The keys of the present screen; the newest scope is asked first. */
export const scopes = signal<readonly KeyScope[]>([]);

export const isKeyMapOpen = signal(false);

/** Adds keys until the answer is called. */
export function addKeys(scope: KeyScope): () => void {
  const loose = scope.within ? undefined : scope.bindings.find(({ keys }) => isCharacter(keys) && keys !== "?");
  if (loose) throw new RangeError(`${loose.keys} is a plain character: it needs an element to work within`);
  scopes.value = [scope, ...scopes.value];
  return () => {
    scopes.value = scopes.value.filter((other) => other !== scope);
  };
}

/** Keys for as long as a component stands; each key acts as the latest drawing says. */
export function useKeys(scope: KeyScope): void {
  const latest = useRef(scope);
  latest.current = scope;
  const names = scope.bindings.map(({ keys }) => keys).join();
  useEffect(() => {
    const { title, within, bindings } = latest.current;
    const fixed = bindings.map((binding, i) => ({
      ...binding,
      run: (event: KeyboardEvent) => (latest.current.bindings[i] ?? binding).run(event),
    }));
    return addKeys(within ? { title, within, bindings: fixed } : { title, bindings: fixed });
  }, [names]);
}

/** Listens from now on; the answer stops it. */
export function startKeys(): () => void {
  const forget = addKeys({
    title: "keys.everywhere",
    bindings: [{ keys: "?", does: "keys.showMap", run: () => (isKeyMapOpen.value = true) }],
  });
  document.addEventListener("keydown", dispatch);
  return () => {
    document.removeEventListener("keydown", dispatch);
    forget();
  };
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const keys = chord(event);
  const target = event.target instanceof Element ? event.target : document.body;
  if (isCharacter(keys) && !singleKeys.value) return;
  const typing = isTyping(target);
  for (const { within, bindings } of scopes.value) {
    if (within && !within()?.contains(target)) continue;
    const binding = bindings.find((candidate) => candidate.keys === keys && (!typing || candidate.whileTyping));
    if (!binding) continue;
    event.preventDefault();
    binding.run(event);
    return;
  }
}

/** The name of what was pressed. Command counts as Ctrl; Shift is named only where the character does not show it. */
export function chord(event: KeyboardEvent): string {
  const isAltGr = event.getModifierState?.("AltGraph") ?? false;
  const key = event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shows = key.length === 1 && key.toLowerCase() === key;
  return [
    (event.ctrlKey || event.metaKey) && !isAltGr ? "Ctrl" : "",
    event.altKey && !isAltGr ? "Alt" : "",
    event.shiftKey && !shows ? "Shift" : "",
    key,
  ]
    .filter(Boolean)
    .join(" ");
}

function isCharacter(keys: string): boolean {
  const key = keys.replace(/^Shift /, "");
  return key.length === 1 || key === "Space";
}

/** Whether a key pressed here writes a character. A read-only textbox, such as a turn opened for its words, does not. */
export function isTyping(target: Element): boolean {
  if (target.getAttribute("aria-readonly") === "true") return false;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|button|submit|reset|range|color|file)$/.test(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.closest("[contenteditable]:not([contenteditable=false]), [role=textbox]") !== null
  );
}

/** The same keys as `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", "Control").replaceAll(" ", "+");
}
