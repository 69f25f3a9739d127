import type { Span } from "../model/entries";

/**
 * Places in a drawn text. Each base segment stands in one element that carries its start in `data-start` and holds
 * nothing but its text, however many text nodes that is.
 */

export function startOf(element: HTMLElement): number {
  return Number(element.dataset.start);
}

/** The part of a selection that lies in these elements, in offsets of the transcript; null if it is empty. */
export function selectedSpan(range: Range, elements: readonly HTMLElement[]): Span | null {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const element of elements) {
    if (!range.intersectsNode(element)) continue;
    // A triple click ends before the first letter of the next turn: of that turn it then holds nothing.
    const part = partIn(range, element);
    if (part.start >= part.end) continue;
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  return start < end ? { start, end } : null;
}

/** The offset of a point of the document within the text of an element. */
export function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return startOf(element) + before.toString().length;
}

/** The place of a span in an element's text nodes; null if none of it lies there. */
export function rangeIn(element: HTMLElement, span: Span): Range | null {
  const from = startOf(element);
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = from;
  let isOpen = false;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!isOpen && span.start < at + length) {
      range.setStart(node, Math.max(0, span.start - at));
      isOpen = true;
    }
    if (isOpen) range.setEnd(node, Math.min(length, span.end - at));
    at += length;
    if (at >= span.end) break;
  }
  return isOpen && span.end > from ? range : null;
}

function partIn(range: Range, element: HTMLElement): Span {
  const whole = document.createRange();
  whole.selectNodeContents(element);
  const startsBefore = range.compareBoundaryPoints(Range.START_TO_START, whole) < 0;
  const endsAfter = range.compareBoundaryPoints(Range.END_TO_END, whole) > 0;
  return {
    start: startsBefore ? startOf(element) : offsetIn(element, range.startContainer, range.startOffset),
    end: endsAfter
      ? startOf(element) + (element.textContent?.length ?? 0)
      : offsetIn(element, range.endContainer, range.endOffset),
  };
}
