import { t } from "../../i18n";
import type { Coding } from "../../model/entries";
import { Shape } from "../../ui/Shape";
import { confirmCoding, removeCoding } from "./acts";
import { CheckSign } from "./CheckSign";
import type { Desk } from "./desk";
import { focusText } from "./deskKeys";

/** In its place in the text: one's own codings of a unit that a correction changed, to confirm or to remove. */
export function Checks({ desk, codings }: { readonly desk: Desk; readonly codings: readonly Coding[] }) {
  const toCheck = codings.filter(({ anchor, coder }) => anchor && coder === desk.me.value);
  if (toCheck.length === 0 || desk.readOnly.value !== null) return null;
  return (
    <ul class="turn-checks">
      {toCheck.map((coding) => {
        const theme = desk.nameOf(coding.theme);
        return (
          <li key={coding.coding} class={`slot-${desk.look(desk.theme(coding.theme)).colour}`}>
            <span class="turn-check-name">
              <CheckSign />
              <Shape {...desk.look(desk.theme(coding.theme))} size={11} />
              {t("coding.toCheckNamed", { theme })}
            </span>
            <InText label={t("coding.stillRightNamed", { theme })} onPress={() => confirmCoding(desk, coding)}>
              {t("coding.stillRight")}
            </InText>
            <InText label={t("coding.removeCoding", { theme })} onPress={() => removeCoding(desk, coding)}>
              {t("common.remove")}
            </InText>
          </li>
        );
      })}
    </ul>
  );
}

interface InTextProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: string;
}

/** The text is one tab stop, so what stands in it is for pointer and touch; the keys stay with the unit. */
function InText({ label, onPress, children }: InTextProps) {
  return (
    <button
      type="button"
      class="link"
      tabIndex={-1}
      aria-label={label}
      onClick={() => {
        onPress();
        focusText();
      }}
    >
      {children}
    </button>
  );
}
