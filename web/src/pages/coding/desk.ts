import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { language } from "../../i18n";
import type { Answer, StudyView } from "../../live";
import { newId } from "../../live/ids";
import type { Coding, Id, Orphan, Round, Segment, Span, Theme, TranscriptText } from "../../model/entries";
import {
  codebookOf,
  codersOf,
  codingsIn,
  codingsToCheck,
  displaced,
  isRevealed,
  orphansOf,
  overlaps,
  reviewedStarts,
  roleOf,
  said,
  segmentsInScope,
  themeKeys,
} from "../../model/selectors";
import { shareOf } from "../../model/share";
import type { Undoable } from "../../model/undo";
import { AT_START, type Cursor, cursorAt, spanOf } from "../../text/cursor";
import { countWords, sentencesIn, wordsIn } from "../../text/words";
import type { ThemeLook } from "../../ui/Shape";
import { lookOfTheme, NO_LOOK } from "../study/codebook/look";

/** Why nothing can be coded here, or null where it can. */
export type ReadOnly = "draft" | "closed" | "revealed" | "imported" | "unassigned" | "observer" | null;

/** Letters of the screen's own acts, which are not for themes. */
export const SCREEN_KEYS: ReadonlySet<string> = new Set([..."JKNSTHIGVY[]{}/?EMCDF"]);

/** What the word cursor or the mouse has marked: within one unit by words, or freely across units. */
interface Marked {
  readonly cursor: Cursor | null;
  readonly span: Span | null;
}

/** A unit that has to stay where it is on the screen, in pixels from the top of the window. */
export interface Held {
  readonly index: number;
  readonly top: number;
}

/** Turns that are laid out together or, far from the screen, not at all. Its span is that of its turns. */
export interface SegmentBlock extends Span {
  readonly from: number;
  readonly segments: readonly Segment[];
}

const BLOCK = 40;

const NONE_MARKED: Marked = { cursor: null, span: null };
const NO_CODINGS: readonly Coding[] = [];

/** One coder's desk: a transcript of a round, where in it one is, and what one does there. Pages draw it; keys drive it. */
export class Desk {
  readonly view: StudyView;
  readonly roundId: Id;
  readonly text: TranscriptText;
  readonly blocks: readonly SegmentBlock[];
  /** Where the reader was when this text took an older one's place; null on arrival. */
  readonly held: Held | null;

  /** The unit that has the focus, as an index of base segments. */
  readonly at = signal(0);
  readonly marked = signal<Marked>(NONE_MARKED);
  /** The quick search has the focus; with the mouse it is only offered, and the keys stay with the text. */
  readonly isSearching = signal(false);
  readonly isOffering = signal(false);
  readonly isSheetOpen = signal(false);
  readonly isAskingTurn = signal(false);
  readonly isFinding = signal(false);
  /** The coding that the mouse points at. */
  readonly lit = signal<Coding | null>(null);
  /** Counts changes of the page that move lines of text. */
  readonly layout = signal(0);
  /** Coders whose lanes are folded away, and the one theme that is shown, if not all. */
  readonly hidden = signal<ReadonlySet<Id>>(new Set());
  readonly onlyTheme = signal<Id | null>(null);
  /** One's own coding whose edges are being moved; what is marked is where they would be. */
  readonly edging = signal<Coding | null>(null);
  readonly chosenTheme = signal<Id | null>(null);
  readonly chosenCoding = signal<Id | null>(null);

  readonly #byTheme = new Map<Id, Theme>();
  #lastPlaced: readonly (readonly Coding[])[] = [];
  #lastInBlocks: readonly (readonly (readonly Coding[])[])[] = [];

  constructor(view: StudyView, roundId: Id, text: TranscriptText, start: number, held: Held | null = null) {
    this.view = view;
    this.roundId = roundId;
    this.text = text;
    this.blocks = blocksOf(text.segments);
    this.held = held;
    this.at.value = Math.min(Math.max(0, start), Math.max(0, text.segments.length - 1));
  }

  readonly round = computed<Round | null>(() => this.view.study.value?.rounds.get(this.roundId) ?? null);
  readonly me = computed<Id>(() => this.view.me.value?.member ?? "");
  readonly transcript = computed(() => this.view.study.value?.transcripts.get(this.text.transcript) ?? null);
  readonly speakers = computed(() => this.transcript.value?.speakers ?? []);
  readonly codebook = computed(() => {
    const [study, round] = [this.view.study.value, this.round.value];
    return study && round ? codebookOf(study, round) : undefined;
  });
  readonly themes = computed(() => {
    const themes = (this.codebook.value?.themes ?? []).filter((theme) => !theme.archived);
    this.#byTheme.clear();
    for (const theme of themes) this.#byTheme.set(theme.theme, theme);
    return themes;
  });
  readonly keys = computed(() => themeKeys(this.themes.value, SCREEN_KEYS));
  readonly keyOf = computed(() => new Map([...this.keys.value].map(([key, theme]) => [theme, key])));
  readonly inScope = computed(() => segmentsInScope(this.text.segments, this.speakers.value, this.themes.value));
  readonly hasSpeakers = computed(() => this.text.segments.some(({ speaker }) => speaker !== null));

  readonly readOnly = computed<ReadOnly>(() => {
    const [round, me] = [this.round.value, this.view.me.value];
    if (!round || !me) return "draft";
    if (round.mode === "imported") return "imported";
    if (me.role === "observer") return "observer";
    if (isRevealed(round.phase)) return "revealed";
    if (round.phase === "draft") return "draft";
    const isAssigned = round.assignments.some(
      (it) => it.member === me.member && it.transcript === this.text.transcript,
    );
    if (!isAssigned) return "unassigned";
    return round.phase === "closed" && !this.work.value.reopened.has(me.member) ? "closed" : null;
  });
  /** One sees one's own codings only, and the page says so. */
  readonly isBlind = computed(() => {
    const round = this.round.value;
    return round !== null && round.mode === "blind" && !isRevealed(round.phase);
  });

  readonly work = computed(() => this.view.work(this.roundId).value);
  /** Coders with a lane, oneself first. */
  readonly coders = computed<readonly Id[]>(() => {
    const [study, round] = [this.view.study.value, this.round.value];
    if (!study || !round) return [];
    if (this.isBlind.value) return [this.me.value];
    return codersOf(study, round, this.me.value);
  });
  readonly lanes = computed(() => this.coders.value.filter((it) => !this.hidden.value.has(it)));

  /** One's own, shown or not: what a key applies or takes away does not depend on what is shown. */
  readonly own = computed(() =>
    codingsIn(this.work.value, this.text.transcript).filter(({ coder }) => coder === this.me.value),
  );
  /** What is shown. */
  readonly codings = computed(() => {
    const all = codingsIn(this.work.value, this.text.transcript);
    const lanes = new Set(this.lanes.value);
    const only = this.onlyTheme.value;
    return all.filter(({ coder, theme }) => lanes.has(coder) && (only === null || theme === only));
  });
  /** Per unit whether those who reviewed it differ on a theme that any of them applied there; nothing while others are not seen. */
  readonly differing = computed<readonly boolean[]>(() => {
    const coders = this.coders.value;
    const [work, transcript] = [this.work.value, this.text.transcript];
    const reviewed = coders.map((coder) => ({ coder, starts: reviewedStarts(work, transcript, coder) }));
    const placed = placedOn(this.text.segments, codingsIn(work, transcript));
    return this.text.segments.map(({ start }, i) => {
      const looked = reviewed.filter(({ starts }) => starts.has(start)).map(({ coder }) => coder);
      return differs(looked, placed[i] ?? NO_CODINGS);
    });
  });
  /** The codings that touch each unit. A unit whose codings did not change keeps its list, and is not drawn anew. */
  readonly placed = computed<readonly (readonly Coding[])[]>(() => {
    const placed = placedOn(this.text.segments, this.codings.value);
    const before = this.#lastPlaced;
    this.#lastPlaced = placed.map((here, i) => {
      const was = before[i];
      return was && isSame(was, here) ? was : here;
    });
    return this.#lastPlaced;
  });
  /** The same by blocks; one of which nothing changed is the same list as before. */
  readonly placedInBlocks = computed<readonly (readonly (readonly Coding[])[])[]>(() => {
    const placed = this.placed.value;
    const before = this.#lastInBlocks;
    this.#lastInBlocks = this.blocks.map(({ from, segments }, i) => {
      const was = before[i];
      const isUnchanged = was?.every((here, turn) => here === placed[from + turn]);
      return was && isUnchanged ? was : placed.slice(from, from + segments.length);
    });
    return this.#lastInBlocks;
  });
  readonly pendingCodings = computed<ReadonlySet<Id>>(
    () =>
      new Set(
        this.view.pending.value.waiting.flatMap(({ done }) =>
          done?.kind === "coding.apply" ? [done.body.coding] : [],
        ),
      ),
  );

  readonly reviewed = computed(() => reviewedStarts(this.work.value, this.text.transcript, this.me.value));
  readonly progress = computed(() => shareOf(this.text.segments, this.inScope.value, this.reviewed.value));

  /** One's own codings that a correction changed, and those that lost their place: as long as one can settle them. */
  readonly toCheck = computed<readonly Coding[]>(() =>
    this.readOnly.value ? [] : codingsToCheck(this.work.value, this.text.transcript, this.me.value),
  );
  readonly orphans = computed<readonly Orphan[]>(() =>
    this.readOnly.value ? [] : orphansOf(this.work.value, this.text.transcript, this.me.value),
  );

  /** Codings of one's own by theme, for the counts beside the codebook. */
  readonly counts = computed(() => {
    const counts = new Map<Id, number>();
    for (const { theme } of this.own.value) counts.set(theme, (counts.get(theme) ?? 0) + 1);
    return counts;
  });

  readonly segment = computed<Segment | undefined>(() => this.text.segments[this.at.value]);
  readonly words = computed(() => {
    const here = this.segment.value;
    return here ? wordsIn(this.quote(here), here.start) : [];
  });
  readonly sentences = computed(() => {
    const here = this.segment.value;
    return here ? sentencesIn(this.quote(here), here.start) : [];
  });
  /** What is marked, or null where the whole unit is meant. */
  readonly span: ReadonlySignal<Span | null> = computed(() => {
    const { cursor, span } = this.marked.value;
    return cursor ? spanOf(cursor, this.words.value) : span;
  });
  readonly isInWords = computed(() => this.marked.value.cursor !== null);

  /** What an act is about: the mark, else the unit. */
  target(): Span | null {
    const here = this.span.peek() ?? this.segment.peek();
    return here ? { start: here.start, end: here.end } : null;
  }

  quote({ start, end }: Span): string {
    return this.text.text.slice(start, end);
  }

  wordsOf(span: Span): number {
    return countWords(wordsIn(this.quote(span), span.start), span);
  }

  /** Colour and shape of a theme; those of the first slot for one that is not in the round's codebook. */
  look(theme: Theme | undefined): ThemeLook {
    return theme ? lookOfTheme(theme, this.codebook.value?.themes ?? []) : NO_LOOK;
  }

  theme(id: Id): Theme | undefined {
    this.themes.value;
    return this.#byTheme.get(id);
  }

  nameOf(theme: Id): string {
    const entry = this.theme(theme);
    return entry ? said(entry.label, language.value) : "";
  }

  memberName(member: Id): string {
    return this.view.study.value?.members.get(member)?.name ?? "";
  }

  speakerRole(segment: Segment) {
    return roleOf(segment, this.speakers.value);
  }

  isReviewed(index: number): boolean {
    const segment = this.text.segments[index];
    return segment !== undefined && this.reviewed.value.has(segment.start);
  }

  goTo(index: number): void {
    if (!this.text.segments[index]) return;
    batch(() => {
      this.at.value = index;
      this.marked.value = NONE_MARKED;
      this.chosenCoding.value = null;
      this.edging.value = null;
      this.stopSearching();
    });
  }

  askForTurn(): void {
    this.isAskingTurn.value = true;
  }

  toggleOthers(): void {
    const others = this.coders.peek().filter((it) => it !== this.me.peek());
    const areHidden = others.every((it) => this.hidden.peek().has(it));
    this.hidden.value = new Set(areHidden ? [] : others);
  }

  toggleLane(coder: Id): void {
    const hidden = new Set(this.hidden.peek());
    if (!hidden.delete(coder)) hidden.add(coder);
    this.hidden.value = hidden;
  }

  startSearching(): void {
    this.isSearching.value = true;
  }

  stopSearching(): void {
    this.isSearching.value = false;
    this.isOffering.value = false;
  }

  /** A coding was pointed out: its theme is shown, and one's own can be removed from there. */
  choose(coding: Coding): void {
    const index = this.text.segments.findIndex((segment) => overlaps(segment, coding));
    batch(() => {
      this.goTo(index);
      this.chosenTheme.value = coding.theme;
      this.chosenCoding.value = coding.coder === this.me.peek() ? coding.coding : null;
      this.marked.value = { cursor: null, span: { start: coding.start, end: coding.end } };
    });
  }

  /** The nearest unit in a direction that passes; undefined if there is none. */
  find(by: 1 | -1, passes: (index: number) => boolean): number | undefined {
    for (let i = this.at.peek() + by; i >= 0 && i < this.text.segments.length; i += by) if (passes(i)) return i;
    return undefined;
  }

  mark(span: Span, index: number): void {
    batch(() => {
      this.at.value = index;
      this.chosenCoding.value = null;
      this.marked.value = { cursor: null, span };
    });
  }

  moveCursor(move: (cursor: Cursor) => Cursor): void {
    const { cursor, span } = this.marked.peek();
    const from = cursor ?? (span ? cursorAt(span, this.words.peek()) : null);
    this.marked.value = { cursor: from ? move(from) : AT_START, span: null };
  }

  unmark(): void {
    batch(() => {
      this.marked.value = NONE_MARKED;
      this.chosenCoding.value = null;
      this.edging.value = null;
      this.stopSearching();
    });
  }

  /** The own coding that a theme's key would remove: the same theme on the very same span. */
  applied(theme: Id, target: Span): Coding | undefined {
    return this.own.peek().find((it) => it.theme === theme && it.start === target.start && it.end === target.end);
  }

  apply(theme: Id, target: Span): Promise<Answer> {
    const { transcript, version } = this.text;
    const body = { round: this.roundId, coding: newId(), transcript, theme, ...target, version };
    const replaces = displaced(this.themes.peek(), this.text.segments, this.own.peek(), body);
    return this.view.act({ kind: "coding.apply", body }, replaces);
  }

  /** The coding under new edges: the old one goes and a new one comes, as one step. */
  changeEdges({ coding, transcript, theme }: Coding, span: Span): Promise<Answer> {
    const round = this.roundId;
    const { version } = this.text;
    return this.view.actTogether([
      { kind: "coding.remove", body: { round, coding } },
      { kind: "coding.apply", body: { round, coding: newId(), transcript, theme, ...span, version } },
    ]);
  }

  /** A coding whose text was corrected still holds. */
  confirm({ coding }: Coding): Promise<Answer> {
    return this.view.submit("coding.confirm", { round: this.roundId, coding });
  }

  remove(coding: Coding | Orphan): Promise<Answer> {
    return this.view.act({ kind: "coding.remove", body: { round: this.roundId, coding: coding.coding } });
  }

  review(index: number, kind: "review.mark" | "review.clear"): Promise<Answer> | undefined {
    const segment = this.text.segments[index];
    if (!segment) return undefined;
    const { start, end } = segment;
    const { transcript, version } = this.text;
    const act: Undoable = { kind, body: { round: this.roundId, transcript, start, end, version } };
    return this.view.act(act);
  }

  /** One's own codings of the unit in focus, in reading order. */
  ownHere(): readonly Coding[] {
    return (this.placed.peek()[this.at.peek()] ?? NO_CODINGS).filter(({ coder }) => coder === this.me.peek());
  }
}

function blocksOf(segments: readonly Segment[]): readonly SegmentBlock[] {
  const starts = Array.from({ length: Math.ceil(segments.length / BLOCK) }, (_, i) => i * BLOCK);
  return starts.map((from) => {
    const whole = segments.slice(from, from + BLOCK);
    return { from, segments: whole, start: whole[0]?.start ?? 0, end: whole.at(-1)?.end ?? 0 };
  });
}

/** Codings by the segments they touch. Both lists are in reading order, so one walk does. */
function placedOn(segments: readonly Segment[], codings: readonly Coding[]): readonly (readonly Coding[])[] {
  let first = 0;
  const longest = codings.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return segments.map((segment) => {
    while (first < codings.length && (codings[first]?.start ?? 0) + longest <= segment.start) first++;
    const here: Coding[] = [];
    for (let i = first; i < codings.length; i++) {
      const coding = codings[i];
      if (!coding || coding.start >= segment.end) break;
      if (overlaps(coding, segment)) here.push(coding);
    }
    return here.length === 0 ? NO_CODINGS : here;
  });
}

/** Whether some of those who reviewed a unit applied a theme there that others of them did not. */
function differs(reviewers: readonly Id[], codings: readonly Coding[]): boolean {
  if (reviewers.length < 2) return false;
  const byTheme = new Map<Id, Set<Id>>();
  for (const { theme, coder } of codings) {
    if (reviewers.includes(coder)) byTheme.set(theme, (byTheme.get(theme) ?? new Set()).add(coder));
  }
  return [...byTheme.values()].some((coders) => coders.size < reviewers.length);
}

/** Under its id a coding changes only where its text was corrected. */
function isSame(one: readonly Coding[], other: readonly Coding[]): boolean {
  return one.length === other.length && one.every((coding, i) => isSameCoding(coding, other[i]));
}

function isSameCoding(one: Coding, other: Coding | undefined): boolean {
  return (
    one.coding === other?.coding && one.start === other.start && one.end === other.end && one.anchor === other.anchor
  );
}
