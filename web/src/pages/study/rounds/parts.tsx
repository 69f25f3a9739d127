import { number, t } from "../../../i18n";
import type { Mode, Phase, Round } from "../../../model/entries";
import { readMeasure } from "./plan";

export const PHASES = ["draft", "coding", "closed", "revealed", "consensus", "final"] as const;

/** Blind, open or imported, as a word on its ground. */
export function ModeBadge({ mode }: { readonly mode: Mode }) {
  return <span class={`badge ${mode === "blind" ? "private" : ""}`}>{t(`rounds.${mode}`)}</span>;
}

/** Where the round stands among its phases. */
export function PhaseLine({ phase }: { readonly phase: Phase }) {
  const now = PHASES.indexOf(phase);
  return (
    <ol class="phases" aria-label={t("rounds.phases")}>
      {PHASES.map((each, i) => (
        <li key={each} class={i < now ? "past" : ""} aria-current={i === now ? "step" : undefined}>
          {t(`rounds.${each}`)}
        </li>
      ))}
    </ol>
  );
}

const UNITS = ["turn", "paragraph", "sentence", "token", "character"] as const;

export function unitText({ unit }: Pick<Round, "unit">): string {
  const { word, number: size } = readMeasure(unit);
  if (word === "window") return t("rounds.windowOf", { n: Number(size) });
  const known = UNITS.find((each) => each === word);
  return known ? t(`rounds.${known}`) : unit;
}

export function ruleText({ rule }: Pick<Round, "rule">): string {
  const { word, number: share } = readMeasure(rule);
  if (word === "share") return t("rounds.shareOf", { share: number(Number(share)) });
  return word === "any" || word === "half" ? t(`rounds.${word}`) : rule;
}
