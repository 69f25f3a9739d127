import { inOrder, t } from "../../../i18n";
import type { Id, Member, Transcript } from "../../../model/entries";
import type { StudyState } from "../../../model/state";
import { Button } from "../../../ui/Button";
import { Checkbox, Choice, Select, TextField } from "../../../ui/Field";
import { codersPerTranscript, codes, type Plan, type Problem, readMeasure, toggled, writeMeasure } from "./plan";

interface PlanFormProps {
  readonly study: StudyState;
  readonly plan: Plan;
  readonly problems: readonly Problem[];
  readonly onChange: (plan: Plan) => void;
}

/** Four things on one page: name and mode, transcripts and coders, who codes what, and how agreement will be counted. */
export function PlanForm({ study, plan, problems, onChange }: PlanFormProps) {
  const has = (kind: Problem["kind"]) => problems.some((problem) => problem.kind === kind);
  const transcripts = [...study.transcripts.values()].sort((one, other) => inOrder(one.name, other.name));
  const members = possibleCoders(study);
  return (
    <>
      <TextField
        label={t("rounds.name")}
        error={has("noName") ? t("rounds.noName") : undefined}
        value={plan.name}
        maxLength={200}
        autocomplete="off"
        required
        onInput={(name) => onChange({ ...plan, name })}
      />
      <div class="form">
        <Choice
          label={t("rounds.mode")}
          value={plan.mode}
          options={[
            { value: "blind", label: t("rounds.blind") },
            { value: "open", label: t("rounds.open") },
          ]}
          onChange={(mode) => onChange({ ...plan, mode })}
        />
        <p class="consequence" aria-live="polite">
          {t(plan.mode === "blind" ? "rounds.blindMeans" : "rounds.openMeans")}
        </p>
      </div>
      <div class="pick-two">
        <Pick
          legend={t("rounds.transcripts")}
          all={transcripts.map(({ transcript, name }) => ({ id: transcript, name }))}
          chosen={plan.transcripts}
          onChange={(chosen) => onChange({ ...plan, transcripts: chosen })}
        />
        <Pick
          legend={t("rounds.coders")}
          all={members.map(({ member, name }) => ({ id: member, name }))}
          chosen={plan.coders}
          onChange={(coders) => onChange({ ...plan, coders })}
        />
      </div>
      <Grid plan={plan} transcripts={transcripts} members={members} onChange={onChange} />
      <Measures plan={plan} has={has} onChange={onChange} />
    </>
  );
}

/** Coders and leads; observers do not code. */
export function possibleCoders(study: StudyState): readonly Member[] {
  return [...study.members.values()]
    .filter((member) => !member.removed && member.role !== "observer")
    .sort((one, other) => inOrder(one.name, other.name));
}

interface PickProps {
  readonly legend: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}

function Pick({ legend, all, chosen, onChange }: PickProps) {
  const set = (id: Id, isIn: boolean) =>
    onChange(all.map((each) => each.id).filter((each) => (each === id ? isIn : chosen.includes(each))));
  const isAll = chosen.length === all.length;
  return (
    <fieldset class="pick">
      <legend>
        {legend} <span class="quiet">{t("common.progress", { n: chosen.length, of: all.length })}</span>
      </legend>
      <Button
        weight="quiet"
        label={`${legend}: ${t(isAll ? "rounds.clear" : "rounds.all")}`}
        onPress={() => onChange(isAll ? [] : all.map((each) => each.id))}
      >
        {t(isAll ? "rounds.clear" : "rounds.all")}
      </Button>
      <div class="checks">
        {all.map(({ id, name }) => (
          <Checkbox key={id} label={name} checked={chosen.includes(id)} onChange={(isIn) => set(id, isIn)} />
        ))}
      </div>
    </fieldset>
  );
}

interface GridProps {
  readonly plan: Plan;
  readonly transcripts: readonly Transcript[];
  readonly members: readonly Member[];
  readonly onChange: (plan: Plan) => void;
}

function Grid({ plan, transcripts, members, onChange }: GridProps) {
  const rows = transcripts.filter(({ transcript }) => plan.transcripts.includes(transcript));
  const columns = members.filter(({ member }) => plan.coders.includes(member));
  if (rows.length === 0 || columns.length === 0) return null;
  const single = [...codersPerTranscript(plan).values()].filter((n) => n === 1).length;
  return (
    <details class="more" open={plan.without.length > 0}>
      <summary>{t("rounds.grid")}</summary>
      <p class="note">{t("rounds.gridHint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section class="scrolls" tabIndex={0} aria-label={t("rounds.grid")}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{t("rounds.transcripts")}</th>
              {columns.map(({ member, name }) => (
                <th key={member} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ transcript, name }) => (
              <tr key={transcript}>
                <th scope="row">{name}</th>
                {columns.map(({ member, name: coder }) => (
                  <td key={member}>
                    <input
                      type="checkbox"
                      aria-label={t("rounds.gridCell", { member: coder, transcript: name })}
                      checked={codes(plan, member, transcript)}
                      onChange={() => onChange(toggled(plan, { member, transcript }))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {single > 0 && <p class="caution">{t("rounds.oneCoder", { n: single })}</p>}
    </details>
  );
}

const UNITS = ["turn", "paragraph", "sentence", "token", "character", "window"] as const;
const RULES = ["any", "half", "share"] as const;

interface MeasuresProps {
  readonly plan: Plan;
  readonly has: (kind: Problem["kind"]) => boolean;
  readonly onChange: (plan: Plan) => void;
}

function Measures({ plan, has, onChange }: MeasuresProps) {
  const unit = readMeasure(plan.unit);
  const rule = readMeasure(plan.rule);
  return (
    <details class="more" open={plan.unit !== "turn" || plan.rule !== "any"}>
      <summary>{t("rounds.unit")}</summary>
      <p class="note">{t("rounds.measureHint")}</p>
      <div class="settings-grid">
        <Select
          label={t("rounds.unit")}
          value={unit.word}
          options={UNITS.map((value) => ({ value, label: t(`rounds.${value}`) }))}
          onChange={(word) => onChange({ ...plan, unit: word === "window" ? "window:40" : word })}
        />
        {unit.word === "window" && (
          <TextField
            label={t("rounds.windowSize")}
            error={has("badUnit") ? t("rounds.badUnit") : undefined}
            value={unit.number ?? ""}
            onInput={(number) => onChange({ ...plan, unit: writeMeasure({ word: "window", number }) })}
          />
        )}
        <Select
          label={t("rounds.rule")}
          value={rule.word}
          options={RULES.map((value) => ({ value, label: t(`rounds.${value}`) }))}
          onChange={(word) => onChange({ ...plan, rule: word === "share" ? "share:0.3" : word })}
        />
        {rule.word === "share" && (
          <TextField
            label={t("rounds.shareSize")}
            error={has("badRule") ? t("rounds.badRule") : undefined}
            value={rule.number ?? ""}
            onInput={(number) => onChange({ ...plan, rule: writeMeasure({ word: "share", number }) })}
          />
        )}
      </div>
    </details>
  );
}
