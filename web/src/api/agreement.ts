import type { Id, Phase } from "../model/entries";
import { getHeld } from "./held";
import type { Answer, Asking } from "./http";

/** The figures of a round as docs/formats.md names them, with ids in place of names. An undefined figure is null. */

export type Layer = "independent" | "after";
export type Scope = "theme" | "all";

/** What a figure is counted by. */
export interface Measure {
  readonly unit: string;
  readonly rule: string;
  readonly scope: Scope;
}

type Figure = number | null;
type Interval = readonly [number, number] | null;

/** What a reader should know of a figure: a code, the numbers that raised it under their names, and the sentence. */
export interface Flag {
  readonly code: string;
  readonly en: string;
  readonly id: string;
  readonly [value: string]: string | number;
}

/** Two coders and one theme: a both, b only the first, c only the second, d neither. */
export interface PairFigures {
  readonly coders: readonly [Id, Id];
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly percent_agreement: Figure;
  readonly positive_agreement: Figure;
  readonly negative_agreement: Figure;
  readonly prevalence_index: Figure;
  readonly bias_index: Figure;
  readonly pabak: Figure;
  readonly gwet_ac1: Figure;
  readonly cohen_kappa: Figure;
  readonly cohen_kappa_max: Figure;
  readonly cohen_kappa_ci95_cluster_jackknife_t: Interval;
  readonly cohen_kappa_ci95_lower: Figure;
  readonly cohen_kappa_ci95_upper: Figure;
  readonly flags: readonly Flag[];
  readonly reason?: string;
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface ThemeFigures {
  readonly theme: Id;
  readonly units: number;
  readonly units_in_scope: number;
  readonly units_left_out: number;
  readonly pairs: readonly PairFigures[];
  readonly krippendorff_alpha: Figure;
  readonly flags: readonly Flag[];
  readonly reason?: string;
  readonly reasons?: Readonly<Record<string, string>>;
}

export interface PairSummary {
  readonly coders: readonly [Id, Id];
  readonly pooled_kappa: Figure;
  readonly macro_kappa: Figure;
  readonly macro_kappa_undefined: number;
}

export interface LeftOut {
  readonly units_one_coder: number;
  readonly units_nobody: number;
  readonly codings_unreviewed: number;
  readonly codings_out_of_scope: number;
}

/** Passages decided, put off, and those that coders differ on and that are open. */
export interface Decisions {
  readonly decided: number;
  readonly deferred: number;
  readonly open: number;
}

export interface RoundFigures extends Measure {
  readonly layer: Layer;
  readonly phase: Phase;
  readonly frozen: boolean;
  readonly coders: readonly { readonly member: Id; readonly name: string }[];
  readonly transcripts: number;
  readonly left_out: LeftOut;
  /** Of the unit; absent where there are none. */
  readonly flags?: readonly Flag[];
  readonly decisions: Decisions;
  readonly themes: readonly ThemeFigures[];
  readonly pairs: readonly PairSummary[];
}

/** How coders differ on a passage; null where they agree. */
export type DifferenceKind = "omission" | "substitution" | "boundary";
export type DifferenceState = "open" | "decided" | "deferred";
export type Cell = "a" | "b" | "c" | "d";

/** Where something starts and ends. */
type Edges = readonly [number, number];

export interface PassageCoder {
  readonly member: Id;
  /** At the units of the passage. */
  readonly applied: boolean;
  /** What this coder marked in the base segment. */
  readonly spans: readonly Edges[];
  /** Other themes that a coder who left this one out applied here. */
  readonly instead: readonly Id[];
}

/** One theme at one unit, or at some that follow each other in a base segment and are alike, with what each coder who reviewed them did there. */
export interface Passage {
  readonly theme: Id;
  readonly transcript: Id;
  readonly start: number;
  readonly end: number;
  readonly units: number;
  readonly segment: { readonly index: number; readonly start: number; readonly end: number };
  readonly kind: DifferenceKind | null;
  readonly state: DifferenceState | null;
  readonly rev?: number;
  /** What all coders of the round who marked it in this base segment have in common. */
  readonly shared: readonly Edges[];
  readonly coders: readonly PassageCoder[];
}

/** So many passages of that theme, kind and state. */
export interface PassageFacet {
  readonly theme: Id;
  readonly kind: DifferenceKind | null;
  readonly state: DifferenceState | null;
  readonly items: number;
}

/** The first of the passages that were asked for, and how many there are in all. */
export interface Passages {
  readonly items: readonly Passage[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
  readonly total: number;
  /** Of all of them. */
  readonly units: number;
  /** Of all themes, kinds and states. */
  readonly facets: readonly PassageFacet[];
}

/** Which passages: where coders differ, any or one pair, or those behind one cell of a theme's table. */
export interface Which {
  readonly theme?: Id | undefined;
  readonly pair?: readonly [Id, Id] | undefined;
  readonly cell?: Cell | undefined;
  readonly kind?: DifferenceKind | undefined;
  readonly state?: DifferenceState | undefined;
}

/** Of all themes and pairs, what the table, the pairs and the flags show. */
export function fetchFigures(
  study: Id,
  round: Id,
  measure: Measure,
  layer: Layer,
  asking?: Asking,
): Promise<Answer<RoundFigures>> {
  return getHeld(`${roundPath(study, round)}/agreement?${queryOf({ ...measure, layer })}`, asking);
}

/** One theme and one pair alone. */
export function fetchChosenFigures(
  study: Id,
  round: Id,
  measure: Measure,
  layer: Layer,
  theme: Id,
  [first, second]: readonly [Id, Id],
): Promise<Answer<RoundFigures>> {
  return getHeld(`${roundPath(study, round)}/agreement?${queryOf({ ...measure, layer, theme, first, second })}`);
}

/** How much of a round is settled, without its figures. */
export function fetchDecisions(
  study: Id,
  round: Id,
  { rule, scope }: Measure,
  asking?: Asking,
): Promise<Answer<Decisions>> {
  return getHeld(`${roundPath(study, round)}/decisions?${queryOf({ rule, scope })}`, asking);
}

/** The first pages of a list, as one. */
export async function fetchPassages(
  study: Id,
  round: Id,
  measure: Measure,
  { pair, cell, ...which }: Which,
  pages: number,
  asking?: Asking,
): Promise<Answer<Passages>> {
  const [first, second] = pair ?? [];
  const path = `${roundPath(study, round)}/${cell ? "passages" : "disagreements"}`;
  const page = (cursor: string | undefined): Promise<Answer<Passages>> =>
    getHeld(`${path}?${queryOf({ ...measure, ...which, first, second, cell, cursor })}`, asking);
  let answer = await page(undefined);
  for (let n = 1; n < pages && answer.ok && answer.value.next !== undefined; n++) {
    const more = await page(answer.value.next);
    if (!more.ok) return more;
    answer = { ok: true, value: { ...more.value, items: [...answer.value.items, ...more.value.items] } };
  }
  return answer;
}

function roundPath(study: Id, round: Id): string {
  return `/api/studies/${study}/rounds/${round}`;
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  return query.toString();
}
