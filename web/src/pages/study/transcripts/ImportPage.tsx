import { t } from "../../../i18n";
import { Button, ButtonLink } from "../../../ui/Button";
import { ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { to } from "../../../ui/router";
import type { StudyPageProps } from "../inStudy";
import { FileCard } from "./FileCard";
import { useImport } from "./useImport";

/** Choose files, see how each is read, say who speaks, import. Nothing is stored before the last step. */
export function ImportPage({ seen }: StudyPageProps<"transcriptImport">) {
  const study = seen.study.study;
  const importing = useImport(study);
  const { files } = importing;
  const n = files.filter(({ state }) => /^(ready|failed|cancelled)$/.test(state.at)).length;
  const isDone = files.length > 0 && files.every(({ state }) => state.at === "stored");
  if (!seen.isLead) {
    return (
      <Page title={t("transcripts.importTitle")}>
        <ReadOnly>{t("transcripts.onlyLeads")}</ReadOnly>
        <p>
          <ButtonLink href={to("transcripts", { study })}>{t("transcripts.toList")}</ButtonLink>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("transcripts.importTitle")}>
      <p class="lead">{t("transcripts.importLead")}</p>
      <div class="field file-choice">
        <label for="files">{t("transcripts.chooseFiles")}</label>
        <input
          id="files"
          type="file"
          multiple
          accept=".txt,.text,.vtt,text/plain,text/vtt"
          aria-describedby="files-note"
          onChange={(event) => {
            importing.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <p id="files-note" class="note">
          {t("transcripts.formats")}
        </p>
      </div>
      <ul class="stack">
        {files.map((file) => (
          <FileCard key={file.id} file={file} importing={importing} study={study} />
        ))}
      </ul>
      {n > 0 && (
        <div class="actions foot">
          <Button weight="primary" busy={importing.isSending} onPress={() => void importing.sendAll()}>
            {t("transcripts.importN", { n })}
          </Button>
          <ButtonLink weight="quiet" href={to("transcripts", { study })}>
            {t("common.cancel")}
          </ButtonLink>
        </div>
      )}
      {isDone && (
        <div class="actions foot">
          <ButtonLink weight="primary" href={to("transcripts", { study })}>
            {t("transcripts.toList")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
