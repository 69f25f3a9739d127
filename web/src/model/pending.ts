import type { Act, DoneOf, RecordedOp, Submission, WorkKind } from "./acts";
import type { Id } from "./entries";
import { foldWork } from "./fold";
import type { WorkState } from "./state";

/** One's own acts that the stream has not brought back yet, oldest first, and those the server refused. */
export interface Pending {
  readonly waiting: readonly Waiting[];
  readonly refused: readonly Refused[];
}

/**
 * An act under way. `done` is what it is expected to do to the work of a round, null where nothing is foreseen;
 * `landed` says where the server put it, once known.
 */
export interface Waiting {
  readonly submission: Submission;
  readonly since: number;
  readonly done: DoneOf<WorkKind> | null;
  readonly landed: { readonly stream: Id; readonly seq: number } | null;
}

/** A refused act. It stays until its author has seen it. */
export interface Refused {
  readonly submission: Submission;
  readonly code: string;
  readonly message: string;
  /** The version of the text that stands now, where it was corrected before the act arrived. */
  readonly version?: number;
}

export const NOTHING_PENDING: Pending = { waiting: [], refused: [] };

export function begun(pending: Pending, waiting: Waiting): Pending {
  return { ...pending, waiting: [...pending.waiting, waiting] };
}

/** The stream has brought an op: if it is one of ours, it waits no longer. */
export function echoed(pending: Pending, op: RecordedOp): Pending {
  return op.op_id === undefined ? pending : dropped(pending, op.op_id);
}

/** The server says where an act landed; until the stream is there the act stays in sight as pending. */
export function acknowledged(pending: Pending, opId: Id, stream: Id, seq: number): Pending {
  const waiting = pending.waiting.map((it) => (it.submission.op_id === opId ? { ...it, landed: { stream, seq } } : it));
  return { ...pending, waiting };
}

/** A stream now stands at `seq`, by snapshot or by events: what landed there at or before is part of it. */
export function reached(pending: Pending, stream: Id, seq: number): Pending {
  const waiting = pending.waiting.filter((it) => it.landed?.stream !== stream || it.landed.seq > seq);
  return waiting.length === pending.waiting.length ? pending : { ...pending, waiting };
}

export function refusedBy(pending: Pending, opId: Id, reason: Omit<Refused, "submission">): Pending {
  const refused = pending.waiting.find((it) => it.submission.op_id === opId);
  if (!refused) return pending;
  const after = dropped(pending, opId);
  if (!refused.done) return after;
  return { ...after, refused: [...after.refused, { submission: refused.submission, ...reason }] };
}

export function dismissed(pending: Pending, opId: Id): Pending {
  return { ...pending, refused: pending.refused.filter((it) => it.submission.op_id !== opId) };
}

/** What the work of a round looks like with one's own acts under way on top. */
export function foreseen(confirmed: WorkState, pending: Pending, round: Id): WorkState {
  return pending.waiting
    .flatMap(({ done }) => (done && done.body.round === round ? [done] : []))
    .reduce(foldWork, confirmed);
}

/** What an act will probably do; `replaces` is a guess that the echo corrects. */
export function expected(act: Act, actor: Id, replaces: readonly Id[] = []): DoneOf<WorkKind> | null {
  switch (act.kind) {
    case "coding.apply":
      return { actor, kind: act.kind, body: { ...act.body, replaces } };
    case "coding.remove":
      return { actor, kind: act.kind, body: act.body };
    case "coding.confirm":
      return { actor, kind: act.kind, body: act.body };
    case "review.mark":
    case "review.clear":
      return { actor, kind: act.kind, body: act.body };
    default:
      return null;
  }
}

function dropped(pending: Pending, opId: Id): Pending {
  return { ...pending, waiting: pending.waiting.filter((it) => it.submission.op_id !== opId) };
}
