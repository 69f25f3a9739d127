import { isDraft, isSettling, isStudy, isWork, type RecordedOp, standsIn } from "./acts";
import type { Id, StreamKind } from "./entries";
import { foldDrafts, foldSettled, foldStudy, foldWork } from "./fold";
import {
  type DraftsState,
  NO_DRAFTS,
  NO_STUDY,
  NO_WORK,
  NOTHING_SETTLED,
  type SettledState,
  type StudyState,
  type WorkState,
} from "./state";

/** What a stream is, before anything of it is known. A private stream and a round's belong to a round. */
export interface StreamInfo {
  readonly stream: Id;
  readonly kind: StreamKind;
  readonly round?: Id;
  readonly coder?: Id;
}

export type StreamState =
  | { readonly kind: "study"; readonly study: StudyState }
  | { readonly kind: "drafts"; readonly drafts: DraftsState }
  | { readonly kind: "round" | "private"; readonly work: WorkState; readonly settled: SettledState };

/** A stream as far as it was read: everything up to and including `seq`. */
export interface ReadStream {
  readonly info: StreamInfo;
  readonly seq: number;
  readonly state: StreamState;
}

export function emptyStream(info: StreamInfo): ReadStream {
  return { info, seq: 0, state: emptyState(info.kind) };
}

/** The stream after its next op. Only the very next one can be applied. */
export function advanced(stream: ReadStream, op: RecordedOp): ReadStream {
  if (op.seq !== stream.seq + 1) throw new RangeError(`Op ${op.seq} cannot follow ${stream.seq}`);
  if (!standsIn(op.kind, stream.info.kind)) throw new TypeError(`${op.kind} in a stream of kind ${stream.info.kind}`);
  return { ...stream, seq: op.seq, state: folded(stream.state, op) };
}

function folded(state: StreamState, op: RecordedOp): StreamState {
  if (state.kind === "study" && isStudy(op)) return { kind: "study", study: foldStudy(state.study, op) };
  if (state.kind === "drafts" && isDraft(op)) return { kind: "drafts", drafts: foldDrafts(state.drafts, op) };
  if (state.kind === "round" || state.kind === "private") {
    if (isWork(op)) return { ...state, work: foldWork(state.work, op) };
    if (isSettling(op)) return { ...state, settled: foldSettled(state.settled, op) };
  }
  return state;
}

function emptyState(kind: StreamKind): StreamState {
  switch (kind) {
    case "study":
      return { kind, study: NO_STUDY };
    case "drafts":
      return { kind, drafts: NO_DRAFTS };
    case "round":
    case "private":
      return { kind, work: NO_WORK, settled: NOTHING_SETTLED };
  }
}
