import { useState } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { inOrder, t } from "../../../i18n";
import type { Round, Transcript } from "../../../model/entries";
import { isRevealed } from "../../../model/selectors";
import { Button, ButtonLink } from "../../../ui/Button";
import { ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { Progress } from "../../../ui/Progress";
import { address, setQuery, to } from "../../../ui/router";
import { accessTo, opensPassages } from "../agreement/access";
import { ownTranscripts } from "../home/next";
import type { Seen, StudyPageProps } from "../inStudy";
import { myShare } from "../share";
import { RefusalNotice, useActs } from "../useActs";
import { MoveDialog } from "./MoveDialog";
import { type Step, stepsOf, whoMoves } from "./moves";
import { Missing, PlanEditor } from "./PlanEditor";
import { ProgressOfAll } from "./ProgressOfAll";
import { ModeBadge, PhaseLine, ruleText, unitText } from "./parts";
import { planOf, problemsOfStart } from "./plan";
import { Reopening } from "./Reopening";

/** One round: where it stands, who moves it on, one's own part, and what one may see of the others'. */
export function RoundPage({ route, seen }: StudyPageProps<"round">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  const isPlanning = address.value.query.has("plan") && seen.isLead && round.phase === "draft";
  const here = to("round", { study: seen.study.study, round: round.round });
  return (
    <Page title={round.name} aside={<ModeBadge mode={round.mode} />}>
      {isPlanning ? <PlanEditor seen={seen} round={round} cancel={here} /> : <Shown seen={seen} round={round} />}
    </Page>
  );
}

function Shown({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  return (
    <>
      <Standing seen={seen} round={round} />
      <ToFigures seen={seen} round={round} />
      <OwnPart seen={seen} round={round} />
      <ProgressOfAll seen={seen} round={round} />
      {seen.isLead && round.mode === "blind" && round.phase === "closed" && <Reopening seen={seen} round={round} />}
      <PlanFacts seen={seen} round={round} />
    </>
  );
}

/** The phase line, with who may move it and what that does; for leads the step itself. */
function Standing({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const [asked, setAsked] = useState<Step | undefined>(undefined);
  const { busy, refusal, submit } = useActs(seen.view);
  const newest = seen.study.codebooks.at(-1)?.version ?? 0;
  const missing =
    round.phase === "draft" && seen.isLead
      ? problemsOfStart(round.round, planOf(round), [...seen.study.rounds.values()], newest > 0)
      : [];
  const steps = seen.isLead && missing.length === 0 ? stepsOf(round, newest) : [];
  const take = async (step: Step) => {
    if (step.title) setAsked(step);
    else await submit("round.move", { round: round.round, to: step.to }, round.rev);
  };
  return (
    <section class="standing" aria-label={t("rounds.phases")}>
      <PhaseLine phase={round.phase} />
      <p class="quiet">{whoMoves(round)}</p>
      {round.mode === "blind" && !isRevealed(round.phase) && <p class="explains">{t("rounds.blindMeans")}</p>}
      {round.mode === "open" && <p class="quiet">{t("rounds.openMeans")}</p>}
      <Missing study={seen.study} problems={missing} />
      <RefusalNotice refusal={refusal} />
      {seen.isLead && (
        <div class="actions">
          {steps.map((step, i) => (
            <Button key={step.to} weight={i === 0 ? "primary" : "plain"} busy={busy} onPress={() => void take(step)}>
              {step.label}
            </Button>
          ))}
          {round.phase === "draft" && <Button onPress={() => setQuery({ plan: "" })}>{t("rounds.changePlan")}</Button>}
        </div>
      )}
      {steps.map(
        (step) => step.title === undefined && <p key={step.to} class="note">{`${step.label}: ${step.what}`}</p>,
      )}
      {asked && <MoveDialog seen={seen} round={round} step={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

/** To agreement and queue, for those to whom these are open now. */
function ToFigures({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const access = accessTo(round, seen.me);
  if (access === "closed") return null;
  const names = { study: seen.study.study, round: round.round };
  return (
    <div class="actions">
      <ButtonLink href={to("agreement", names)}>{t("common.agreement")}</ButtonLink>
      {opensPassages(access) && (
        <ButtonLink href={`${to("queue", names)}?state=open`}>{t("rounds.differences")}</ButtonLink>
      )}
    </div>
  );
}

/** My transcripts in this round, each with my progress and the way into the workspace. */
function OwnPart({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const own = ownTranscripts(seen.study, round, seen.me.member);
  const work = seen.view.work(round.round).value;
  const isReopened = round.phase === "closed" && work.reopened.has(seen.me.member);
  if (own.length === 0 || round.phase === "draft") return null;
  const canCode = round.phase === "coding" || isReopened;
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t("rounds.yourTranscripts")}</h2>
      {isReopened && <ReadOnly>{t("rounds.reopenedForYou")}</ReadOnly>}
      <ul class="rows">
        {own.map((transcript) => (
          <OwnRow key={transcript.transcript} seen={seen} round={round} transcript={transcript} canCode={canCode} />
        ))}
      </ul>
    </section>
  );
}

interface OwnRowProps {
  readonly seen: Seen;
  readonly round: Round;
  readonly transcript: Transcript;
  readonly canCode: boolean;
}

function OwnRow({ seen, round, transcript, canCode }: OwnRowProps) {
  const { name } = transcript;
  const { done, of, next } = myShare(seen, round, transcript);
  const href = to("coding", { study: seen.study.study, round: round.round, transcript: transcript.transcript });
  return (
    <li class="row">
      <div class="row-main">
        <a class="row-link" href={next ? `${href}#u${next}` : href}>
          {t(canCode ? "rounds.codeThis" : "rounds.readThis", { name })}
        </a>
      </div>
      <div class="row-progress">
        <Progress label={name} done={done} of={of} text={t("rounds.reviewedOf", { n: done, of })} />
      </div>
    </li>
  );
}

function PlanFacts({ seen: { study }, round }: { readonly seen: Seen; readonly round: Round }) {
  const coders = [...new Set(round.assignments.map((a) => a.member))]
    .map((id) => study.members.get(id)?.name ?? "")
    .sort(inOrder);
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{t("rounds.plan")}</h2>
      <dl class="facts">
        <div>
          <dt>{t("rounds.transcripts")}</dt>
          <dd>
            {round.transcripts.map(({ transcript }, i) => (
              <span key={transcript}>
                {i > 0 && ", "}
                <a href={to("transcript", { study: study.study, transcript })}>
                  {study.transcripts.get(transcript)?.name}
                </a>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t("rounds.coders")}</dt>
          <dd>{coders.join(", ") || "–"}</dd>
        </div>
        <div>
          <dt>{t("rounds.codebookVersion")}</dt>
          <dd>
            {round.codebook_version === null
              ? t("rounds.fixedAtStart")
              : t("rounds.versionN", { version: round.codebook_version })}
          </dd>
        </div>
        <div>
          <dt>{t("rounds.unit")}</dt>
          <dd>{unitText(round)}</dd>
        </div>
        <div>
          <dt>{t("rounds.rule")}</dt>
          <dd>{ruleText(round)}</dd>
        </div>
      </dl>
    </section>
  );
}
