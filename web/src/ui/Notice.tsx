import type { ComponentChildren } from "preact";
import type { ApiError } from "../api/http";
import { catalogue, type Key, t } from "../i18n";
import { Button } from "./Button";

interface NoticeProps {
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** Nothing here yet: one sentence, one button, perhaps one link. */
export function Empty({ children, actions }: NoticeProps) {
  return (
    <div class="notice empty">
      <p>{children}</p>
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}

/** Why nothing can be changed here, and since when; stands under the title. */
export function ReadOnly({ children }: NoticeProps) {
  return (
    <p class="badge read-only">
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d="M3 7h10v7H3zM5 7V5a3 3 0 0 1 6 0v2" class="shape-line" />
      </svg>
      {children}
    </p>
  );
}

type Code = keyof typeof catalogue.errors extends infer K ? (K extends `${infer C}.happened` ? C : never) : never;

/** The words for an error: what happened, what is safe, what to do. A code we do not know is the server's fault. */
export function wordsFor({ code }: Pick<ApiError, "code">): { happened: string; safe: string; todo: string } {
  const known: Code = `${code}.happened` in catalogue.errors ? (code as Code) : "E_INTERNAL";
  const part = (name: "happened" | "safe" | "todo") =>
    t(`errors.${known}.${name}` as Key & `errors.E_BAD.${typeof name}`);
  return { happened: part("happened"), safe: part("safe"), todo: part("todo") };
}

/** An error in its place on the page; never a bare code. What was wrong in what somebody typed or chose the server says itself, in English. */
export function ErrorNotice({ error, onRetry }: { readonly error: ApiError; readonly onRetry?: () => void }) {
  const { happened, safe, todo } = wordsFor(error);
  return (
    <div class="notice error">
      <p>
        <strong>{happened}</strong> {safe} {todo}
      </p>
      {error.code === "E_BAD" && error.message && (
        <p class="note" lang="en">
          {error.message}
        </p>
      )}
      {error.id && <p class="note error-id">{t("errors.errorId", { errorId: error.id })}</p>}
      {onRetry && (
        <div class="actions">
          <Button onPress={onRetry}>{t("common.tryAgain")}</Button>
        </div>
      )}
    </div>
  );
}
