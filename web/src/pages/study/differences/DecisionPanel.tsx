import { useState } from "preact/hooks";
import type { Passage } from "../../../api/agreement";
import { dateAndTime, t } from "../../../i18n";
import type { Decision } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { useKeys } from "../../../ui/keys";
import { RefusalNotice, useActs } from "../useActs";
import { DecisionForm } from "./DecisionForm";
import { decisionOf } from "./items";
import { canDecide, type Desk, memberName, outcomeText, quoteIn, themeName } from "./queue";

interface DecisionPanelProps {
  readonly desk: Desk;
  readonly passage: Passage;
}

/** What was decided here, by whom and why; for leads the form to decide, or to decide again. */
export function DecisionPanel({ desk, passage }: DecisionPanelProps) {
  const decision = decisionOf(passage, desk.settled.decisions);
  const [isDeciding, setDeciding] = useState(false);
  const { busy, refusal, run } = useActs(desk.seen.view);
  const mayDecide = canDecide(desk);
  const { view } = desk.seen;
  useKeys({
    title: "differences.keysTitle",
    bindings: [
      { keys: "Ctrl Z", does: "common.undo", run: () => view.undo() },
      { keys: "Ctrl Shift Z", does: "common.redo", run: () => view.redo() },
    ],
  });
  const withdraw = async (standing: Decision) => {
    const { transcript, theme, start, end, rev } = standing;
    const body = { round: desk.round.round, transcript, theme, start, end };
    const answer = await run(view.act({ kind: "decision.withdraw", body, ifRev: rev }));
    if (answer.ok) say(t("differences.withdrawn", { theme: themeName(desk, theme) }));
  };
  return (
    <section class="decision" aria-labelledby="decision">
      <h3 id="decision" tabIndex={-1}>
        {t("differences.decision")}
      </h3>
      {decision && <Standing desk={desk} decision={decision} />}
      <RefusalNotice refusal={refusal} />
      {!mayDecide && !decision && <p class="quiet">{t("differences.onlyLeads")}</p>}
      {mayDecide && decision && !isDeciding && (
        <div class="actions">
          <Button onPress={() => setDeciding(true)}>{t("differences.decideAgain")}</Button>
          <Button weight="quiet" busy={busy} onPress={() => void withdraw(decision)}>
            {t("differences.withdraw")}
          </Button>
        </div>
      )}
      {mayDecide && (isDeciding || !decision) && (
        <DecisionForm
          desk={desk}
          passage={passage}
          standing={decision}
          onDeciding={() => setDeciding(true)}
          onDone={() => setDeciding(false)}
        />
      )}
    </section>
  );
}

export function Standing({ desk, decision }: { readonly desk: Desk; readonly decision: Decision }) {
  return (
    <div class={`decision-stands is-${decision.outcome}`}>
      <p>
        <strong>{outcomeText(desk, decision)}</strong>{" "}
        <span class="quiet">
          {t("differences.by", { name: memberName(desk, decision.by), when: dateAndTime(new Date(decision.at)) })}
        </span>
      </p>
      {decision.codings.map(({ coding, start, end }) => (
        <q key={coding} class="quote-line">
          {quoteIn(desk, decision.transcript, { start, end })}
        </q>
      ))}
      {decision.reason === null && <p class="quiet">{t("differences.reasonErased")}</p>}
      {decision.reason && <p>{decision.reason}</p>}
    </div>
  );
}
