import { useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Draft, Theme } from "../../../model/entries";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { useKeys } from "../../../ui/keys";
import type { Seen } from "../inStudy";
import { RefusalNotice, useActs } from "../useActs";
import { ConflictDialog } from "./ConflictDialog";
import { drop, edit, edits, entryOf } from "./edits";
import { nameOf, otherNameOf, ThemeShape } from "./look";
import { type Merge, merge } from "./merge";
import { keyProblem, ThemeForm } from "./ThemeForm";

interface ThemeEditorProps {
  readonly seen: Seen;
  /** As it stands on this page: the draft, or what I have written over it. */
  readonly theme: Theme;
  readonly draft: Draft | undefined;
  readonly themes: readonly Theme[];
  readonly onMove: (theme: Theme, by: -1 | 1) => void;
}

interface Conflict {
  readonly mine: Theme;
  readonly theirs: Draft;
  readonly merge: Merge;
}

/** The fields of one theme, saved as a draft. What somebody else saved meanwhile is merged, or both texts are shown. */
export function ThemeEditor({ seen, theme, draft, themes, onMove }: ThemeEditorProps) {
  const { busy, refusal, submit, forget } = useActs(seen.view);
  const [conflict, setConflict] = useState<Conflict | undefined>(undefined);
  const [isArchiving, setArchiving] = useState(false);
  const mine = edits.value.get(theme.theme);
  const hasLabel = theme.label.id.trim() !== "" || theme.label.en.trim() !== "";
  const hasChildren = themes.some((other) => !other.archived && other.parent === theme.theme);
  const canSave = hasLabel && !keyProblem(theme, themes);

  const put = async (entry: Theme, rev: number | undefined) => {
    const answer = await submit("theme.put", { theme: entry }, rev);
    if (answer.ok) {
      drop(theme.theme);
      setConflict(undefined);
      say(t("codebook.savedDraft"));
    } else if (answer.code === "E_STALE") save();
  };
  /** Compares with the draft as it is now, not as it was when this page was drawn. */
  const save = () => {
    const current = seen.view.drafts.peek()?.get(theme.theme);
    const written = edits.peek().get(theme.theme);
    if (!written) return;
    if (!current || !written.base) return void put(written.theme, undefined);
    const merged = merge(written.base, written.theme, entryOf(current));
    if (merged.conflicts.length > 0) {
      forget();
      setConflict({ mine: written.theme, theirs: current, merge: merged });
    } else void put(merged.theme, current.rev);
  };
  useKeys({
    title: "codebook.title",
    bindings: [{ keys: "Ctrl Enter", does: "codebook.saveDraft", whileTyping: true, run: () => canSave && save() }],
  });

  return (
    <form
      class="entry form"
      aria-label={nameOf(theme)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save();
      }}
    >
      <div class="entry-head">
        <h2>
          <ThemeShape theme={theme} themes={themes} size={16} /> {nameOf(theme)}{" "}
          <span class="quiet">{otherNameOf(theme)}</span>
        </h2>
        {draft && (
          <div class="actions">
            <Button weight="quiet" onPress={() => onMove(theme, -1)}>
              {t("codebook.moveUp")}
            </Button>
            <Button weight="quiet" onPress={() => onMove(theme, 1)}>
              {t("codebook.moveDown")}
            </Button>
            <Button weight="quiet" onPress={() => setArchiving(true)}>
              {t("codebook.archive")}
            </Button>
          </div>
        )}
      </div>
      <ThemeForm
        theme={theme}
        themes={themes}
        speakers={speakersOf(seen)}
        onChange={(changed) => edit(changed, draft)}
      />
      {!hasLabel && mine && <p class="note wrong">{t("codebook.needsLabel")}</p>}
      <RefusalNotice refusal={refusal?.code === "E_STALE" ? undefined : refusal} />
      {mine && (
        <div class="actions foot">
          {canSave && (
            <Button submits weight="primary" busy={busy}>
              {t("codebook.saveDraft")}
            </Button>
          )}
          <Button weight="quiet" onPress={() => drop(theme.theme)}>
            {t("codebook.discard")}
          </Button>
        </div>
      )}
      {conflict && (
        <ConflictDialog
          {...conflict}
          themes={themes}
          busy={busy}
          onKeep={(chosen) => void put(chosen, conflict.theirs.rev)}
          onClose={() => setConflict(undefined)}
        />
      )}
      {isArchiving && draft && (
        <ArchiveDialog seen={seen} draft={draft} hasChildren={hasChildren} onClose={() => setArchiving(false)} />
      )}
    </form>
  );
}

function speakersOf({ study }: Seen): readonly string[] {
  return [...new Set([...study.transcripts.values()].flatMap(({ speakers }) => speakers.map(({ label }) => label)))];
}

interface ArchiveProps {
  readonly seen: Seen;
  readonly draft: Draft;
  readonly hasChildren: boolean;
  readonly onClose: () => void;
}

function ArchiveDialog({ seen, draft, hasChildren, onClose }: ArchiveProps) {
  const { busy, refusal, submit } = useActs(seen.view);
  const archive = async () => {
    const rev = seen.view.drafts.peek()?.get(draft.theme)?.rev ?? draft.rev;
    const answer = await submit("theme.archive", { theme: draft.theme }, rev);
    if (!answer.ok) return;
    drop(draft.theme);
    onClose();
  };
  return (
    <Dialog title={t("codebook.archiveTitle", { name: nameOf(draft) })} onClose={onClose}>
      <p>{t(hasChildren ? "codebook.archiveChildren" : "codebook.archiveWhat")}</p>
      <RefusalNotice refusal={refusal} />
      <div class="actions">
        {!hasChildren && (
          <Button weight="danger" busy={busy} onPress={() => void archive()}>
            {t("codebook.archive")}
          </Button>
        )}
        <Button weight="quiet" onPress={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
