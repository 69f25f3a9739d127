import { useEffect, useRef, useState } from "preact/hooks";
import type { Passage } from "../../../api/agreement";
import { t } from "../../../i18n";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { useKeys } from "../../../ui/keys";
import { Empty } from "../../../ui/Notice";
import { go, setQuery } from "../../../ui/router";
import type { QueueState } from "../agreement/conditions";
import { ThemeShape } from "../codebook/look";
import { chipsOf } from "./Chips";
import { passageKey, stateOf } from "./items";
import { CoderMarks } from "./Marks";
import { passageHref } from "./PassagePane";
import { type Desk, kindName, placeName, quoted, quoteIn, stateName, themeName, themeOf } from "./queue";

/** So many rows are drawn at first, and with each wish for more. */
const ROWS = 200;

interface PassageListProps {
  readonly desk: Desk;
  readonly state: QueueState;
  /** Those that are here. */
  readonly items: readonly Passage[];
  /** How many there are. */
  readonly total: number;
  /** How many there are without the filters. */
  readonly all: number;
  readonly chosen: Passage | undefined;
  /** Asks for more of them. */
  readonly onMore: () => void;
}

/** The passages in reading order, one tab stop; what is chosen stands beside it. */
export function PassageList({ desk, state, items, total, all, chosen, onMore }: PassageListProps) {
  const rows = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(ROWS);
  const drawn = Math.min(shown, items.length);
  const at = chosen ? items.indexOf(chosen) : -1;
  const hasFocus = () => rows.current?.contains(document.activeElement) ?? false;
  useEffect(() => {
    if (hasFocus()) rows.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }, [at]);
  const showMore = () => {
    setShown(shown + ROWS);
    if (items.length < total && items.length <= shown + ROWS) onMore();
  };
  const move = (by: 1 | -1) => {
    const next = items[at + by];
    if (at + by >= drawn) showMore();
    if (!next) return;
    setQuery({ at: passageKey(next) });
    say(spoken(desk, next, at + by + 1, total));
  };
  useKeys({
    title: "differences.keysTitle",
    within: () => rows.current,
    bindings: [
      { keys: "J", does: "differences.keyNext", run: () => move(1) },
      { keys: "ArrowDown", does: "differences.keyNext", run: () => move(1) },
      { keys: "K", does: "differences.keyPrevious", run: () => move(-1) },
      { keys: "ArrowUp", does: "differences.keyPrevious", run: () => move(-1) },
      { keys: "Enter", does: "differences.keyInto", run: focusPassage },
      { keys: "O", does: "differences.openInText", run: () => chosen && go(passageHref(desk, chosen)) },
      {
        keys: "T",
        does: "differences.sameTheme",
        run: () => chosen && setQuery({ theme: state.theme ? undefined : chosen.theme }),
      },
      { keys: "D", does: "differences.defer", run: () => document.getElementById("defer")?.click() },
    ],
  });
  if (items.length === 0) return <NothingHere desk={desk} state={state} all={all} />;
  return (
    <>
      <ul ref={rows} role="listbox" aria-label={t("differences.list")} class="passages">
        {items.slice(0, shown).map((item) => (
          <Row key={passageKey(item)} desk={desk} item={item} isChosen={item === chosen} />
        ))}
      </ul>
      {total > drawn && (
        <Button onPress={showMore}>{t("differences.more", { n: Math.min(ROWS, total - drawn) })}</Button>
      )}
    </>
  );
}

function Row({ desk, item, isChosen }: { readonly desk: Desk; readonly item: Passage; readonly isChosen: boolean }) {
  const theme = themeOf(desk, item.theme);
  const state = stateOf(item, desk.settled.decisions);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a second way for the mouse; keys have J, K and the arrows
    <li
      role="option"
      class="passage-row"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={(event) => {
        setQuery({ at: passageKey(item) });
        event.currentTarget.focus();
      }}
    >
      <p class="passage-what">
        {theme && <ThemeShape theme={theme} themes={desk.themes} />}
        <strong>{themeName(desk, item.theme)}</strong>
        <span class="passage-place">
          <span>{desk.seen.study.transcripts.get(item.transcript)?.name}</span>, {item.segment.index + 1}
        </span>
      </p>
      <p class="passage-quote">{quoteIn(desk, item.transcript, quoted(item))}</p>
      <CoderMarks desk={desk} passage={item} />
      <p class="passage-kind">
        {kindName(item)}{" "}
        {state !== null && state !== "open" && <span class={`state-mark is-${state}`}>{stateName(item, desk)}</span>}
      </p>
    </li>
  );
}

function NothingHere({ desk, state, all }: { readonly desk: Desk; readonly state: QueueState; readonly all: number }) {
  const filters = chipsOf(desk, state).map(({ text }) => text);
  if (state.cell) return <Empty>{t("differences.noPassages")}</Empty>;
  if (all === 0 || filters.length === 0) return <Empty>{t("differences.nothing")}</Empty>;
  return (
    <Empty
      actions={
        <Button onPress={() => setQuery({ theme: undefined, kind: undefined, state: undefined, at: undefined })}>
          {t("differences.clear")}
        </Button>
      }
    >
      {t("differences.nothing")} {t("differences.nothingWith", { n: all, filters: filters.join(" · ") })}
    </Empty>
  );
}

function spoken(desk: Desk, item: Passage, at: number, n: number): string {
  return t("differences.status", { at, n, theme: themeName(desk, item.theme), place: placeName(desk, item) });
}

function focusPassage(): void {
  document.querySelector<HTMLElement>(".queue-passage h2")?.focus();
}
