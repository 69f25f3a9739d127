import { t } from "../../../i18n";
import { ButtonLink } from "../../../ui/Button";
import { Empty } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address, to } from "../../../ui/router";
import type { StudyPageProps } from "../inStudy";
import { Changes } from "./Changes";
import { compareThemes } from "./changes";
import { ThemeEntry } from "./ThemeEntry";
import { inTreeOrder } from "./tree";

/** Every published version, with its reason, what it changed, and all of it to read. */
export function HistoryPage({ seen }: StudyPageProps<"codebookHistory">) {
  const { study, codebooks } = seen.study;
  const asked = Number(address.value.query.get("version"));
  const shown = codebooks.find(({ version }) => version === asked) ?? codebooks.at(-1);
  const before = codebooks.find(({ version }) => version === (shown?.version ?? 0) - 1);
  const path = to("codebookHistory", { study });
  return (
    <Page
      title={t("codebook.history")}
      aside={
        <ButtonLink weight="quiet" href={to("codebook", { study })}>
          {t("codebook.title")}
        </ButtonLink>
      }
    >
      {!shown && <Empty>{t("codebook.historyNone")}</Empty>}
      {shown && (
        <div class="codebook">
          <nav aria-label={t("codebook.history")}>
            <ul class="versions">
              {codebooks.toReversed().map(({ version, reason }) => (
                <li key={version}>
                  <a href={`${path}?version=${version}`} aria-current={version === shown.version ? "page" : undefined}>
                    <strong>{t("codebook.versionN", { version })}</strong>
                    <span class="quiet">{reason}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="codebook-entry">
            <section class="entry">
              <h2>{t("codebook.versionN", { version: shown.version })}</h2>
              <p>{shown.reason}</p>
              {before ? (
                <>
                  <h3>{t("codebook.changedSince", { version: before.version })}</h3>
                  <Changes
                    changes={compareThemes(before.themes, shown.themes)}
                    before={before.themes}
                    after={shown.themes}
                  />
                </>
              ) : (
                <p class="quiet">{t("codebook.firstVersion")}</p>
              )}
            </section>
            <section class="stack">
              <h2>{t("codebook.wholeVersion")}</h2>
              {inTreeOrder(shown.themes).map((theme) => (
                <ThemeEntry key={theme.theme} theme={theme} themes={shown.themes} />
              ))}
            </section>
          </div>
        </div>
      )}
    </Page>
  );
}
