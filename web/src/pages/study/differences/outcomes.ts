import type { Passage } from "../../../api/agreement";
import type { Coding, DecidedCoding, Id, Outcome, Span } from "../../../model/entries";
import { overlaps } from "../../../model/selectors";
import { spansWithin } from "./items";

/** What a decision can take over from the coders, and what it then says. Pure; ids are passed in. */

/** Edges to adopt: as these coders had them, or the part that all who applied the theme share. */
export interface Edges {
  readonly spans: readonly Span[];
  readonly coders: readonly Id[];
  readonly isShared: boolean;
}

/** Every different way in which coders drew the theme's edges here; where they differ and share a part, that part first. */
export function edgesToAdopt(passage: Passage): readonly Edges[] {
  const byText = new Map<string, { readonly spans: readonly Span[]; coders: Id[] }>();
  for (const coder of passage.coders) {
    const spans = spansWithin(coder, passage.segment);
    if (spans.length === 0) continue;
    const key = spans.map(({ start, end }) => `${start}-${end}`).join();
    const known = byText.get(key);
    if (known) known.coders.push(coder.member);
    else byText.set(key, { spans, coders: [coder.member] });
  }
  const own = [...byText.values()].map((edges) => ({ ...edges, isShared: false }));
  const shared = passage.shared.map(([start, end]) => ({ start, end }));
  const isNew = shared.length > 0 && !own.some(({ spans }) => isSame(spans, shared));
  return isNew ? [{ spans: shared, coders: own.flatMap(({ coders }) => coders), isShared: true }, ...own] : own;
}

/** What a lead has chosen so far. */
export interface Choice {
  readonly outcome: Outcome;
  /** Edges of the theme for `adopt` and `edges`, of the other theme for `other`. */
  readonly spans: readonly Span[];
  readonly theme: Id;
}

/** The codings that the decision puts into the reference. */
export function decidedCodings({ outcome, spans, theme }: Choice, newId: () => Id): readonly DecidedCoding[] {
  if (outcome === "none" || outcome === "defer") return [];
  return spans.map(({ start, end }) => ({ coding: newId(), theme, start, end }));
}

/** Where somebody applied that other theme in this place, else the whole place. */
export function spansOfOther(segment: Span, theme: Id, codings: readonly Coding[]): readonly Span[] {
  const there = codings.find((coding) => coding.theme === theme && overlaps(coding, segment));
  const { start, end } = there ?? segment;
  return [{ start: Math.max(start, segment.start), end: Math.min(end, segment.end) }];
}

/** Other themes that coders applied here, the most frequent first: these are the likely ones. */
export function likelyOthers({ coders, theme }: Passage): readonly Id[] {
  const times = new Map<Id, number>();
  for (const other of coders.flatMap(({ instead }) => instead)) {
    if (other !== theme) times.set(other, (times.get(other) ?? 0) + 1);
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** The span with one edge moved by a word, if it still holds a word and stays in the words given. */
export function edgeMoved(words: readonly Span[], span: Span, edge: "start" | "end", by: 1 | -1): Span {
  const first = words.findIndex((word) => span.start < word.end);
  const last = words.findLastIndex((word) => word.start < span.end);
  const [from, to] = edge === "start" ? [first + by, last] : [first, last + by];
  const [start, end] = [words[from], words[to]];
  return start && end && from <= to ? { start: start.start, end: end.end } : span;
}

function isSame(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length && one.every(({ start, end }, i) => start === other[i]?.start && end === other[i]?.end)
  );
}
