import type { DoneOf, DraftKind, RecordedOf, SettleKind, StudyKind, WorkKind } from "./acts";
import type { Coding, Decision, Id, Round } from "./entries";
import {
  type DraftsState,
  decisionKey,
  including,
  reviewKey,
  type SettledState,
  type StudyState,
  type WorkState,
  without,
} from "./state";

/** The study after one accepted act. */
export function foldStudy(state: StudyState, op: DoneOf<StudyKind>): StudyState {
  switch (op.kind) {
    case "study.create":
      return { ...state, study: op.body.study, name: op.body.name, members: founded(op.body) };
    case "study.rename":
      return { ...state, name: op.body.name };
    case "member.add":
      return { ...state, members: including(state.members, op.body.member, { ...op.body, removed: false, rev: 1 }) };
    case "member.change": {
      const { member, name, role } = op.body;
      return { ...state, members: changed(state.members, member, { name, role }) };
    }
    case "member.join":
      return { ...state, members: changed(state.members, op.body.member, {}) };
    case "member.remove":
      return { ...state, members: changed(state.members, op.body.member, { removed: true }) };
    case "codebook.publish":
      return { ...state, codebooks: [...state.codebooks, op.body] };
    case "transcript.import": {
      const { transcript, name, kind, version, length, segments, speakers } = op.body;
      const imported = { transcript, name, kind, version, length, segments, speakers, rev: 1 };
      return { ...state, transcripts: including(state.transcripts, transcript, imported) };
    }
    case "transcript.correct":
      return correctedText(state, op.body);
    case "transcript.rename":
      return { ...state, transcripts: changed(state.transcripts, op.body.transcript, { name: op.body.name }) };
    case "round.create":
    case "round.plan":
      return withRound(state, planned(state, op.body));
    case "round.import":
      return withRound(state, { ...op.body, mode: "imported", phase: "revealed", rev: 1 });
    case "round.move":
      return changeRound(state, op.body.round, (round) =>
        round.phase === "draft" ? started(state, round) : { ...round, phase: op.body.to },
      );
    case "assignment.add": {
      const { round, member, transcript } = op.body;
      return changeRound(state, round, (it) => ({ ...it, assignments: [...it.assignments, { member, transcript }] }));
    }
    default:
      return never(op);
  }
}

/** The codebook under work after one accepted act. */
export function foldDrafts(state: DraftsState, op: DoneOf<DraftKind>): DraftsState {
  switch (op.kind) {
    case "theme.put": {
      const rev = (state.get(op.body.theme.theme)?.rev ?? 0) + 1;
      return including(state, op.body.theme.theme, { ...op.body.theme, rev });
    }
    case "theme.archive":
      return changed(state, op.body.theme, { archived: true });
    default:
      return never(op);
  }
}

/** Codings and reviews after one accepted act; the actor is their coder. */
export function foldWork(state: WorkState, op: DoneOf<WorkKind>): WorkState {
  switch (op.kind) {
    case "coding.apply": {
      const { coding, transcript, theme, start, end, replaces } = op.body;
      const here = new Map(state.codings.get(transcript));
      for (const replaced of replaces) here.delete(replaced);
      here.set(coding, { coding, coder: op.actor, transcript, theme, start, end });
      return { ...state, codings: including(state.codings, transcript, here) };
    }
    case "coding.remove": {
      if (state.orphans.has(op.body.coding)) return { ...state, orphans: without(state.orphans, op.body.coding) };
      const coding = findCoding(state, op.body.coding);
      if (!coding) return state;
      const here = without(state.codings.get(coding.transcript) ?? new Map<Id, Coding>(), coding.coding);
      return { ...state, codings: including(state.codings, coding.transcript, here) };
    }
    case "coding.confirm": {
      const coding = findCoding(state, op.body.coding);
      if (!coding) return state;
      const before = state.codings.get(coding.transcript) ?? new Map<Id, Coding>();
      const here = including(before, coding.coding, firm(coding));
      return { ...state, codings: including(state.codings, coding.transcript, here) };
    }
    case "work.anchor":
      return anchored(state, op.body);
    case "review.mark": {
      const { transcript, start, end } = op.body;
      const here = new Map(state.reviews.get(transcript));
      here.set(reviewKey(op.actor, start), { coder: op.actor, transcript, start, end });
      return { ...state, reviews: including(state.reviews, transcript, here) };
    }
    case "review.clear": {
      const here = new Map(state.reviews.get(op.body.transcript));
      here.delete(reviewKey(op.actor, op.body.start));
      return { ...state, reviews: including(state.reviews, op.body.transcript, here) };
    }
    case "assignment.reopen":
      return { ...state, reopened: new Set(state.reopened).add(op.body.member) };
    case "assignment.close":
      return { ...state, reopened: new Set([...state.reopened].filter((member) => member !== op.body.member)) };
    default:
      return never(op);
  }
}

/** What was agreed on after one accepted act. */
export function foldSettled(state: SettledState, op: RecordedOf<SettleKind>): SettledState {
  switch (op.kind) {
    case "reference.adopt":
      return { ...state, adopted: [...state.adopted, ...op.body.codings] };
    case "decision.record": {
      const { round: _, ...body } = op.body;
      const key = decisionKey(body);
      const rev = (state.decisions.get(key)?.rev ?? 0) + 1;
      const decision = { ...body, by: op.actor, at: op.at, rev };
      return { ...state, decisions: including(state.decisions, key, decision) };
    }
    case "decision.withdraw":
      return { ...state, decisions: without(state.decisions, decisionKey(op.body)) };
    case "content.erase":
      return { ...state, decisions: new Map([...state.decisions].map(([key, it]) => [key, forgetting(it, op.body)])) };
    default:
      return never(op);
  }
}

/** One coder's codings and reviews of a transcript, moved to where they lie in its corrected text. */
function anchored(state: WorkState, body: DoneOf<"work.anchor">["body"]): WorkState {
  const { transcript, coder, from: version } = body;
  const codings = new Map(state.codings.get(transcript));
  const orphans = new Map(state.orphans);
  for (const { coding, start, end, anchor } of body.codings) {
    const before = codings.get(coding);
    if (before) codings.set(coding, { ...firm(before), start, end, ...(anchor === "check" ? { anchor } : {}) });
  }
  for (const coding of body.orphans) {
    const lost = codings.get(coding);
    if (lost) orphans.set(coding, { ...firm(lost), version });
    codings.delete(coding);
  }
  const reviews = new Map(state.reviews.get(transcript));
  for (const { start } of body.reviews_cleared) reviews.delete(reviewKey(coder, start));
  for (const { start, end } of body.reviews) reviews.set(reviewKey(coder, start), { coder, transcript, start, end });
  return {
    ...state,
    codings: including(state.codings, transcript, codings),
    reviews: including(state.reviews, transcript, reviews),
    orphans,
  };
}

function firm({ anchor: _, ...coding }: Coding): Coding {
  return coding;
}

export function findCoding(state: WorkState, coding: Id): Coding | undefined {
  for (const here of state.codings.values()) {
    const found = here.get(coding);
    if (found) return found;
  }
  return undefined;
}

/** An entry with some fields changed and its revision counted on; an accepted act names nothing that is not there. */
function changed<T extends { readonly rev: number }>(
  entries: ReadonlyMap<Id, T>,
  id: Id,
  change: Partial<T>,
): ReadonlyMap<Id, T> {
  const before = entries.get(id);
  if (!before) throw new RangeError(`An accepted act names ${id}, which is not there`);
  return including(entries, id, { ...before, ...change, rev: before.rev + 1 });
}

/** The founder of a study is its first lead. */
function founded({ founder, founder_name }: DoneOf<"study.create">["body"]): StudyState["members"] {
  return new Map([[founder, { member: founder, name: founder_name, role: "lead", removed: false, rev: 1 }]]);
}

function planned(state: StudyState, plan: DoneOf<"round.create">["body"]): Round {
  const transcripts = plan.transcripts.map((transcript) => ({ transcript, version: newest(state, transcript) ?? 1 }));
  const rev = (state.rounds.get(plan.round)?.rev ?? 0) + 1;
  return { ...plan, phase: "draft", codebook_version: null, transcripts, rev };
}

/** Starting pins the newest codebook version and the newest version of each transcript. */
function started(state: StudyState, round: Round): Round {
  return {
    ...round,
    phase: "coding",
    codebook_version: state.codebooks.at(-1)?.version ?? null,
    transcripts: round.transcripts.map(({ transcript, version }) => ({
      transcript,
      version: newest(state, transcript) ?? version,
    })),
  };
}

/** A corrected text: the rounds named take it over, drafts at their start; all others keep the version that they pinned. */
function correctedText(state: StudyState, body: DoneOf<"transcript.correct">["body"]): StudyState {
  const { transcript, version, length, segments, speakers } = body;
  const before = state.transcripts.get(transcript);
  if (!before) throw new RangeError(`An accepted act names ${transcript}, which is not there`);
  const rounds = [...state.rounds].map(
    ([id, round]) => [id, body.rounds.includes(id) ? withVersion(round, transcript, version) : round] as const,
  );
  return {
    ...state,
    transcripts: including(state.transcripts, transcript, { ...before, version, length, segments, speakers }),
    rounds: new Map(rounds),
  };
}

function withVersion(round: Round, transcript: Id, version: number): Round {
  const transcripts = round.transcripts.map((it) => (it.transcript === transcript ? { transcript, version } : it));
  return { ...round, transcripts, rev: round.rev + 1 };
}

function newest(state: StudyState, transcript: Id): number | undefined {
  return state.transcripts.get(transcript)?.version;
}

function withRound(state: StudyState, round: Round): StudyState {
  return { ...state, rounds: including(state.rounds, round.round, round) };
}

function changeRound(state: StudyState, id: Id, change: (round: Round) => Round): StudyState {
  const round = state.rounds.get(id);
  if (!round) throw new RangeError(`An accepted act names ${id}, which is not there`);
  return withRound(state, { ...change(round), rev: round.rev + 1 });
}

function never(op: never): never {
  throw new TypeError(`No such act: ${JSON.stringify(op)}`);
}

function forgetting(decision: Decision, { content }: { readonly content: Id }): Decision {
  return decision.content === content ? { ...decision, reason: null } : decision;
}
