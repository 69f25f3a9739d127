import { useId } from "preact/hooks";
import { t } from "../../../i18n";
import type { SpeakerRole, Theme } from "../../../model/entries";
import { Checkbox, Select, TextField } from "../../../ui/Field";
import { lookOf, Shape } from "../../../ui/Shape";
import { SPEAKER_ROLES } from "../transcripts/speakers";
import { TEXTS, type TextField as Texts } from "./changes";
import { nameOf, slotName } from "./look";
import { possibleParents } from "./tree";

interface ThemeFormProps {
  readonly theme: Theme;
  readonly themes: readonly Theme[];
  /** Labels of all speakers in the study, for the scope. */
  readonly speakers: readonly string[];
  readonly onChange: (theme: Theme) => void;
}

/** All fields of a theme, both languages side by side. */
export function ThemeForm({ theme, themes, speakers, onChange }: ThemeFormProps) {
  return (
    <>
      <div class="bilingual">
        {TEXTS.map((field) => (
          <BilingualField key={field} field={field} theme={theme} onChange={onChange} />
        ))}
      </div>
      <fieldset class="theme-settings">
        <legend>{t("codebook.settings")}</legend>
        <div class="settings-grid">
          <Select
            label={t("codebook.parent")}
            value={theme.parent ?? ""}
            options={[
              { value: "", label: t("codebook.top") },
              ...possibleParents(themes, theme.theme).map((other) => ({ value: other.theme, label: nameOf(other) })),
            ]}
            onChange={(parent) => onChange({ ...theme, parent: parent || null })}
          />
          <TextField
            label={t("codebook.key")}
            hint={t("codebook.keyHint")}
            error={keyProblem(theme, themes)}
            value={theme.key ?? ""}
            maxLength={2}
            autocomplete="off"
            onInput={(key) => onChange({ ...theme, key: key.trim() || null })}
          />
          <TextField
            label={t("codebook.exclusive_group")}
            hint={t("codebook.groupHint")}
            value={theme.exclusive_group ?? ""}
            maxLength={100}
            autocomplete="off"
            onInput={(group) => onChange({ ...theme, exclusive_group: group.trim() ? group : null })}
          />
          <Checkbox
            label={t("codebook.codable")}
            hint={t("codebook.codableHint")}
            checked={theme.codable}
            onChange={(codable) => onChange({ ...theme, codable })}
          />
        </div>
        <SlotChoice slot={theme.colour} onChange={(colour) => onChange({ ...theme, colour })} />
        <ScopeChoice theme={theme} speakers={speakers} onChange={onChange} />
      </fieldset>
    </>
  );
}

const LANGUAGES = [
  { code: "id", name: "codebook.indonesian" },
  { code: "en", name: "codebook.english" },
] as const;

interface BilingualProps {
  readonly field: Texts;
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

function BilingualField({ field, theme, onChange }: BilingualProps) {
  const id = useId();
  return (
    <>
      {LANGUAGES.map(({ code, name }) => {
        const common = {
          id: `${id}-${code}`,
          lang: code,
          value: theme[field][code],
          autocomplete: "off",
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            onChange({ ...theme, [field]: { ...theme[field], [code]: event.currentTarget.value } }),
        };
        return (
          <div key={code} class="field">
            <label for={common.id}>
              {t("codebook.inLanguage", { field: t(`codebook.${field}`), language: t(name) })}
            </label>
            {field === "label" ? <input {...common} data-first={code === "id"} /> : <textarea {...common} rows={3} />}
          </div>
        );
      })}
    </>
  );
}

/** The key that a theme may not have, as a sentence. */
export function keyProblem(theme: Theme, themes: readonly Theme[]): string | undefined {
  if (theme.key === null) return undefined;
  if ([...theme.key].length !== 1) return t("codebook.keyOne");
  const other = themes.find((each) => !each.archived && each.theme !== theme.theme && each.key === theme.key);
  return other && t("codebook.keyTaken", { name: nameOf(other) });
}

const SLOTS = Array.from({ length: 24 }, (_, i) => i + 1);

function SlotChoice({ slot, onChange }: { readonly slot: number; readonly onChange: (slot: number) => void }) {
  const name = useId();
  return (
    <fieldset class="slots">
      <legend>
        {t("codebook.colour")} <span class="quiet">{slotName(slot)}</span>
      </legend>
      <div class="slot-row">
        {SLOTS.map((each) => (
          <label key={each} class="slot" title={slotName(each)}>
            <input
              type="radio"
              name={name}
              value={each}
              checked={each === slot}
              aria-label={slotName(each)}
              onChange={() => onChange(each)}
            />
            <Shape {...lookOf(each)} size={16} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function ScopeChoice({ theme, speakers, onChange }: Omit<ThemeFormProps, "themes">) {
  const { scope } = theme;
  const setRole = (role: SpeakerRole, isIn: boolean) =>
    onChange({ ...theme, scope: { ...scope, roles: withOrWithout(scope.roles, role, isIn) } });
  const setSpeaker = (label: string, isIn: boolean) =>
    onChange({ ...theme, scope: { ...scope, speakers: withOrWithout(scope.speakers, label, isIn) } });
  const labels = [...new Set([...speakers, ...scope.speakers])].sort();
  return (
    <fieldset class="scope">
      <legend>{t("codebook.scope")}</legend>
      <p class="note">{t("codebook.scopeHint")}</p>
      <div class="checks">
        {SPEAKER_ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`transcripts.${role}`)}
            checked={scope.roles.includes(role)}
            onChange={(isIn) => setRole(role, isIn)}
          />
        ))}
      </div>
      {labels.length > 0 && (
        <details class="more" open={scope.speakers.length > 0}>
          <summary>{t("codebook.scopeSpeakers")}</summary>
          <div class="checks">
            {labels.map((label) => (
              <Checkbox
                key={label}
                label={label}
                checked={scope.speakers.includes(label)}
                onChange={(isIn) => setSpeaker(label, isIn)}
              />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}

/** In a settled order, so that ticking and unticking is no change. */
function withOrWithout<T extends string>(all: readonly T[], one: T, isIn: boolean): readonly T[] {
  return [...all.filter((each) => each !== one), ...(isIn ? [one] : [])].sort();
}
