import type { Anchored, RecordedBodies, RecordedKind, RecordedOp } from "../model/acts";
import type {
  Assignment,
  Bilingual,
  CodebookVersion,
  Coding,
  DecidedCoding,
  Decision,
  Draft,
  Member,
  Orphan,
  Outcome,
  Phase,
  Pinned,
  ReferenceCoding,
  Review,
  Role,
  Round,
  Span,
  Speaker,
  SpeakerRole,
  StreamKind,
  Theme,
  Transcript,
} from "../model/entries";
import { decisionKey, reviewKey, type StudyState } from "../model/state";
import type { StreamInfo, StreamState } from "../model/stream";
import { boolean, byWord, count, type Decoder, list, nullable, object, oneOf, string } from "./decode";

/** Decoders of what a study consists of: recorded ops and the snapshots of streams (SPEC 1 and 3). */

const role: Decoder<Role> = oneOf("lead", "coder", "observer");
const speakerRole: Decoder<SpeakerRole> = oneOf("participant", "interviewer", "other");
const phase: Decoder<Phase> = oneOf("draft", "coding", "closed", "revealed", "consensus", "final");
const bilingual = object<Bilingual>({ id: string, en: string });
const speaker = object<Speaker>({ label: string, role: speakerRole });
const assignment = object<Assignment>({ member: string, transcript: string });
const pinned = object<Pinned>({ transcript: string, version: count });

const themeFields = {
  theme: string,
  parent: nullable(string),
  label: bilingual,
  definition: bilingual,
  include: bilingual,
  exclude: bilingual,
  colour: count,
  key: nullable(string),
  scope: object<Theme["scope"]>({ roles: list(speakerRole), speakers: list(string) }),
  exclusive_group: nullable(string),
  codable: boolean,
  place: count,
  archived: boolean,
};
const theme = object<Theme>(themeFields);
const draft = object<Draft>({ ...themeFields, rev: count });
const codebook = object<CodebookVersion>({ version: count, reason: string, themes: list(theme) });

const member = object<Member>({ member: string, name: string, role, removed: boolean, rev: count });
const transcriptFields = {
  transcript: string,
  name: string,
  kind: string,
  version: count,
  length: count,
  segments: count,
  speakers: list(speaker),
};
const transcript = object<Transcript>({ ...transcriptFields, rev: count });
const round = object<Round>({
  round: string,
  name: string,
  mode: oneOf("blind", "open", "imported"),
  phase,
  unit: string,
  rule: string,
  codebook_version: nullable(count),
  transcripts: list(pinned),
  assignments: list(assignment),
  rev: count,
});
const span = object<Span>({ start: count, end: count });
const codingFields = { coding: string, coder: string, transcript: string, theme: string, start: count, end: count };
const coding = object<Coding>({ ...codingFields, anchor: oneOf("check") }, "anchor");
const orphan = object<Orphan>({ ...codingFields, version: count });
const review = object<Review>({ coder: string, transcript: string, start: count, end: count });

const outcome: Decoder<Outcome> = oneOf("adopt", "edges", "other", "none", "defer");
const decidedCoding = object<DecidedCoding>({ coding: string, theme: string, start: count, end: count });
const decisionFields = {
  decision: string,
  transcript: string,
  theme: string,
  start: count,
  end: count,
  outcome,
  codings: list(decidedCoding),
  reason: nullable(string),
  content: string,
};
const decision = object<Decision>({ ...decisionFields, by: string, at: string, rev: count }, "content");
const adoptedFields = { coding: string, transcript: string, theme: string, start: count, end: count };
const adopted = object<ReferenceCoding>({ ...adoptedFields, basis: oneOf("agreed", "single") });
/** In a snapshot what was decided stands among them, too; the decisions themselves say the same. */
type InReference = Omit<ReferenceCoding, "basis"> & { readonly basis: "agreed" | "single" | "decided" };
const inReference = object<InReference>({ ...adoptedFields, basis: oneOf("agreed", "single", "decided") });

type StudySnapshot = {
  readonly study: { readonly study: string; readonly name: string };
  readonly members: readonly Member[];
  readonly codebooks: readonly CodebookVersion[];
  readonly transcripts: readonly Transcript[];
  readonly rounds: readonly Round[];
};
const studySnapshot = object<StudySnapshot>({
  study: object<StudySnapshot["study"]>({ study: string, name: string }),
  members: list(member),
  codebooks: list(codebook),
  transcripts: list(transcript),
  rounds: list(round),
});
const draftsSnapshot = object<{ readonly themes: readonly Draft[] }>({ themes: list(draft) });
type WorkSnapshot = {
  readonly codings: readonly Coding[];
  readonly reviews: readonly Review[];
  readonly reopened: readonly string[];
  readonly orphans?: readonly Orphan[];
  readonly reference?: readonly InReference[];
  readonly decisions?: readonly Decision[];
};
const workSnapshot = object<WorkSnapshot>(
  {
    codings: list(coding),
    reviews: list(review),
    reopened: list(string),
    orphans: list(orphan),
    reference: list(inReference),
    decisions: list(decision),
  },
  "orphans",
  "reference",
  "decisions",
);

/** What a stream's snapshot says. */
export function decodeSnapshot(kind: StreamKind, value: unknown): StreamState {
  switch (kind) {
    case "study":
      return { kind, study: studyOf(studySnapshot(value, kind)) };
    case "drafts":
      return { kind, drafts: keyed(draftsSnapshot(value, kind).themes, (it) => it.theme) };
    case "round":
    case "private": {
      const { codings, reviews, reopened, orphans, reference, decisions } = workSnapshot(value, kind);
      return {
        kind,
        work: {
          codings: byTranscript(codings, (it) => it.coding),
          reviews: byTranscript(reviews, (it) => reviewKey(it.coder, it.start)),
          reopened: new Set(reopened),
          orphans: keyed(orphans ?? [], (it) => it.coding),
        },
        settled: { adopted: (reference ?? []).flatMap(byItself), decisions: keyed(decisions ?? [], decisionKey) },
      };
    }
  }
}

const plan = object<RecordedBodies["round.create"]>({
  round: string,
  name: string,
  mode: oneOf("blind", "open"),
  unit: string,
  rule: string,
  transcripts: list(string),
  assignments: list(assignment),
});
const memberEntry = object<RecordedBodies["member.add"]>({ member: string, name: string, role });
const reviewing = object<RecordedBodies["review.mark"]>({
  round: string,
  transcript: string,
  start: count,
  end: count,
});
const reopening = object<RecordedBodies["assignment.reopen"]>({ round: string, member: string });

const bodies: { readonly [K in RecordedKind]: Decoder<RecordedBodies[K]> } = {
  "study.create": object<RecordedBodies["study.create"]>({
    study: string,
    name: string,
    founder: string,
    founder_name: string,
  }),
  "study.rename": object<RecordedBodies["study.rename"]>({ name: string }),
  "member.add": memberEntry,
  "member.change": memberEntry,
  "member.join": object<RecordedBodies["member.join"]>({ member: string }),
  "member.remove": object<RecordedBodies["member.remove"]>({ member: string }),
  "codebook.publish": codebook,
  "transcript.import": object<RecordedBodies["transcript.import"]>(transcriptFields),
  "transcript.correct": object<RecordedBodies["transcript.correct"]>({
    transcript: string,
    version: count,
    length: count,
    segments: count,
    speakers: list(speaker),
    rounds: list(string),
  }),
  "transcript.rename": object<RecordedBodies["transcript.rename"]>({ transcript: string, name: string }),
  "round.create": plan,
  "round.plan": plan,
  "round.move": object<RecordedBodies["round.move"]>({ round: string, to: phase }),
  "round.import": object<RecordedBodies["round.import"]>({
    round: string,
    name: string,
    unit: string,
    rule: string,
    codebook_version: count,
    transcripts: list(pinned),
    assignments: list(assignment),
  }),
  "assignment.add": object<RecordedBodies["assignment.add"]>({ round: string, member: string, transcript: string }),
  "theme.put": object<RecordedBodies["theme.put"]>({ theme }),
  "theme.archive": object<RecordedBodies["theme.archive"]>({ theme: string }),
  "coding.apply": object<RecordedBodies["coding.apply"]>({
    round: string,
    coding: string,
    transcript: string,
    theme: string,
    start: count,
    end: count,
    replaces: list(string),
  }),
  "coding.remove": object<RecordedBodies["coding.remove"]>({ round: string, coding: string }),
  "coding.confirm": object<RecordedBodies["coding.confirm"]>({ round: string, coding: string }),
  "work.anchor": object<RecordedBodies["work.anchor"]>({
    round: string,
    coder: string,
    transcript: string,
    from: count,
    version: count,
    codings: list(object<Anchored>({ coding: string, start: count, end: count, anchor: oneOf("firm", "check") })),
    orphans: list(string),
    reviews_cleared: list(span),
    reviews: list(span),
  }),
  "review.mark": reviewing,
  "review.clear": reviewing,
  "assignment.reopen": reopening,
  "assignment.close": reopening,
  "decision.record": object<RecordedBodies["decision.record"]>({ round: string, ...decisionFields }, "content"),
  "content.erase": object<RecordedBodies["content.erase"]>({ round: string, content: string }),
  "decision.withdraw": object<RecordedBodies["decision.withdraw"]>({
    round: string,
    transcript: string,
    theme: string,
    start: count,
    end: count,
  }),
  "reference.adopt": object<RecordedBodies["reference.adopt"]>({ round: string, codings: list(adopted) }),
};

type Shared = Omit<RecordedOp, "kind" | "body">;
const shared = object<Shared>({ seq: count, actor: string, at: string, op_id: string }, "op_id");

/** One recorded act of any kind. */
export const recordedOp: Decoder<RecordedOp> = byWord(
  "kind",
  Object.fromEntries(
    Object.entries(bodies).map(([kind, body]): [string, Decoder<RecordedOp>] => {
      const bodied = object<{ readonly body: unknown }>({ body });
      // Kind and body belong together by the table above, which the type of a loop over it cannot tell.
      return [kind, (value, path) => ({ ...shared(value, path), kind, ...bodied(value, path) }) as RecordedOp];
    }),
  ),
);

export const streamInfo = object<StreamInfo>(
  { stream: string, kind: oneOf("study", "drafts", "round", "private"), round: string, coder: string },
  "round",
  "coder",
);

function byItself(coding: InReference): readonly ReferenceCoding[] {
  const { basis } = coding;
  return basis === "decided" ? [] : [{ ...coding, basis }];
}

function studyOf({ study, members, codebooks, transcripts, rounds }: StudySnapshot): StudyState {
  return {
    ...study,
    members: keyed(members, (it) => it.member),
    codebooks,
    transcripts: keyed(transcripts, (it) => it.transcript),
    rounds: keyed(rounds, (it) => it.round),
  };
}

function keyed<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function byTranscript<T extends { readonly transcript: string }>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): ReadonlyMap<string, ReadonlyMap<string, T>> {
  const all = new Map<string, Map<string, T>>();
  for (const entry of entries) {
    const here = all.get(entry.transcript) ?? new Map<string, T>();
    all.set(entry.transcript, here.set(keyOf(entry), entry));
  }
  return all;
}
