import { useState } from "preact/hooks";
import { list, t } from "../../../i18n";
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
import { assignmentsOf, type Plan, type Problem, planOf, problemsOfDraft, problemsOfStart } from "./plan";

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
  const [plan, setPlan] = useState<Plan>(() => (round ? planOf(round) : defaultPlan(seen.study)));
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
      <Missing study={seen.study} problems={missing} />
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

/** Everything that is there: all transcripts by all coders; a lead codes if ticked. */
function defaultPlan(study: StudyState): Plan {
  const members = possibleCoders(study);
  const coders = members.filter((member) => member.role === "coder");
  return {
    name: t("rounds.defaultName", { n: roundsInOrder(study).length + 1 }),
    mode: "blind",
    unit: "turn",
    rule: "any",
    transcripts: [...study.transcripts.keys()],
    coders: (coders.length > 0 ? coders : members).map((member) => member.member),
    without: [],
  };
}

/** What has to be settled before the round can start. */
export function Missing({ study, problems }: { readonly study: StudyState; readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="caution">
      <p>
        <strong>{t("rounds.beforeStart")}</strong>
      </p>
      <ul class="plain-list">
        {problems.map((problem) => (
          <li key={problemText(study, problem)}>{problemText(study, problem)}</li>
        ))}
      </ul>
    </div>
  );
}

function problemText(study: StudyState, problem: Problem): string {
  const member = (id: Id) => study.members.get(id)?.name ?? "";
  switch (problem.kind) {
    case "idleCoder":
      return t("rounds.idleCoder", { member: member(problem.member) });
    case "overlap":
      return t("rounds.overlap", {
        round: study.rounds.get(problem.round)?.name ?? "",
        transcripts: list(problem.transcripts.map((id) => study.transcripts.get(id)?.name ?? "")),
        members: list(problem.members.map(member)),
      });
    default:
      return t(`rounds.${problem.kind}`);
  }
}
