import { Absent } from "../../../account/Absent";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { isRevealed } from "../../../model/selectors";
import { ButtonLink } from "../../../ui/Button";
import { Page } from "../../../ui/Page";
import { to } from "../../../ui/router";
import type { Seen, StudyPageProps } from "../inStudy";

/** Agreement and queue of a round. Before reveal they say when they open, the same words whatever anybody has coded. */
export function AgreementPage({ route, seen }: StudyPageProps<"agreement">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  return (
    <Page title={t("rounds.agreementTitle", { name: round.name })}>
      <Body seen={seen} round={round} revealed={t("rounds.figuresToCome")} />
    </Page>
  );
}

export function QueuePage({ route, seen }: StudyPageProps<"queue">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  return (
    <Page title={t("rounds.queueTitle", { name: round.name })}>
      <Body seen={seen} round={round} revealed={t("rounds.queueToCome")} />
    </Page>
  );
}

function Body({ seen, round, revealed }: { readonly seen: Seen; readonly round: Round; readonly revealed: string }) {
  return (
    <>
      <p>{isRevealed(round.phase) ? revealed : t("common.opensAtReveal")}</p>
      <div class="actions">
        <ButtonLink href={to("round", { study: seen.study.study, round: round.round })}>
          {t("rounds.toRound")}
        </ButtonLink>
      </div>
    </>
  );
}
