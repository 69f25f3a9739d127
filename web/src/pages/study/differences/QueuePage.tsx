import { useEffect, useRef } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { fetchPassages, type Passage, type Passages } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { ErrorNotice } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address, setQuery } from "../../../ui/router";
import { useMedia } from "../../../ui/useMedia";
import { Closed } from "../agreement/AgreementPage";
import { accessTo, opensPassages } from "../agreement/access";
import { agreementHref, measureIn, type QueueState, queueHref, queueState } from "../agreement/conditions";
import { useFetched } from "../agreement/useFetched";
import { unitsN } from "../agreement/words";
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

/** Passages by the pages so far reached; what was here stays in sight until the answer to another filter is. */
function usePassages(seen: Seen, round: Round, state: QueueState) {
  const { measure, pair, theme, cell, kind, state: settled } = state;
  const { unit, rule, scope } = measure;
  const base = [round.round, round.phase, unit, rule, scope, pair, cell && `${theme} ${cell}`].join(" ");
  const key = [base, theme, kind, settled].join(" ");
  const reached = useRef({ key, pages: 1 });
  if (reached.current.key !== key) reached.current = { key, pages: 1 };
  const fetched = useFetched<Passages>({
    key,
    ask: (asking) => {
      const which = { theme, pair, cell: theme && pair ? cell : undefined, kind, state: settled };
      return fetchPassages(seen.study.study, round.round, measure, which, reached.current.pages, asking);
    },
    follows: { view: seen.view, round: round.round },
  });
  const last = useRef({ base, passages: fetched.value });
  if (fetched.value || last.current.base !== base) last.current = { base, passages: fetched.value };
  const onMore = () => {
    reached.current.pages++;
    fetched.again();
  };
  return { fetched, passages: last.current.passages, onMore };
}

interface Held {
  readonly filters: string;
  readonly item: Passage | undefined;
  readonly place: number;
}

/** The list with the passage that is being read under these filters: nothing that changes behind it takes it away. */
function useKept(items: readonly Passage[], at: string | undefined, filters: string) {
  const held = useRef<Held>({ filters, item: undefined, place: 0 });
  if (held.current.filters !== filters) held.current = { filters, item: undefined, place: 0 };
  const { item: before, place } = held.current;
  const key = at ?? (before && passageKey(before));
  const isRead = (item: Passage): boolean => passageKey(item) === key;
  const isLost = before && isRead(before) && !items.some(isRead);
  const kept = isLost ? items.toSpliced(place, 0, before) : items;
  const chosen = kept.find(isRead) ?? kept[0];
  if (chosen) held.current = { filters, item: chosen, place: kept.indexOf(chosen) };
  return { kept, chosen };
}

function Queue({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const state = queueState(address.value.query, round);
  const { measure, pair, theme, cell } = state;
  const study = seen.study.study;
  const { fetched, passages, onMore } = usePassages(seen, round, state);
  const desk = deskOf(seen, round);
  const matching = passages ? filtered(passages.items, state, desk.settled.decisions) : [];
  const { kept, chosen } = useKept(matching, state.at, [theme, state.kind, state.state, pair, cell].join(" "));
  const next = chosen && kept[kept.indexOf(chosen) + 1];
  const isBeyond = state.at !== undefined && chosen !== undefined && passageKey(chosen) !== state.at;
  useEffect(() => {
    if (isBeyond && fetched.value?.next !== undefined) onMore();
  }, [isBeyond, fetched.value]);
  const decides = canDecide(desk);
  const hasFacets = useMedia(decides ? ROOM_FOR_FACETS.deciding : ROOM_FOR_FACETS.reading);
  const counts = passages && facetCounts(passages.facets, state);
  const n = fetched.value?.total;
  const total = Math.max(n ?? 0, kept.length);
  useEffect(() => {
    if (n !== undefined) say(t("differences.shown", { n }));
  }, [state.theme, state.kind, state.state, cell, n === undefined]);
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
              {fetched.value && fetched.value.units !== n && `(${unitsN(measure.unit, fetched.value.units)}) `}
              {(theme || pair) && (
                <a href={agreementHref(study, round, { measure, theme, pair })}>{t("differences.toFigures")}</a>
              )}
            </p>
          </div>
          {fetched.error && <ErrorNotice error={fetched.error} onRetry={fetched.again} />}
          {!passages && !fetched.error && <p class="quiet queue-note">{t("common.loading")}</p>}
          {counts && <PassageList {...{ desk, state, total, chosen, onMore }} items={kept} all={counts.everything} />}
        </section>
        {chosen ? (
          <PassagePane
            key={passageKey(chosen)}
            desk={desk}
            passage={chosen}
            at={kept.indexOf(chosen) + 1}
            of={total}
            onNext={next && (() => moveTo(next))}
          />
        ) : (
          <div class="queue-passage" />
        )}
      </div>
    </Page>
  );
}

/** The focus goes along: what was pressed is gone with the passage before. */
function moveTo(passage: Passage): void {
  setQuery({ at: passageKey(passage) });
  requestAnimationFrame(() => document.getElementById("passage")?.focus());
}
