import { chooseLanguage, signOut } from "../api/account";
import { session } from "../api/session";
import { language, t } from "../i18n";
import { Button } from "../ui/Button";
import { Checkbox, Choice } from "../ui/Field";
import { ErrorNotice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { keyHints, singleKeys, TEXT_SIZES, THEMES, textSize, theme } from "../ui/preferences";
import { go, to } from "../ui/router";
import { MySessions } from "./MySessions";
import { useForm } from "./useForm";

/** My settings: at work at once, kept in this browser, the language in the account as well. */
export function MyPage() {
  return (
    <Page title={t("settings.title")} width="narrow">
      <p class="note">{t("settings.keptHere")}</p>
      <section class="settings">
        <h2>{t("settings.look")}</h2>
        <Choice
          label={t("common.language")}
          value={language.value}
          options={[
            { value: "id", label: t("common.indonesian") },
            { value: "en", label: t("common.english") },
          ]}
          onChange={chooseLanguage}
        />
        <Choice
          label={t("settings.theme")}
          value={theme.value}
          options={THEMES.map((value) => ({ value, label: t(`settings.${value}`) }))}
          onChange={(chosen) => (theme.value = chosen)}
        />
        <Choice
          label={t("settings.textSize")}
          value={String(textSize.value)}
          options={TEXT_SIZES.map((size) => ({ value: String(size), label: t("settings.pixels", { size }) }))}
          onChange={(chosen) => (textSize.value = Number(chosen))}
        />
        <p class="quote sample">{t("settings.sample")}</p>
      </section>
      <section class="settings">
        <h2>{t("settings.keyboard")}</h2>
        <Checkbox
          label={t("settings.singleKeys")}
          hint={t("settings.singleKeysHint")}
          checked={singleKeys.value}
          onChange={(on) => (singleKeys.value = on)}
        />
        <Checkbox label={t("settings.keyHints")} checked={keyHints.value} onChange={(on) => (keyHints.value = on)} />
      </section>
      <MySessions />
      <SignOut />
    </Page>
  );
}

function SignOut() {
  const form = useForm(signOut, () => go(to("signIn")));
  const me = session.value;
  return (
    <form class="settings" onSubmit={form.submit}>
      <h2>{t("settings.account")}</h2>
      {typeof me === "object" && <p>{t("settings.signedInAs", { name: me.account.display_name })}</p>}
      {form.error && <ErrorNotice error={form.error} />}
      <div class="actions">
        <Button submits busy={form.busy}>
          {t("signIn.signOut")}
        </Button>
      </div>
    </form>
  );
}
