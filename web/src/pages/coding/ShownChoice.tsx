import { useId } from "preact/hooks";
import { language, t } from "../../i18n";
import { inTree, said } from "../../model/selectors";
import { Checkbox, Select } from "../../ui/Field";
import type { Desk } from "./desk";

const ALL = "";

/** Whose lanes are shown, and of which theme. It changes what is seen, never what is there. */
export function ShownChoice({ desk }: { readonly desk: Desk }) {
  const id = useId();
  const coders = desk.coders.value;
  const themes = inTree(desk.themes.value).filter(({ theme }) => theme.codable);
  const isLess = desk.onlyTheme.value !== null || desk.hidden.value.size > 0;
  return (
    <>
      <button type="button" class="link" popovertarget={id}>
        {t(isLess ? "coding.shownLess" : "coding.shown")}
      </button>
      <div id={id} popover="auto" class="shown-choice" role="group" aria-label={t("coding.shown")}>
        <Select
          label={t("differences.theme")}
          value={desk.onlyTheme.value ?? ALL}
          options={[
            { value: ALL, label: t("coding.allThemes") },
            ...themes.map(({ theme }) => ({ value: theme.theme, label: said(theme.label, language.value) })),
          ]}
          onChange={(theme) => (desk.onlyTheme.value = theme || null)}
        />
        {coders.length > 1 &&
          coders.map((coder) => (
            <Checkbox
              key={coder}
              label={desk.memberName(coder)}
              checked={!desk.hidden.value.has(coder)}
              onChange={() => desk.toggleLane(coder)}
            />
          ))}
      </div>
    </>
  );
}
