import { t } from "../../../i18n";
import type { Span } from "../../../model/entries";
import { Button } from "../../../ui/Button";
import { edgeMoved } from "./outcomes";

interface EdgeEditorProps {
  readonly words: readonly Span[];
  readonly span: Span;
  readonly quote: string;
  readonly onChange: (span: Span) => void;
}

/** New edges, word by word. */
export function EdgeEditor({ words, span, quote, onChange }: EdgeEditorProps) {
  const move = (edge: "start" | "end", by: 1 | -1) => onChange(edgeMoved(words, span, edge, by));
  return (
    <div class="edge-editor">
      <q class="quote-line" aria-live="polite">
        {quote}
      </q>
      <div class="sheet-edges">
        <span>{t("coding.startWord")}</span>
        <Button label={t("coding.startEarlier")} onPress={() => move("start", -1)}>
          ◂
        </Button>
        <Button label={t("coding.startLater")} onPress={() => move("start", 1)}>
          ▸
        </Button>
        <span>{t("coding.endWord")}</span>
        <Button label={t("coding.endEarlier")} onPress={() => move("end", -1)}>
          ◂
        </Button>
        <Button label={t("coding.endLater")} onPress={() => move("end", 1)}>
          ▸
        </Button>
      </div>
    </div>
  );
}
