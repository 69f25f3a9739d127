import { t } from "../../i18n";
import type { Round } from "../../model/entries";
import { Select } from "../../ui/Field";
import { go } from "../../ui/router";
import { roundsInOrder, type Seen } from "./inStudy";

interface RoundChoiceProps {
  readonly seen: Seen;
  readonly round: Round;
  /** The same page of another round. */
  readonly hrefOf: (round: Round) => string;
}

/** Which round a page is about, and a way to the same page of another: those that have begun, by name, mode and phase. */
export function RoundChoice({ seen, round, hrefOf }: RoundChoiceProps) {
  const rounds = roundsInOrder(seen.study).filter(({ phase }) => phase !== "draft");
  return (
    <div class="round-choice">
      <Select
        label={t("rounds.one")}
        value={round.round}
        options={rounds.map((it) => ({ value: it.round, label: roundWords(it) }))}
        onChange={(id) => {
          const chosen = rounds.find((it) => it.round === id);
          if (chosen) go(hrefOf(chosen));
        }}
      />
    </div>
  );
}

/** "Round 1, blind, revealed" */
function roundWords({ name, mode, phase }: Round): string {
  return [name, t(`rounds.${mode}`), t(`rounds.${phase}`)].join(", ");
}
