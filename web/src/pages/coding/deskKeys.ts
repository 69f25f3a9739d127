import type { KeyBinding } from "../../ui/keys";
import {
  beginEdges,
  chooseCoding,
  confirmChosen,
  extendSentence,
  extendWord,
  goByUnit,
  goToCheck,
  goToDifference,
  goToTheme,
  goToUnreviewed,
  intoWords,
  moveEdge,
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
    { keys: "}", does: "coding.keyNextOfTheme", run: () => goToTheme(desk, 1) },
    { keys: "{", does: "coding.keyPreviousOfTheme", run: () => goToTheme(desk, -1) },
    ...(desk.coders.value.length > 1 ? differenceKeys(desk) : []),
    { keys: "G", does: "coding.keyGoTo", run: () => desk.askForTurn() },
    { keys: "F", does: "coding.findText", run: () => (desk.isFinding.value = true) },
    { keys: "I", does: "coding.keyEntry", run: focusThemes },
    { keys: "H", does: "coding.keyHide", run: () => desk.toggleOthers() },
    { keys: "Escape", does: "coding.keyOut", run: () => stepOut(desk) },
  ];
  return desk.readOnly.value === null ? [...reading, ...codingKeys(desk)] : reading;
}

/** Where others' codings are seen. */
function differenceKeys(desk: Desk): readonly KeyBinding[] {
  return [
    { keys: "D", does: "coding.keyNextDifference", run: () => goToDifference(desk, 1) },
    { keys: "Shift D", does: "coding.keyPreviousDifference", run: () => goToDifference(desk, -1) },
  ];
}

function codingKeys(desk: Desk): readonly KeyBinding[] {
  return [
    { keys: "Enter", does: "coding.keyIntoWords", run: () => intoWords(desk) },
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
    { keys: "E", does: "coding.keyEdges", run: () => beginEdges(desk) },
    { keys: "Alt Shift ArrowLeft", does: "coding.keyStartEarlier", run: () => moveEdge(desk, "start", -1) },
    { keys: "Alt Shift ArrowRight", does: "coding.keyStartLater", run: () => moveEdge(desk, "start", 1) },
    { keys: "Delete", does: "coding.keyRemove", run: () => removeChosen(desk) },
    ...(desk.toCheck.value.length > 0 ? checkingKeys(desk) : []),
    ...[...desk.keys.value].map(
      ([keys, theme]): KeyBinding => ({ keys, does: "coding.keyTheme", run: () => toggleTheme(desk, theme) }),
    ),
  ];
}

function checkingKeys(desk: Desk): readonly KeyBinding[] {
  return [
    { keys: "V", does: "coding.keyNextToCheck", run: () => goToCheck(desk, 1) },
    { keys: "Shift V", does: "coding.keyPreviousToCheck", run: () => goToCheck(desk, -1) },
    { keys: "Y", does: "coding.keyConfirm", run: () => confirmChosen(desk) },
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

export function focusText(): void {
  document.querySelector<HTMLElement>(".turns [tabindex='0']")?.focus();
}
