import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Act, Bodies, Kind, RecordedOp, Submission } from "../model/acts";
import { isWork } from "../model/acts";
import type { CodebookVersion, Id, Member, Role, Round, Transcript } from "../model/entries";
import {
  acknowledged,
  begun,
  dismissed,
  echoed,
  expected,
  foreseen,
  NOTHING_PENDING,
  type Pending,
  type Refused,
  reached,
  refusedBy,
} from "../model/pending";
import { together } from "../model/selectors";
import type { DraftsState, SettledState, StudyState, WorkState } from "../model/state";
import { NO_WORK, NOTHING_SETTLED } from "../model/state";
import type { ReadStream } from "../model/stream";
import {
  anew,
  corrected,
  forgotten,
  type History,
  inverse,
  isDecision,
  type Move,
  NO_HISTORY,
  recorded,
  type Undoable,
  undecided,
  type VersionOf,
} from "../model/undo";
import type { Clock } from "./clock";
import { Feed } from "./feed";
import type { ClientFrame, Frame, Present, ServerFrame } from "./frames";
import type { Answer } from "./outbox";
import { Presence } from "./presence";
import type { SaveState } from "./save";

export type StudyStatus = "loading" | "ready" | "absent" | "removed";

export interface Me {
  readonly member: Id;
  readonly role: Role;
}

/** What a page sees of a study, and does to it. Everything is a signal and follows the server. */
export interface StudyView {
  readonly id: Id;
  readonly status: ReadonlySignal<StudyStatus>;
  readonly me: ReadonlySignal<Me | null>;
  /** Null until the study's stream was read once. */
  readonly study: ReadonlySignal<StudyState | null>;
  /** The codebook under work; null where it is not in reach, as for a blind coder. */
  readonly drafts: ReadonlySignal<DraftsState | null>;
  /** Removed ones too, since codings name them. */
  readonly members: ReadonlySignal<readonly Member[]>;
  readonly transcripts: ReadonlySignal<readonly Transcript[]>;
  readonly rounds: ReadonlySignal<readonly Round[]>;
  readonly codebooks: ReadonlySignal<readonly CodebookVersion[]>;
  readonly save: ReadonlySignal<SaveState>;
  /** All codings and reviews of a round that are in reach, with one's own acts under way on top. */
  work(round: Id): ReadonlySignal<WorkState>;
  /** What was agreed on in a round after its reveal, as far as that is in reach. */
  settled(round: Id): ReadonlySignal<SettledState>;
  /** Counts the acts that were read of a round's streams: another number says that something there has moved. */
  moves(round: Id): ReadonlySignal<number>;
  /** Whether any stream of the round was read; until then nothing is known of its work. */
  isWorkRead(round: Id): boolean;
  /** Who made the newest version of a transcript, if that was seen as it happened. */
  correctorOf(transcript: Id): Member | undefined;
  readonly pending: ReadonlySignal<Pending>;
  readonly refused: ReadonlySignal<readonly Refused[]>;
  dismiss(opId: Id): void;
  /** Others who are here now, by round; only ever of open rounds. */
  readonly present: ReadonlySignal<ReadonlyMap<Id, readonly Present[]>>;
  here(round: Id, transcript: Id, segment: number | null): void;
  away(): void;
  /** Sends an act; the answer is the server's, a refusal being a value. */
  submit<K extends Kind>(kind: K, body: Bodies[K], ifRev?: number): Promise<Answer>;
  /** Codes, reviews, decisions: can be taken back, and the first two show at once. `replaces` is what the page foresees. */
  act(act: Undoable, replaces?: readonly Id[]): Promise<Answer>;
  /** Several that are one step to the person, and are taken back together. */
  actTogether(acts: readonly Undoable[]): Promise<Answer>;
  /** What `undo` and `redo` would do now; undefined where there is nothing. */
  readonly toUndo: ReadonlySignal<readonly Undoable[] | undefined>;
  readonly toRedo: ReadonlySignal<readonly Undoable[] | undefined>;
  undo(): void;
  redo(): void;
  retryNow(): void;
}

interface Needs {
  readonly study: Id;
  readonly clock: Clock;
  readonly newId: () => Id;
  readonly save: ReadonlySignal<SaveState>;
  readonly retryNow: () => void;
  readonly send: (frame: ClientFrame) => boolean;
  readonly submit: (submission: Submission) => Promise<Answer>;
}

const NOBODY: ReadonlyMap<Id, readonly Present[]> = new Map();

/** One study, live: the streams in reach as read, one's own acts under way on top, undo, presence. */
export class Study implements StudyView {
  readonly id: Id;
  readonly #needs: Needs;
  readonly #feed: Feed;
  readonly #presence: Presence;
  readonly #streams = signal<ReadonlyMap<Id, ReadStream>>(new Map());
  readonly #status = signal<StudyStatus>("loading");
  readonly #me = signal<Me | null>(null);
  readonly #pending = signal(NOTHING_PENDING);
  readonly #history = signal<History>(NO_HISTORY);
  readonly #present = signal(NOBODY);
  readonly #correctors = new Map<Id, Id>();
  readonly #works = new Map<Id, ReadonlySignal<WorkState>>();
  readonly #settled = new Map<Id, ReadonlySignal<SettledState>>();
  readonly #moves = new Map<Id, ReadonlySignal<number>>();

  readonly study = computed(() => {
    for (const { state } of this.#streams.value.values()) if (state.kind === "study") return state.study;
    return null;
  });
  readonly drafts = computed(() => {
    for (const { state } of this.#streams.value.values()) if (state.kind === "drafts") return state.drafts;
    return null;
  });
  readonly members = computed(() => [...(this.study.value?.members.values() ?? [])]);
  readonly transcripts = computed(() => [...(this.study.value?.transcripts.values() ?? [])]);
  readonly rounds = computed(() => [...(this.study.value?.rounds.values() ?? [])]);
  readonly codebooks = computed(() => this.study.value?.codebooks ?? []);
  readonly refused = computed(() => this.#pending.value.refused);
  readonly toUndo = computed(() => this.#history.value.undo.at(-1)?.back);
  readonly toRedo = computed(() => this.#history.value.redo.at(-1)?.back);

  constructor(needs: Needs) {
    this.id = needs.study;
    this.#needs = needs;
    this.#feed = new Feed({
      study: needs.study,
      clock: needs.clock,
      send: needs.send,
      onMoved: (after, before, ops) => this.#onMoved(after, before, ops),
      onGone: (stream) => this.#onGone(stream),
    });
    this.#presence = new Presence(needs.clock, (frame) => needs.send({ ...frame, study: needs.study }));
  }

  get status(): ReadonlySignal<StudyStatus> {
    return this.#status;
  }
  get me(): ReadonlySignal<Me | null> {
    return this.#me;
  }
  get save(): ReadonlySignal<SaveState> {
    return this.#needs.save;
  }
  get pending(): ReadonlySignal<Pending> {
    return this.#pending;
  }
  get present(): ReadonlySignal<ReadonlyMap<Id, readonly Present[]>> {
    return this.#present;
  }

  work(round: Id): ReadonlySignal<WorkState> {
    const known = this.#works.get(round);
    if (known) return known;
    const confirmed = computed(() => this.#confirmed(round));
    return kept(this.#works, round, () => foreseen(confirmed.value, this.#pending.value, round));
  }

  settled(round: Id): ReadonlySignal<SettledState> {
    return kept(this.#settled, round, () => {
      for (const { info, state } of this.#streams.value.values()) {
        if (info.round === round && state.kind === "round") return state.settled;
      }
      return NOTHING_SETTLED;
    });
  }

  moves(round: Id): ReadonlySignal<number> {
    return kept(this.#moves, round, () =>
      [...this.#streams.value.values()].reduce((sum, { info, seq }) => (info.round === round ? sum + seq : sum), 0),
    );
  }

  isWorkRead(round: Id): boolean {
    return [...this.#streams.value.values()].some(({ info }) => info.round === round);
  }

  correctorOf(transcript: Id): Member | undefined {
    return this.study.peek()?.members.get(this.#correctors.get(transcript) ?? "");
  }

  submit<K extends Kind>(kind: K, body: Bodies[K], ifRev?: number): Promise<Answer> {
    // Kind and body belong together by the type of the call.
    return this.#submit({ kind, body } as Act, this.#needs.newId(), [], ifRev);
  }

  act(act: Undoable, replaces: readonly Id[] = []): Promise<Answer> {
    return this.#step([act], "act", replaces);
  }

  actTogether(acts: readonly Undoable[]): Promise<Answer> {
    return this.#step(acts, "act");
  }

  undo(): void {
    const back = this.toUndo.peek();
    if (back) void this.#step(back, "undo");
  }

  redo(): void {
    const back = this.toRedo.peek();
    if (back) void this.#step(back, "redo");
  }

  dismiss(opId: Id): void {
    this.#pending.value = dismissed(this.#pending.peek(), opId);
  }

  retryNow(): void {
    this.#needs.retryNow();
  }

  here(round: Id, transcript: Id, segment: number | null): void {
    this.#presence.here({ t: "pres", round, transcript, ...(segment === null ? {} : { segment }) });
  }

  away(): void {
    this.#presence.away();
  }

  subscribe(): void {
    this.#feed.subscribe();
    this.#presence.again();
  }

  onLost(): void {
    this.#feed.onLost();
    this.#present.value = NOBODY;
  }

  absent(): void {
    this.#feed.clear();
    this.#status.value = "absent";
  }

  acknowledged(opId: Id, stream: Id, seq: number): void {
    const read = this.#streams.peek().get(stream)?.seq ?? 0;
    this.#pending.value = reached(acknowledged(this.#pending.peek(), opId, stream, seq), stream, read);
  }

  refusedWith(opId: Id, { code, message, detail }: Frame<"no">): void {
    this.#pending.value = refusedBy(this.#pending.peek(), opId, { code, message, ...versionIn(detail) });
    this.#history.value = forgotten(this.#history.peek(), opId);
  }

  onFrame(frame: Extract<ServerFrame, { readonly study: Id }>): void {
    switch (frame.t) {
      case "streams":
        this.#me.value = { member: frame.member, role: frame.role };
        this.#feed.onStreams(frame.streams);
        return;
      case "snap":
        this.#feed.onSnap(frame);
        return;
      case "evs":
        this.#feed.onEvents(frame.stream, frame.list);
        return;
      case "live":
      case "head":
        this.#feed.onHead(frame.stream, frame.seq);
        return;
      case "pres":
        this.#present.value = new Map(this.#present.peek()).set(frame.round, frame.members);
        return;
      case "reset":
        this.#onReset(frame);
        return;
    }
  }

  /** What a server could not read on is still right as far as it was read: it goes on from there. */
  #onReset({ stream, reason }: Frame<"reset">): void {
    if (reason === "unavailable") {
      this.#feed.subscribeLater();
      return;
    }
    this.#feed.onReset(stream);
    if (reason === "removed") this.#status.value = "removed";
  }

  #onMoved(after: ReadStream, before: ReadStream, ops: readonly RecordedOp[]): void {
    const { stream } = after.info;
    this.#streams.value = new Map(this.#streams.peek()).set(stream, after);
    let pending = this.#pending.peek();
    for (const op of ops) {
      pending = echoed(pending, op);
      if (op.kind === "transcript.correct") this.#correctors.set(op.body.transcript, op.actor);
    }
    this.#pending.value = reached(pending, stream, after.seq);
    this.#correctHistory(before, ops);
    if (after.state.kind === "study") this.#status.value = "ready";
  }

  /** Where the log replaced other codings than this page foresaw, undo must put those back. */
  #correctHistory(before: ReadStream, ops: readonly RecordedOp[]): void {
    if (before.state.kind !== "round" && before.state.kind !== "private") return;
    for (const op of ops) {
      if (!op.op_id || op.kind !== "coding.apply" || op.body.replaces.length === 0 || !isWork(op)) continue;
      this.#history.value = corrected(
        this.#history.peek(),
        op.op_id,
        inverse(before.state.work, op, this.#versionIn(op.body.round)),
      );
    }
  }

  #versionIn(round: Id): VersionOf {
    const pinned = this.study.peek()?.rounds.get(round)?.transcripts;
    return (transcript) => pinned?.find((it) => it.transcript === transcript)?.version;
  }

  #onGone(stream: Id): void {
    const streams = new Map(this.#streams.peek());
    streams.delete(stream);
    this.#streams.value = streams;
  }

  #confirmed(round: Id): WorkState {
    const works: WorkState[] = [];
    for (const { info, state } of this.#streams.value.values()) {
      if (info.round === round && (state.kind === "round" || state.kind === "private")) works.push(state.work);
    }
    return works.length === 0 ? NO_WORK : together(works);
  }

  /** Does some acts as one step of the history, and notes what would take them back. */
  #step(acts: readonly Undoable[], move: Move, replaces: readonly Id[] = []): Promise<Answer> {
    const me = this.#me.peek();
    const ops: Id[] = [];
    const back: Undoable[] = [];
    let answer: Promise<Answer> = Promise.resolve({ ok: false, code: "E_READONLY", message: "nothing to do" });
    for (const act of acts) {
      const opId = this.#needs.newId();
      const done = me && expected(act, me.member, replaces);
      if (done) back.unshift(...inverse(this.work(act.body.round).peek(), done, this.#versionIn(act.body.round)));
      if (isDecision(act)) back.unshift(...undecided(this.settled(act.body.round).peek(), act));
      ops.push(opId);
      const { ifRev, ...plain } = move === "act" ? act : anew(act, this.#needs.newId);
      answer = this.#submit(plain, opId, replaces, ifRev);
    }
    this.#history.value = recorded(this.#history.peek(), { ops, back }, move);
    return answer;
  }

  #submit(act: Act, opId: Id, replaces: readonly Id[], ifRev?: number): Promise<Answer> {
    const me = this.#me.peek();
    const submission: Submission = { op_id: opId, ...act, ...(ifRev === undefined ? {} : { if_rev: ifRev }) };
    const done = me ? expected(act, me.member, replaces) : null;
    const since = this.#needs.clock.now();
    if (done) this.#pending.value = begun(this.#pending.peek(), { submission, since, done, landed: null });
    return this.#needs.submit(submission);
  }
}

/** What a refusal as stale says of the text, if it is about that. */
function versionIn(detail: unknown): { readonly version?: number } {
  const known = typeof detail === "object" && detail !== null && "version" in detail ? detail.version : undefined;
  return typeof known === "number" ? { version: known } : {};
}

/** One computed signal per key, made when first asked for. */
function kept<T>(signals: Map<Id, ReadonlySignal<T>>, key: Id, compute: () => T): ReadonlySignal<T> {
  const known = signals.get(key);
  if (known) return known;
  const fresh = computed(compute);
  signals.set(key, fresh);
  return fresh;
}
