import { useState } from "preact/hooks";
import { inOrder, t } from "../../../i18n";
import type { Member } from "../../../model/entries";
import { Button } from "../../../ui/Button";
import { Page } from "../../../ui/Page";
import type { Seen, StudyPageProps } from "../inStudy";
import { ChangeMember } from "./ChangeMember";
import { InviteMember, LinkForMember } from "./InviteMember";
import { RemoveMember } from "./RemoveMember";

type Open = { readonly what: "invite" } | { readonly what: "link" | "change" | "remove"; readonly member: Member };

/** Who is in the study and as what. Leads invite, change and remove. */
export function MembersPage({ seen }: StudyPageProps<"members">) {
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const close = () => setOpen(undefined);
  const all = [...seen.study.members.values()].sort((one, other) => inOrder(one.name, other.name));
  const former = all.filter((member) => member.removed);
  const invite = (
    <Button weight="primary" onPress={() => setOpen({ what: "invite" })}>
      {t("members.invite")}
    </Button>
  );
  return (
    <Page title={t("members.title")} aside={seen.isLead ? invite : undefined}>
      <ul class="rows">
        {all
          .filter((member) => !member.removed)
          .map((member) => (
            <MemberRow key={member.member} seen={seen} member={member} onOpen={(what) => setOpen({ what, member })} />
          ))}
      </ul>
      {former.length > 0 && (
        <details class="more">
          <summary>{t("members.former")}</summary>
          <ul class="rows">
            {former.map((member) => (
              <li key={member.member} class="row">
                <span>{member.name}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {open?.what === "invite" && <InviteMember seen={seen} onClose={close} />}
      {open?.what === "link" && <LinkForMember seen={seen} member={open.member} onClose={close} />}
      {open?.what === "change" && <ChangeMember seen={seen} member={open.member} onClose={close} />}
      {open?.what === "remove" && <RemoveMember seen={seen} member={open.member} onClose={close} />}
    </Page>
  );
}

interface MemberRowProps {
  readonly seen: Seen;
  readonly member: Member;
  readonly onOpen: (what: "link" | "change" | "remove") => void;
}

function MemberRow({ seen, member, onOpen }: MemberRowProps) {
  const isMe = member.member === seen.me.member;
  const { name } = member;
  return (
    <li class="row">
      <div class="row-main">
        <strong>{name}</strong> {isMe && <span class="quiet">({t("members.you")})</span>}
        <p class="quiet">{t(`members.${member.role}`)}</p>
      </div>
      {seen.isLead && (
        <div class="actions">
          {!isMe && (
            <Button weight="quiet" label={t("members.linkFor", { name })} onPress={() => onOpen("link")}>
              {t("members.newLink")}
            </Button>
          )}
          <Button weight="quiet" label={t("members.changeMember", { name })} onPress={() => onOpen("change")}>
            {t("members.change")}
          </Button>
          <Button weight="quiet" label={t("members.removeMember", { name })} onPress={() => onOpen("remove")}>
            {t("members.remove")}
          </Button>
        </div>
      )}
    </li>
  );
}
