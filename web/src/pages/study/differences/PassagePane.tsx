import { useRef } from "preact/hooks";
import type { Passage, PassageCoder } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Id, Segment } from "../../../model/entries";
import { isAssigned, reviewedStarts } from "../../../model/selectors";
import { Button, ButtonLink } from "../../../ui/Button";
import { useKeys } from "../../../ui/keys";
import { setQuery, to } from "../../../ui/router";
import { withQuery } from "../agreement/conditions";
import { lookOfTheme, nameOf, ThemeShape } from "../codebook/look";
import { DecisionNews } from "./DecisionNews";
import { DecisionPanel } from "./DecisionPanel";
import { spansWithin } from "./items";
import { CoderMark } from "./Marks";
import { coverage, pieces } from "./overlay";
import {
  around,
  canDecide,
  type Desk,
  entryText,
  kindName,
  memberName,
  placeName,
  quoteIn,
  textIn,
  themeName,
  themeOf,
} from "./queue";

/** Turns shown before and after the passage. */
const CONTEXT = 2;

interface PassagePaneProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly at: number;
  readonly of: number;
  readonly onNext: (() => void) | undefined;
}

/** A passage in its context, what each coder did there, the codebook's entry, and what was decided. */
export function PassagePane({ desk, passage, at, of, onNext }: PassagePaneProps) {
  const pane = useRef<HTMLElement>(null);
  const theme = themeOf(desk, passage.theme);
  useKeys({
    title: "differences.keysTitle",
    within: () => pane.current,
    bindings: [{ keys: "Escape", does: "differences.keyOut", run: focusList, whileTyping: true }],
  });
  return (
    <article ref={pane} class="queue-passage" aria-labelledby="passage">
      <header class="passage-head">
        <h2 id="passage" tabIndex={-1}>
          {theme && <ThemeShape theme={theme} themes={desk.themes} size={16} />} {themeName(desk, passage.theme)}{" "}
          <span class="quiet">
            {placeName(desk, passage)} · {kindName(passage)}
          </span>
        </h2>
        <span class="passage-at">
          {passage.kind !== null && canDecide(desk) && (
            <button type="button" class="link to-decision" onClick={focusDecision}>
              {t("differences.toDecision")}
            </button>
          )}
          <span class="badge">{t("differences.ofN", { at, n: of })}</span>
        </span>
      </header>
      <div class="passage-back">
        <Button onPress={() => setQuery({ at: undefined })}>{t("differences.back")}</Button>
      </div>
      <DecisionNews desk={desk} passage={passage} onNext={onNext} />
      <div class="passage-reading">
        <Context desk={desk} passage={passage} />
        <CoderRows desk={desk} passage={passage} />
        {theme && <Entry desk={desk} passage={passage} />}
        <div class="actions">
          <ButtonLink href={passageHref(desk, passage)} keys="O">
            {t("differences.openInText")}
          </ButtonLink>
        </div>
      </div>
      {passage.kind !== null && <DecisionPanel desk={desk} passage={passage} />}
    </article>
  );
}

/** The passage within the transcript, with the marks of those who differ. */
export function passageHref({ seen, round }: Pick<Desk, "seen" | "round">, passage: Passage): string {
  const path = to("roundTranscript", {
    study: seen.study.study,
    round: round.round,
    transcript: passage.transcript,
  });
  return withQuery(path, { theme: passage.theme, at: String(passage.segment.index + 1) });
}

function Context({ desk, passage }: { readonly desk: Desk; readonly passage: Passage }) {
  const text = textIn(desk, passage.transcript);
  if (!text) return <p class="quiet">{t("differences.reading")}</p>;
  return (
    <ol class="turns passage-context">
      {around(text, passage.segment.index, CONTEXT).map(({ segment, at }) => (
        <li key={segment.start} class={`turn ${at === passage.segment.index ? "is-here" : "is-around"}`}>
          <span class="turn-n">{at + 1}</span>
          {segment.speaker && <p class="turn-who">{segment.speaker}</p>}
          {at === passage.segment.index ? (
            <MarkedText desk={desk} passage={passage} segment={segment} text={text.text} />
          ) : (
            <p class="turn-text">{text.text.slice(segment.start, segment.end)}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MarkedTextProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly segment: Segment;
  readonly text: string;
}

function MarkedText({ desk, passage, segment, text }: MarkedTextProps) {
  const marks = passage.coders.map((coder) => ({ coder: coder.member, spans: spansWithin(coder, segment) }));
  const theme = themeOf(desk, passage.theme);
  return (
    <p class={`turn-text slot-${theme ? lookOfTheme(theme, desk.themes).colour : "none"}`} data-start={segment.start}>
      {pieces(segment, coverage(segment, marks)).map(({ start, end, covered }) =>
        covered ? (
          <mark
            key={start}
            class={`diff-${covered.level}`}
            title={covered.coders.map((coder) => memberName(desk, coder)).join(", ")}
          >
            {text.slice(start, end)}
          </mark>
        ) : (
          text.slice(start, end)
        ),
      )}
    </p>
  );
}

/** Each coder that the passage compares: the theme with what was marked, another theme, or left out; and who did not review it. */
function CoderRows({ desk, passage }: { readonly desk: Desk; readonly passage: Passage }) {
  const byMember = new Map(passage.coders.map((coder) => [coder.member, coder]));
  const work = desk.seen.view.work(desk.round.round).value;
  const hasNotReviewed = (member: Id): boolean =>
    isAssigned(desk.round, member, passage.transcript) &&
    !reviewedStarts(work, passage.transcript, member).has(passage.segment.start);
  return (
    <dl class="coder-rows">
      {desk.coders
        .filter((member) => byMember.has(member) || hasNotReviewed(member))
        .map((member) => {
          const coder = byMember.get(member);
          return (
            <div key={member}>
              <dt>
                {coder && <CoderMark desk={desk} passage={passage} coder={coder} />} {memberName(desk, member)}
              </dt>
              {coder ? (
                <Did desk={desk} passage={passage} coder={coder} />
              ) : (
                <dd class="quiet">{t("differences.notReviewed")}</dd>
              )}
            </div>
          );
        })}
    </dl>
  );
}

interface DidProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly coder: PassageCoder;
}

function Did({ desk, passage, coder }: DidProps) {
  if (coder.applied) {
    return (
      <dd>
        <ThemeTag desk={desk} theme={passage.theme} />
        {spansWithin(coder, passage.segment).map((span) => (
          <q key={span.start} class="quote-line">
            {quoteIn(desk, passage.transcript, span)}
          </q>
        ))}
      </dd>
    );
  }
  return (
    <dd>
      <span class="quiet">{t("differences.leftOut")}</span>{" "}
      <span class="instead">
        {coder.instead.map((theme) => (
          <ThemeTag key={theme} desk={desk} theme={theme} />
        ))}
      </span>
    </dd>
  );
}

function ThemeTag({ desk, theme: id }: { readonly desk: Desk; readonly theme: string }) {
  const theme = themeOf(desk, id);
  if (!theme) return null;
  return (
    <span class={`theme-tag slot-${lookOfTheme(theme, desk.themes).colour}`}>
      <ThemeShape theme={theme} themes={desk.themes} size={10} /> {nameOf(theme)}
    </span>
  );
}

function Entry({ desk, passage }: { readonly desk: Desk; readonly passage: Passage }) {
  const theme = themeOf(desk, passage.theme);
  if (!theme) return null;
  const texts = (["definition", "include", "exclude"] as const).filter((field) => entryText(theme, field) !== "");
  return (
    <section class="passage-entry">
      <dl>
        {texts.map((field) => (
          <div key={field}>
            <dt>{t(`codebook.${field}`)}</dt>
            <dd>{entryText(theme, field)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {t("differences.entryOf", { version: desk.codebook?.version ?? 0, theme: nameOf(theme) })}.{" "}
        <a href={to("theme", { study: desk.seen.study.study, theme: theme.theme })}>{t("differences.fullEntry")}</a>
      </p>
    </section>
  );
}

function focusDecision(): void {
  document.getElementById("decision")?.focus();
}

function focusList(): void {
  document.querySelector<HTMLElement>(".passages [aria-selected=true]")?.focus();
}
