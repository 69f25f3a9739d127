import { t } from "../../i18n";
import { Button } from "../../ui/Button";
import { EdgeButtons } from "../../ui/EdgeButtons";
import { beginEdges, keepEdges, moveEdge, removeChosen } from "./acts";
import type { Desk } from "./desk";

/** For the coding that one has chosen: its edges by press, word by word, or away with it. */
export function EdgeBar({ desk }: { readonly desk: Desk }) {
  const edging = desk.edging.value;
  const chosen = desk.own.value.find(({ coding }) => coding === desk.chosenCoding.value);
  const coding = edging ?? chosen;
  if (!coding || desk.readOnly.value !== null) return null;
  return (
    <div class="edge-bar" role="group" aria-label={t("coding.edgesOf", { theme: desk.nameOf(coding.theme) })}>
      <strong>{desk.nameOf(coding.theme)}</strong>
      {edging ? (
        <>
          <EdgeButtons onMove={(edge, by) => moveEdge(desk, edge, by)} />
          <Button weight="primary" keys="Enter" onPress={() => keepEdges(desk)}>
            {t("coding.keepEdges")}
          </Button>
          <Button weight="quiet" keys="Escape" onPress={() => desk.unmark()}>
            {t("common.cancel")}
          </Button>
        </>
      ) : (
        <>
          <Button keys="E" onPress={() => beginEdges(desk)}>
            {t("coding.changeEdges")}
          </Button>
          <Button weight="quiet" keys="Delete" onPress={() => removeChosen(desk)}>
            {t("common.remove")}
          </Button>
        </>
      )}
    </div>
  );
}
