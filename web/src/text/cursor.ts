import type { Span } from "../model/entries";

/** Marking by keyboard within one unit: an anchor word and a head word, as places in the list of words. */
export interface Cursor {
  readonly anchor: number;
  readonly head: number;
}

export const AT_START: Cursor = { anchor: 0, head: 0 };

/** To the word before or after; the mark shrinks to it. */
export function moved(cursor: Cursor, by: number, words: number): Cursor {
  const head = within(cursor.head + by, words);
  return { anchor: head, head };
}

/** The mark grows or shrinks by words at its head. */
export function extended(cursor: Cursor, by: number, words: number): Cursor {
  return { anchor: cursor.anchor, head: within(cursor.head + by, words) };
}

/** The mark grows to the next sentence's end, or shrinks to the one before. */
export function extendedBySentence(
  cursor: Cursor,
  by: 1 | -1,
  words: readonly Span[],
  sentences: readonly Span[],
): Cursor {
  const head =
    by > 0
      ? sentences.map((sentence) => lastWord(words, sentence)).find((end) => end > cursor.head)
      : sentences.map((sentence) => firstWord(words, sentence)).findLast((start) => start < cursor.head);
  return { anchor: cursor.anchor, head: within(head ?? (by > 0 ? words.length - 1 : 0), words.length) };
}

/** Word, then its sentence, then the whole unit, then the word again. */
export function widened(cursor: Cursor, words: readonly Span[], sentences: readonly Span[]): Cursor {
  const here = words[cursor.anchor];
  const sentence = here && sentences.find((it) => it.start <= here.start && here.start < it.end);
  if (!sentence) return cursor;
  const whole = { anchor: 0, head: words.length - 1 };
  const one = { anchor: firstWord(words, sentence), head: lastWord(words, sentence) };
  if (isSame(cursor, whole)) return { anchor: cursor.anchor, head: cursor.anchor };
  if (isSame(cursor, one)) return whole;
  return one;
}

export function spanOf(cursor: Cursor, words: readonly Span[]): Span | null {
  const first = words[Math.min(cursor.anchor, cursor.head)];
  const last = words[Math.max(cursor.anchor, cursor.head)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The cursor that marks a span, as far as whole words can. */
export function cursorAt(span: Span, words: readonly Span[]): Cursor {
  return { anchor: firstWord(words, span), head: lastWord(words, span) };
}

function firstWord(words: readonly Span[], span: Span): number {
  return Math.max(
    0,
    words.findIndex((word) => word.end > span.start),
  );
}

function lastWord(words: readonly Span[], span: Span): number {
  return Math.max(
    0,
    words.findLastIndex((word) => word.start < span.end),
  );
}

function within(at: number, words: number): number {
  return Math.min(Math.max(0, at), Math.max(0, words - 1));
}

function isSame(one: Cursor, other: Cursor): boolean {
  return one.anchor === other.anchor && one.head === other.head;
}
