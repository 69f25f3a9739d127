import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import type { Share } from "../../../model/share";
import { ButtonLink } from "../../../ui/Button";
import { Empty } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { Progress } from "../../../ui/Progress";
import { to } from "../../../ui/router";
import { ownTranscripts } from "../home/next";
import { roundsInOrder, type Seen, type StudyPageProps } from "../inStudy";
import { myShare } from "../share";
import { ModeBadge } from "./parts";

/** All rounds of the study, each with its phase and one's own part of it. */
export function RoundsPage({ seen }: StudyPageProps<"rounds">) {
  const rounds = roundsInOrder(seen.study);
  const { study } = seen.study;
  const plan = (
    <>
      <ButtonLink weight="primary" href={to("newRound", { study })}>
        {t("rounds.newRound")}
      </ButtonLink>
      <ButtonLink href={to("importCodings", { study })}>{t("codings.title")}</ButtonLink>
    </>
  );
  return (
    <Page
      title={t("rounds.title")}
      aside={seen.isLead && rounds.length > 0 ? <div class="actions">{plan}</div> : undefined}
    >
      {rounds.length === 0 ? (
        <Empty actions={seen.isLead ? plan : undefined}>{t("rounds.none")}</Empty>
      ) : (
        <ul class="rows">
          {rounds.map((round) => (
            <RoundRow key={round.round} seen={seen} round={round} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function RoundRow({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const own = ownProgress(seen, round);
  return (
    <li class="row">
      <div class="row-main">
        <a class="row-link" href={to("round", { study: seen.study.study, round: round.round })}>
          {round.name}
        </a>{" "}
        <ModeBadge mode={round.mode} />
        <p class="quiet">
          {t(`rounds.${round.phase}`)} · {t("rounds.transcripts")}: {round.transcripts.length} · {t("rounds.coders")}:{" "}
          {new Set(round.assignments.map((a) => a.member)).size}
        </p>
      </div>
      {own.of > 0 && round.phase !== "draft" && (
        <div class="row-progress">
          <Progress
            label={t("rounds.yourTranscripts")}
            done={own.done}
            of={own.of}
            text={t("rounds.reviewedOf", { n: own.done, of: own.of })}
          />
        </div>
      )}
    </li>
  );
}

/** My reviewed turns of all my turns in a round. */
export function ownProgress(seen: Seen, round: Round): Pick<Share, "done" | "of"> {
  const shares = ownTranscripts(seen.study, round, seen.me.member).map((transcript) =>
    myShare(seen, round, transcript),
  );
  return {
    done: shares.reduce((sum, { done }) => sum + done, 0),
    of: shares.reduce((sum, { of }) => sum + of, 0),
  };
}
