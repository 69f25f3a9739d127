import type { ActOf, DoneOf, WorkKind } from "./acts";
import type { Coding, Decision, Id } from "./entries";
import { findCoding } from "./fold";
import { decisionKey, reviewKey, type SettledState, type WorkState } from "./state";

type UndoableKind = "coding.apply" | "coding.remove" | "review.mark" | "review.clear" | DecisionKind;
type DecisionKind = "decision.record" | "decision.withdraw";

/** An act that can be taken back. A decision names the revision of the one that it finds standing. */
export type Undoable = ActOf<UndoableKind> & { readonly ifRev?: number };
type Deciding = ActOf<DecisionKind> & { readonly ifRev?: number };

/** Which version of a transcript places are counted in now. */
export type VersionOf = (transcript: Id) => number | undefined;

/**
 * The acts that take back one of one's own, given the work before it, with its places as they are then. Nothing to take back is an empty list: marking
 * what was marked, or removing what was not there. Codings keep their ids when they come back.
 */
export function inverse(before: WorkState, done: DoneOf<WorkKind>, versionOf: VersionOf): readonly Undoable[] {
  switch (done.kind) {
    case "coding.apply": {
      const { round, coding, replaces } = done.body;
      const back = replaces.flatMap((id) => again(round, findCoding(before, id), versionOf));
      return [{ kind: "coding.remove", body: { round, coding } }, ...back];
    }
    case "coding.remove":
      return again(done.body.round, findCoding(before, done.body.coding), versionOf);
    case "review.mark":
      return isReviewed(before, done) ? [] : [{ kind: "review.clear", body: done.body }];
    case "review.clear":
      return isReviewed(before, done) ? [{ kind: "review.mark", body: done.body }] : [];
    case "coding.confirm":
    case "work.anchor":
    case "assignment.reopen":
    case "assignment.close":
      return [];
  }
}

export function isDecision(act: Undoable): act is Deciding {
  return act.kind === "decision.record" || act.kind === "decision.withdraw";
}

/**
 * The act that takes back a decision, or its withdrawal, given what stood before it: the earlier one again, or none. It names the
 * revision that the act will have left, so that it is refused where somebody else has decided since.
 */
export function undecided({ decisions }: SettledState, act: Deciding): readonly Undoable[] {
  const { round, transcript, theme, start, end } = act.body;
  const before = decisions.get(decisionKey(act.body));
  if (act.kind === "decision.withdraw") return before ? [redecided(round, before)] : [];
  const ifRev = (before?.rev ?? 0) + 1;
  const back = before && redecided(round, before);
  return [
    back ? { ...back, ifRev } : { kind: "decision.withdraw", body: { round, transcript, theme, start, end }, ifRev },
  ];
}

/** A decision that is recorded a second time is a new one. */
export function anew(act: Undoable, newId: () => Id): Undoable {
  return act.kind === "decision.record" ? { ...act, body: { ...act.body, decision: newId() } } : act;
}

/** One step of a person in this tab: the acts that take it back, and the ids of the ops that made it. */
export interface Step {
  readonly ops: readonly Id[];
  readonly back: readonly Undoable[];
}

export interface History {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

export const NO_HISTORY: History = { undo: [], redo: [] };

/** What a new step is: an act of its own, or one that takes back or repeats another. */
export type Move = "act" | "undo" | "redo";

export function recorded(history: History, step: Step, move: Move): History {
  switch (move) {
    case "act":
      return step.back.length === 0 ? history : { undo: [...history.undo, step], redo: [] };
    case "undo":
      return { undo: history.undo.slice(0, -1), redo: [...history.redo, step] };
    case "redo":
      return { undo: [...history.undo, step], redo: history.redo.slice(0, -1) };
  }
}

/** The log may have replaced other codings than were foreseen: the step is then taken back as the log has it. */
export function corrected(history: History, opId: Id, back: readonly Undoable[]): History {
  const correct = (step: Step): Step => (step.ops.length === 1 && step.ops[0] === opId ? { ...step, back } : step);
  return { undo: history.undo.map(correct), redo: history.redo.map(correct) };
}

/** What was refused never happened, so there is nothing to take back. */
export function forgotten(history: History, opId: Id): History {
  const keep = (step: Step): boolean => !step.ops.includes(opId);
  return { undo: history.undo.filter(keep), redo: history.redo.filter(keep) };
}

function again(round: Id, coding: Coding | undefined, versionOf: VersionOf): readonly Undoable[] {
  if (!coding) return [];
  const { coding: id, transcript, theme, start, end } = coding;
  const version = versionOf(transcript);
  const counted = version === undefined ? {} : { version };
  return [{ kind: "coding.apply", body: { round, coding: id, transcript, theme, start, end, ...counted } }];
}

/** With a reason that was erased meanwhile the server asks for one. */
function redecided(round: Id, { by, at, rev, content, reason, ...decided }: Decision): Undoable {
  return { kind: "decision.record", body: { round, ...decided, reason: reason ?? "" } };
}

function isReviewed(before: WorkState, done: DoneOf<"review.mark" | "review.clear">): boolean {
  const { transcript, start } = done.body;
  return before.reviews.get(transcript)?.has(reviewKey(done.actor, start)) ?? false;
}
