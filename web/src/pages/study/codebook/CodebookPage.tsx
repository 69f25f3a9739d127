import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Id, Theme } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button, ButtonLink } from "../../../ui/Button";
import { Empty, ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { to } from "../../../ui/router";
import type { Seen, StudyPageProps } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { compareThemes } from "./changes";
import { edit, edits, entryOf, newTheme } from "./edits";
import { nameOf } from "./look";
import { PublishDialog } from "./PublishDialog";
import { ThemeEditor } from "./ThemeEditor";
import { ThemeEntry } from "./ThemeEntry";
import { ThemeTree } from "./ThemeTree";
import { freeSlot, inTreeOrder, lastPlace, moved, siblingsOf } from "./tree";

/** The codebook: drafts for who may see them, to edit for leads; the last published version for everyone else. */
export function CodebookPage({ route, seen }: StudyPageProps<"codebook" | "theme">) {
  const drafts = seen.view.drafts.value;
  const newest = seen.study.codebooks.at(-1);
  const canEdit = seen.isLead && !seen.isBlind && drafts !== null;
  const saved: readonly Theme[] = drafts ? [...drafts.values()].map(entryOf) : (newest?.themes ?? []);
  const themes = canEdit ? withEdits(saved) : saved;
  const living = inTreeOrder(themes);
  const [chosen, choose] = useChosen(seen, "theme" in route ? route.theme : undefined, living);
  const [isPublishing, setPublishing] = useState(false);
  const { refusal, submit } = useActs(seen.view);
  const entry = useRef<HTMLDivElement>(null);
  const unsaved = useUnsaved(canEdit, themes);
  const changes = compareThemes(newest?.themes ?? [], saved);
  const theme = living.find((each) => each.theme === chosen);

  const toFields = () => entry.current?.querySelector<HTMLElement>("input, textarea, h2")?.focus();
  const add = () => {
    const parent = theme?.codable === false ? theme.theme : (theme?.parent ?? null);
    const added = newTheme(newId(), parent, lastPlace(themes, parent), freeSlot(themes));
    edit(added, undefined);
    choose(added.theme);
    requestAnimationFrame(toFields);
  };
  const move = async (what: Theme, by: -1 | 1) => {
    for (const sibling of moved(saved, what, by)) {
      const answer = await submit("theme.put", { theme: sibling }, drafts?.get(sibling.theme)?.rev);
      if (!answer.ok) return;
    }
    const now = siblingsOf([...(seen.view.drafts.peek()?.values() ?? [])], what);
    const n = now.findIndex((sibling) => sibling.theme === what.theme) + 1;
    if (n > 0) say(t("codebook.movedTo", { name: nameOf(what), n, of: now.length }));
  };

  return (
    <Page
      title={t("codebook.title")}
      aside={
        <div class="actions">
          {seen.study.codebooks.length > 0 && (
            <ButtonLink weight="quiet" href={to("codebookHistory", { study: seen.study.study })}>
              {t("codebook.history")}
            </ButtonLink>
          )}
          {canEdit && <Button onPress={add}>{t("codebook.addTheme")}</Button>}
          {canEdit && saved.length > 0 && (
            <Button weight="primary" onPress={() => setPublishing(true)}>
              {t("codebook.publish", { version: (newest?.version ?? 0) + 1 })}
            </Button>
          )}
        </div>
      }
    >
      <Standing seen={seen} canEdit={canEdit} isDraft={drafts !== null} changes={changes.length} />
      <RefusalNotice refusal={refusal} />
      {living.length === 0 ? (
        <Empty
          actions={
            canEdit && (
              <Button weight="primary" onPress={add}>
                {t("codebook.addTheme")}
              </Button>
            )
          }
        >
          {t(canEdit || drafts ? "codebook.none" : "codebook.nonePublished")}
        </Empty>
      ) : (
        <div class="codebook">
          <ThemeTree
            themes={themes}
            chosen={chosen}
            unsaved={unsaved}
            onChoose={choose}
            onOpen={toFields}
            onMove={canEdit ? (what, by) => void move(what, by) : undefined}
          />
          <div ref={entry} class="codebook-entry">
            {theme && canEdit && (
              <ThemeEditor
                key={theme.theme}
                seen={seen}
                theme={theme}
                draft={drafts.get(theme.theme)}
                themes={themes}
                onMove={(what, by) => void move(what, by)}
              />
            )}
            {theme && !canEdit && <ThemeEntry theme={theme} themes={themes} />}
          </div>
        </div>
      )}
      {isPublishing && (
        <PublishDialog
          seen={seen}
          newest={newest}
          drafts={saved}
          changes={changes}
          hasUnsaved={unsaved.size > 0}
          onClose={() => setPublishing(false)}
        />
      )}
    </Page>
  );
}

interface StandingProps {
  readonly seen: Seen;
  readonly canEdit: boolean;
  readonly isDraft: boolean;
  readonly changes: number;
}

/** Which text this is, and why it cannot be changed where it cannot. */
function Standing({ seen, canEdit, isDraft, changes }: StandingProps) {
  const version = seen.study.codebooks.at(-1)?.version;
  const name = isDraft
    ? version
      ? t("codebook.draftAfter", { version })
      : t("codebook.draftFirst")
    : version && t("codebook.versionN", { version });
  return (
    <div class="standing">
      {name && (
        <p class="badge">
          {name}
          {isDraft && version && ` · ${changes > 0 ? t("codebook.changesN", { n: changes }) : t("codebook.noChanges")}`}
        </p>
      )}
      {!canEdit && isDraft && <ReadOnly>{t("codebook.leadsEdit")}</ReadOnly>}
      {!isDraft && version && !(seen.isLead && seen.isBlind) && <ReadOnly>{t("codebook.readPublished")}</ReadOnly>}
      {seen.isLead && seen.isBlind && <p class="explains">{t("codebook.blindLead")}</p>}
    </div>
  );
}

/** What I have written stands over what is saved; themes that are not saved at all come last. */
function withEdits(saved: readonly Theme[]): readonly Theme[] {
  const written = edits.value;
  const known = new Set(saved.map((theme) => theme.theme));
  return [
    ...saved.map((theme) => (theme.archived ? theme : (written.get(theme.theme)?.theme ?? theme))),
    ...[...written.values()].filter(({ base, theme }) => !base && !known.has(theme.theme)).map(({ theme }) => theme),
  ];
}

/** The themes with unsaved text; as long as there are some, the browser asks before it closes the page. */
function useUnsaved(canEdit: boolean, themes: readonly Theme[]): ReadonlySet<Id> {
  const unsaved = new Set(canEdit ? themes.map((theme) => theme.theme).filter((id) => edits.value.has(id)) : []);
  const isAny = unsaved.size > 0;
  useEffect(() => {
    if (!isAny) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isAny]);
  return unsaved;
}

/** The theme on show. Choosing another writes its address without leaving the page, so that the focus stays in the tree. */
function useChosen(seen: Seen, asked: Id | undefined, living: readonly Theme[]): [Id | undefined, (theme: Id) => void] {
  const [chosen, setChosen] = useState(asked);
  useEffect(() => setChosen(asked), [asked]);
  const isThere = living.some((theme) => theme.theme === chosen);
  const choose = (theme: Id) => {
    setChosen(theme);
    history.replaceState(null, "", to("theme", { study: seen.study.study, theme }));
  };
  return [isThere ? chosen : living[0]?.theme, choose];
}
