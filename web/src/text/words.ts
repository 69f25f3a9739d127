import type { Span } from "../model/entries";

/** Words, sentences and letters of a text, by the rules of Unicode. Offsets are UTF-16 code units. */

const wordly = new Intl.Segmenter("id", { granularity: "word" });
const sentencely = new Intl.Segmenter("id", { granularity: "sentence" });
const letterly = new Intl.Segmenter("id", { granularity: "grapheme" });

/**
 * The words of a text with the punctuation that touches them: "pelan-pelan," is one word, as a reader marks it. Two
 * words without a space between them, as in Chinese, stay two.
 */
export function wordsIn(text: string, from = 0): readonly Span[] {
  const words: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  let endsInWord = false;
  for (const { segment, index, isWordLike } of wordly.segment(text)) {
    if (segment.trim() === "") {
      open = null;
      continue;
    }
    const start = from + index;
    if (open && !(endsInWord && isWordLike)) open.end = start + segment.length;
    else {
      open = { start, end: start + segment.length };
      words.push(open);
    }
    endsInWord = isWordLike ?? false;
  }
  return words;
}

/** The sentences of a text, without the white space between them. */
export function sentencesIn(text: string, from = 0): readonly Span[] {
  return [...sentencely.segment(text)].flatMap(({ segment, index }) => {
    const span = trimmed(segment, { start: 0, end: segment.length });
    return span.start < span.end ? [{ start: from + index + span.start, end: from + index + span.end }] : [];
  });
}

/** The span widened to whole words, without white space at its edges; null if it holds none. */
export function snapToWords(words: readonly Span[], span: Span): Span | null {
  const touched = words.filter((word) => word.start < span.end && span.start < word.end);
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The span widened to whole letters as readers see them: no surrogate pair and no accent is cut off. */
export function snapToLetters(text: string, span: Span, from = 0): Span | null {
  const inner = trimmed(text, { start: span.start - from, end: span.end - from });
  if (inner.start >= inner.end) return null;
  const letters = letterly.segment(text);
  const first = letters.containing(inner.start);
  const last = letters.containing(inner.end - 1);
  if (!first || !last) return null;
  return { start: from + first.index, end: from + last.index + last.segment.length };
}

export function countWords(words: readonly Span[], span: Span): number {
  return words.filter((word) => word.start < span.end && span.start < word.end).length;
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && isWhite(text, from)) from++;
  while (to > from && isWhite(text, to - 1)) to--;
  return { start: from, end: to };
}

function isWhite(text: string, at: number): boolean {
  return text.charAt(at).trim() === "";
}
