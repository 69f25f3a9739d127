import { useRef } from "preact/hooks";
import { language, t } from "../../i18n";
import type { Bilingual, Theme } from "../../model/entries";
import { inTree, said } from "../../model/selectors";
import { KeyCap } from "../../ui/KeyCap";
import { ariaKeys } from "../../ui/keys";
import { to } from "../../ui/router";
import { Shape } from "../../ui/Shape";
import { toggleTheme } from "./acts";
import type { Desk } from "./desk";

/** The codebook of the round: themes with their keys and one's own counts, then the entry of the theme in focus. */
export function ThemeList({ desk }: { readonly desk: Desk }) {
  const list = useRef<HTMLUListElement>(null);
  const themes = inTree(desk.themes.value);
  if (themes.length === 0) {
    return (
      <aside class="rail desk-themes" aria-label={t("common.codebook")}>
        <p class="quiet">{t("coding.noCodebook")}</p>
        <a href={to("codebook", { study: desk.view.id })}>{t("coding.toCodebook")}</a>
      </aside>
    );
  }
  const codable = themes.filter(({ theme }) => theme.codable);
  const chosen = desk.chosenTheme.value ?? codable[0]?.theme.theme ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = codable.findIndex(({ theme }) => theme.theme === chosen);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: codable.length - 1 };
    const next = codable[steps[event.key] ?? -1];
    if (next) {
      desk.chosenTheme.value = next.theme.theme;
      list.current?.querySelector<HTMLElement>(`[data-theme-id="${next.theme.theme}"]`)?.focus();
    } else if ((event.key === "Enter" || event.key === " ") && chosen) toggleTheme(desk, chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const entry = chosen ? desk.theme(chosen) : undefined;
  return (
    <aside class="rail desk-themes" aria-label={t("common.codebook")}>
      <div class="rail-head">
        <h2>
          {t("common.codebook")} v{desk.codebook.value?.version}
        </h2>
        <span class="quiet">{t("coding.yourCodes")}</span>
      </div>
      <ul ref={list} class="theme-list" role="listbox" aria-label={t("coding.themes")} onKeyDown={onKeyDown}>
        {themes.map(({ theme, depth }) =>
          theme.codable ? (
            <ThemeRow key={theme.theme} desk={desk} theme={theme} depth={depth} isChosen={theme.theme === chosen} />
          ) : (
            <li key={theme.theme} role="presentation" class="theme-heading">
              {said(theme.label, language.value)}
            </li>
          ),
        )}
      </ul>
      {entry && <Entry desk={desk} theme={entry} />}
    </aside>
  );
}

interface RowProps {
  readonly desk: Desk;
  readonly theme: Theme;
  readonly depth: number;
  readonly isChosen: boolean;
}

function ThemeRow({ desk, theme, depth, isChosen }: RowProps) {
  const key = desk.keyOf.value.get(theme.theme);
  const n = desk.counts.value.get(theme.theme);
  const name = said(theme.label, language.value);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <li
      role="option"
      class={`theme-row slot-${desk.look(theme).colour} depth-${Math.min(depth, 3)}`}
      data-theme-id={theme.theme}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-keyshortcuts={key && ariaKeys(key)}
      onClick={() => toggleTheme(desk, theme.theme)}
    >
      {key ? <KeyCap keys={key} /> : <span class="no-key" />}
      <Shape {...desk.look(theme)} size={13} />
      <span class="theme-name">{name}</span>
      <span class="theme-other">{otherName(theme.label, name)}</span>
      <span class="theme-count">{n ?? "–"}</span>
    </li>
  );
}

/** The name in the other language, where it says something new. */
export function otherName(label: Bilingual, name: string): string {
  const other = language.value === "id" ? label.en : label.id;
  return other === name ? "" : other.toLowerCase();
}

function Entry({ desk, theme }: { readonly desk: Desk; readonly theme: Theme }) {
  const name = said(theme.label, language.value);
  const parts = [
    ["coding.include", theme.include],
    ["coding.exclude", theme.exclude],
  ] as const;
  return (
    <section class="theme-entry" aria-label={name}>
      <h2>
        <Shape {...desk.look(theme)} size={15} /> {name} <small>{otherName(theme.label, name)}</small>
      </h2>
      <p>{said(theme.definition, language.value)}</p>
      {parts.map(([key, text]) => {
        const words = said(text, language.value);
        return (
          words && (
            <div key={key}>
              <h3>{t(key)}</h3>
              <p>{words}</p>
            </div>
          )
        );
      })}
    </section>
  );
}
