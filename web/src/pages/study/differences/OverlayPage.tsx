import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { list, t } from "../../../i18n";
import type { Coding, Id, Round, Segment, TranscriptText } from "../../../model/entries";
import { codingsIn, inTree, overlaps, reviewedStarts } from "../../../model/selectors";
import { rangeIn } from "../../../text/dom";
import { Nearby } from "../../../text/nearby";
import { say } from "../../../ui/announce";
import { Checkbox, Select } from "../../../ui/Field";
import { useKeys } from "../../../ui/keys";
import { Page } from "../../../ui/Page";
import { Pattern, patternOf } from "../../../ui/Pattern";
import { address, go, setQuery, to } from "../../../ui/router";
import { Closed } from "../agreement/AgreementPage";
import { accessTo, opensPassages } from "../agreement/access";
import { queueHref, withQuery } from "../agreement/conditions";
import { lookOfTheme, nameOf } from "../codebook/look";
import type { Seen, StudyPageProps } from "../inStudy";
import { RoundChoice } from "../RoundChoice";
import { coverage, type Level, levelOf, pieces } from "./overlay";
import { type Desk, deskOf, memberName, textIn } from "./queue";

/** `/s/:study/r/:round/t/:transcript`: what only one, several or all of some coders marked with a theme. */
export function OverlayPage({ route, seen }: StudyPageProps<"roundTranscript">) {
  const round = seen.study.rounds.get(route.round);
  const isPinned = round?.transcripts.some(({ transcript }) => transcript === route.transcript);
  if (!round || !isPinned) return <Absent />;
  const name = seen.study.transcripts.get(route.transcript)?.name ?? "";
  const title = t("differences.overlayTitle", { transcript: name, round: round.name });
  if (!opensPassages(accessTo(round, seen.me))) {
    const choice = <RoundOfText seen={seen} round={round} transcript={route.transcript} />;
    return <Closed {...{ title, seen, round, choice }} />;
  }
  return <Overlay key={route.transcript} title={title} seen={seen} round={round} transcript={route.transcript} />;
}

interface RoundOfTextProps {
  readonly seen: Seen;
  readonly round: Round;
  readonly transcript: Id;
  readonly theme?: Id | undefined;
}

/** The same theme in another round: in the same transcript if that has it, else in its first. */
function RoundOfText({ seen, round, transcript, theme }: RoundOfTextProps) {
  const hrefOf = (other: Round) => {
    const pinned = other.transcripts.find((it) => it.transcript === transcript) ?? other.transcripts[0];
    const names = { study: seen.study.study, round: other.round, transcript: pinned?.transcript ?? transcript };
    return withQuery(to("roundTranscript", names), { theme });
  };
  return <RoundChoice seen={seen} round={round} hrefOf={hrefOf} />;
}

interface OverlayProps {
  readonly title: string;
  readonly seen: Seen;
  readonly round: Round;
  readonly transcript: Id;
}

function Overlay({ title, seen, round, transcript }: OverlayProps) {
  const desk = deskOf(seen, round);
  const { query } = address.value;
  const themes = inTree(desk.themes)
    .map(({ theme }) => theme)
    .filter((theme) => theme.codable);
  const theme = themes.find(({ theme: id }) => id === query.get("theme")) ?? themes[0];
  const wanted = query.get("coders")?.split(".");
  const coders = desk.coders.filter((coder) => wanted?.includes(coder) ?? true);
  const text = textIn(desk, transcript);
  const work = seen.view.work(round.round).value;
  const codings = useMemo(
    () => codingsIn(work, transcript).filter((it) => it.theme === theme?.theme && coders.includes(it.coder)),
    [work, transcript, theme, coders.join()],
  );
  const toggle = (coder: Id) => {
    const chosen = desk.coders.filter((it) => (it === coder ? !coders.includes(it) : coders.includes(it)));
    setQuery({ coders: chosen.length === desk.coders.length ? undefined : chosen.join(".") });
  };
  const toTranscript = (id: Id) =>
    go(
      withQuery(to("roundTranscript", { study: seen.study.study, round: round.round, transcript: id }), {
        theme: theme?.theme,
        coders: query.get("coders") ?? undefined,
      }),
    );
  return (
    <Page
      title={title}
      aside={
        <div class="page-aside">
          <RoundOfText seen={seen} round={round} transcript={transcript} theme={theme?.theme} />
          <a href={queueHref(seen.study.study, round, { ...round, scope: "theme" }, { theme: theme?.theme })}>
            {t("common.queue")}
          </a>
        </div>
      }
    >
      <section class="overlay-what card" aria-label={t("differences.overlayWhat")}>
        <Select
          label={t("differences.transcriptOf")}
          value={transcript}
          options={round.transcripts.map((pinned) => ({
            value: pinned.transcript,
            label: seen.study.transcripts.get(pinned.transcript)?.name ?? "",
          }))}
          onChange={toTranscript}
        />
        {theme && (
          <Select
            label={t("differences.theme")}
            value={theme.theme}
            options={themes.map((it) => ({ value: it.theme, label: nameOf(it) }))}
            onChange={(id) => setQuery({ theme: id })}
          />
        )}
        <fieldset class="overlay-coders">
          <legend>{t("differences.coders")}</legend>
          {desk.coders.map((coder) => (
            <Checkbox
              key={coder}
              checked={coders.includes(coder)}
              onChange={() => toggle(coder)}
              label={
                <>
                  <Pattern pattern={patternOf(desk.coders.indexOf(coder) + 1)} /> {memberName(desk, coder)}
                </>
              }
            />
          ))}
        </fieldset>
        <Legend slot={theme ? lookOfTheme(theme, desk.themes).colour : 1} />
      </section>
      {text ? (
        <Paper {...{ desk, text, codings, coders }} slot={theme ? lookOfTheme(theme, desk.themes).colour : 1} />
      ) : (
        <p class="quiet">{t("differences.reading")}</p>
      )}
    </Page>
  );
}

/** Colour and line say the same: dotted, dashed, solid. */
function Legend({ slot }: { readonly slot: number }) {
  const words: Record<Level, string> = {
    one: t("differences.levelOne"),
    several: t("differences.levelSeveral"),
    all: t("differences.levelAll"),
  };
  return (
    <ul class={`diff-legend slot-${slot}`} aria-label={t("differences.legend")}>
      {(["one", "several", "all"] as const).map((level) => (
        <li key={level}>
          <mark class={`diff-${level}`}>{words[level]}</mark>
        </li>
      ))}
    </ul>
  );
}

interface PaperProps {
  readonly desk: Desk;
  readonly text: TranscriptText;
  readonly codings: readonly Coding[];
  readonly coders: readonly Id[];
  readonly slot: number;
}

interface Place {
  readonly segment: Segment;
  readonly codings: readonly Coding[];
  readonly reviewed: readonly Id[];
  /** Those who reviewed it and marked it: what others marked there counts nowhere. */
  readonly marked: readonly Id[];
  /** How many who reviewed it marked it; null where nobody did. */
  readonly level: Level | null;
}

function Paper({ desk, text, codings, coders, slot }: PaperProps) {
  const rows = useRef<HTMLOListElement>(null);
  const nearby = useMemo(() => new Nearby(), []);
  useEffect(() => () => nearby.stop(), [nearby]);
  const work = desk.seen.view.work(desk.round.round).value;
  const places = useMemo(
    () => placesOf(text, codings, coders, (coder) => reviewedStarts(work, text.transcript, coder)),
    [text, codings, coders.join(), work],
  );
  const at = Math.max(0, Number(address.value.query.get("at") ?? 1) - 1);
  const differing = places.flatMap(({ level }, i) => (level !== null && level !== "all" ? [i] : []));
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const turn = rows.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    turn?.scrollIntoView({ block: isFirst.current ? "center" : "nearest" });
    turn?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [at]);
  const move = (by: 1 | -1) => {
    const next = by > 0 ? differing.find((i) => i > at) : differing.findLast((i) => i < at);
    if (next === undefined) return;
    setQuery({ at: String(next + 1) });
    say(t("differences.turnSpoken", { turn: next + 1, what: whatAt(desk, places[next]) }));
  };
  useKeys({
    title: "differences.keysTitle",
    within: () => rows.current,
    bindings: [
      { keys: "D", does: "differences.keyNextDifference", run: () => move(1) },
      { keys: "J", does: "differences.keyNextDifference", run: () => move(1) },
      { keys: "Shift D", does: "differences.keyPreviousDifference", run: () => move(-1) },
      { keys: "K", does: "differences.keyPreviousDifference", run: () => move(-1) },
    ],
  });
  return (
    <>
      <p class="quiet">{t("differences.nDifferences", { n: differing.length })}</p>
      <ol ref={rows} class={`turns overlay slot-${slot}`} style={{ "--lanes": coders.length }}>
        <li class="overlay-heads" aria-hidden="true">
          {coders.map((coder) => (
            <span key={coder}>
              <Pattern pattern={patternOf(desk.coders.indexOf(coder) + 1)} height={9} />
              <span class="overlay-name">{memberName(desk, coder)}</span>
            </span>
          ))}
        </li>
        {places.map((place, i) => (
          <Turn
            key={place.segment.start}
            {...{ desk, text, place, coders, slot, nearby }}
            index={i}
            isHere={i === at}
          />
        ))}
      </ol>
    </>
  );
}

interface TurnProps {
  readonly desk: Desk;
  readonly text: TranscriptText;
  readonly place: Place;
  readonly coders: readonly Id[];
  readonly slot: number;
  readonly nearby: Nearby;
  readonly index: number;
  readonly isHere: boolean;
}

function Turn({ desk, text, place, coders, slot, nearby, index, isHere }: TurnProps) {
  const item = useRef<HTMLLIElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const [isNear, setNear] = useState(false);
  const { segment, codings } = place;
  useLayoutEffect(() => (item.current ? nearby.watch(item.current, setNear) : undefined), [nearby]);
  const marks = coders.map((coder) => ({ coder, spans: codings.filter((it) => it.coder === coder) }));
  const what = whatAt(desk, place);
  return (
    <li
      ref={item}
      class={`turn ${isHere ? "is-here" : ""}`}
      data-index={index}
      tabIndex={isHere ? 0 : -1}
      aria-label={t("differences.turnSpoken", { turn: index + 1, what })}
    >
      <span class="turn-n">{index + 1}</span>
      <div>
        <p class="turn-who">
          {segment.speaker} {what && <span class="overlay-note">{what}</span>}
        </p>
        <p ref={words} class="turn-text" data-start={segment.start}>
          {pieces(segment, coverage(segment, marks)).map(({ start, end, covered }) =>
            covered ? (
              <mark key={start} class={`diff-${covered.level}`}>
                {text.text.slice(start, end)}
              </mark>
            ) : (
              text.text.slice(start, end)
            ),
          )}
        </p>
      </div>
      <div class="overlay-lanes" aria-hidden="true">
        {isNear && codings.length > 0 && <Lanes {...{ desk, codings, coders, slot, segment }} text={words} />}
      </div>
    </li>
  );
}

interface LanesProps {
  readonly desk: Desk;
  readonly codings: readonly Coding[];
  readonly coders: readonly Id[];
  readonly slot: number;
  readonly segment: Segment;
  readonly text: { readonly current: HTMLElement | null };
}

/** A bar per mark beside the lines it covers, in the lane of its coder. */
function Lanes({ desk, codings, coders, slot, segment, text }: LanesProps) {
  const [bars, setBars] = useState<readonly { coding: Coding; top: number; height: number }[]>([]);
  useLayoutEffect(() => {
    const element = text.current;
    const origin = element?.closest(".turn")?.getBoundingClientRect().top ?? 0;
    setBars(
      codings.flatMap((coding) => {
        const span = { start: Math.max(coding.start, segment.start), end: Math.min(coding.end, segment.end) };
        const box = element && rangeIn(element, span)?.getBoundingClientRect();
        return box ? [{ coding, top: box.top - origin, height: Math.max(12, box.height) }] : [];
      }),
    );
  }, [codings, segment, coders.length]);
  return (
    <>
      {bars.map(({ coding, top, height }) => (
        <span
          key={coding.coding}
          class="overlay-bar"
          style={{ top: `${top}px`, "--lane-at": coders.indexOf(coding.coder) }}
        >
          <Pattern
            pattern={patternOf(desk.coders.indexOf(coding.coder) + 1)}
            colour={slot}
            height={Math.round(height)}
          />
        </span>
      ))}
    </>
  );
}

function placesOf(
  text: TranscriptText,
  codings: readonly Coding[],
  coders: readonly Id[],
  startsOf: (coder: Id) => ReadonlySet<number>,
): readonly Place[] {
  const reviewed = new Map(coders.map((coder) => [coder, startsOf(coder)]));
  return text.segments.map((segment) => {
    const here = codings.filter((coding) => overlaps(coding, segment));
    const looked = coders.filter((coder) => reviewed.get(coder)?.has(segment.start));
    const marked = looked.filter((coder) => here.some((coding) => coding.coder === coder));
    const level = marked.length === 0 ? null : levelOf(marked.length, looked.length);
    return { segment, codings: here, reviewed: looked, marked, level };
  });
}

/** "Differ: Ani, Budi of 3"; nothing where nobody marked it. */
function whatAt(desk: Desk, place: Place | undefined): string {
  if (!place || place.level === null) return "";
  if (place.level === "all") return t("differences.allHere");
  const names = list(place.marked.map((coder) => memberName(desk, coder)));
  return t("differences.differsHere", { names, of: place.reviewed.length });
}
