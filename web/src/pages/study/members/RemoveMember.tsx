import { list, t } from "../../../i18n";
import type { Member } from "../../../model/entries";
import { hasCoder, isRevealed } from "../../../model/selectors";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { roundsInOrder, type Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { isOnlyLead } from "./ChangeMember";

interface RemoveProps {
  readonly seen: Seen;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Says all that follows before a member is removed. */
export function RemoveMember({ seen, member, onClose }: RemoveProps) {
  const { busy, refusal, submit } = useActs(seen.view);
  const { name } = member;
  const rounds = roundsInOrder(seen.study).filter((r) => !isRevealed(r.phase) && hasCoder(r, member.member));
  const isBarred = isOnlyLead(seen.study.members.values(), member);
  const remove = async () => {
    const answer = await submit("member.remove", { member: member.member });
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={t("members.removeTitle", { name })} onClose={onClose}>
      {isBarred ? (
        <p>{t("members.onlyLead")}</p>
      ) : (
        <ul class="plain-list">
          <li>{t("members.removeSees", { name })}</li>
          <li>{t("members.removeKeeps")}</li>
          {rounds.length > 0 && (
            <li>{t("members.removeRounds", { rounds: list(rounds.map((round) => round.name)) })}</li>
          )}
          <li>{t("members.removeBack")}</li>
        </ul>
      )}
      <RefusalNotice refusal={refusal} />
      <div class="actions">
        {!isBarred && (
          <Button weight="danger" busy={busy} onPress={() => void remove()}>
            {t("members.removeMember", { name })}
          </Button>
        )}
        <Button weight="quiet" onPress={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
