import type { DifferenceKind, DifferenceState, Passage, PassageCoder } from "../../../api/agreement";
import type { Decision, Id, Span } from "../../../model/entries";
import { decisionKey } from "../../../model/state";
import { KINDS, type QueueState, STATES } from "../agreement/conditions";

/** Questions to a list of passages. Pure. */

type Decisions = ReadonlyMap<string, Decision>;

/** Names a passage in an address: a theme at a unit. */
export function passageKey({ transcript, theme, start }: Passage): string {
  return `${transcript}.${theme}.${start}`;
}

export function decisionOf(passage: Passage, decisions: Decisions): Decision | undefined {
  return decisions.get(decisionKey({ ...passage, start: passage.segment.start }));
}

/** How a passage stands by the decisions that this page knows, which may be newer than the list. */
export function stateOf(passage: Passage, decisions: Decisions): DifferenceState | null {
  if (passage.kind === null) return null;
  const decision = decisionOf(passage, decisions);
  if (!decision) return "open";
  return decision.outcome === "defer" ? "deferred" : "decided";
}

export type Filter = Pick<QueueState, "theme" | "kind" | "state">;

export function filtered(items: readonly Passage[], filter: Filter, decisions: Decisions): readonly Passage[] {
  return items.filter(
    (item) =>
      (filter.theme === undefined || item.theme === filter.theme) &&
      (filter.kind === undefined || item.kind === filter.kind) &&
      (filter.state === undefined || stateOf(item, decisions) === filter.state),
  );
}

export interface FacetCounts {
  readonly all: number;
  readonly states: Readonly<Record<DifferenceState, number>>;
  readonly kinds: Readonly<Record<DifferenceKind, number>>;
  readonly themes: ReadonlyMap<Id, number>;
}

/** How many passages each choice of a facet would show, the other facets being as they are. */
export function facetCounts(items: readonly Passage[], filter: Filter, decisions: Decisions): FacetCounts {
  const byState = filtered(items, { ...filter, state: undefined }, decisions);
  const byKind = filtered(items, { ...filter, kind: undefined }, decisions);
  const byTheme = filtered(items, { ...filter, theme: undefined }, decisions);
  const themes = new Map<Id, number>();
  for (const { theme } of byTheme) themes.set(theme, (themes.get(theme) ?? 0) + 1);
  return {
    all: byState.length,
    states: tally(STATES, byState, (item) => stateOf(item, decisions)),
    kinds: tally(KINDS, byKind, ({ kind }) => kind),
    themes,
  };
}

function tally<W extends string>(
  words: readonly W[],
  items: readonly Passage[],
  wordOf: (item: Passage) => W | null,
): Readonly<Record<W, number>> {
  const counts = Object.fromEntries(words.map((word) => [word, 0])) as Record<W, number>;
  for (const item of items) {
    const word = wordOf(item);
    if (word !== null) counts[word]++;
  }
  return counts;
}

/** What of a coder's marks lies in a span, merged and in order. */
export function spansWithin({ spans }: Pick<PassageCoder, "spans">, within: Span): readonly Span[] {
  const clipped = spans
    .map(([start, end]) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => start < end);
  return merged(clipped);
}

export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && span.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else result.push(span);
  }
  return result;
}

/** A quick word for what one coder did at a passage. */
export function didOf({ applied, instead }: PassageCoder): "applied" | "other" | "leftOut" {
  if (applied) return "applied";
  return instead.length > 0 ? "other" : "leftOut";
}
