import { t } from "../../i18n";
import type { Coding, Id, Orphan, Span, TranscriptText } from "../../model/entries";
import { findCoding } from "../../model/fold";
import { inTree, overlaps } from "../../model/selectors";
import type { Undoable } from "../../model/undo";
import { extended, extendedBySentence, moved, widened } from "../../text/cursor";
import { placeOver } from "../../text/place";
import { wordsIn } from "../../text/words";
import { say } from "../../ui/announce";
import { edgeMoved } from "../study/differences/outcomes";
import type { Desk } from "./desk";

/** What the keys, the buttons and the mouse do, each with the sentence that is said of it. */

/** Applies a theme to the mark, else to the unit; removes it where it is there already. */
export function toggleTheme(desk: Desk, theme: Id): void {
  const target = desk.target();
  const entry = desk.theme(theme);
  if (!target || !entry?.codable || desk.readOnly.peek()) return;
  desk.chosenTheme.value = theme;
  desk.stopSearching();
  const there = desk.applied(theme, target);
  if (there) {
    removeCoding(desk, there);
    return;
  }
  void desk.apply(theme, target);
  say(t("coding.applied", { theme: desk.nameOf(theme), n: desk.wordsOf(target) }));
}

export function removeCoding(desk: Desk, coding: Coding): void {
  if (desk.readOnly.peek() || coding.coder !== desk.me.peek()) return;
  if (desk.chosenCoding.peek() === coding.coding) desk.chosenCoding.value = null;
  void desk.remove(coding);
  say(t("coding.removed", { theme: desk.nameOf(coding.theme) }));
}

export function removeChosen(desk: Desk): void {
  const chosen = desk.ownHere().find(({ coding }) => coding === desk.chosenCoding.peek());
  if (chosen) removeCoding(desk, chosen);
}

/** Goes through one's own codings of the unit. */
export function chooseCoding(desk: Desk, by: 1 | -1): void {
  const own = desk.ownHere();
  const at = own.findIndex(({ coding }) => coding === desk.chosenCoding.peek());
  const next = own[at < 0 ? (by > 0 ? 0 : own.length - 1) : (at + by + own.length) % own.length];
  if (!next) return;
  desk.chosenCoding.value = next.coding;
  desk.chosenTheme.value = next.theme;
  desk.marked.value = { cursor: null, span: { start: next.start, end: next.end } };
  say(t("coding.chosen", { theme: desk.nameOf(next.theme), quote: shortened(desk.quote(next)) }));
}

/** The coding was looked at since its text was corrected, and still holds. */
export function confirmCoding(desk: Desk, coding: Coding): void {
  if (!desk.toCheck.peek().some((it) => it.coding === coding.coding)) return;
  void desk.confirm(coding);
  say(t("coding.confirmed", { theme: desk.nameOf(coding.theme), n: desk.toCheck.peek().length }));
}

export function confirmChosen(desk: Desk): void {
  const chosen = desk.toCheck.peek().find(({ coding }) => coding === desk.chosenCoding.peek());
  if (chosen) confirmCoding(desk, chosen);
}

/** To the next coding whose text was corrected, from the chosen one or else from the unit on; round the end if need be. */
export function goToCheck(desk: Desk, by: 1 | -1): void {
  const all = desk.toCheck.peek();
  const next = nextOf(all, desk.chosenCoding.peek(), desk.segment.peek()?.start ?? 0, by);
  if (!next) return;
  desk.choose(next);
  say(t("coding.checkChosen", { theme: desk.nameOf(next.theme), quote: shortened(desk.quote(next)), n: all.length }));
}

function nextOf(all: readonly Coding[], chosen: Id | null, here: number, by: 1 | -1): Coding | undefined {
  const at = all.findIndex(({ coding }) => coding === chosen);
  if (at >= 0) return all[(at + by + all.length) % all.length];
  return by > 0
    ? (all.find(({ end }) => end > here) ?? all[0])
    : (all.findLast(({ start }) => start < here) ?? all.at(-1));
}

/** A coding that lost its text is let go. */
export function dismissOrphan(desk: Desk, orphan: Orphan): void {
  if (desk.readOnly.peek()) return;
  void desk.remove(orphan);
  say(t("coding.dismissed", { theme: desk.nameOf(orphan.theme) }));
}

/** To where words of an older version stand now, which are then marked; else to about where they were. */
export function goToPlaceOf(desk: Desk, before: TranscriptText, place: Span, theme: Id | null): void {
  const { turn, span } = placeOver(before, desk.text, place);
  if (span) desk.mark(span, turn);
  else desk.goTo(turn);
  if (theme) desk.chosenTheme.value = theme;
  say(t(span ? "coding.foundPlace" : "coding.aboutPlace", { turn: turn + 1 }));
}

export function reviewAndGoOn(desk: Desk): void {
  if (desk.readOnly.peek()) return;
  const here = desk.at.peek();
  if (!desk.isReviewed(here)) void desk.review(here, "review.mark");
  const { done: n, of } = desk.progress.peek();
  const next = desk.find(1, (i) => desk.inScope.peek()[i] === true);
  if (next !== undefined) desk.goTo(next);
  say(t("coding.reviewedNow", { n, of, turn: desk.at.peek() + 1 }));
}

export function takeReviewBack(desk: Desk): void {
  const here = desk.at.peek();
  if (desk.readOnly.peek() || !desk.isReviewed(here)) return;
  void desk.review(here, "review.clear");
  const { done: n, of } = desk.progress.peek();
  say(t("coding.reviewTaken", { n, of, turn: here + 1 }));
}

export function toggleReview(desk: Desk, index: number): void {
  if (desk.readOnly.peek()) return;
  void desk.review(index, desk.isReviewed(index) ? "review.clear" : "review.mark");
}

export function goByUnit(desk: Desk, by: 1 | -1): void {
  const next = desk.find(by, (i) => desk.inScope.peek()[i] === true);
  if (next !== undefined) desk.goTo(next);
}

export function goToUnreviewed(desk: Desk, by: 1 | -1): void {
  const next = desk.find(by, (i) => desk.inScope.peek()[i] === true && !desk.isReviewed(i));
  if (next === undefined) say(t(by > 0 ? "coding.noneUnreviewedAfter" : "coding.noneUnreviewedBefore"));
  else desk.goTo(next);
}

/** To the coding of the chosen theme before or after this place, whoever's it is that is shown. */
export function goToTheme(desk: Desk, by: 1 | -1): void {
  const theme = shownTheme(desk);
  if (!theme) return;
  const here = desk.span.peek() ?? desk.segment.peek();
  const start = here?.start ?? 0;
  const isMarked = desk.span.peek() !== null;
  const codings = desk.codings.peek().filter((coding) => coding.theme === theme);
  const next =
    by > 0
      ? codings.find((coding) => (isMarked ? coding.start > start : coding.start >= start))
      : codings.findLast((coding) => coding.start < start);
  if (!next) {
    say(t(by > 0 ? "coding.noneOfThemeAfter" : "coding.noneOfThemeBefore", { theme: desk.nameOf(theme) }));
    return;
  }
  desk.choose(next);
  say(t("coding.chosen", { theme: desk.nameOf(theme), quote: shortened(desk.quote(next)) }));
}

/** The theme in focus beside the text, else the first. */
export function shownTheme(desk: Desk): Id | null {
  return desk.chosenTheme.peek() ?? inTree(desk.themes.peek()).find(({ theme }) => theme.codable)?.theme.theme ?? null;
}

/** To the unit before or after on which those who reviewed it differ. */
export function goToDifference(desk: Desk, by: 1 | -1): void {
  const next = desk.find(by, (i) => desk.differing.peek()[i] === true);
  if (next === undefined) say(t(by > 0 ? "coding.noDifferenceAfter" : "coding.noDifferenceBefore"));
  else desk.goTo(next);
}

/** Begins to move the edges of one's own chosen coding, else of the first of the unit. */
export function beginEdges(desk: Desk): void {
  if (desk.readOnly.peek()) return;
  const own = desk.ownHere();
  const coding = own.find((it) => it.coding === desk.chosenCoding.peek()) ?? own[0];
  if (!coding) {
    say(t("coding.noCodingHere"));
    return;
  }
  desk.choose(coding);
  desk.edging.value = coding;
  say(t("coding.edgesBegun", { theme: desk.nameOf(coding.theme) }));
}

/** Moves an edge of what is marked by a word, over all the units that it touches. */
export function moveEdge(desk: Desk, edge: "start" | "end", by: 1 | -1): void {
  const span = desk.span.peek();
  if (!desk.edging.peek() || !span) return;
  const touched = desk.text.segments.filter((segment) => overlaps(segment, span));
  const words = touched.flatMap((segment) => wordsIn(desk.quote(segment), segment.start));
  desk.marked.value = { cursor: null, span: edgeMoved(words, span, edge, by) };
  sayMarked(desk);
}

export function keepEdges(desk: Desk): void {
  const [coding, span] = [desk.edging.peek(), desk.span.peek()];
  if (!coding || !span) return;
  const isSame = span.start === coding.start && span.end === coding.end;
  if (!isSame) void desk.changeEdges(coding, { start: span.start, end: span.end });
  desk.unmark();
  say(t("coding.edgesKept", { theme: desk.nameOf(coding.theme), n: desk.wordsOf(span) }));
}

export function intoWords(desk: Desk): void {
  if (desk.edging.peek()) keepEdges(desk);
  else moveWord(desk, 1);
}

export function moveWord(desk: Desk, by: 1 | -1): void {
  desk.moveCursor((cursor) => moved(cursor, by, desk.words.peek().length));
  sayMarked(desk);
}

export function extendWord(desk: Desk, by: 1 | -1): void {
  if (desk.edging.peek()) {
    moveEdge(desk, "end", by);
    return;
  }
  desk.moveCursor((cursor) => extended(cursor, by, desk.words.peek().length));
  sayMarked(desk);
}

export function extendSentence(desk: Desk, by: 1 | -1): void {
  desk.moveCursor((cursor) => extendedBySentence(cursor, by, desk.words.peek(), desk.sentences.peek()));
  sayMarked(desk);
}

export function widen(desk: Desk): void {
  desk.moveCursor((cursor) => widened(cursor, desk.words.peek(), desk.sentences.peek()));
  sayMarked(desk);
}

/** One level out: from the search, from the words, from the chosen coding. */
export function stepOut(desk: Desk): void {
  if (desk.isSearching.peek() || desk.isOffering.peek()) desk.stopSearching();
  else desk.unmark();
}

export function undo(desk: Desk): void {
  const acts = desk.view.toUndo.peek();
  const what = acts && nameOf(desk, acts);
  desk.view.undo();
  say(what ? t("coding.undone", { what }) : t("coding.nothingToUndo"));
}

export function redo(desk: Desk): void {
  const acts = desk.view.toRedo.peek();
  const what = acts && nameOf(desk, acts);
  desk.view.redo();
  say(what ? t("coding.redone", { what }) : t("coding.nothingToRedo"));
}

/** The theme that is taken back or put back, or the review. */
function nameOf(desk: Desk, acts: readonly Undoable[]): string {
  const act = acts[0];
  switch (act?.kind) {
    case "coding.apply":
      return desk.nameOf(act.body.theme);
    case "coding.remove": {
      const coding = findCoding(desk.work.peek(), act.body.coding);
      return coding ? desk.nameOf(coding.theme) : "";
    }
    case "decision.record":
    case "decision.withdraw":
      return desk.nameOf(act.body.theme);
    default:
      return t("coding.reviewWord");
  }
}

function sayMarked(desk: Desk): void {
  const span = desk.span.peek();
  if (span) say(t("coding.spanMarked", { quote: shortened(desk.quote(span)), n: desk.wordsOf(span) }));
}

/** Long marks are spoken by their ends. */
function shortened(quote: string): string {
  return quote.length <= 80 ? quote : `${quote.slice(0, 40)} … ${quote.slice(-30)}`;
}
