import type { ComponentChildren } from "preact";
import type { LeftOut, RoundFigures } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { Explain } from "../../../ui/Explain";
import { type Option, Select } from "../../../ui/Field";
import { setQuery } from "../../../ui/router";
import { unitText } from "../rounds/parts";
import { type AgreementState, measureParts, type Pair, writePair } from "./conditions";
import { ruleWords, unitsN } from "./words";

const UNITS = ["turn", "paragraph", "sentence", "token", "character"] as const;
const RULES = ["any", "half"] as const;

interface ConditionsProps {
  readonly round: Round;
  readonly state: AgreementState;
  readonly figures: RoundFigures | undefined;
  readonly pair: Pair | undefined;
  /** "214 turns both reviewed, counted for Trust; a round of 12 transcripts" */
  readonly counted: string;
  readonly leftOfTheme: string | undefined;
}

/** By what is counted, over what, and what was left out: in view as long as figures are. */
export function Conditions({ round, state, figures, pair, counted, leftOfTheme }: ConditionsProps) {
  const { measure } = state;
  const change = (part: Partial<AgreementState["measure"]>) => setQuery(measureParts({ ...measure, ...part }, round));
  return (
    <section class="conditions card" aria-label={t("agreement.conditions")}>
      <div class="conditions-row">
        <Field name="unit">
          <Select
            label={t("agreement.unit")}
            value={measure.unit}
            options={including(UNITS, measure.unit, (unit) => unitText({ unit }))}
            onChange={(unit) => change({ unit })}
          />
        </Field>
        <Field name="rule">
          <Select
            label={t("agreement.rule")}
            value={measure.rule}
            options={including(RULES, measure.rule, ruleWords)}
            onChange={(rule) => change({ rule })}
          />
        </Field>
        <Field name="scope">
          <Select
            label={t("agreement.scope")}
            value={measure.scope}
            options={[
              { value: "theme", label: t("agreement.scopeTheme") },
              { value: "all", label: t("agreement.scopeAll") },
            ]}
            onChange={(scope) => change({ scope })}
          />
        </Field>
        {figures && pair && <PairChoice figures={figures} pair={pair} />}
        <p class="conditions-n">{counted}</p>
      </div>
      {figures && (
        <p class="left-out">
          <strong>{t("agreement.leftOut")}</strong>{" "}
          <Explain what="agreement.leftOutWord" words="agreement.leftOutMeans" />{" "}
          {leftOutWords(figures.left_out, measure.unit)}
          {leftOfTheme && ` · ${leftOfTheme}`}
        </p>
      )}
    </section>
  );
}

/** Two coders, each by name; choosing the other one turns the pair round. */
function PairChoice({ figures, pair }: { readonly figures: RoundFigures; readonly pair: Pair }) {
  const [first, second] = pair;
  const options: readonly Option<string>[] = figures.coders.map(({ member, name }) => ({ value: member, label: name }));
  const choose = (chosen: Pair) => setQuery({ pair: writePair(chosen) });
  return (
    <>
      <Field name="first">
        <Select
          label={t("agreement.first")}
          value={first}
          options={options}
          onChange={(member) => choose([member, member === second ? first : second])}
        />
      </Field>
      <Field name="second">
        <Select
          label={t("agreement.second")}
          value={second}
          options={options}
          onChange={(member) => choose([member === first ? second : first, member])}
        />
      </Field>
    </>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="conditions-field" data-field={name}>
      {children}
    </div>
  );
}

/** The usual choices, and the present one where it is another: a window, a share. */
function including(usual: readonly string[], present: string, words: (value: string) => string): Option<string>[] {
  const all = usual.includes(present) ? usual : [...usual, present];
  return all.map((value) => ({ value, label: words(value) }));
}

function leftOutWords(left: LeftOut, unit: string): string {
  const codings = (n: number) => t("agreement.nCodings", { n });
  return [
    t("agreement.leftOneCoder", { units: unitsN(unit, left.units_one_coder) }),
    t("agreement.leftNobody", { units: unitsN(unit, left.units_nobody) }),
    t("agreement.leftUnreviewed", { codings: codings(left.codings_unreviewed) }),
    t("agreement.leftOutOfScope", { codings: codings(left.codings_out_of_scope) }),
  ].join(" · ");
}
