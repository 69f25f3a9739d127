import type { Segment, Span } from "../model/entries";

/** A place where the words stand, and the turn it lies in. */
export interface Found extends Span {
  readonly index: number;
}

/** Where words stand in a text, without regard to case and to how they are spaced. Each turn for itself, in reading order. */
export function foundIn(text: string, segments: readonly Segment[], words: string): readonly Found[] {
  const wanted = words.trim();
  if (wanted === "") return [];
  const pattern = new RegExp(wanted.split(/\s+/).map(escaped).join("\\s+"), "giu");
  return segments.flatMap(({ start, end }, index) =>
    [...text.slice(start, end).matchAll(pattern)].map((match) => ({
      index,
      start: start + match.index,
      end: start + match.index + match[0].length,
    })),
  );
}

/** A found place with some of the turn before and after it. */
export function aroundFound(text: string, { start, end }: Span, within: Span, letters = 40) {
  const from = Math.max(within.start, start - letters);
  const to = Math.min(within.end, end + letters);
  return {
    before: `${from > within.start ? "… " : ""}${text.slice(from, start)}`,
    found: text.slice(start, end),
    after: `${text.slice(end, to)}${to < within.end ? " …" : ""}`,
  };
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
