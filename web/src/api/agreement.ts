import type { Id, Phase } from "../model/entries";
import { type Answer, api } from "./http";

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

export interface RoundFigures extends Measure {
  readonly layer: Layer;
  readonly phase: Phase;
  readonly frozen: boolean;
  readonly coders: readonly { readonly member: Id; readonly name: string }[];
  readonly transcripts: number;
  readonly left_out: LeftOut;
  /** Of the unit; absent where there are none. */
  readonly flags?: readonly Flag[];
  readonly decisions: { readonly decided: number; readonly deferred: number; readonly open: number };
  readonly themes: readonly ThemeFigures[];
  readonly pairs: readonly PairSummary[];
}

/** How coders differ on a passage; null where they agree. */
export type DifferenceKind = "omission" | "substitution" | "boundary";
export type DifferenceState = "open" | "decided" | "deferred";
export type Cell = "a" | "b" | "c" | "d";

export interface PassageCoder {
  readonly member: Id;
  readonly applied: boolean;
  readonly spans: readonly (readonly [number, number])[];
  /** Other themes that a coder who left this one out applied here. */
  readonly instead: readonly Id[];
}

/** One theme at one unit, with what each coder who reviewed it did there. */
export interface Passage {
  readonly theme: Id;
  readonly transcript: Id;
  readonly start: number;
  readonly end: number;
  readonly segment: { readonly index: number; readonly start: number; readonly end: number };
  readonly kind: DifferenceKind | null;
  readonly state: DifferenceState | null;
  readonly rev?: number;
  readonly coders: readonly PassageCoder[];
}

export interface Passages {
  readonly items: readonly Passage[];
}

export function fetchFigures(study: Id, round: Id, measure: Measure, layer: Layer): Promise<Answer<RoundFigures>> {
  return api.get(`${roundPath(study, round)}/agreement?${queryOf({ ...measure, layer })}`);
}

/** Where coders differ: any of them, or one pair. */
export function fetchDifferences(
  study: Id,
  round: Id,
  measure: Measure,
  pair: readonly [Id, Id] | undefined,
): Promise<Answer<Passages>> {
  const [first, second] = pair ?? [];
  return api.get(`${roundPath(study, round)}/disagreements?${queryOf({ ...measure, first, second })}`);
}

/** The passages behind one cell of a theme's table. */
export function fetchCell(
  study: Id,
  round: Id,
  measure: Measure,
  theme: Id,
  [first, second]: readonly [Id, Id],
  cell: Cell,
): Promise<Answer<Passages>> {
  return api.get(`${roundPath(study, round)}/passages?${queryOf({ ...measure, theme, first, second, cell })}`);
}

function roundPath(study: Id, round: Id): string {
  return `/api/studies/${study}/rounds/${round}`;
}

function queryOf(parts: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  return query.toString();
}
