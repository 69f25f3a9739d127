import type {
  Assignment,
  DecidedCoding,
  ErasableReason,
  Id,
  Outcome,
  Phase,
  Pinned,
  ReferenceCoding,
  Role,
  Span,
  Speaker,
  StreamKind,
  Theme,
} from "./entries";

/** What may be done, by kind: the body as a client submits it. Which stream it lands in, the server derives. */

interface Plan {
  readonly round: Id;
  readonly name: string;
  readonly mode: "blind" | "open";
  readonly unit: string;
  readonly rule: string;
  readonly transcripts: readonly Id[];
  readonly assignments: readonly Assignment[];
}

interface Reviewing {
  readonly round: Id;
  readonly transcript: Id;
  readonly start: number;
  readonly end: number;
}

interface Applying extends Reviewing {
  readonly coding: Id;
  readonly theme: Id;
}

/** The version of the text that an act's place is counted in: the server refuses any but the round's, and records none. */
interface Counted {
  readonly version?: number;
}

/** A decision's place: a theme at a base segment. */
export interface Settling extends Reviewing {
  readonly theme: Id;
}

/** A coding's place in a corrected text: `firm` if its quote is the same, `check` if its coder has to look. */
export interface Anchored extends Span {
  readonly coding: Id;
  readonly anchor: "firm" | "check";
}

export interface Bodies {
  "study.rename": { readonly name: string };
  "member.add": { readonly member: Id; readonly name: string; readonly role: Role };
  "member.change": { readonly member: Id; readonly name: string; readonly role: Role };
  "member.remove": { readonly member: Id };
  "codebook.publish": { readonly reason: string };
  "transcript.rename": { readonly transcript: Id; readonly name: string };
  "round.create": Plan;
  "round.plan": Plan;
  "round.move": { readonly round: Id; readonly to: Phase };
  "assignment.add": { readonly round: Id; readonly member: Id; readonly transcript: Id };
  "theme.put": { readonly theme: Theme };
  "theme.archive": { readonly theme: Id };
  "coding.apply": Applying & Counted;
  "coding.remove": { readonly round: Id; readonly coding: Id };
  "coding.confirm": { readonly round: Id; readonly coding: Id };
  "review.mark": Reviewing & Counted;
  "review.clear": Reviewing & Counted;
  "assignment.reopen": { readonly round: Id; readonly member: Id };
  "assignment.close": { readonly round: Id; readonly member: Id };
  "decision.record": Settling & {
    readonly decision: Id;
    readonly outcome: Outcome;
    readonly codings: readonly DecidedCoding[];
    readonly reason: string;
  };
  "decision.withdraw": Settling;
  "content.erase": { readonly round: Id; readonly content: Id };
}

type Placing = "coding.apply" | "review.mark" | "review.clear";

/** The bodies that the log holds: those above, what the server adds to three of them, and its own kinds. */
export interface RecordedBodies extends Omit<Bodies, "codebook.publish" | "decision.record" | Placing> {
  "codebook.publish": { readonly reason: string; readonly version: number; readonly themes: readonly Theme[] };
  "coding.apply": Applying & { readonly replaces: readonly Id[] };
  "review.mark": Reviewing;
  "review.clear": Reviewing;
  "decision.record": Omit<Bodies["decision.record"], "reason"> & ErasableReason;
  "reference.adopt": { readonly round: Id; readonly codings: readonly ReferenceCoding[] };
  "study.create": {
    readonly study: Id;
    readonly name: string;
    readonly founder: Id;
    readonly founder_name: string;
  };
  "member.join": { readonly member: Id };
  "transcript.import": {
    readonly transcript: Id;
    readonly name: string;
    readonly kind: string;
    readonly version: number;
    readonly length: number;
    readonly segments: number;
    readonly speakers: readonly Speaker[];
  };
  /** `rounds` are those under way that take the new version over at once. */
  "transcript.correct": {
    readonly transcript: Id;
    readonly version: number;
    readonly length: number;
    readonly segments: number;
    readonly speakers: readonly Speaker[];
    readonly rounds: readonly Id[];
  };
  /** Where a coder's work in a corrected text lies now; what is not named stays as it is. `from` is the version it was done in. */
  "work.anchor": {
    readonly round: Id;
    readonly coder: Id;
    readonly transcript: Id;
    readonly from: number;
    readonly version: number;
    readonly codings: readonly Anchored[];
    readonly orphans: readonly Id[];
    readonly reviews_cleared: readonly Span[];
    readonly reviews: readonly Span[];
  };
  "round.import": {
    readonly round: Id;
    readonly name: string;
    readonly unit: string;
    readonly rule: string;
    readonly codebook_version: number;
    readonly transcripts: readonly Pinned[];
    readonly assignments: readonly Assignment[];
  };
}

export type Kind = keyof Bodies;
export type RecordedKind = keyof RecordedBodies;

export type WorkKind =
  | "coding.apply"
  | "coding.remove"
  | "coding.confirm"
  | "work.anchor"
  | "review.mark"
  | "review.clear"
  | "assignment.reopen"
  | "assignment.close";
export type DraftKind = "theme.put" | "theme.archive";
export type SettleKind = "decision.record" | "decision.withdraw" | "content.erase" | "reference.adopt";
export type StudyKind = Exclude<RecordedKind, WorkKind | DraftKind | SettleKind>;

/** What happened, without where and when: one member of the union per kind. */
export type ActOf<K extends Kind = Kind> = { [P in K]: { readonly kind: P; readonly body: Bodies[P] } }[K];
export type Act = ActOf;

export type RecordedOf<K extends RecordedKind = RecordedKind> = {
  [P in K]: {
    readonly seq: number;
    readonly actor: Id;
    readonly kind: P;
    readonly body: RecordedBodies[P];
    readonly at: string;
    readonly op_id?: Id;
  };
}[K];
export type RecordedOp = RecordedOf;

/** The part of a recorded act that changes state: who did what. */
export type DoneOf<K extends RecordedKind> = {
  [P in K]: { readonly actor: Id; readonly kind: P; readonly body: RecordedBodies[P] };
}[K];

/** An act on its way to the server. */
export type Submission = { [P in Kind]: { readonly op_id: Id; readonly kind: P; readonly body: Bodies[P] } }[Kind] & {
  readonly if_rev?: number;
};

const WORK: ReadonlySet<string> = new Set<WorkKind>([
  "coding.apply",
  "coding.remove",
  "coding.confirm",
  "work.anchor",
  "review.mark",
  "review.clear",
  "assignment.reopen",
  "assignment.close",
]);
const SETTLING: ReadonlySet<string> = new Set<SettleKind>(["decision.record", "decision.withdraw", "reference.adopt"]);
const DRAFTS: ReadonlySet<string> = new Set<DraftKind>(["theme.put", "theme.archive"]);

export function isWork(op: RecordedOp): op is RecordedOf<WorkKind> {
  return WORK.has(op.kind);
}

export function isDraft(op: RecordedOp): op is RecordedOf<DraftKind> {
  return DRAFTS.has(op.kind);
}

export function isSettling(op: RecordedOp): op is RecordedOf<SettleKind> {
  return SETTLING.has(op.kind);
}

export function isStudy(op: RecordedOp): op is RecordedOf<StudyKind> {
  return !WORK.has(op.kind) && !DRAFTS.has(op.kind) && !SETTLING.has(op.kind);
}

/** The kinds of stream that an op of a kind can stand in. */
export function standsIn(kind: RecordedKind, stream: StreamKind): boolean {
  if (WORK.has(kind)) return stream === "round" || stream === "private";
  if (SETTLING.has(kind)) return stream === "round";
  return DRAFTS.has(kind) ? stream === "drafts" : stream === "study";
}
