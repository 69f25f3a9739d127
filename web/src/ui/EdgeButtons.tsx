import { t } from "../i18n";
import { Button } from "./Button";

/** Moves the edges of a mark, word by word. */
export function EdgeButtons({ onMove }: { readonly onMove: (edge: "start" | "end", by: 1 | -1) => void }) {
  return (
    <div class="sheet-edges">
      <span>{t("coding.startWord")}</span>
      <Button label={t("coding.startEarlier")} onPress={() => onMove("start", -1)}>
        ◂
      </Button>
      <Button label={t("coding.startLater")} onPress={() => onMove("start", 1)}>
        ▸
      </Button>
      <span>{t("coding.endWord")}</span>
      <Button label={t("coding.endEarlier")} onPress={() => onMove("end", -1)}>
        ◂
      </Button>
      <Button label={t("coding.endLater")} onPress={() => onMove("end", 1)}>
        ▸
      </Button>
    </div>
  );
}
