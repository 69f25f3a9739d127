import { useState } from "preact/hooks";
import { inOrder, t } from "../../../i18n";
import type { Transcript } from "../../../model/entries";
import { Button, ButtonLink } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { TextField } from "../../../ui/Field";
import { Empty } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { to } from "../../../ui/router";
import { roundsInOrder, type Seen, type StudyPageProps } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { FindEverywhere } from "./FindEverywhere";
import { kindOf, speakersOf } from "./speakers";

/** All transcripts of the study. */
export function TranscriptsPage({ seen }: StudyPageProps<"transcripts">) {
  const [renaming, setRenaming] = useState<string | undefined>(undefined);
  const { study } = seen;
  const transcripts = [...study.transcripts.values()].sort((one, other) => inOrder(one.name, other.name));
  const importLink = (
    <ButtonLink weight="primary" href={to("transcriptImport", { study: study.study })}>
      {t("transcripts.import")}
    </ButtonLink>
  );
  const renamed = study.transcripts.get(renaming ?? "");
  return (
    <Page title={t("transcripts.title")} aside={seen.isLead && transcripts.length > 0 ? importLink : undefined}>
      {transcripts.length > 0 && <FindEverywhere study={study.study} transcripts={transcripts} />}
      {transcripts.length === 0 ? (
        <Empty actions={seen.isLead ? importLink : undefined}>{t("transcripts.none")}</Empty>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("transcripts.name")}</th>
              <th scope="col">{t("transcripts.kind")}</th>
              <th scope="col">{t("transcripts.speakers")}</th>
              <th scope="col" class="figure">
                {t("transcripts.turns")}
              </th>
              <th scope="col" class="figure">
                {t("transcripts.version")}
              </th>
              <th scope="col">{t("transcripts.rounds")}</th>
              {seen.isLead && (
                <th scope="col">
                  <span class="unseen">{t("members.acts")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {transcripts.map((transcript) => (
              <Row key={transcript.transcript} seen={seen} transcript={transcript} onRename={setRenaming} />
            ))}
          </tbody>
        </table>
      )}
      {renamed && <Rename seen={seen} transcript={renamed} onClose={() => setRenaming(undefined)} />}
    </Page>
  );
}

interface RowProps {
  readonly seen: Seen;
  readonly transcript: Transcript;
  readonly onRename: (transcript: string) => void;
}

function Row({ seen, transcript, onRename }: RowProps) {
  const study = seen.study.study;
  const { name } = transcript;
  const rounds = roundsInOrder(seen.study).filter((round) =>
    round.transcripts.some((pinned) => pinned.transcript === transcript.transcript),
  );
  return (
    <tr>
      <th scope="row">
        <a href={to("transcript", { study, transcript: transcript.transcript })}>{name}</a>
      </th>
      <td data-label={t("transcripts.kind")}>{kindOf(transcript)}</td>
      <td data-label={t("transcripts.speakers")}>{speakersOf(transcript)}</td>
      <td data-label={t("transcripts.turns")} class="figure">
        {transcript.segments}
      </td>
      <td data-label={t("transcripts.version")} class="figure">
        {transcript.version}
      </td>
      <td data-label={t("transcripts.rounds")}>
        <span>
          {rounds.map((round, i) => (
            <span key={round.round}>
              {i > 0 && ", "}
              <a href={to("round", { study, round: round.round })}>{round.name}</a>
            </span>
          ))}
        </span>
      </td>
      {seen.isLead && (
        <td>
          <Button
            weight="quiet"
            label={t("transcripts.renameOne", { name })}
            onPress={() => onRename(transcript.transcript)}
          >
            {t("transcripts.rename")}
          </Button>
        </td>
      )}
    </tr>
  );
}

interface RenameProps {
  readonly seen: Seen;
  readonly transcript: Transcript;
  readonly onClose: () => void;
}

function Rename({ seen, transcript, onClose }: RenameProps) {
  const [name, setName] = useState(transcript.name);
  const { busy, refusal, submit } = useActs(seen.view);
  const isEmpty = name.trim() === "";
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy || isEmpty) return;
    const body = { transcript: transcript.transcript, name: name.trim() };
    const answer = await submit("transcript.rename", body, transcript.rev);
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={t("transcripts.renameOne", { name: transcript.name })} onClose={onClose}>
      <form class="form" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t("transcripts.name")}
          error={isEmpty ? t("common.required") : undefined}
          maxLength={200}
          autocomplete="off"
          value={name}
          onInput={setName}
        />
        <RefusalNotice refusal={refusal} />
        <div class="actions">
          <Button submits weight="primary" busy={busy}>
            {t("common.save")}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
