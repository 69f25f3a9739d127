import { inOrder } from "../../../i18n";
import type { Id, Member, Round, Transcript } from "../../../model/entries";
import { hasCoder, isAssigned, isRevealed } from "../../../model/selectors";
import type { Share } from "../../../model/share";
import type { StudyState } from "../../../model/state";
import { planOf, problemsOfStart } from "../rounds/plan";

/** What I know when I ask what to do now. Nothing in it tells of another coder's acts. */
export interface Desk {
  readonly study: StudyState;
  readonly me: Member;
  /** Whether the codebook under work has themes, as far as I may see it. */
  readonly hasDrafts: boolean;
  /** My part of a transcript in a round. */
  share(round: Round, transcript: Transcript): Share;
  /** Whether a closed round was opened again for me. */
  isReopened(round: Id): boolean;
}

/** What may be done, or waited for, in one round, besides coding in it. */
export type RoundNext =
  | "start"
  | "settle"
  | "watch"
  | "close"
  | "reveal"
  | "allReviewed"
  | "waitForStart"
  | "waitForReveal";

/** The one thing to do now. */
export type Next =
  | { readonly kind: "code"; readonly round: Round; readonly transcript: Transcript; readonly share: Share }
  | { readonly kind: RoundNext | "results"; readonly round: Round }
  | { readonly kind: "import" | "writeCodebook" | "publishCodebook" | "plan" | "waitForLead" };

/** Own coding comes first; then, for a lead, what the study waits for; then what there is to wait for or to read. */
export function nextFor(desk: Desk): Next {
  const rounds = [...desk.study.rounds.values()].sort((one, other) => inOrder(one.name, other.name));
  return (
    ownCoding(desk, rounds) ?? (desk.me.role === "lead" ? leadsTask(desk, rounds) : undefined) ?? rest(desk, rounds)
  );
}

/** My transcripts in a round, in the order of its plan. */
export function ownTranscripts(study: StudyState, round: Round, me: Id): readonly Transcript[] {
  return round.transcripts.flatMap(({ transcript }) => {
    const known = study.transcripts.get(transcript);
    return known && isAssigned(round, me, transcript) ? [known] : [];
  });
}

function ownCoding(desk: Desk, rounds: readonly Round[]): Next | undefined {
  for (const round of rounds) {
    const isOpenToMe = round.phase === "coding" || (round.phase === "closed" && desk.isReopened(round.round));
    if (!isOpenToMe) continue;
    const left = ownTranscripts(desk.study, round, desk.me.member)
      .map((transcript) => ({ transcript, share: desk.share(round, transcript) }))
      .filter(({ share }) => share.done < share.of);
    const chosen = left.find(({ share }) => share.done > 0) ?? left[0];
    if (chosen) return { kind: "code", round, ...chosen };
  }
  return undefined;
}

function leadsTask(desk: Desk, rounds: readonly Round[]): Next | undefined {
  const { study, me } = desk;
  const inPhase = (phase: Round["phase"]) => rounds.find((round) => round.phase === phase);
  const closed = inPhase("closed");
  if (closed) return { kind: "reveal", round: closed };
  if (study.transcripts.size === 0) return { kind: "import" };
  if (study.codebooks.length === 0) return { kind: desk.hasDrafts ? "publishCodebook" : "writeCodebook" };
  const drafts = rounds.filter((round) => round.phase === "draft");
  const ready = drafts.find((draft) => problemsOfStart(draft.round, planOf(draft), rounds, true).length === 0);
  if (ready) return { kind: "start", round: ready };
  const coding = inPhase("coding");
  if (coding) return { kind: hasCoder(coding, me.member) ? "close" : "watch", round: coding };
  if (rounds.some(({ phase }) => isRevealed(phase))) return undefined;
  return drafts[0] ? { kind: "settle", round: drafts[0] } : { kind: "plan" };
}

function rest({ me }: Desk, rounds: readonly Round[]): Next {
  const mine = rounds.filter((round) => hasCoder(round, me.member));
  const coded = mine.find((round) => round.phase === "coding");
  if (coded) return { kind: "allReviewed", round: coded };
  const closed = mine.find((round) => round.phase === "closed");
  if (closed) return { kind: "waitForReveal", round: closed };
  const planned = me.role === "lead" ? undefined : mine.find((round) => round.phase === "draft");
  if (planned) return { kind: "waitForStart", round: planned };
  const revealed = rounds.findLast((round) => isRevealed(round.phase));
  return revealed ? { kind: "results", round: revealed } : { kind: "waitForLead" };
}
