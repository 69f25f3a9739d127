import { useEffect, useRef } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { fetchCell, fetchDifferences, type Passage, type Passages } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { ErrorNotice } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address, setQuery } from "../../../ui/router";
import { useMedia } from "../../../ui/useMedia";
import { Closed } from "../agreement/AgreementPage";
import { accessTo, opensPassages } from "../agreement/access";
import { agreementHref, measureIn, queueHref, queueState } from "../agreement/conditions";
import { useFetched } from "../agreement/useFetched";
import type { Seen, StudyPageProps } from "../inStudy";
import { RoundChoice } from "../RoundChoice";
import { Chips } from "./Chips";
import { Facets } from "./Facets";
import { facetCounts, filtered, passageKey } from "./items";
import { PassageList } from "./PassageList";
import { PassagePane } from "./PassagePane";
import { canDecide, deskOf } from "./queue";

/** `/s/:study/r/:round/queue`: where coders differ, or the passages behind one figure. */
export function QueuePage({ route, seen }: StudyPageProps<"queue">) {
  const round = seen.study.rounds.get(route.round);
  if (!round) return <Absent />;
  const opens = opensPassages(accessTo(round, seen.me));
  if (!opens) {
    const title = t("differences.title", { name: round.name });
    return <Closed {...{ title, seen, round }} choice={<RoundOfQueue seen={seen} round={round} />} />;
  }
  return <Queue key={round.round} seen={seen} round={round} />;
}

/** The same filters in another round, as far as they are not about coders of this one. */
function RoundOfQueue({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const { theme, kind, state } = queueState(address.value.query, round);
  const hrefOf = (other: Round) =>
    queueHref(seen.study.study, other, measureIn(new URLSearchParams(), other), { theme, kind, state });
  return <RoundChoice seen={seen} round={round} hrefOf={hrefOf} />;
}

/** A facet column where there is room for it beside the list, the passage and, for who decides, the decision. */
const ROOM_FOR_FACETS = { reading: "(min-width: 1280px)", deciding: "(min-width: 1700px)" };

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
  const held = useHeld([state.theme, state.kind, state.state, pair, cell].join(" "));
  const at = state.at ?? held.key;
  const isChosen = (item: Passage): boolean => passageKey(item) === at;
  const matching = items && filtered(items, state, decisions);
  // What one is reading stays, even when a decision takes it out of the filter.
  const kept = items?.filter((item) => matching?.includes(item) || isChosen(item)) ?? [];
  const chosen = kept.find(isChosen) ?? kept[0];
  if (chosen) held.key = passageKey(chosen);
  const next = chosen && kept[kept.indexOf(chosen) + 1];
  const decides = canDecide(desk);
  const hasFacets = useMedia(decides ? ROOM_FOR_FACETS.deciding : ROOM_FOR_FACETS.reading);
  const counts = items && facetCounts(items, state, decisions);
  const n = matching?.length;
  useEffect(() => {
    if (n !== undefined) say(t("differences.shown", { n }));
  }, [state.theme, state.kind, state.state, cell]);
  return (
    <Page
      title={t(cell ? "differences.passagesTitle" : "differences.title", { name: round.name })}
      width="whole"
      aside={<RoundOfQueue seen={seen} round={round} />}
    >
      <div class={`queue ${state.at ? "has-chosen" : ""} ${hasFacets ? "has-facets" : ""} ${decides ? "decides" : ""}`}>
        <Facets key={String(hasFacets)} desk={desk} state={state} counts={counts} isOpen={hasFacets} />
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
            onNext={next && (() => moveTo(next))}
          />
        ) : (
          <div class="queue-passage" />
        )}
      </div>
    </Page>
  );
}

/** The passage that is being read under these filters: no list that changes behind it takes it away. */
function useHeld(filters: string): { key: string | undefined } {
  const held = useRef<{ filters: string; key: string | undefined }>({ filters, key: undefined });
  if (held.current.filters !== filters) held.current = { filters, key: undefined };
  return held.current;
}

/** The focus goes along: what was pressed is gone with the passage before. */
function moveTo(passage: Passage): void {
  setQuery({ at: passageKey(passage) });
  requestAnimationFrame(() => document.getElementById("passage")?.focus());
}
