import { useEffect, useRef, useState } from "preact/hooks";
import { Absent } from "../../../account/Absent";
import type { ApiError } from "../../../api/http";
import { t } from "../../../i18n";
import type { Transcript, TranscriptText } from "../../../model/entries";
import { Button, ButtonLink } from "../../../ui/Button";
import { TextField } from "../../../ui/Field";
import { ErrorNotice, ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { redirect, to } from "../../../ui/router";
import { Tabs } from "../../../ui/Tabs";
import type { Seen, StudyPageProps } from "../inStudy";
import { CorrectionDiff } from "./CorrectionDiff";
import { hasTimes, isAboutRounds, newerVersion } from "./correction";
import { FileError } from "./FileCard";
import { type Correction, useCorrection } from "./useCorrection";
import { useText } from "./useText";

/** Correct a transcript: write or choose the corrected text, see what differs, store it as the next version. */
export function CorrectPage({ route, seen }: StudyPageProps<"correction">) {
  const transcript = seen.study.transcripts.get(route.transcript);
  if (!transcript) return <Absent />;
  const title = t("transcripts.correctOne", { name: transcript.name });
  if (!seen.isLead) {
    return (
      <Page title={title}>
        <ReadOnly>{t("transcripts.onlyLeadsCorrect")}</ReadOnly>
      </Page>
    );
  }
  return (
    <Page title={title}>
      <p class="lead">{t("transcripts.correctLead")}</p>
      <Against seen={seen} transcript={transcript} />
    </Page>
  );
}

interface AgainstProps {
  readonly seen: Seen;
  readonly transcript: Transcript;
}

/** The version that the correction is made against: the newest when the page was opened, or a newer one once the lead has asked for it. */
function Against({ seen, transcript }: AgainstProps) {
  const [version, setVersion] = useState(transcript.version);
  const first = useRef(version);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const { answer, retry } = useText(seen.study.study, transcript.transcript, version);
  useWarning(typed !== undefined);
  if (!answer) return <p class="quiet">{t("common.loading")}</p>;
  if (!answer.ok) return <ErrorNotice error={answer.error} onRetry={retry} />;
  return (
    <Correcting
      key={version}
      seen={seen}
      transcript={transcript}
      text={answer.value}
      typed={typed}
      onType={setTyped}
      isNewer={version !== first.current}
      onVersion={setVersion}
    />
  );
}

interface CorrectingProps extends AgainstProps {
  readonly text: TranscriptText;
  /** What was written so far; undefined while nothing was. */
  readonly typed: string | undefined;
  readonly onType: (typed: string) => void;
  /** This version came in while the lead was writing, who asked to compare with it. */
  readonly isNewer: boolean;
  readonly onVersion: (version: number) => void;
}

function Correcting({ seen, transcript, text, typed, onType, isNewer, onVersion }: CorrectingProps) {
  const study = seen.study.study;
  const reader = to("transcript", { study, transcript: transcript.transcript });
  const correction = useCorrection(study, text, () => redirect(reader));
  const { state } = correction;
  useEffect(() => {
    if (isNewer && typed !== undefined) correction.compareTyped(typed);
  }, []);
  const newer = state.at === "failed" ? newerVersion(state.error) : undefined;
  return (
    <>
      {state.at === "compared" || state.at === "storing" ? (
        <CorrectionDiff seen={seen} transcript={transcript} text={text} correction={correction} state={state} />
      ) : (
        <Writing text={text} typed={typed ?? text.text} onType={onType} correction={correction} />
      )}
      {newer !== undefined && (
        <div class="notice error" role="alert">
          <p>{t("transcripts.newerVersion", { version: newer })}</p>
          <div class="actions">
            <Button onPress={() => onVersion(newer)}>{t("transcripts.compareNewer", { version: newer })}</Button>
          </div>
        </div>
      )}
      {state.at === "failed" && newer === undefined && (
        <div role="alert">
          {state.error.code === "E_BAD" ? <NotTaken error={state.error} /> : <FileError error={state.error} />}
        </div>
      )}
      {state.at !== "storing" && state.at !== "compared" && (
        <p>
          <ButtonLink weight="quiet" href={reader}>
            {t("common.cancel")}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function NotTaken({ error }: { readonly error: ApiError }) {
  return (
    <div class="notice error">
      <p>{t(isAboutRounds(error) ? "transcripts.roundsMovedOn" : "transcripts.notTaken")}</p>
      <p class="note" lang="en">
        {error.message}
      </p>
    </div>
  );
}

interface WritingProps {
  readonly text: TranscriptText;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly correction: Correction;
}

/** In place where the text has no times, which would be lost; else from a file alone. */
function Writing(props: WritingProps) {
  const isTimed = hasTimes(props.text);
  const [way, setWay] = useState<"here" | "file">(isTimed ? "file" : "here");
  if (isTimed) {
    return (
      <>
        <p class="note">{t("transcripts.timedOnlyFile")}</p>
        <FromFile {...props} />
      </>
    );
  }
  return (
    <Tabs
      label={t("transcripts.howToCorrect")}
      value={way}
      onChange={setWay}
      tabs={[
        { value: "here", label: t("transcripts.correctHere") },
        { value: "file", label: t("transcripts.correctByFile") },
      ]}
    >
      {way === "here" ? <Here {...props} /> : <FromFile {...props} />}
    </Tabs>
  );
}

/** The text is kept as it was read, speakers' labels included: what is written here is read in the same way. */
function Here({ text, typed, onType, correction }: WritingProps) {
  const { state } = correction;
  const submit = (event: Event) => {
    event.preventDefault();
    if (state.at !== "comparing") correction.compareTyped(typed);
  };
  return (
    <form class="form correct-here" onSubmit={submit} noValidate>
      <TextField
        label={t("transcripts.textOf", { version: text.version })}
        hint={t("transcripts.layoutHint")}
        error={state.at === "same" ? t("transcripts.sameText") : undefined}
        lines={18}
        value={typed}
        onInput={(now) => {
          onType(now);
          if (state.at !== "choosing") correction.again();
        }}
      />
      <div class="actions">
        <Button submits weight="primary" busy={state.at === "comparing"}>
          {t("transcripts.seeChanges")}
        </Button>
      </div>
    </form>
  );
}

function FromFile({ correction }: WritingProps) {
  const { state } = correction;
  return (
    <div class="field file-choice">
      <label for="corrected">{t("transcripts.correctedFile")}</label>
      <input
        id="corrected"
        type="file"
        accept=".txt,.text,.vtt,text/plain,text/vtt"
        aria-describedby="corrected-note"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) correction.compareFile(file);
          event.currentTarget.value = "";
        }}
      />
      <p id="corrected-note" class={state.at === "same" ? "note wrong" : "note"}>
        {state.at === "same"
          ? t("transcripts.sameText")
          : state.at === "comparing"
            ? t("transcripts.comparing")
            : t("transcripts.formats")}
      </p>
    </div>
  );
}

/** Asks once before what was written here is lost with the page. */
function useWarning(isWritten: boolean): void {
  const latest = useRef(isWritten);
  latest.current = isWritten;
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (latest.current) event.preventDefault();
    };
    addEventListener("beforeunload", onLeave);
    return () => removeEventListener("beforeunload", onLeave);
  }, []);
}
