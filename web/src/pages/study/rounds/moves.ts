import { t } from "../../../i18n";
import type { Phase, Round } from "../../../model/entries";

/** A step of a round to another phase, as a lead reads it before taking it. */
export interface Step {
  readonly to: Phase;
  readonly label: string;
  readonly what: string;
  /** Asked in a dialog; absent where the step can be taken back or harms nothing. */
  readonly title?: string;
  /** The round's name must be typed. */
  readonly isForGood?: boolean;
}

/** Where a round can go from where it is, the way forward first. */
export function stepsOf({ phase, mode, name }: Round, codebookVersion: number): readonly Step[] {
  switch (phase) {
    case "draft":
      return [{ to: "coding", label: t("rounds.start"), what: t("rounds.startWhat", { version: codebookVersion }) }];
    case "coding":
      return [
        {
          to: "closed",
          label: t("rounds.close"),
          what: t("rounds.closeWhat"),
          title: t("rounds.closeTitle", { name }),
        },
      ];
    case "closed":
      return [reveal(mode === "open", name), ...(mode === "open" ? [backToCoding()] : [])];
    case "revealed":
      return [{ to: "consensus", label: t("rounds.toConsensus"), what: t("rounds.toConsensusWhat") }];
    case "consensus":
      return [
        {
          to: "final",
          label: t("rounds.toFinal"),
          what: t("rounds.toFinalWhat"),
          title: t("rounds.toFinalTitle", { name }),
        },
      ];
    case "final":
      return [];
  }
}

/** Who may move the round on, and what that does. */
export function whoMoves({ phase, mode }: Round): string {
  switch (phase) {
    case "draft":
      return t("rounds.atDraft");
    case "coding":
      return t("rounds.atCoding");
    case "closed":
      return t(mode === "open" ? "rounds.atClosedOpen" : "rounds.atClosed");
    case "revealed":
      return t("rounds.atRevealed");
    case "consensus":
      return t("rounds.atConsensus");
    case "final":
      return t("rounds.atFinal");
  }
}

function reveal(isOpen: boolean, name: string): Step {
  return {
    to: "revealed",
    label: t("rounds.revealResults"),
    what: t(isOpen ? "rounds.revealOpenWhat" : "rounds.revealWhat"),
    title: t("rounds.revealTitle", { name }),
    isForGood: true,
  };
}

function backToCoding(): Step {
  return { to: "coding", label: t("rounds.backToCoding"), what: t("rounds.backToCodingWhat") };
}
