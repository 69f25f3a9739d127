import { useId, useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { settingText } from "./Changes";
import { type Merge, type Part, partKey, withPart } from "./merge";

interface ConflictProps {
  readonly mine: Theme;
  readonly theirs: Theme;
  readonly merge: Merge;
  readonly themes: readonly Theme[];
  readonly busy: boolean;
  readonly onKeep: (theme: Theme) => void;
  readonly onClose: () => void;
}

/** Both texts side by side, a choice for each part that two people changed differently. */
export function ConflictDialog({ mine, theirs, merge, themes, busy, onKeep, onClose }: ConflictProps) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const keep = () => {
    const parts = merge.conflicts.filter((part) => taken.has(partKey(part)));
    onKeep(parts.reduce((theme, part) => withPart(theme, mine, part), merge.theme));
  };
  const choose = (part: Part, isMine: boolean) => {
    const next = new Set(taken);
    if (isMine) next.add(partKey(part));
    else next.delete(partKey(part));
    setTaken(next);
  };
  return (
    <Dialog title={t("codebook.conflictTitle")} onClose={onClose}>
      <p>{t("codebook.conflictWhat")}</p>
      {merge.conflicts.map((part) => (
        <fieldset key={partKey(part)} class="conflict">
          <legend>{partName(part)}</legend>
          <Side
            title={t("codebook.mine")}
            text={partText(mine, part, themes)}
            part={part}
            chosen={taken.has(partKey(part))}
            onChoose={() => choose(part, true)}
          />
          <Side
            title={t("codebook.theirs")}
            text={partText(theirs, part, themes)}
            part={part}
            chosen={!taken.has(partKey(part))}
            onChoose={() => choose(part, false)}
          />
        </fieldset>
      ))}
      <div class="actions">
        <Button weight="primary" busy={busy} onPress={keep}>
          {t("codebook.keepChosen")}
        </Button>
        <Button weight="quiet" onPress={onClose}>
          {t("common.cancel")}
        </Button>
      </div>
    </Dialog>
  );
}

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly part: Part;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Side({ title, text, part, chosen, onChoose }: SideProps) {
  const id = useId();
  return (
    <div class="conflict-side">
      <label for={id}>
        <input id={id} type="radio" name={partKey(part)} checked={chosen} onChange={onChoose} />{" "}
        <strong>{title}</strong>
      </label>
      <p lang={"language" in part ? part.language : undefined}>{text || t("codebook.emptyText")}</p>
    </div>
  );
}

function partName(part: Part): string {
  if (part.field === "place") return t("codebook.moved");
  const field = t(`codebook.${part.field}`);
  if (!("language" in part)) return field;
  return t("codebook.inLanguage", {
    field,
    language: t(part.language === "id" ? "codebook.indonesian" : "codebook.english"),
  });
}

function partText(theme: Theme, part: Part, themes: readonly Theme[]): string {
  return "language" in part ? theme[part.field][part.language] : settingText(theme, part.field, themes);
}
