import type { ApiError } from "../../../api/http";
import { percent, t } from "../../../i18n";
import { Button, ButtonLink } from "../../../ui/Button";
import { Checkbox, Choice, TextField } from "../../../ui/Field";
import { ErrorNotice, ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { Progress } from "../../../ui/Progress";
import { to } from "../../../ui/router";
import type { StudyPageProps } from "../inStudy";
import { FileChoice } from "./FileChoice";
import { FolderFaults } from "./FolderFaults";
import { FolderPreview } from "./FolderPreview";
import { packed, zipped } from "./folder";
import { useFolderImport } from "./useFolderImport";

type Importing = ReturnType<typeof useFolderImport>;

/** Choose a coding folder, see what it would bring, import it as a round. Nothing is stored before the last step. */
export function ImportCodingsPage({ seen }: StudyPageProps<"importCodings">) {
  const study = seen.study.study;
  const importing = useFolderImport(study);
  const { state } = importing;
  if (!seen.isLead) {
    return (
      <Page title={t("codings.title")}>
        <ReadOnly>{t("codings.onlyLeads")}</ReadOnly>
        <p>
          <ButtonLink href={to("rounds", { study })}>{t("codings.toRounds")}</ButtonLink>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("codings.title")} width="narrow">
      <p class="lead">{t("codings.lead")}</p>
      {state.at !== "stored" && state.at !== "storing" && <Choosing importing={importing} />}
      {state.at === "looking" && (
        <div class="file-sending">
          <Progress
            label={t("codings.looking")}
            done={Math.round(state.sent * 100)}
            of={100}
            text={percent(state.sent)}
          />
          <div class="actions">
            <Button onPress={importing.cancel}>{t("common.cancel")}</Button>
          </div>
        </div>
      )}
      {state.at === "faulty" && <FolderFaults {...state.faults} />}
      {state.at === "failed" && <Failure error={state.error} />}
      {state.at !== "stored" && "preview" in state && state.preview && (
        <FolderPreview preview={state.preview} unsent={importing.chosen?.unsent ?? []} />
      )}
      <Storing importing={importing} study={study} />
    </Page>
  );
}

function Choosing({ importing }: { readonly importing: Importing }) {
  const { chosen, settings } = importing;
  return (
    <div class="form">
      <FileChoice
        id="folder"
        label={t("codings.chooseFolder")}
        note={t("codings.folderNote")}
        chosen={chosen?.as === "folder" ? chosen.name : undefined}
        isFolder
        onChoose={(files) => void packed(files).then(importing.choose)}
      />
      <FileChoice
        id="zip"
        label={t("codings.chooseZip")}
        accept=".zip,application/zip,application/x-zip-compressed"
        chosen={chosen?.as === "zip" ? chosen.name : undefined}
        onChoose={([file]) => file && importing.choose(zipped(file))}
      />
      {chosen && (
        <>
          <TextField
            label={t("codings.round")}
            value={settings.round}
            maxLength={200}
            autocomplete="off"
            onInput={(round) => importing.change({ ...settings, round })}
          />
          <Choice
            label={t("codings.themesIn")}
            value={settings.themesIn}
            options={[
              { value: "id", label: "Bahasa Indonesia" },
              { value: "en", label: "English" },
            ]}
            onChange={(themesIn) => importing.change({ ...settings, themesIn })}
          />
          <Checkbox
            label={t("codings.allReviewed")}
            hint={t("codings.allReviewedHint")}
            checked={settings.isAllReviewed}
            onChange={(isAllReviewed) => importing.change({ ...settings, isAllReviewed })}
          />
        </>
      )}
    </div>
  );
}

/** Refusals of the folder come in the server's words; others in the page's. */
function Failure({ error }: { readonly error: ApiError }) {
  return (
    <div class="refusal">
      <ErrorNotice error={error} />
      {error.message && (
        <p class="note" lang="en">
          {error.message}
        </p>
      )}
    </div>
  );
}

function Storing({ importing, study }: { readonly importing: Importing; readonly study: string }) {
  const { state } = importing;
  if (state.at === "stored") {
    return (
      <section class="standing">
        <p class="lead">{t("codings.stored", { n: state.preview.codings })}</p>
        <div class="actions">
          <ButtonLink weight="primary" href={to("round", { study, round: state.round })}>
            {t("codings.openRound")}
          </ButtonLink>
          <ButtonLink href={to("rounds", { study })}>{t("codings.toRounds")}</ButtonLink>
        </div>
      </section>
    );
  }
  if (state.at === "storing") {
    return (
      <div class="file-sending" role="status">
        {state.sent < 1 ? (
          <Progress
            label={t("codings.sending")}
            done={Math.round(state.sent * 100)}
            of={100}
            text={percent(state.sent)}
          />
        ) : (
          <p>{t("codings.storing")}</p>
        )}
        <div class="actions">
          <Button onPress={importing.cancel}>{t("common.cancel")}</Button>
        </div>
      </div>
    );
  }
  if (!("preview" in state) || !state.preview) return null;
  const { preview } = state;
  return (
    <>
      {state.at === "cancelled" && <p class="caution">{t("codings.cancelled")}</p>}
      <div class="actions foot">
        <Button weight="primary" onPress={() => void importing.store(preview)}>
          {t("codings.importN", { n: preview.codings })}
        </Button>
        <ButtonLink weight="quiet" href={to("rounds", { study })}>
          {t("common.cancel")}
        </ButtonLink>
      </div>
    </>
  );
}
