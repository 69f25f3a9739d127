import { language, list, t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { TEXTS } from "./changes";
import { nameOf, otherNameOf, slotName, ThemeShape } from "./look";

interface ThemeEntryProps {
  readonly theme: Theme;
  readonly themes: readonly Theme[];
}

const LANGUAGES = ["id", "en"] as const;

/** A theme to read: its texts in both languages side by side, then what it is set to. */
export function ThemeEntry({ theme, themes }: ThemeEntryProps) {
  return (
    <article class="entry">
      <h2>
        <ThemeShape theme={theme} themes={themes} size={16} /> {nameOf(theme)}{" "}
        <span class="quiet">{otherNameOf(theme)}</span>
      </h2>
      <dl class="entry-texts">
        {TEXTS.filter((field) => field !== "label").map((field) => (
          <div key={field}>
            <dt>{t(`codebook.${field}`)}</dt>
            {LANGUAGES.filter((code) => theme[field][code] !== "").map((code) => (
              <dd key={code} lang={code} class={code === language.value ? "" : "quiet"}>
                {theme[field][code]}
              </dd>
            ))}
            {theme[field].id === "" && theme[field].en === "" && <dd class="quiet">{t("codebook.emptyText")}</dd>}
          </div>
        ))}
      </dl>
      <dl class="facts">
        <div>
          <dt>{t("codebook.colour")}</dt>
          <dd>{slotName(theme.colour)}</dd>
        </div>
        <div>
          <dt>{t("codebook.key")}</dt>
          <dd>{theme.key ? <kbd class="key">{theme.key}</kbd> : "–"}</dd>
        </div>
        <div>
          <dt>{t("codebook.scope")}</dt>
          <dd>{scopeText(theme)}</dd>
        </div>
        <div>
          <dt>{t("codebook.exclusive_group")}</dt>
          <dd>{theme.exclusive_group ?? t("codebook.noGroup")}</dd>
        </div>
        <div>
          <dt>{t("codebook.codable")}</dt>
          <dd>{codableText(theme)}</dd>
        </div>
      </dl>
    </article>
  );
}

export function scopeText({ scope: { roles, speakers } }: Theme): string {
  const all = [...roles.map((role) => t(`transcripts.${role}`)), ...speakers];
  return all.length === 0 ? t("codebook.everyTurn") : list(all);
}

export function codableText({ codable }: Theme): string {
  return codable ? t("codebook.yes") : t("codebook.heading");
}
