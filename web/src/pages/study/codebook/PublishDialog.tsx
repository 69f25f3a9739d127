import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { CodebookVersion, Theme } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { TextField } from "../../../ui/Field";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { Changes } from "./Changes";
import type { ThemeChange } from "./changes";

interface PublishProps {
  readonly seen: Seen;
  readonly newest: CodebookVersion | undefined;
  readonly drafts: readonly Theme[];
  readonly changes: readonly ThemeChange[];
  readonly hasUnsaved: boolean;
  readonly onClose: () => void;
}

/** Asks why, and shows every change since the last version, before a version is made for good. */
export function PublishDialog({ seen, newest, drafts, changes, hasUnsaved, onClose }: PublishProps) {
  const [reason, setReason] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const { busy, refusal, submit } = useActs(seen.view);
  const version = (newest?.version ?? 0) + 1;
  const bar = whyNot(newest, drafts, changes);
  const publish = async (event: Event) => {
    event.preventDefault();
    setEmpty(reason.trim() === "");
    if (busy || reason.trim() === "") return;
    const answer = await submit("codebook.publish", { reason: reason.trim() });
    if (!answer.ok) return;
    say(t("codebook.published", { version }));
    onClose();
  };
  return (
    <Dialog title={t("codebook.publish", { version })} onClose={onClose}>
      {bar ? (
        <>
          <p>{bar}</p>
          <div class="actions">
            <Button onPress={onClose}>{t("common.close")}</Button>
          </div>
        </>
      ) : (
        <form class="form" onSubmit={(event) => void publish(event)} noValidate>
          <p>{t("codebook.publishWhat")}</p>
          {hasUnsaved && <p class="caution">{t("codebook.publishUnsaved")}</p>}
          <TextField
            label={t("codebook.publishReason")}
            hint={t("codebook.publishReasonHint")}
            error={isEmpty ? t("common.required") : undefined}
            required
            lines={2}
            maxLength={2000}
            value={reason}
            onInput={setReason}
          />
          <RefusalNotice refusal={refusal} />
          <div class="actions">
            <Button submits weight="primary" busy={busy}>
              {t("codebook.publishDo")}
            </Button>
            <Button weight="quiet" onPress={onClose}>
              {t("common.cancel")}
            </Button>
          </div>
          <section>
            <h3>
              {newest ? t("codebook.changedSince", { version: newest.version }) : t("codebook.firstVersion")}{" "}
              <span class="quiet">{t("codebook.changesN", { n: changes.length })}</span>
            </h3>
            <Changes changes={changes} before={newest?.themes ?? []} after={drafts} />
          </section>
        </form>
      )}
    </Dialog>
  );
}

/** Why there is nothing to publish, as a sentence. */
function whyNot(
  newest: CodebookVersion | undefined,
  drafts: readonly Theme[],
  changes: readonly ThemeChange[],
): string | undefined {
  if (!drafts.some((theme) => theme.codable && !theme.archived)) return t("codebook.nothingCodable");
  return newest && changes.length === 0 ? t("codebook.nothingNew", { version: newest.version }) : undefined;
}
