import type { DifferenceKind, DifferenceState, Passage, PassageCoder, PassageFacet } from "../../../api/agreement";
import type { Decision, Id, Span } from "../../../model/entries";
import { decisionKey } from "../../../model/state";
import { KINDS, type QueueState, STATES } from "../agreement/conditions";

/** Questions to a list of passages. Pure. */

type Decisions = ReadonlyMap<string, Decision>;

/** Names a passage in an address: a theme at the unit it begins with. */
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

function fits({ theme, kind, state }: Pick<Passage, "theme" | "kind" | "state">, filter: Filter): boolean {
  return (
    (filter.theme === undefined || theme === filter.theme) &&
    (filter.kind === undefined || kind === filter.kind) &&
    (filter.state === undefined || state === filter.state)
  );
}

/** Those that fit still, now that decisions may be newer than the list. */
export function filtered(items: readonly Passage[], filter: Filter, decisions: Decisions): readonly Passage[] {
  return items.filter((item) => fits({ ...item, state: stateOf(item, decisions) }, filter));
}

export interface FacetCounts {
  readonly allStates: number;
  readonly allThemes: number;
  readonly everything: number;
  readonly states: Readonly<Record<DifferenceState, number>>;
  readonly kinds: Readonly<Record<DifferenceKind, number>>;
  readonly themes: ReadonlyMap<Id, number>;
}

/** How many passages each choice of a facet would show, the other facets being as they are. */
export function facetCounts(facets: readonly PassageFacet[], filter: Filter): FacetCounts {
  const count = (chosen: Filter): number =>
    facets.filter((facet) => fits(facet, chosen)).reduce((sum, { items }) => sum + items, 0);
  return {
    allStates: count({ ...filter, state: undefined }),
    allThemes: count({ ...filter, theme: undefined }),
    everything: count({ theme: undefined, kind: undefined, state: undefined }),
    states: tally(STATES, (state) => count({ ...filter, state })),
    kinds: tally(KINDS, (kind) => count({ ...filter, kind })),
    themes: new Map(facets.map(({ theme }) => [theme, count({ ...filter, theme })])),
  };
}

function tally<W extends string>(words: readonly W[], count: (word: W) => number): Readonly<Record<W, number>> {
  return Object.fromEntries(words.map((word) => [word, count(word)])) as Record<W, number>;
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
