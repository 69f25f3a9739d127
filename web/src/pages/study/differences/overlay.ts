import type { Id, Span } from "../../../model/entries";
import { merged } from "./items";

/** How many of the chosen coders marked a stretch of text: one of them, several, or all. */
export type Level = "one" | "several" | "all";

export interface Covered extends Span {
  readonly coders: readonly Id[];
  readonly level: Level;
}

interface Marks {
  readonly coder: Id;
  readonly spans: readonly Span[];
}

/** A text cut at every edge of the coders' marks, without the stretches that nobody marked. `marks` holds every coder that is asked about. */
export function coverage(within: Span, marks: readonly Marks[]): readonly Covered[] {
  const clean = marks.map(({ coder, spans }) => ({ coder, spans: merged(clippedTo(within, spans)) }));
  const edges = [...new Set(clean.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))].sort(
    (a, b) => a - b,
  );
  const covered: Covered[] = [];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const coders = clean
      .filter(({ spans }) => spans.some((span) => span.start <= start && end <= span.end))
      .map(({ coder }) => coder);
    if (coders.length > 0) covered.push({ start, end, coders, level: levelOf(coders.length, marks.length) });
  }
  return covered;
}

/** Two who both marked it are all; one of two is one. */
export function levelOf(n: number, of: number): Level {
  if (n === of) return "all";
  return n === 1 ? "one" : "several";
}

/** A text with what was marked in it: pieces in order that together are the whole. */
export interface TextPiece extends Span {
  readonly covered: Covered | null;
}

export function pieces(within: Span, covered: readonly Covered[]): readonly TextPiece[] {
  const all: TextPiece[] = [];
  let at = within.start;
  for (const stretch of covered) {
    if (at < stretch.start) all.push({ start: at, end: stretch.start, covered: null });
    all.push({ start: stretch.start, end: stretch.end, covered: stretch });
    at = stretch.end;
  }
  if (at < within.end) all.push({ start: at, end: within.end, covered: null });
  return all;
}

function clippedTo(within: Span, spans: readonly Span[]): readonly Span[] {
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => start < end);
}
