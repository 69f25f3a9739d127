import type {
  CodebookVersion,
  Coding,
  Decision,
  Draft,
  Id,
  Member,
  Orphan,
  ReferenceCoding,
  Review,
  Round,
  Transcript,
} from "./entries";

/** What each kind of stream says so far. Nothing in here is ever changed in place. */

export interface StudyState {
  readonly study: Id;
  readonly name: string;
  readonly members: ReadonlyMap<Id, Member>;
  readonly codebooks: readonly CodebookVersion[];
  readonly transcripts: ReadonlyMap<Id, Transcript>;
  readonly rounds: ReadonlyMap<Id, Round>;
}

export type DraftsState = ReadonlyMap<Id, Draft>;

/** Codings and reviews apart for each transcript, so that an act copies one transcript's share only. */
export interface WorkState {
  readonly codings: ReadonlyMap<Id, ReadonlyMap<Id, Coding>>;
  readonly reviews: ReadonlyMap<Id, ReadonlyMap<string, Review>>;
  readonly reopened: ReadonlySet<Id>;
  readonly orphans: ReadonlyMap<Id, Orphan>;
}

/** What was agreed on in a round after its reveal. Originals are never touched. */
export interface SettledState {
  readonly adopted: readonly ReferenceCoding[];
  readonly decisions: ReadonlyMap<string, Decision>;
}

export const NO_STUDY: StudyState = {
  study: "",
  name: "",
  members: new Map(),
  codebooks: [],
  transcripts: new Map(),
  rounds: new Map(),
};
export const NO_DRAFTS: DraftsState = new Map();
export const NO_WORK: WorkState = { codings: new Map(), reviews: new Map(), reopened: new Set(), orphans: new Map() };

export const NOTHING_SETTLED: SettledState = { adopted: [], decisions: new Map() };

/** The one key of a decision: a theme at a base segment is decided once. */
export function decisionKey({ transcript, theme, start }: Pick<Decision, "transcript" | "theme" | "start">): string {
  return `${transcript}:${theme}:${start}`;
}

/** The one key of a review: a coder looks at a base segment once. */
export function reviewKey(coder: Id, start: number): string {
  return `${coder}:${start}`;
}

export function including<K, V>(before: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(before).set(key, value);
}

export function without<K, V>(before: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const after = new Map(before);
  after.delete(key);
  return after;
}
