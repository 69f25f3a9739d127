import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import type { Coding, Segment, Span } from "../../model/entries";
import { type Highlights, hasHighlights, type Painted } from "../../text/highlights";
import type { Nearby } from "../../text/nearby";
import { washesOf } from "../../text/washes";
import { toggleReview } from "./acts";
import { Checks } from "./Checks";
import { CodingChips } from "./CodingChips";
import type { Desk } from "./desk";
import { Lanes } from "./Lanes";

export interface Paper {
  readonly desk: Desk;
  readonly nearby: Nearby;
  readonly highlights: Highlights;
}

interface TurnProps {
  readonly paper: Paper;
  readonly index: number;
  readonly segment: Segment;
  readonly codings: readonly Coding[];
  readonly isHere: boolean;
  readonly isReviewed: boolean;
  readonly isInScope: boolean;
  /** Codings that the stream has not brought back yet; empty where none of this turn's is among them. */
  readonly pending: ReadonlySet<string>;
  /** What is marked, while the mark touches this turn. */
  readonly mark: Span | null;
}

/** One base segment: number and tick, speaker, text, and near the screen its washes and lanes. */
export function Turn({ paper, index, segment, codings, isHere, isReviewed, isInScope, pending, mark }: TurnProps) {
  const { desk, nearby, highlights } = paper;
  const item = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLParagraphElement>(null);
  const [isNear, setNear] = useState(false);
  const quote = desk.quote(segment);
  const isInterviewer = desk.speakerRole(segment) === "interviewer";

  useLayoutEffect(() => (item.current ? nearby.watch(item.current, setNear) : undefined), [nearby]);
  useLayoutEffect(() => {
    const element = text.current;
    if (!element || !isNear || !hasHighlights) return;
    highlights.paint(element, paintedOn(desk, segment, codings, mark, pending));
    return () => highlights.clear(element);
  }, [isNear, codings, mark, pending, highlights, desk, segment]);

  const painted = isNear && !hasHighlights ? paintedOn(desk, segment, codings, mark, pending) : [];
  return (
    <div
      ref={item}
      role="listitem"
      id={`u${index + 1}`}
      class={`turn ${isHere ? "is-here" : ""} ${isInterviewer ? "is-aside" : ""}`}
      data-index={index}
      tabIndex={isHere ? 0 : -1}
      aria-label={turnName(desk, index, segment, codings, isReviewed, isInScope)}
      aria-describedby={`t${index}`}
      aria-current={isHere ? "true" : undefined}
    >
      <div class="turn-side">
        {isInScope && <Tick desk={desk} index={index} isReviewed={isReviewed} />}
        <span class="turn-number">{index + 1}</span>
      </div>
      <div class="turn-body">
        {segment.speaker !== null && <p class="turn-speaker">{segment.speaker}</p>}
        {isHere && desk.readOnly.value === null && (
          <button type="button" class="link turn-apply" tabIndex={-1} onClick={() => desk.startSearching()}>
            {t("coding.applyTheme")}
          </button>
        )}
        <p ref={text} id={`t${index}`} class="turn-text" data-start={segment.start}>
          {painted.length === 0 ? quote : split(quote, segment.start, painted)}
        </p>
        <Checks desk={desk} codings={codings} />
        {isNear && codings.length > 0 && <CodingChips desk={desk} codings={codings} />}
      </div>
      {isNear && codings.length > 0 && (
        <Lanes desk={desk} codings={codings} pending={pending} segment={segment} text={text} />
      )}
    </div>
  );
}

function Tick({ desk, index, isReviewed }: { desk: Desk; index: number; isReviewed: boolean }) {
  const label = t(isReviewed ? "coding.clearReviewed" : "coding.markReviewed", { turn: index + 1 });
  if (desk.readOnly.value) return <span class={`tick ${isReviewed ? "is-done" : ""}`} />;
  return (
    <button
      type="button"
      class={`tick ${isReviewed ? "is-done" : ""}`}
      tabIndex={-1}
      aria-label={label}
      aria-pressed={isReviewed}
      onClick={() => toggleReview(desk, index)}
    />
  );
}

function turnName(
  desk: Desk,
  index: number,
  segment: Segment,
  codings: readonly Coding[],
  isReviewed: boolean,
  isInScope: boolean,
): string {
  const state = t(isReviewed ? "coding.stateReviewed" : isInScope ? "coding.stateUnreviewed" : "coding.stateOutside");
  const place =
    segment.speaker === null
      ? t("coding.paragraphName", { turn: index + 1, state })
      : t("coding.turnName", { turn: index + 1, speaker: segment.speaker, state });
  const me = desk.me.value;
  const themes = codings.map(({ theme, coder, anchor }) => {
    const name = desk.nameOf(theme);
    const whose = coder === me ? name : t("coding.codingBy", { theme: name, coder: desk.memberName(coder) });
    return anchor ? t("coding.toCheckNamed", { theme: whose }) : whose;
  });
  return [place, ...new Set(themes)].join(", ");
}

function paintedOn(
  desk: Desk,
  segment: Segment,
  codings: readonly Coding[],
  mark: Span | null,
  pending: ReadonlySet<string>,
): readonly Painted[] {
  const washes = washesOf(segment, codings).map(({ theme, start, end }) => ({
    start,
    end,
    name: theme === "several" ? "wash-several" : `wash-${desk.look(desk.theme(theme)).colour}`,
  }));
  const toCheck = codings.filter(({ anchor }) => anchor).map((it) => ({ ...clip(it, segment), name: "wash-check" }));
  const waiting = codings
    .filter(({ coding }) => pending.has(coding))
    .map((it) => ({ ...clip(it, segment), name: "wash-pending" }));
  const focus = mark ? [{ ...clip(mark, segment), name: "wash-focus" }] : [];
  return [...washes, ...toCheck, ...waiting, ...focus].filter(({ start, end }) => start < end);
}

function clip(span: Span, within: Span): Span {
  return { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) };
}

/** The fall-back for browsers without highlights: the text cut at every edge, each piece in the classes that lie on it. */
function split(quote: string, from: number, painted: readonly Painted[]) {
  const edges = [...new Set([from, from + quote.length, ...painted.flatMap(({ start, end }) => [start, end])])];
  edges.sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] ?? start;
    const names = painted.filter((it) => it.start <= start && end <= it.end).map(({ name }) => name);
    const piece = quote.slice(start - from, end - from);
    return names.length === 0 ? piece : <mark class={names.join(" ")}>{piece}</mark>;
  });
}
