import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Member, Role } from "../../../model/entries";
import { hasCoder, isRevealed } from "../../../model/selectors";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { TextField } from "../../../ui/Field";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { RoleChoice } from "./RoleChoice";

interface ChangeProps {
  readonly seen: Seen;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Name and role of a member; says before it is done what the person will see from then on. */
export function ChangeMember({ seen, member, onClose }: ChangeProps) {
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState<Role>(member.role);
  const { busy, refusal, submit } = useActs(seen.view);
  const bar = whyNot(seen, member, role);
  const isEmpty = name.trim() === "";
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy || bar || isEmpty) return;
    const answer = await submit("member.change", { member: member.member, name: name.trim(), role }, member.rev);
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={t("members.changeMember", { name: member.name })} onClose={onClose}>
      <form class="form" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t("members.name")}
          error={isEmpty ? t("common.required") : undefined}
          autocomplete="off"
          required
          maxLength={200}
          value={name}
          onInput={setName}
        />
        <RoleChoice role={role} name={name} onChange={setRole} />
        {bar && <p class="caution">{bar}</p>}
        <RefusalNotice refusal={refusal} />
        <div class="actions">
          {!bar && (
            <Button submits weight="primary" busy={busy}>
              {t("common.save")}
            </Button>
          )}
          <Button weight="quiet" onPress={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What stands in the way of a role, as a sentence. */
function whyNot({ study }: Seen, member: Member, role: Role): string | undefined {
  if (role !== "lead" && isOnlyLead(study.members.values(), member)) return t("members.onlyLead");
  const codes = [...study.rounds.values()].some((r) => !isRevealed(r.phase) && hasCoder(r, member.member));
  return role === "observer" && codes ? t("members.codesNow") : undefined;
}

export function isOnlyLead(members: Iterable<Member>, member: Member): boolean {
  const leads = [...members].filter((other) => other.role === "lead" && !other.removed);
  return leads.length === 1 && leads[0]?.member === member.member;
}
