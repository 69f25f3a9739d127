import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { hasCoder } from "../../../model/selectors";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { TextField } from "../../../ui/Field";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import type { Step } from "./moves";
import { ownProgress } from "./RoundsPage";

interface MoveDialogProps {
  readonly seen: Seen;
  readonly round: Round;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Says what a step does before it is taken; one that cannot be undone wants the round's name. */
export function MoveDialog({ seen, round, step, onClose }: MoveDialogProps) {
  const [typed, setTyped] = useState("");
  const { busy, refusal, submit } = useActs(seen.view);
  const isSure = !step.isForGood || typed.trim() === round.name.trim();
  const move = async (event: Event) => {
    event.preventDefault();
    if (busy || !isSure) return;
    const answer = await submit("round.move", { round: round.round, to: step.to }, round.rev);
    if (answer.ok) onClose();
  };
  return (
    <Dialog title={step.title ?? step.label} onClose={onClose}>
      <form class="form" noValidate onSubmit={(event) => void move(event)}>
        <p>{step.what}</p>
        {step.to === "closed" && <BeforeClosing seen={seen} round={round} />}
        {step.isForGood && (
          <>
            <p>
              <strong>{t("rounds.revealForGood")}</strong>
            </p>
            <TextField
              label={t("rounds.typeName", { name: round.name })}
              autocomplete="off"
              value={typed}
              onInput={setTyped}
            />
          </>
        )}
        <RefusalNotice refusal={refusal} />
        <div class="actions">
          {isSure && (
            <Button submits weight={step.isForGood ? "danger" : "primary"} busy={busy}>
              {step.label}
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

/** What a lead can know before closing: their own part, and, in a blind round, that it is all they can know. */
function BeforeClosing({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const isCoder = hasCoder(round, seen.me.member);
  const own = ownProgress(seen, round);
  return (
    <>
      {own.of > own.done && <p class="caution">{t("rounds.ownLeft", { n: own.of - own.done })}</p>}
      {round.mode === "blind" && <p>{t(isCoder ? "rounds.closeUnseen" : "rounds.closeBlind")}</p>}
    </>
  );
}
