import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Id, Round } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";

/** Lets one coder of a closed blind round in again. Nobody else is told, so this page knows only what it did itself. */
export function Reopening({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const [done, setDone] = useState<ReadonlyMap<Id, string>>(new Map());
  const { busy, refusal, submit } = useActs(seen.view);
  const coders = [...new Set(round.assignments.map((a) => a.member))];
  const act = async (kind: "assignment.reopen" | "assignment.close", member: Id, name: string) => {
    const answer = await submit(kind, { round: round.round, member });
    if (!answer.ok) return;
    const said = t(kind === "assignment.reopen" ? "rounds.reopenedFor" : "rounds.closedFor", { name });
    setDone(new Map(done).set(member, said));
    say(said);
  };
  return (
    <details class="more">
      <summary>{t("rounds.reopen")}</summary>
      <p class="note">{t("rounds.reopenWhat")}</p>
      <RefusalNotice refusal={refusal} />
      <ul class="rows">
        {coders.map((member) => {
          const name = seen.study.members.get(member)?.name ?? "";
          return (
            <li key={member} class="row">
              <span class="row-main">
                {name} <span class="quiet">{done.get(member)}</span>
              </span>
              <div class="actions">
                <Button busy={busy} onPress={() => void act("assignment.reopen", member, name)}>
                  {t("rounds.reopenFor", { name })}
                </Button>
                <Button weight="quiet" busy={busy} onPress={() => void act("assignment.close", member, name)}>
                  {t("rounds.closeFor", { name })}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
