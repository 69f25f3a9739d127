/** The things of a study, as the wire names them. Ids are UUIDs; offsets are UTF-16 code units; spans are half open. */

export type Id = string;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether this may name anything: the server ends a connection that asks for what cannot be an id. */
export function isId(text: string): text is Id {
  return ID.test(text);
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

export type Role = "lead" | "coder" | "observer";
export type SpeakerRole = "participant" | "interviewer" | "other";
export type Mode = "blind" | "open" | "imported";
export type Phase = "draft" | "coding" | "closed" | "revealed" | "consensus" | "final";
export type StreamKind = "study" | "drafts" | "round" | "private";

export interface Member {
  readonly member: Id;
  readonly name: string;
  readonly role: Role;
  readonly removed: boolean;
  readonly rev: number;
}

/** An entry of the codebook. `colour` is a slot 1..24, `key` the one character that applies it. */
export interface Theme {
  readonly theme: Id;
  readonly parent: Id | null;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly include: Bilingual;
  readonly exclude: Bilingual;
  readonly colour: number;
  readonly key: string | null;
  readonly scope: { readonly roles: readonly SpeakerRole[]; readonly speakers: readonly string[] };
  readonly exclusive_group: string | null;
  readonly codable: boolean;
  readonly place: number;
  readonly archived: boolean;
}

/** A theme of the codebook under work; `rev` counts its changes from 1. */
export interface Draft extends Theme {
  readonly rev: number;
}

export interface CodebookVersion {
  readonly version: number;
  readonly reason: string;
  readonly themes: readonly Theme[];
}

export interface Speaker {
  readonly label: string;
  readonly role: SpeakerRole;
}

export interface Transcript {
  readonly transcript: Id;
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly length: number;
  readonly segments: number;
  readonly speakers: readonly Speaker[];
  readonly rev: number;
}

export interface Pinned {
  readonly transcript: Id;
  readonly version: number;
}

export interface Assignment {
  readonly member: Id;
  readonly transcript: Id;
}

export interface Round {
  readonly round: Id;
  readonly name: string;
  readonly mode: Mode;
  readonly phase: Phase;
  readonly unit: string;
  readonly rule: string;
  readonly codebook_version: number | null;
  readonly transcripts: readonly Pinned[];
  readonly assignments: readonly Assignment[];
  readonly rev: number;
}

export interface Coding extends Span {
  readonly coding: Id;
  readonly coder: Id;
  readonly transcript: Id;
  readonly theme: Id;
  /** Its text was corrected since, and its coder has not said yet whether it still holds. */
  readonly anchor?: "check";
}

/** A coding of whose text a correction left nothing. Its span is of `version`, the last that had it. */
export interface Orphan extends Span {
  readonly coding: Id;
  readonly coder: Id;
  readonly transcript: Id;
  readonly version: number;
  readonly theme: Id;
}

export interface Review extends Span {
  readonly coder: Id;
  readonly transcript: Id;
}

export type Outcome = "adopt" | "edges" | "other" | "none" | "defer";

/** What a decision says stands in the reference. */
export interface DecidedCoding extends Span {
  readonly coding: Id;
  readonly theme: Id;
}

/** Why something was decided: null once it was erased; `content` is what names it for that. */
export interface ErasableReason {
  readonly reason: string | null;
  readonly content?: Id;
}

/** What was settled for a theme at a base segment; its span is the segment's. `rev` counts from 1. */
export interface Decision extends Span, ErasableReason {
  readonly decision: Id;
  readonly transcript: Id;
  readonly theme: Id;
  readonly outcome: Outcome;
  readonly codings: readonly DecidedCoding[];
  readonly by: Id;
  readonly at: string;
  readonly rev: number;
}

/** A coding that entered the reference by itself: all who reviewed the place agreed, or a single coder was assigned to it. */
export interface ReferenceCoding extends DecidedCoding {
  readonly transcript: Id;
  readonly basis: "agreed" | "single";
}

/** A base segment of a transcript version: a speaker's turn, or a paragraph. */
export interface Segment extends Span {
  readonly speaker: string | null;
  readonly start_ms: number | null;
}

/** One version of a transcript, whole. */
export interface TranscriptText {
  readonly transcript: Id;
  readonly version: number;
  readonly length: number;
  readonly text: string;
  readonly segments: readonly Segment[];
}
