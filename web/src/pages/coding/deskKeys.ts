import type { KeyBinding } from "../../ui/keys";
import {
  chooseCoding,
  extendSentence,
  extendWord,
  goByUnit,
  goToUnreviewed,
  moveWord,
  redo,
  removeChosen,
  reviewAndGoOn,
  stepOut,
  takeReviewBack,
  toggleTheme,
  undo,
  widen,
} from "./acts";
import type { Desk } from "./desk";

/** The keys while the text has the focus. Those that change anything are absent where nothing can be changed. */
export function textKeys(desk: Desk): readonly KeyBinding[] {
  const reading: readonly KeyBinding[] = [
    { keys: "J", does: "coding.keyNext", run: () => goByUnit(desk, 1) },
    { keys: "K", does: "coding.keyPrevious", run: () => goByUnit(desk, -1) },
    { keys: "ArrowDown", does: "coding.keyNext", run: () => goByUnit(desk, 1) },
    { keys: "ArrowUp", does: "coding.keyPrevious", run: () => goByUnit(desk, -1) },
    { keys: "N", does: "coding.keyNextUnreviewed", run: () => goToUnreviewed(desk, 1) },
    { keys: "Shift N", does: "coding.keyPreviousUnreviewed", run: () => goToUnreviewed(desk, -1) },
    { keys: "G", does: "coding.keyGoTo", run: () => desk.askForTurn() },
    { keys: "I", does: "coding.keyEntry", run: focusThemes },
    { keys: "H", does: "coding.keyHide", run: () => desk.toggleOthers() },
    { keys: "Escape", does: "coding.keyOut", run: () => stepOut(desk) },
  ];
  return desk.readOnly.value === null ? [...reading, ...codingKeys(desk)] : reading;
}

function codingKeys(desk: Desk): readonly KeyBinding[] {
  return [
    { keys: "Enter", does: "coding.keyIntoWords", run: () => moveWord(desk, 1) },
    { keys: "ArrowRight", does: "coding.keyWordOn", run: () => moveWord(desk, 1) },
    { keys: "ArrowLeft", does: "coding.keyWordBack", run: () => moveWord(desk, -1) },
    { keys: "Shift ArrowRight", does: "coding.keyExtend", run: () => extendWord(desk, 1) },
    { keys: "Shift ArrowLeft", does: "coding.keyShrink", run: () => extendWord(desk, -1) },
    { keys: "Ctrl Shift ArrowRight", does: "coding.keyExtendSentence", run: () => extendSentence(desk, 1) },
    { keys: "Ctrl Shift ArrowLeft", does: "coding.keyShrinkSentence", run: () => extendSentence(desk, -1) },
    { keys: "S", does: "coding.keyWiden", run: () => widen(desk) },
    { keys: "Space", does: "coding.keyReview", run: () => reviewAndGoOn(desk) },
    { keys: "Shift Space", does: "coding.keyUnreview", run: () => takeReviewBack(desk) },
    { keys: "/", does: "coding.keySearch", run: () => desk.startSearching() },
    { keys: "T", does: "coding.keySearch", run: () => desk.startSearching() },
    { keys: "[", does: "coding.keyPreviousCoding", run: () => chooseCoding(desk, -1) },
    { keys: "]", does: "coding.keyNextCoding", run: () => chooseCoding(desk, 1) },
    { keys: "Delete", does: "coding.keyRemove", run: () => removeChosen(desk) },
    ...[...desk.keys.value].map(
      ([keys, theme]): KeyBinding => ({ keys, does: "coding.keyTheme", run: () => toggleTheme(desk, theme) }),
    ),
  ];
}

/** Keys that work wherever the focus is on the page. */
export function pageKeys(desk: Desk): readonly KeyBinding[] {
  return [
    { keys: "Ctrl Z", does: "common.undo", run: () => undo(desk) },
    { keys: "Ctrl Shift Z", does: "common.redo", run: () => redo(desk) },
    { keys: "F6", does: "coding.keyToThemes", run: focusThemes },
    { keys: "Shift F6", does: "coding.keyToText", run: focusText },
  ];
}

function focusThemes(): void {
  document.querySelector<HTMLElement>(".theme-list [tabindex='0']")?.focus();
}

function focusText(): void {
  document.querySelector<HTMLElement>(".turns [tabindex='0']")?.focus();
}
