import type { Id, Span } from "../model/entries";

/** A stretch of text under one wash: of the one theme that is coded there, or "several". */
export interface Wash extends Span {
  readonly theme: Id | "several";
}

/** What lies behind a segment's text: codings cut at each other's edges, clipped to the segment, in reading order. */
export function washesOf(segment: Span, codings: readonly (Span & { readonly theme: Id })[]): readonly Wash[] {
  const here = codings
    .map((it) => ({ theme: it.theme, start: Math.max(it.start, segment.start), end: Math.min(it.end, segment.end) }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set(here.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const washes: Wash[] = [];
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1];
    if (end === undefined) break;
    const themes = new Set(here.filter((it) => it.start <= start && end <= it.end).map(({ theme }) => theme));
    const [only] = themes;
    if (only === undefined) continue;
    const theme = themes.size === 1 ? only : "several";
    const last = washes.at(-1);
    if (last?.theme === theme && last.end === start) washes[washes.length - 1] = { ...last, end };
    else washes.push({ theme, start, end });
  }
  return washes;
}
