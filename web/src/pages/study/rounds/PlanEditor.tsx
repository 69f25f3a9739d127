import { useState } from "preact/hooks";
import { inOrder, list, t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Id, Round } from "../../../model/entries";
import type { StudyState } from "../../../model/state";
import { Button, ButtonLink } from "../../../ui/Button";
import { ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { go, to } from "../../../ui/router";
import { roundsInOrder, type Seen, type StudyPageProps } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { PlanForm, possibleCoders } from "./PlanForm";
import {
  assignmentsOf,
  freeName,
  type Plan,
  type Problem,
  type Proposal,
  planOf,
  problemsOfDraft,
  problemsOfStart,
  proposed,
  type Shared,
  seenBefore,
  without,
} from "./plan";

/** A new round: defaults fill the form, so that a small study starts in a few clicks. */
export function NewRoundPage({ seen }: StudyPageProps<"newRound">) {
  const study = seen.study.study;
  if (!seen.isLead) {
    return (
      <Page title={t("rounds.newRound")}>
        <ReadOnly>{t("rounds.onlyLeads")}</ReadOnly>
        <p>
          <ButtonLink href={to("rounds", { study })}>{t("rounds.title")}</ButtonLink>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("rounds.newRound")}>
      <PlanEditor seen={seen} cancel={to("rounds", { study })} />
    </Page>
  );
}

interface PlanEditorProps {
  readonly seen: Seen;
  /** The draft that is planned again; absent for a new round. */
  readonly round?: Round;
  readonly cancel: string;
  readonly onSaved?: () => void;
}

export function PlanEditor({ seen, round, cancel, onSaved }: PlanEditorProps) {
  const [id] = useState<Id>(() => round?.round ?? newId());
  const [{ plan: begun, leftOut }] = useState<Proposal>(() =>
    round ? { plan: planOf(round), leftOut: [] } : proposalFor(seen.study),
  );
  const [plan, setPlan] = useState<Plan>(begun);
  const [isTried, setTried] = useState(false);
  const { busy, refusal, submit } = useActs(seen.view);
  const rounds = [...seen.study.rounds.values()];
  const wrong = problemsOfDraft(plan);
  const missing = problemsOfStart(id, plan, rounds, seen.study.codebooks.length > 0);

  const save = async (): Promise<boolean> => {
    setTried(true);
    if (busy || wrong.length > 0) return false;
    const body = {
      round: id,
      name: plan.name.trim(),
      mode: plan.mode,
      unit: plan.unit,
      rule: plan.rule,
      transcripts: plan.transcripts,
      assignments: assignmentsOf(plan),
    };
    // A first try whose answer was lost may have made the round already.
    const known = seen.view.study.peek()?.rounds.get(id);
    const answer = await (known ? submit("round.plan", body, known.rev) : submit("round.create", body));
    return answer.ok;
  };
  const leave = () => {
    onSaved?.();
    go(to("round", { study: seen.study.study, round: id }));
  };
  const start = async () => {
    if (missing.length > 0 || !(await save())) return;
    const rev = (seen.study.rounds.get(id)?.rev ?? 0) + 1;
    const answer = await submit("round.move", { round: id, to: "coding" }, rev);
    if (answer.ok) leave();
  };

  return (
    <form
      class="form plan"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save().then((isSaved) => isSaved && leave());
      }}
    >
      <PlanForm
        study={seen.study}
        plan={plan}
        problems={isTried ? wrong : wrong.filter((p) => p.kind !== "noName")}
        onChange={setPlan}
      />
      {plan.transcripts === begun.transcripts && <Shares study={seen.study} all={leftOut} words="rounds.codedNow" />}
      <Shares study={seen.study} all={seenBefore(id, plan, rounds)} words="rounds.seenBefore" />
      <Missing study={seen.study} problems={missing} onLeaveOut={(shared) => setPlan(without(plan, [shared]))} />
      <RefusalNotice refusal={refusal} />
      <div class="actions foot">
        {missing.length === 0 && (
          <Button weight="primary" busy={busy} onPress={() => void start()}>
            {t("rounds.saveAndStart")}
          </Button>
        )}
        <Button submits weight={missing.length === 0 ? "plain" : "primary"} busy={busy}>
          {t("rounds.saveDraft")}
        </Button>
        <ButtonLink weight="quiet" href={cancel}>
          {t("common.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

/** All transcripts that are free, by all coders; a lead codes if ticked. */
function proposalFor(study: StudyState): Proposal {
  const members = possibleCoders(study);
  const coders = members.filter((member) => member.role === "coder");
  const rounds = roundsInOrder(study);
  const whole: Plan = {
    name: freeName(
      (n) => t("rounds.defaultName", { n }),
      rounds.map(({ name }) => name),
      rounds.length + 1,
    ),
    mode: "blind",
    unit: "turn",
    rule: "any",
    transcripts: [...study.transcripts.keys()],
    coders: (coders.length > 0 ? coders : members).map((member) => member.member),
    without: [],
  };
  return proposed(whole, rounds);
}

interface SharesProps {
  readonly study: StudyState;
  readonly all: readonly Shared[];
  readonly words: "rounds.codedNow" | "rounds.seenBefore";
}

/** Worth knowing of a plan, without keeping the round from starting. */
function Shares({ study, all, words }: SharesProps) {
  if (all.length === 0) return null;
  return (
    <ul class="plain-list note">
      {all.map((shared) => (
        <li key={shared.round}>{t(words, namesIn(study, shared))}</li>
      ))}
    </ul>
  );
}

interface MissingProps {
  readonly study: StudyState;
  readonly problems: readonly Problem[];
  /** Takes the transcripts in question out of the plan, where it can be changed. */
  readonly onLeaveOut?: (shared: Shared) => void;
}

/** What has to be settled before the round can start. */
export function Missing({ study, problems, onLeaveOut }: MissingProps) {
  if (problems.length === 0) return null;
  return (
    <div class="caution">
      <p>
        <strong>{t("rounds.beforeStart")}</strong>
      </p>
      <ul class="plain-list">
        {problems.map((problem) => (
          <li key={problemText(study, problem)}>
            {problemText(study, problem)}{" "}
            {problem.kind === "overlap" && onLeaveOut && (
              <button type="button" class="link" onClick={() => onLeaveOut(problem)}>
                {t("rounds.leaveOut", { transcripts: namesIn(study, problem).transcripts })}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function namesIn(study: StudyState, { round, transcripts, members }: Shared) {
  return {
    round: study.rounds.get(round)?.name ?? "",
    transcripts: list(transcripts.map((id) => study.transcripts.get(id)?.name ?? "").sort(inOrder)),
    members: list(members.map((id) => study.members.get(id)?.name ?? "").sort(inOrder)),
  };
}

function problemText(study: StudyState, problem: Problem): string {
  switch (problem.kind) {
    case "idleCoder":
      return t("rounds.idleCoder", { member: study.members.get(problem.member)?.name ?? "" });
    case "overlap": {
      const isOtherBlind = study.rounds.get(problem.round)?.mode === "blind";
      return t(isOtherBlind ? "rounds.overlapBlind" : "rounds.overlapOpen", namesIn(study, problem));
    }
    default:
      return t(`rounds.${problem.kind}`);
  }
}
