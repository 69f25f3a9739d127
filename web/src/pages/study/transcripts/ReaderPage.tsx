import { useEffect, useRef } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import { t } from "../../../i18n";
import type { Transcript, TranscriptText } from "../../../model/entries";
import { isAssigned, roleOf } from "../../../model/selectors";
import { ButtonLink } from "../../../ui/Button";
import { ErrorNotice } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address, to } from "../../../ui/router";
import { roundsInOrder, type Seen, type StudyPageProps } from "../inStudy";
import { kindOf } from "./speakers";
import { useText } from "./useText";

/** A transcript to read, without anybody's codings. */
export function ReaderPage({ route, seen }: StudyPageProps<"transcript">) {
  const transcript = seen.study.transcripts.get(route.transcript);
  return transcript ? <Reader seen={seen} transcript={transcript} /> : <Absent />;
}

function Reader({ seen, transcript }: { readonly seen: Seen; readonly transcript: Transcript }) {
  const study = seen.study.study;
  const { name, version, segments: n } = transcript;
  const { answer, retry } = useText(study, transcript.transcript, version);
  const round = roundsInOrder(seen.study).find(
    (each) => each.phase === "coding" && isAssigned(each, seen.me.member, transcript.transcript),
  );
  const acts = (
    <div class="actions">
      {round && (
        <ButtonLink href={to("coding", { study, round: round.round, transcript: transcript.transcript })}>
          {t("transcripts.codeIn", { round: round.name })}
        </ButtonLink>
      )}
      {seen.isLead && (
        <ButtonLink href={to("correction", { study, transcript: transcript.transcript })}>
          {t("transcripts.correct")}
        </ButtonLink>
      )}
    </div>
  );
  return (
    <Page title={name} aside={acts}>
      <p class="quiet">{t("transcripts.facts", { kind: kindOf(transcript), version, n })}</p>
      {answer && !answer.ok && <ErrorNotice error={answer.error} onRetry={retry} />}
      {!answer && <p class="quiet">{t("common.loading")}</p>}
      {answer?.ok && <Turns text={answer.value} transcript={transcript} />}
    </Page>
  );
}

function Turns({ text, transcript }: { readonly text: TranscriptText; readonly transcript: Transcript }) {
  const rows = useRef<HTMLOListElement>(null);
  const { hash } = address.value;
  // The browser looked for the place that the address names before the text was here.
  useEffect(() => {
    const turns = [...(rows.current?.children ?? [])];
    turns.find(({ id }) => id === hash)?.scrollIntoView({ block: "center" });
  }, [hash]);
  return (
    <ol ref={rows} class="turns paper">
      {text.segments.map((segment, i) => (
        <li key={segment.start} id={`u${i + 1}`} class={`turn ${roleOf(segment, transcript.speakers) ?? ""}`}>
          <span class="turn-n" aria-hidden="true">
            {i + 1}
          </span>
          {segment.speaker && <p class="turn-who">{segment.speaker}</p>}
          <p class="turn-text">{text.text.slice(segment.start, segment.end)}</p>
        </li>
      ))}
    </ol>
  );
}
