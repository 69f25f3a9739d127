import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../../i18n";
import type { Coding, Span } from "../../model/entries";
import { overlaps } from "../../model/selectors";
import { selectedSpan } from "../../text/dom";
import { Highlights } from "../../text/highlights";
import { Nearby } from "../../text/nearby";
import { snapToLetters, snapToWords, wordsIn } from "../../text/words";
import type { Desk, Held, SegmentBlock } from "./desk";
import { type Paper, Turn } from "./Turn";

const NO_CODINGS: readonly Coding[] = [];
const NONE_PLACED: readonly (readonly Coding[])[] = [];
const NONE_PENDING: ReadonlySet<string> = new Set();

/** The transcript: a list of units with one tab stop, selection by mouse and touch. */
export function TurnList({ desk }: { readonly desk: Desk }) {
  const list = useRef<HTMLDivElement>(null);
  const paper = useMemo<Paper>(() => ({ desk, nearby: new Nearby(), highlights: new Highlights() }), [desk]);
  useEffect(
    () => () => {
      paper.nearby.stop();
      paper.highlights.clearAll();
    },
    [paper],
  );
  useFollowLayout(desk, list);
  useFollowFocus(desk, list);
  const here = desk.at.value;
  const lit = desk.lit.value;
  const mark = lit ?? desk.span.value;
  const placed = desk.placedInBlocks.value;
  const reviewed = desk.reviewed.value;
  const pending = desk.pendingCodings.value;
  return (
    // Not an ol: between it and its items no blocks may stand.
    <div
      ref={list}
      role="list"
      class="turns"
      style={{ "--lanes": desk.lanes.value.length }}
      aria-label={t("coding.units", { transcript: desk.transcript.value?.name ?? "" })}
      onPointerUp={(event) => onPointerUp(desk, list.current, event)}
    >
      {desk.blocks.map((block, i) => {
        const codings = placed[i] ?? NONE_PLACED;
        const hasPending = pending.size > 0 && codings.some((turn) => turn.some(({ coding }) => pending.has(coding)));
        return (
          <Block
            key={block.from}
            paper={paper}
            block={block}
            here={here >= block.from && here < block.from + block.segments.length ? here : -1}
            mark={mark && overlaps(mark, block) ? mark : null}
            placed={codings}
            pending={hasPending ? pending : NONE_PENDING}
            reviewed={block.segments.map(({ start }) => (reviewed.has(start) ? "1" : "0")).join("")}
            inScope={desk.inScope.value}
          />
        );
      })}
    </div>
  );
}

interface BlockProps {
  readonly paper: Paper;
  readonly block: SegmentBlock;
  readonly here: number;
  readonly mark: Span | null;
  readonly placed: readonly (readonly Coding[])[];
  readonly pending: ReadonlySet<string>;
  /** A 1 for each turn that is reviewed: a text, so that a block of which nothing changed is not drawn anew. */
  readonly reviewed: string;
  readonly inScope: readonly boolean[];
}

function Block({ paper, block, here, mark, placed, pending, reviewed, inScope }: BlockProps) {
  const { from, segments } = block;
  const lines = segments.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 70), 0);
  return (
    <div
      class="turn-block"
      role="presentation"
      style={{ containIntrinsicBlockSize: `auto ${lines * 28 + segments.length * 44}px` }}
    >
      {segments.map((segment, i) => {
        const codings = placed[i] ?? NO_CODINGS;
        return (
          <Turn
            key={from + i}
            paper={paper}
            index={from + i}
            segment={segment}
            codings={codings}
            isHere={here === from + i}
            isReviewed={reviewed[i] === "1"}
            isInScope={inScope[from + i] ?? true}
            pending={codings.some(({ coding }) => pending.has(coding)) ? pending : NONE_PENDING}
            mark={mark && overlaps(mark, segment) ? mark : null}
          />
        );
      })}
    </div>
  );
}

/** Lines move when the width or the size of letters changes, or when a font comes. */
function useFollowLayout(desk: Desk, list: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let width = 0;
    const moved = (): void => void desk.layout.value++;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      if (now !== width) moved();
      width = now;
    });
    if (list.current) observer.observe(list.current);
    void document.fonts.ready.then(moved);
    return () => observer.disconnect();
  }, [desk, list]);
}

/** The unit in focus is on the screen, and has the browser's focus while that is in the text or nowhere. */
function useFollowFocus(desk: Desk, list: { readonly current: HTMLElement | null }): void {
  const here = desk.at.value;
  const isSearching = desk.isSearching.value;
  const isFirst = useRef(true);
  const shown = useRef(desk);
  const wasSearching = useRef(false);
  useLayoutEffect(() => {
    const unit = list.current?.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (!unit) return;
    const focus = document.activeElement;
    const isFree = focus === null || focus === document.body || list.current?.contains(focus) || !focus.isConnected;
    const isBack = wasSearching.current && !isSearching;
    wasSearching.current = isSearching;
    if (!isSearching && (isFree || isFirst.current || isBack)) unit.focus({ preventScroll: true });
    const isCorrected = shown.current !== desk;
    shown.current = desk;
    if (isCorrected) return holdPlace(list.current, desk.held);
    unit.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
    isFirst.current = false;
    // Blocks that were skipped take their true height only now: the first jump lands beside the place.
    const again = requestAnimationFrame(() => unit.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(again);
  }, [desk, here, isSearching, list]);
}

/** The first turn that can be seen whole or in part under the head of the page. */
export function turnOnTop(): Held | null {
  const list = document.querySelector(".turns")?.getBoundingClientRect();
  if (!list) return null;
  const over = [...document.querySelectorAll(".page-head, .on-top")].map((it) => it.getBoundingClientRect().bottom);
  for (let y = Math.max(list.top, ...over) + 4; y < innerHeight; y += 24) {
    const turn = document.elementsFromPoint(list.left + 80, y).find((it) => it.classList.contains("turn"));
    if (turn instanceof HTMLElement)
      return { index: Number(turn.dataset.index), top: turn.getBoundingClientRect().top };
  }
  return null;
}

/** The text was replaced under the reader: the turn on top stays there. Blocks that were skipped take their true height only later. */
function holdPlace(list: HTMLElement | null, held: Held | null): (() => void) | undefined {
  const turn = held && list?.querySelector(`[data-index="${held.index}"]`);
  if (!turn) return undefined;
  const hold = (): void => scrollBy({ top: turn.getBoundingClientRect().top - held.top, behavior: "instant" });
  hold();
  const again = requestAnimationFrame(hold);
  return () => cancelAnimationFrame(again);
}

/** Text was selected: it becomes the mark, snapped. Or a unit was pressed: it has the focus. */
function onPointerUp(desk: Desk, list: HTMLElement | null, event: PointerEvent): void {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>(".turn") : null;
  const selection = getSelection();
  const isInControl = event.target instanceof Element && event.target.closest("button, .bar-of-lane") !== null;
  if (isInControl) return;
  if (list && selection && !selection.isCollapsed && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    const texts = [...list.querySelectorAll<HTMLElement>(".turn-text")].filter((it) => range.intersectsNode(it));
    const loose = selectedSpan(range, texts);
    const first = texts.findIndex(
      (it) => loose && Number(it.dataset.start) + (it.textContent?.length ?? 0) > loose.start,
    );
    const index = Number(texts[first]?.closest<HTMLElement>(".turn")?.dataset.index ?? -1);
    const span = loose && snapped(desk, loose, event.altKey);
    if (span && index >= 0) {
      selection.removeAllRanges();
      desk.mark(span, index);
      if (desk.readOnly.peek() === null) desk.isOffering.value = true;
      return;
    }
  }
  const index = Number(pressed?.dataset.index ?? -1);
  if (index < 0) return;
  desk.goTo(index);
  if (event.pointerType === "touch" && desk.readOnly.peek() === null) desk.isSheetOpen.value = true;
}

function snapped(desk: Desk, loose: Span, byLetters: boolean): Span | null {
  const text = desk.quote(loose);
  if (byLetters) return snapToLetters(text, loose, loose.start);
  const touched = desk.text.segments.filter((segment) => overlaps(segment, loose));
  return snapToWords(
    touched.flatMap((segment) => wordsIn(desk.quote(segment), segment.start)),
    loose,
  );
}
