import { batch, type Signal } from "@preact/signals";
import type { TranscriptText } from "../../model/entries";
import { placeOver, turnOver } from "../../text/place";
import { Desk, type Held } from "./desk";

/** The same desk over the corrected text: where one was, what was marked and chosen is so there, as far as it still exists. */
export function deskOver(before: Desk, text: TranscriptText, held: Held | null): Desk {
  const at = before.at.peek();
  const there = (index: number) => turnOver(before.text, text, index);
  const desk = new Desk(before.view, before.roundId, text, there(at), held && { ...held, index: there(held.index) });
  const marked = before.span.peek();
  const span = marked && (placeOver(before.text, text, marked).span ?? null);
  const edging = before.edging.peek()?.coding;
  batch(() => {
    desk.marked.value = { cursor: null, span };
    desk.edging.value = (span && desk.own.peek().find(({ coding }) => coding === edging)) ?? null;
    keep(desk.isSearching, before.isSearching);
    keep(desk.isOffering, before.isOffering);
    keep(desk.isSheetOpen, before.isSheetOpen);
    keep(desk.isAskingTurn, before.isAskingTurn);
    keep(desk.isFinding, before.isFinding);
    keep(desk.hidden, before.hidden);
    keep(desk.onlyTheme, before.onlyTheme);
    keep(desk.chosenTheme, before.chosenTheme);
    keep(desk.chosenCoding, before.chosenCoding);
  });
  return desk;
}

function keep<T>(after: Signal<T>, { value }: Signal<T>): void {
  after.value = value;
}
