import type { Span } from "../model/entries";
import { rangeIn } from "./dom";

/** A stretch to paint under the name of a highlight, which style/coding.css gives its look. */
export interface Painted extends Span {
  readonly name: string;
}

/** Later names lie over earlier ones. */
const ORDER = ["wash-several", "wash-check", "wash-pending", "wash-focus"];

/** Whether the browser can paint ranges without elements. Where it cannot, turns near the screen are split into marks. */
export const hasHighlights = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";

/**
 * Paints the text of turns by the CSS Custom Highlight API. Each turn's ranges are its own, so that an act on one turn
 * touches no other; a turn that leaves the screen's neighbourhood is to be cleared.
 */
export class Highlights {
  readonly #painted = new Map<HTMLElement, { readonly name: string; readonly range: AbstractRange }[]>();

  paint(element: HTMLElement, painted: readonly Painted[]): void {
    this.clear(element);
    const ranges = painted.flatMap(({ name, ...span }) => {
      const range = rangeIn(element, span);
      // Static ranges cost nothing when the document changes; the text of a turn never does.
      return range ? [{ name, range: new StaticRange(range) }] : [];
    });
    for (const { name, range } of ranges) highlight(name).add(range);
    this.#painted.set(element, ranges);
  }

  clear(element: HTMLElement): void {
    for (const { name, range } of this.#painted.get(element) ?? []) highlight(name).delete(range);
    this.#painted.delete(element);
  }

  clearAll(): void {
    for (const element of [...this.#painted.keys()]) this.clear(element);
  }
}

function highlight(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const fresh = new Highlight();
  fresh.priority = ORDER.indexOf(name) + 1;
  CSS.highlights.set(name, fresh);
  return fresh;
}
