import { useEffect, useState } from "preact/hooks";
import { acceptInvitation, type Invitation, loadStudies, lookAtInvitation, type Role } from "../api/account";
import type { Answer } from "../api/http";
import { session } from "../api/session";
import { type PlainKey, t } from "../i18n";
import { Button, ButtonLink } from "../ui/Button";
import { TextField } from "../ui/Field";
import { ErrorNotice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { go, to } from "../ui/router";
import { takeFromFragment } from "./fragment";
import { PasswordField } from "./PasswordField";
import { useForm } from "./useForm";

const DUTIES: Record<Role, PlainKey> = {
  lead: "signIn.roleLead",
  coder: "signIn.roleCoder",
  observer: "signIn.roleObserver",
};

/** An invitation shows study and role before anything is accepted; looking at it uses nothing up. */
export function InvitationPage() {
  const [token, setToken] = useState<string | undefined>(undefined);
  const [seen, setSeen] = useState<Answer<Invitation> | undefined>(undefined);
  useEffect(() => {
    const taken = takeFromFragment("token") ?? "";
    setToken(taken);
    void lookAtInvitation(taken).then(setSeen);
  }, []);
  if (!seen || token === undefined) return <Page title={t("signIn.invitationTitle")} width="narrow" children={null} />;
  if (!seen.ok) {
    const isSpent = seen.error.code === "E_NOT_FOUND" || seen.error.code === "E_AUTH" || seen.error.code === "E_BAD";
    return (
      <Page title={t("signIn.invitationTitle")} width="narrow">
        {isSpent ? <p>{t("signIn.invitationSpent")}</p> : <ErrorNotice error={seen.error} />}
      </Page>
    );
  }
  const { study_name, role, name } = seen.value;
  return (
    <Page title={t("signIn.invitedTo", { study: study_name })} width="narrow">
      <p>
        <strong>{t("signIn.invitedAs", { role: t(`studies.${role}`) })}</strong> {t(DUTIES[role])}
      </p>
      {typeof session.value === "object" ? (
        <JoinSignedIn token={token} name={session.value.account.display_name} />
      ) : (
        <JoinNew token={token} suggested={name} />
      )}
    </Page>
  );
}

function arrive(): void {
  void loadStudies();
  go(to("studies"));
}

function JoinSignedIn({ token, name }: { readonly token: string; readonly name: string }) {
  const form = useForm(() => acceptInvitation(token), arrive);
  return (
    <form class="form" onSubmit={form.submit}>
      {form.error && <ErrorNotice error={form.error} />}
      <div class="actions">
        <Button submits weight="primary" busy={form.busy}>
          {t("signIn.joinAs", { name })}
        </Button>
      </div>
    </form>
  );
}

function JoinNew({ token, suggested }: { readonly token: string; readonly suggested: string }) {
  const [name, setName] = useState(suggested);
  const [password, setPassword] = useState("");
  const form = useForm(() => acceptInvitation(token, { name: name.trim(), password }), arrive);
  const back = `${to("invitation")}#token=${encodeURIComponent(token)}`;
  return (
    <form class="form" onSubmit={form.submit}>
      <TextField
        label={t("signIn.yourName")}
        hint={t("signIn.yourNameHint")}
        autocomplete="username"
        required
        value={name}
        onInput={setName}
      />
      <PasswordField isNew value={password} onInput={setPassword} />
      {form.error && <ErrorNotice error={form.error} />}
      <div class="actions">
        <Button submits weight="primary" busy={form.busy}>
          {t("signIn.joinNew")}
        </Button>
        <ButtonLink weight="quiet" href={`${to("signIn")}?next=${encodeURIComponent(back)}`}>
          {t("signIn.haveAccount")}
        </ButtonLink>
      </div>
    </form>
  );
}
