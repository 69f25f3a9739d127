import { type ComponentChild, render as renderInto } from "preact";
import { act } from "preact/test-utils";

/** Where a component under test stands; gone after each test. */
const places = new Set<HTMLElement>();

/** Draws into a new place, or anew into one that an earlier call gave. */
export function render(what: ComponentChild, place: HTMLElement = document.createElement("div")): HTMLElement {
  if (!place.isConnected) document.body.append(place);
  places.add(place);
  void act(() => renderInto(what, place));
  return place;
}

export function unmountAll(): void {
  for (const place of places) {
    void act(() => renderInto(null, place));
    place.remove();
  }
  places.clear();
}

/** The one element that a selector names; says so when it is missing. */
export function find<E extends Element = HTMLElement>(within: ParentNode, selector: string): E {
  const found = within.querySelector<E>(selector);
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

export function click(element: Element): void {
  void act(() => {
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}

/** Presses a key on an element and tells whether somebody took it. */
export function press(element: EventTarget, key: string, held: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  void act(() => {
    element.dispatchEvent(event);
  });
  return event.defaultPrevented;
}

export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  void act(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Lets promises settle and effects run. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
