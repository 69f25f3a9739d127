import { useEffect } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { fetchCell, fetchDifferences, type Passages } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { ErrorNotice } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address } from "../../../ui/router";
import { Closed } from "../agreement/AgreementPage";
import { accessTo, opensPassages } from "../agreement/access";
import { agreementHref, queueState } from "../agreement/conditions";
import { useFetched } from "../agreement/useFetched";
import type { Seen, StudyPageProps } from "../inStudy";
import { Chips } from "./Chips";
import { Facets } from "./Facets";
import { facetCounts, filtered, passageKey } from "./items";
import { PassageList } from "./PassageList";
import { PassagePane } from "./PassagePane";
import { deskOf } from "./queue";

/** `/s/:study/r/:round/queue`: where coders differ, or the passages behind one figure. */
export function QueuePage({ route, seen }: StudyPageProps<"queue">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  const opens = opensPassages(accessTo(round, seen.me));
  if (!opens) return <Closed title={t("differences.title", { name: round.name })} seen={seen} round={round} />;
  return <Queue key={round.round} seen={seen} round={round} />;
}

function Queue({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const state = queueState(address.value.query, round);
  const { measure, pair, theme, cell } = state;
  const study = seen.study.study;
  const fetched = useFetched<Passages>({
    key: [round.round, round.phase, measure.unit, measure.rule, measure.scope, pair, cell && `${theme} ${cell}`].join(
      " ",
    ),
    ask: () =>
      cell && theme && pair
        ? fetchCell(study, round.round, measure, theme, pair, cell)
        : fetchDifferences(study, round.round, measure, pair),
    follows: { view: seen.view, round: round.round },
  });
  const desk = deskOf(seen, round);
  const { decisions } = desk.settled;
  const items = fetched.value?.items;
  const isChosen = (item: Passages["items"][number]): boolean => passageKey(item) === state.at;
  const matching = items && filtered(items, state, decisions);
  // What one is reading stays, even when a decision takes it out of the filter.
  const kept = items?.filter((item) => matching?.includes(item) || isChosen(item)) ?? [];
  const chosen = kept.find(isChosen) ?? kept[0];
  const counts = items && facetCounts(items, state, decisions);
  const n = matching?.length;
  useEffect(() => {
    if (n !== undefined) say(t("differences.shown", { n }));
  }, [state.theme, state.kind, state.state, cell]);
  return (
    <Page title={t(cell ? "differences.passagesTitle" : "differences.title", { name: round.name })} width="whole">
      <div class={`queue ${state.at ? "has-chosen" : ""}`}>
        <Facets desk={desk} state={state} counts={counts} />
        <section class="queue-list" aria-label={t("differences.list")}>
          <div class="queue-head">
            <Chips desk={desk} state={state} />
            <p class="queue-count">
              {n !== undefined && t("differences.count", { n })}{" "}
              {(theme || pair) && (
                <a href={agreementHref(study, round, { measure, theme, pair })}>{t("differences.toFigures")}</a>
              )}
            </p>
          </div>
          {fetched.error && <ErrorNotice error={fetched.error} onRetry={fetched.again} />}
          {!items && !fetched.error && <p class="quiet queue-note">{t("common.loading")}</p>}
          {items && <PassageList desk={desk} state={state} items={kept} all={items.length} chosen={chosen} />}
        </section>
        {chosen ? (
          <PassagePane
            key={passageKey(chosen)}
            desk={desk}
            passage={chosen}
            at={kept.indexOf(chosen) + 1}
            of={kept.length}
          />
        ) : (
          <div class="queue-passage" />
        )}
      </div>
    </Page>
  );
}
