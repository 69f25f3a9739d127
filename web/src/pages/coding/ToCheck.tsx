import { useRef, useState } from "preact/hooks";
import { t } from "../../i18n";
import type { Coding, Orphan } from "../../model/entries";
import { Button } from "../../ui/Button";
import { KeyCap } from "../../ui/KeyCap";
import { keyHints } from "../../ui/preferences";
import { Shape } from "../../ui/Shape";
import { textOf } from "../study/share";
import { confirmCoding, dismissOrphan, goToPlaceOf, removeCoding } from "./acts";
import { CheckSign } from "./CheckSign";
import type { Desk } from "./desk";
import { focusText } from "./deskKeys";

/** Does an act by which an entry leaves the list; the focus goes on to what comes next there, and to the text after the last. */
type Settle = (act: () => void) => void;

/** What a correction left to do for its coder: codings whose text changed, and those that lost it. In view wherever one reads. */
export function ToCheck({ desk }: { readonly desk: Desk }) {
  const list = useRef<HTMLUListElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [toCheck, orphans] = [desk.toCheck.value, desk.orphans.value];
  if (toCheck.length + orphans.length === 0) return null;
  const entries = (): readonly Element[] => [...(list.current?.children ?? [])];
  const settle: Settle = (act) => {
    const at = entries().findIndex((entry) => entry.contains(document.activeElement));
    act();
    requestAnimationFrame(() => {
      const next = (entries()[at] ?? entries().at(-1))?.querySelector("button");
      if (next) next.focus();
      else focusText();
    });
  };
  return (
    <details class="card to-check" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <CheckSign size={16} />
        <b>{summary(toCheck.length, orphans.length)}</b>
        {toCheck.length > 0 && keyHints.value && <KeyCap keys="V" />}
      </summary>
      {isOpen && (
        <ul ref={list}>
          {toCheck.map((coding) => (
            <Changed key={coding.coding} desk={desk} coding={coding} settle={settle} />
          ))}
          {orphans.map((orphan) => (
            <Lost key={orphan.coding} desk={desk} orphan={orphan} settle={settle} />
          ))}
        </ul>
      )}
    </details>
  );
}

function summary(n: number, lost: number): string {
  if (lost === 0) return t("coding.correctedToCheck", { n });
  if (n === 0) return t("coding.correctedLost", { n: lost });
  return `${t("coding.correctedToCheck", { n })} ${t("coding.correctedLost", { n: lost })}`;
}

interface ChangedProps {
  readonly desk: Desk;
  readonly coding: Coding;
  readonly settle: Settle;
}

function Changed({ desk, coding, settle }: ChangedProps) {
  const theme = desk.nameOf(coding.theme);
  return (
    <li>
      <ThemeName desk={desk} theme={coding.theme} />
      <q class="quote">{desk.quote(coding)}</q>
      <div class="actions">
        <Button label={t("coding.goToNamed", { theme })} onPress={() => goTo(() => desk.choose(coding))}>
          {t("coding.goToPlace")}
        </Button>
        <Button
          label={t("coding.stillRightNamed", { theme })}
          onPress={() => settle(() => confirmCoding(desk, coding))}
        >
          {t("coding.stillRight")}
        </Button>
        <Button label={t("coding.removeCoding", { theme })} onPress={() => settle(() => removeCoding(desk, coding))}>
          {t("common.remove")}
        </Button>
      </div>
    </li>
  );
}

interface LostProps {
  readonly desk: Desk;
  readonly orphan: Orphan;
  readonly settle: Settle;
}

/** Its words are of the version that had them, which is fetched when this is shown. */
function Lost({ desk, orphan, settle }: LostProps) {
  const theme = desk.nameOf(orphan.theme);
  const before = textOf(desk.view.id, orphan.transcript, orphan.version);
  return (
    <li>
      <ThemeName desk={desk} theme={orphan.theme} />
      <span class="quiet">{t("coding.lostText", { version: orphan.version })}</span>
      {before && <q class="quote is-gone">{before.text.slice(orphan.start, orphan.end)}</q>}
      <div class="actions">
        {before && (
          <Button
            label={t("coding.goToLostNamed", { theme })}
            onPress={() => goTo(() => goToPlaceOf(desk, before, orphan, orphan.theme))}
          >
            {t("coding.goToLost")}
          </Button>
        )}
        <Button label={t("coding.dismissNamed", { theme })} onPress={() => settle(() => dismissOrphan(desk, orphan))}>
          {t("coding.dismiss")}
        </Button>
      </div>
    </li>
  );
}

function ThemeName({ desk, theme }: { readonly desk: Desk; readonly theme: string }) {
  const look = desk.look(desk.theme(theme));
  return (
    <span class={`theme-tag slot-${look.colour}`}>
      <Shape {...look} size={11} /> {desk.nameOf(theme)}
    </span>
  );
}

/** To a place in the text, where the keys then are. */
function goTo(place: () => void): void {
  place();
  focusText();
}
