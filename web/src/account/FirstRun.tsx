import { useEffect, useState } from "preact/hooks";
import { firstRun, isFirstRunOpen } from "../api/account";
import { language, t } from "../i18n";
import { Button, ButtonLink } from "../ui/Button";
import { Choice, TextField } from "../ui/Field";
import { ErrorNotice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { redirect, to } from "../ui/router";
import { takeFromFragment } from "./fragment";
import { PasswordField } from "./PasswordField";
import { useForm } from "./useForm";

/** The first account of a new server, made by whoever can read the code in the server's window. */
export function FirstRun() {
  const [isOpen, setOpen] = useState(true);
  const [token, setToken] = useState("");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const form = useForm(
    () => firstRun({ token: token.trim(), name: name.trim(), password, language: language.value }),
    () => redirect(to("studies")),
  );
  useEffect(() => {
    setToken(takeFromFragment("token") ?? "");
    void isFirstRunOpen().then((answer) => answer.ok && setOpen(answer.value.open));
  }, []);
  if (!isOpen) {
    return (
      <Page title={t("signIn.firstRunTitle")} width="narrow">
        <p>{t("signIn.firstRunClosed")}</p>
        <div class="actions">
          <ButtonLink weight="primary" href={to("signIn")}>
            {t("signIn.submit")}
          </ButtonLink>
        </div>
      </Page>
    );
  }
  const wrongToken = form.error?.code === "E_AUTH" || form.error?.code === "E_NOT_FOUND";
  return (
    <Page title={t("signIn.firstRunTitle")} width="narrow">
      <p class="lead">{t("signIn.firstRunLead")}</p>
      <form class="form" onSubmit={form.submit}>
        <Choice
          label={t("common.language")}
          value={language.value}
          options={[
            { value: "id", label: t("common.indonesian") },
            { value: "en", label: t("common.english") },
          ]}
          onChange={(chosen) => (language.value = chosen)}
        />
        <TextField
          label={t("signIn.token")}
          hint={t("signIn.tokenHint")}
          error={wrongToken ? t("signIn.tokenWrong") : undefined}
          autocomplete="off"
          required
          value={token}
          onInput={setToken}
        />
        <TextField
          label={t("signIn.yourName")}
          hint={t("signIn.yourNameHint")}
          autocomplete="username"
          required
          value={name}
          onInput={setName}
        />
        <PasswordField isNew value={password} onInput={setPassword} />
        {form.error && !wrongToken && <ErrorNotice error={form.error} />}
        <div class="actions">
          <Button submits weight="primary" busy={form.busy}>
            {t("signIn.createAccount")}
          </Button>
        </div>
      </form>
    </Page>
  );
}
