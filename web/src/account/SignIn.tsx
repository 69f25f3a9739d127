import { useEffect, useState } from "preact/hooks";
import { isFirstRunOpen, signIn, signInByLink } from "../api/account";
import type { ApiError } from "../api/http";
import { session } from "../api/session";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { ErrorNotice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { address, ownPath, redirect, to } from "../ui/router";
import { takeFromFragment } from "./fragment";
import { PasswordField } from "./PasswordField";
import { useForm } from "./useForm";

function onward(): void {
  redirect(ownPath(address.peek().query.get("next")) ?? to("studies"));
}

export function SignIn() {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const form = useForm(() => signIn(name, password), onward);
  const link = useLink();
  // A new server has nobody who could sign in: its first visitor is led to the first run.
  useEffect(() => {
    void isFirstRunOpen().then((answer) => {
      if (answer.ok && answer.value.open) redirect(to("firstRun"));
    });
  }, []);
  if (link === "following") {
    return (
      <Page title={t("signIn.title")} width="narrow">
        <p>{t("signIn.followingLink")}</p>
      </Page>
    );
  }
  return (
    <Page title={t("signIn.title")} width="narrow">
      <p class="lead">{t("signIn.lead")}</p>
      {session.value === "ended" && <p class="notice">{t("signIn.sessionEnded")}</p>}
      {link && <LinkRefused error={link} />}
      <form class="form" onSubmit={form.submit}>
        <TextField label={t("signIn.name")} autocomplete="username" required value={name} onInput={setName} />
        <PasswordField value={password} onInput={setPassword} />
        {form.error && <Refused error={form.error} />}
        <div class="actions">
          <Button submits weight="primary" busy={form.busy}>
            {t("signIn.submit")}
          </Button>
        </div>
      </form>
      <p class="note">{t("signIn.forgotten")}</p>
    </Page>
  );
}

/** Follows a one-time link at once: undefined without one, the refusal if the server does not take it. */
function useLink(): ApiError | "following" | undefined {
  const [state, setState] = useState<ApiError | "following" | undefined>(undefined);
  useEffect(() => {
    const token = takeFromFragment("link");
    if (!token) return;
    setState("following");
    void signInByLink(token).then((answer) => {
      if (answer.ok) onward();
      else setState(answer.error);
    });
  }, []);
  return state;
}

/** The same words whether the name is unknown or the password wrong. */
function Refused({ error }: { readonly error: ApiError }) {
  if (error.code === "E_AUTH") return <Wrong>{t("signIn.wrong")}</Wrong>;
  if (error.code === "E_RATE" && error.waitSeconds) {
    return <Wrong>{t("signIn.throttled", { n: error.waitSeconds })}</Wrong>;
  }
  return <ErrorNotice error={error} />;
}

function LinkRefused({ error }: { readonly error: ApiError }) {
  const isSpent = error.code === "E_AUTH" || error.code === "E_NOT_FOUND";
  return isSpent ? <Wrong>{t("signIn.linkSpent")}</Wrong> : <ErrorNotice error={error} />;
}

function Wrong({ children }: { readonly children: string }) {
  return (
    <p class="notice error" role="alert">
      {children}
    </p>
  );
}
