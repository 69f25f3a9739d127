import type { Span, TranscriptText } from "../model/entries";

/** Where places of a text lie in a corrected one. What is only about right is for a reader to go to, never for a coding. */

/** The turn with the same words; of one whose words changed, the turn that follows its unchanged neighbour as closely as it did. */
export function turnOver(before: TranscriptText, after: TranscriptText, turn: number): number {
  const last = Math.max(0, after.segments.length - 1);
  const kept = unchangedTurns(before, after);
  const below = kept.findLast(([was]) => was <= turn) ?? [-1, -1];
  const above = kept.find(([was]) => was > turn)?.[1] ?? last + 1;
  const [was, is] = below;
  return was === turn ? is : Math.max(0, Math.min(is + turn - was, Math.max(is, above - 1), last));
}

/** A place's turn in the corrected text, and its words there if they still stand in it, nearest to where they were. */
export function placeOver(
  before: TranscriptText,
  after: TranscriptText,
  place: Span,
): { readonly turn: number; readonly span: Span | undefined } {
  const was = turnAt(before, place.start);
  const about = turnOver(before, after, was);
  const near = (after.segments[about]?.start ?? 0) + place.start - (before.segments[was]?.start ?? 0);
  const span = nearest(after.text, before.text.slice(place.start, place.end), Math.max(0, near));
  return { turn: span ? turnAt(after, span.start) : about, span };
}

/** Turns whose words stand exactly once in both texts, as pairs of places that rise in both. */
function unchangedTurns(before: TranscriptText, after: TranscriptText): readonly (readonly [number, number])[] {
  const now = placesByWords(after);
  const pairs: [number, number][] = [];
  for (const [words, was] of placesByWords(before)) {
    const is = now.get(words);
    if (was === null || is === null || is === undefined || is <= (pairs.at(-1)?.[1] ?? -1)) continue;
    pairs.push([was, is]);
  }
  return pairs;
}

/** Each turn's number by its words; null for words that several turns share. */
function placesByWords({ text, segments }: TranscriptText): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  for (const [i, { start, end }] of segments.entries()) {
    const words = text.slice(start, end);
    places.set(words, places.has(words) ? null : i);
  }
  return places;
}

/** The turn that holds an offset, or the next one where it lies between two. */
function turnAt({ segments }: TranscriptText, offset: number): number {
  const at = segments.findIndex(({ end }) => end > offset);
  return at < 0 ? Math.max(0, segments.length - 1) : at;
}

function nearest(text: string, words: string, near: number): Span | undefined {
  const [left, right] = [text.lastIndexOf(words, near), text.indexOf(words, near)];
  if (words === "" || (left < 0 && right < 0)) return undefined;
  const start = right < 0 || (left >= 0 && near - left <= right - near) ? left : right;
  return { start, end: start + words.length };
}
