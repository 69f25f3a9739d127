import type { ApiError } from "../../../api/http";
import { percent, t } from "../../../i18n";
import type { Id, Segment } from "../../../model/entries";
import { Button } from "../../../ui/Button";
import { Select, TextField } from "../../../ui/Field";
import { ErrorNotice } from "../../../ui/Notice";
import { Progress } from "../../../ui/Progress";
import { to } from "../../../ui/router";
import { type ImportFile, KINDS, type Preview } from "./files";
import { SPEAKER_ROLES } from "./speakers";
import type { useImport } from "./useImport";

type Importing = ReturnType<typeof useImport>;

interface FileCardProps {
  readonly file: ImportFile;
  readonly importing: Importing;
  readonly study: Id;
}

/** One file: how it is read on the left, what will be coded on the right, and how far it has come. */
export function FileCard({ file, importing, study }: FileCardProps) {
  const { state } = file;
  const name = file.name || file.file.name;
  const isEditable = state.at === "ready" || state.at === "failed" || state.at === "cancelled";
  return (
    <li class="card file" aria-label={file.file.name}>
      <div class="file-head">
        <h2>{file.file.name}</h2>
        {(isEditable || state.at === "unreadable" || state.at === "reading") && (
          <Button
            weight="quiet"
            label={t("transcripts.dropNamed", { name: file.file.name })}
            onPress={() => importing.drop(file.id)}
          >
            {t("transcripts.dropFile")}
          </Button>
        )}
      </div>
      {state.at === "reading" && <p class="quiet">{t("transcripts.reading", { name: file.file.name })}</p>}
      {state.at === "unreadable" && <FileError error={state.error} />}
      {state.at === "failed" && <FileError error={state.error} />}
      {state.at === "cancelled" && <p class="caution">{t("transcripts.cancelled")}</p>}
      {(state.at === "waiting" || state.at === "sending") && (
        <div class="file-sending">
          {state.at === "waiting" ? (
            <p class="quiet">{t("transcripts.waiting")}</p>
          ) : (
            <Progress
              label={t("transcripts.sending", { name })}
              done={Math.round(state.sent * 100)}
              of={100}
              text={percent(state.sent)}
            />
          )}
          <Button label={t("transcripts.cancelNamed", { name })} onPress={() => importing.cancel(file.id)}>
            {t("common.cancel")}
          </Button>
        </div>
      )}
      {state.at === "stored" && (
        <p>
          {t("transcripts.imported")}: <a href={to("transcript", { study, transcript: file.id })}>{name}</a>
        </p>
      )}
      {isEditable && (
        <div class="file-panes">
          <HowRead file={file} preview={state.preview} importing={importing} />
          <WhatIsCoded preview={state.preview} text={state.text} importing={importing} />
        </div>
      )}
    </li>
  );
}

export function FileError({ error }: { readonly error: ApiError }) {
  if (error.code === "NOT_TEXT") return <p class="caution">{t("transcripts.notText")}</p>;
  if (error.code === "TOO_BIG") return <p class="caution">{t("transcripts.tooBig")}</p>;
  return (
    <div class="refusal">
      <ErrorNotice error={error} />
    </div>
  );
}

interface HowReadProps {
  readonly file: ImportFile;
  readonly preview: Preview;
  readonly importing: Importing;
}

function HowRead({ file, preview, importing }: HowReadProps) {
  const { median_words: median, longest_words: longest, segments, speakers } = preview;
  return (
    <div class="form">
      <p>
        <strong>{t(`transcripts.${preview.format}Format`)}</strong>
        <br />
        <span class="quiet">{t("transcripts.figures", { n: segments.length, median, longest })}</span>
      </p>
      {preview.warnings.map((warning) => (
        <p key={warning} class="caution">
          {warningText(warning)}
        </p>
      ))}
      <TextField
        label={t("transcripts.name")}
        value={file.name}
        maxLength={200}
        autocomplete="off"
        onInput={(name) => importing.change(file.id, { name })}
      />
      <Select
        label={t("transcripts.kind")}
        value={file.kind}
        options={KINDS.map((value) => ({ value, label: t(`transcripts.${value}`) }))}
        onChange={(kind) => importing.change(file.id, { kind })}
      />
      {speakers.length > 0 && (
        <fieldset class="speakers">
          <legend>{t("transcripts.speakers")}</legend>
          <p class="note">{t("transcripts.rolesHint")}</p>
          {speakers.map(({ label, turns }) => (
            <Select
              key={label}
              label={t("transcripts.roleOf", { label })}
              hint={t("transcripts.turnsN", { n: turns })}
              value={importing.roleOf(label)}
              options={SPEAKER_ROLES.map((value) => ({ value, label: t(`transcripts.${value}`) }))}
              onChange={(role) => importing.setRole(label, role)}
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}

const WARNINGS = ["empty_turns", "text_before_first_speaker", "one_speaker", "long_turns"] as const;

export function warningText(code: string): string {
  const known = WARNINGS.find((warning) => warning === code);
  return known ? t(`transcripts.${known}`) : code;
}

const SHOWN = 8;

interface WhatIsCodedProps {
  readonly preview: Preview;
  readonly text: string | undefined;
  readonly importing: Importing;
}

function WhatIsCoded({ preview: { segments }, text, importing }: WhatIsCodedProps) {
  const shown = segments.slice(0, SHOWN);
  return (
    <div class="paper-pane">
      <h3>{t("transcripts.preview")}</h3>
      <p class="note">{t("transcripts.previewOf", { n: shown.length, of: segments.length })}</p>
      <ol class="turns small">
        {shown.map((segment, i) => (
          <li key={segment.start} class="turn">
            <span class="turn-n">{i + 1}</span>
            <p class="turn-who">
              {segment.speaker
                ? `${segment.speaker}, ${t(`transcripts.${importing.roleOf(segment.speaker)}`)}`
                : t("transcripts.unnamed")}
            </p>
            <p class="turn-text">{quoteOf(segment, text)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The words themselves where the browser knows them, else how many characters there are. */
function quoteOf({ start, end }: Segment, text: string | undefined) {
  if (text !== undefined) return text.slice(start, end);
  return <span class="quiet">{t("transcripts.characters", { n: end - start })}</span>;
}
