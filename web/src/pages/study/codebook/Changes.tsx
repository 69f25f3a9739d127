import { t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import type { Setting, TextField, ThemeChange } from "./changes";
import { nameOf, slotName, ThemeShape } from "./look";
import { codableText, scopeText } from "./ThemeEntry";
import { compareWords } from "./words";

interface ChangesProps {
  readonly changes: readonly ThemeChange[];
  readonly before: readonly Theme[];
  readonly after: readonly Theme[];
}

/** What differs between two versions: theme by theme, texts word by word in both languages. */
export function Changes({ changes, before, after }: ChangesProps) {
  return (
    <ul class="changes">
      {changes.map((change) => {
        const theme = change.kind === "removed" ? change.before : change.after;
        return (
          <li key={theme.theme} class="change">
            <h3>
              <ThemeShape theme={theme} themes={change.kind === "removed" ? before : after} /> {nameOf(theme)}{" "}
              <span class={`change-kind is-${change.kind}`}>{t(`codebook.${change.kind}`)}</span>
            </h3>
            {change.kind === "changed" && (
              <>
                {change.texts.map((field) => (
                  <TextChange key={field} field={field} before={change.before} after={change.after} />
                ))}
                {change.settings.map((field) => (
                  <p key={field}>
                    {t("codebook.fromTo", {
                      field: t(`codebook.${field}`),
                      before: settingText(change.before, field, before),
                      after: settingText(change.after, field, after),
                    })}
                  </p>
                ))}
                {change.isMoved && <p>{t("codebook.moved")}</p>}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const LANGUAGES = ["id", "en"] as const;

function TextChange({
  field,
  before,
  after,
}: {
  readonly field: TextField;
  readonly before: Theme;
  readonly after: Theme;
}) {
  return (
    <>
      {LANGUAGES.filter((code) => before[field][code] !== after[field][code]).map((code) => (
        <div key={code} class="text-change">
          <p class="note">
            {t("codebook.inLanguage", {
              field: t(`codebook.${field}`),
              language: t(code === "id" ? "codebook.indonesian" : "codebook.english"),
            })}
          </p>
          <p lang={code}>
            <Words before={before[field][code]} after={after[field][code]} />
          </p>
        </div>
      ))}
    </>
  );
}

/** Removed words struck out, added ones underlined; a screen reader is told which is which. */
export function Words({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {compareWords(before, after).map(({ kind, text }, i) => {
        if (kind === "same") return <span key={i}>{text}</span>;
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={i}>
            <span class="unseen">{t(kind === "removed" ? "codebook.deleted" : "codebook.inserted")}: </span>
            {text}
          </Mark>
        );
      })}
    </>
  );
}

export function settingText(theme: Theme, field: Setting | "place", themes: readonly Theme[]): string {
  switch (field) {
    case "parent": {
      const parent = themes.find((other) => other.theme === theme.parent);
      return parent ? nameOf(parent) : t("codebook.top");
    }
    case "colour":
      return slotName(theme.colour);
    case "key":
      return theme.key ?? "–";
    case "scope":
      return scopeText(theme);
    case "exclusive_group":
      return theme.exclusive_group ?? t("codebook.noGroup");
    case "codable":
      return codableText(theme);
    case "place":
      return String(theme.place + 1);
  }
}
