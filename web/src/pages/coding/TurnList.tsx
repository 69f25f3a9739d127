import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../../i18n";
import type { Coding, Span } from "../../model/entries";
import { overlaps } from "../../model/selectors";
import { selectedSpan } from "../../text/dom";
import { Highlights } from "../../text/highlights";
import { Nearby } from "../../text/nearby";
import { snapToLetters, snapToWords, wordsIn } from "../../text/words";
import type { Desk } from "./desk";
import { type Paper, Turn } from "./Turn";

/** So many turns are laid out together or, far from the screen, not at all. */
const BLOCK = 40;
const NO_CODINGS: readonly Coding[] = [];
const NONE_PENDING: ReadonlySet<string> = new Set();

/** The transcript: a list of units with one tab stop, selection by mouse and touch. */
export function TurnList({ desk }: { readonly desk: Desk }) {
  const list = useRef<HTMLOListElement>(null);
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
  const { segments } = desk.text;
  const starts = Array.from({ length: Math.ceil(segments.length / BLOCK) }, (_, i) => i * BLOCK);
  const here = desk.at.value;
  const lit = desk.lit.value;
  const mark = lit ?? desk.span.value;
  const placed = desk.placed.value;
  const reviewed = desk.reviewed.value;
  const pending = desk.pendingCodings.value;
  return (
    <ol
      ref={list}
      class="turns"
      aria-label={t("coding.units", { transcript: desk.transcript.value?.name ?? "" })}
      onPointerUp={(event) => onPointerUp(desk, list.current, event)}
    >
      {starts.map((from) => {
        const whole = segments.slice(from, from + BLOCK);
        const [first, last] = [whole[0], whole.at(-1)];
        const touches = mark && first && last && overlaps(mark, { start: first.start, end: last.end });
        return (
          <Block
            key={from}
            paper={paper}
            from={from}
            here={here >= from && here < from + BLOCK ? here : -1}
            mark={touches ? mark : null}
            placed={placed}
            pending={pending}
            reviewed={reviewed}
            inScope={desk.inScope.value}
          />
        );
      })}
    </ol>
  );
}

interface BlockProps {
  readonly paper: Paper;
  readonly from: number;
  readonly here: number;
  readonly mark: Span | null;
  readonly placed: readonly (readonly Coding[])[];
  readonly pending: ReadonlySet<string>;
  readonly reviewed: ReadonlySet<number>;
  readonly inScope: readonly boolean[];
}

function Block({ paper, from, here, mark, placed, pending, reviewed, inScope }: BlockProps) {
  const segments = paper.desk.text.segments.slice(from, from + BLOCK);
  const lines = segments.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / 70), 0);
  return (
    <div
      class="turn-block"
      role="presentation"
      style={{ containIntrinsicBlockSize: `auto ${lines * 28 + segments.length * 44}px` }}
    >
      {segments.map((segment, i) => {
        const index = from + i;
        const codings = placed[index] ?? NO_CODINGS;
        return (
          <Turn
            key={segment.start}
            paper={paper}
            index={index}
            segment={segment}
            codings={codings}
            isHere={here === index}
            isReviewed={reviewed.has(segment.start)}
            isInScope={inScope[index] ?? true}
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
  useLayoutEffect(() => {
    const unit = list.current?.querySelector<HTMLElement>(`[data-index="${here}"]`);
    if (!unit) return;
    const focus = document.activeElement;
    const isFree = focus === null || focus === document.body || list.current?.contains(focus) || !focus.isConnected;
    if (!isSearching && (isFree || isFirst.current)) unit.focus({ preventScroll: true });
    unit.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
    isFirst.current = false;
    // Blocks that were skipped take their true height only now: the first jump lands beside the place.
    const again = requestAnimationFrame(() => unit.scrollIntoView({ block: "nearest" }));
    return () => cancelAnimationFrame(again);
  }, [here, isSearching, list]);
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
