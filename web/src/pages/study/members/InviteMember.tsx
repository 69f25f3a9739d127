import { useEffect, useState } from "preact/hooks";
import { type ApiError, api } from "../../../api/http";
import { dateAndTime, t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Member, Role } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { TextField } from "../../../ui/Field";
import { ErrorNotice } from "../../../ui/Notice";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { RoleChoice } from "./RoleChoice";

interface Link {
  readonly link: string;
  readonly expires_at: string;
}

interface InviteProps {
  readonly seen: Seen;
  readonly onClose: () => void;
}

/** Adds a member, then shows the link that lets that person in. */
export function InviteMember({ seen, onClose }: InviteProps) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("coder");
  const [member, setMember] = useState<Pick<Member, "member" | "name"> | undefined>(undefined);
  const [isEmpty, setEmpty] = useState(false);
  const { busy, refusal, submit } = useActs(seen.view);
  if (member) return <LinkForMember seen={seen} member={member} onClose={onClose} atOnce />;

  const add = async (event: Event) => {
    event.preventDefault();
    const body = { member: newId(), name: name.trim(), role };
    setEmpty(body.name === "");
    if (body.name === "" || busy) return;
    const answer = await submit("member.add", body);
    if (answer.ok) setMember(body);
  };
  return (
    <Dialog title={t("members.inviteTitle")} onClose={onClose}>
      <form class="form" onSubmit={(event) => void add(event)} noValidate>
        <TextField
          label={t("members.name")}
          hint={t("members.nameHint")}
          error={isEmpty ? t("common.required") : undefined}
          autocomplete="off"
          required
          maxLength={200}
          value={name}
          onInput={setName}
        />
        <RoleChoice role={role} name={name} onChange={setRole} />
        <RefusalNotice refusal={refusal} />
        <div class="actions">
          <Button submits weight="primary" busy={busy}>
            {t("members.makeLink")}
          </Button>
          <Button weight="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface LinkProps extends InviteProps {
  readonly member: Pick<Member, "member" | "name">;
  /** Makes the link without asking first. */
  readonly atOnce?: boolean;
}

/** The link, shown once. Making one ends the one before, so for a member of old it is made on request. */
export function LinkForMember({ seen, member, onClose, atOnce = false }: LinkProps) {
  const [link, setLink] = useState<Link | undefined>(undefined);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const [busy, setBusy] = useState(atOnce);
  const make = async () => {
    setBusy(true);
    const answer = await api.post<Link>(`/api/studies/${seen.study.study}/invitations`, { member: member.member });
    setBusy(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setLink(answer.value);
  };
  useEffect(() => {
    if (atOnce) void make();
  }, []);
  const { name } = member;
  return (
    <Dialog title={t("members.linkFor", { name })} onClose={onClose}>
      {link ? (
        <ShownLink link={link} name={name} onClose={onClose} />
      ) : (
        <>
          <p>{t("members.linkReplaces")}</p>
          {error && <ErrorNotice error={error} />}
          <div class="actions">
            <Button weight="primary" busy={busy} onPress={() => void make()}>
              {t("members.makeLink")}
            </Button>
            <Button weight="quiet" onPress={onClose}>
              {t("common.close")}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function ShownLink({
  link,
  name,
  onClose,
}: {
  readonly link: Link;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const [note, setNote] = useState<string | undefined>(undefined);
  const whole = new URL(link.link, location.origin).href;
  const copy = async () => {
    const isCopied = await copied(whole);
    const said = isCopied ? t("members.linkCopied") : t("members.copyByHand");
    setNote(said);
    say(said);
  };
  return (
    <>
      <p>{t("members.linkOnce", { until: dateAndTime(new Date(link.expires_at)), name })}</p>
      <div class="field">
        <label for="invitation-link">{t("members.newLink")}</label>
        <input id="invitation-link" readOnly value={whole} onFocus={(event) => event.currentTarget.select()} />
      </div>
      <div class="actions">
        <Button weight="primary" onPress={() => void copy()}>
          {t("members.copyLink")}
        </Button>
        <Button weight="quiet" onPress={onClose}>
          {t("members.done")}
        </Button>
      </div>
      {note && <p class="note">{note}</p>}
    </>
  );
}

/** Without https a browser offers no clipboard; the link can still be selected by hand. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
