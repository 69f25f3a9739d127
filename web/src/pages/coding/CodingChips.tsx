import { t } from "../../i18n";
import type { Coding } from "../../model/entries";
import { Shape } from "../../ui/Shape";
import { removeCoding } from "./acts";
import { CheckSign } from "./CheckSign";
import type { Desk } from "./desk";

/** A unit's codings as words: in place of the lanes where the screen is narrow, and for print. */
export function CodingChips({ desk, codings }: { readonly desk: Desk; readonly codings: readonly Coding[] }) {
  const me = desk.me.value;
  const canRemove = desk.readOnly.value === null;
  return (
    <ul class="coding-chips">
      {codings.map((coding) => {
        const name = desk.nameOf(coding.theme);
        const isOwn = coding.coder === me;
        return (
          <li key={coding.coding} class={`theme-tag slot-${desk.look(desk.theme(coding.theme)).colour}`}>
            <Shape {...desk.look(desk.theme(coding.theme))} size={10} />
            {isOwn ? name : t("coding.codingBy", { theme: name, coder: desk.memberName(coding.coder) })}
            {coding.anchor && (
              <span class="chip-check">
                <CheckSign /> {t("coding.toCheck")}
              </span>
            )}
            {isOwn && canRemove && (
              <button
                type="button"
                class="chip-remove"
                tabIndex={-1}
                aria-label={t("coding.removeCoding", { theme: name })}
                onClick={() => removeCoding(desk, coding)}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
