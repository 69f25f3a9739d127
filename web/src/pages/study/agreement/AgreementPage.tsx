import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { Button, ButtonLink } from "../../../ui/Button";
import { Page } from "../../../ui/Page";
import { to } from "../../../ui/router";
import type { Seen, StudyPageProps } from "../inStudy";
import { accessTo } from "./access";
import { Board, RoundOfFigures } from "./Board";

/** `/s/:study/r/:round/agreement`: how far the coders of a round agree on each theme. */
export function AgreementPage({ route, seen }: StudyPageProps<"agreement">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  const access = accessTo(round, seen.me);
  const title = t("agreement.title", { name: round.name });
  const choice = <RoundOfFigures seen={seen} round={round} />;
  if (access === "closed") return <Closed {...{ title, seen, round, choice }} />;
  if (access === "look") return <Look key={round.round} {...{ title, seen, round, choice }} />;
  return <Board key={round.round} title={title} seen={seen} round={round} access={access} />;
}

interface Shown {
  readonly title: string;
  readonly seen: Seen;
  readonly round: Round;
  /** The way to the same page of another round. */
  readonly choice: ComponentChildren;
}

/** The same words whatever anybody has coded. */
export function Closed({ title, seen, round, choice }: Shown) {
  return (
    <Page title={title} aside={choice}>
      <p>{t("common.opensAtReveal")}</p>
      <div class="actions">
        <ButtonLink href={to("round", { study: seen.study.study, round: round.round })}>
          {t("rounds.toRound")}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** A lead who does not code in a blind round: figures only after the notice that the look is recorded. */
function Look(shown: Shown) {
  const [isUnderstood, setUnderstood] = useState(false);
  if (isUnderstood) return <Board {...shown} access="look" />;
  return (
    <Page title={shown.title} aside={shown.choice}>
      <p>{t("common.opensAtReveal")}</p>
      <section class="explains" aria-labelledby="look">
        <h2 id="look">{t("agreement.lookTitle")}</h2>
        <p>{t("rounds.lookLogged")}</p>
        <div class="actions">
          <Button onPress={() => setUnderstood(true)}>{t("agreement.look")}</Button>
        </div>
      </section>
    </Page>
  );
}
