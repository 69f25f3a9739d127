import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Absent } from "../../account/Absent";
import { inOrder, t } from "../../i18n";
import { type StudyView, useStudy } from "../../live";
import type { Member, Round } from "../../model/entries";
import { hasCoder, isBlind, isRevealed } from "../../model/selectors";
import type { StudyState } from "../../model/state";
import { currentRound } from "../../ui/Frame";
import { Page } from "../../ui/Page";
import type { Place, RouteTo } from "../../ui/router";

/** A study as one of its members sees it now. */
export interface Seen {
  readonly view: StudyView;
  readonly study: StudyState;
  readonly me: Member;
  /** Whether I may change what leads change. */
  readonly isLead: boolean;
  /** Whether I code in a blind round that is not revealed. */
  readonly isBlind: boolean;
}

export interface StudyPageProps<P extends Place> {
  readonly route: RouteTo<P>;
  readonly seen: Seen;
}

/** The places within a study. */
type StudyPlace = { [P in Place]: RouteTo<P> extends { readonly study: string } ? P : never }[Place];

/** A page that needs its study: shown once that is read, absent where it is not mine. */
export function inStudy<P extends StudyPlace>(
  Shown: ComponentType<StudyPageProps<P>>,
): (route: RouteTo<P>) => JSX.Element {
  return function InStudy(route) {
    const { study: id }: { readonly study: string } = route as RouteTo<StudyPlace>;
    const view = useStudy(id);
    const status = view.status.value;
    const study = view.study.value;
    const own = view.me.value;
    const me = study?.members.get(own?.member ?? "");
    const round = "round" in route ? route.round : undefined;
    useEffect(() => {
      if (study && me) setCurrentRound(study, me, round);
    }, [study, me, round]);
    if (status === "absent" || status === "removed") return <Absent />;
    if (!study || !me) return <Waiting />;
    return (
      <Shown route={route} seen={{ view, study, me, isLead: me.role === "lead", isBlind: isBlind(study, me.member) }} />
    );
  };
}

/** Rounds in the order of their names, as people number them. */
export function roundsInOrder(study: StudyState): readonly Round[] {
  return [...study.rounds.values()].sort((one, other) => inOrder(one.name, other.name));
}

/** The round that Coding, Agreement and Queue in the bar lead to: the one on screen, else the one I code, else the last that shows something. */
function setCurrentRound(study: StudyState, me: Member, onScreen: string | undefined): void {
  const rounds = roundsInOrder(study).filter((round) => round.phase !== "draft");
  const chosen =
    study.rounds.get(onScreen ?? "") ??
    rounds.find((round) => round.phase === "coding" && hasCoder(round, me.member)) ??
    rounds.findLast((round) => round.mode !== "blind" || isRevealed(round.phase)) ??
    rounds.at(-1);
  if (!chosen) {
    currentRound.value = undefined;
    return;
  }
  const before = currentRound.peek();
  const mine = chosen.assignments.filter((a) => a.member === me.member).map((a) => a.transcript);
  const last = before?.round === chosen.round ? before.transcript : undefined;
  const transcript = last ?? chosen.transcripts.map((p) => p.transcript).find((id) => mine.includes(id));
  if (before?.round === chosen.round && before.transcript === transcript) return;
  currentRound.value = { study: study.study, round: chosen.round, ...(transcript ? { transcript } : {}) };
}

/** Nothing for the first 200 ms, then a word and quiet shapes in the places of what comes. */
function Waiting() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 200);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return <main id="main" class="page" aria-busy="true" />;
  return (
    <Page title={t("common.loading")}>
      <div class="skeleton" aria-hidden="true" />
      <div class="skeleton" aria-hidden="true" />
    </Page>
  );
}
