import { useEffect, useState } from "preact/hooks";
import { createStudy, loadStudies, myStudies } from "../api/account";
import type { ApiError } from "../api/http";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { TextField } from "../ui/Field";
import { Empty, ErrorNotice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { go, to } from "../ui/router";
import { useForm } from "./useForm";

/** My studies. The first is the first tab stop of the page: Enter goes on where I was. */
export function Studies() {
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const [isNaming, setNaming] = useState(false);
  const load = () => void loadStudies().then((answer) => setError(answer.ok ? undefined : answer.error));
  useEffect(load, []);
  const studies = myStudies.value;
  const start = (
    <Button weight={studies?.length === 0 ? "primary" : "plain"} onPress={() => setNaming(true)}>
      {t("studies.newStudy")}
    </Button>
  );
  return (
    <Page title={t("studies.title")} aside={studies?.length ? start : undefined}>
      {error && <ErrorNotice error={error} onRetry={load} />}
      {studies?.length === 0 && <Empty actions={start}>{t("studies.none")}</Empty>}
      <ul class="cards">
        {studies?.map((entry) => (
          <li key={entry.study}>
            <a class="card" href={to("home", { study: entry.study })}>
              <strong>{entry.name}</strong>
              <span class="quiet">{t(`studies.${entry.role}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      {isNaming && <NewStudy onClose={() => setNaming(false)} />}
    </Page>
  );
}

function NewStudy({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState("");
  const form = useForm(
    () => createStudy(name.trim()),
    ({ study }) => {
      onClose();
      go(to("home", { study }));
    },
  );
  return (
    <Dialog title={t("studies.newStudy")} onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <TextField
          label={t("studies.name")}
          hint={t("studies.nameHint")}
          autocomplete="off"
          required
          maxLength={200}
          value={name}
          onInput={setName}
        />
        {form.error && <ErrorNotice error={form.error} />}
        <div class="actions">
          <Button submits weight="primary" busy={form.busy}>
            {t("studies.create")}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
