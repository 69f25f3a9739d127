import type { RecordedOp } from "../model/acts";
import type { Id } from "../model/entries";
import { advanced, emptyStream, type ReadStream, type StreamInfo } from "../model/stream";
import { type Clock, growing, spread } from "./clock";
import { sha256 } from "./digest";
import { decodeSnapshot } from "./entries";
import type { ClientFrame, Cursors, Frame } from "./frames";

/** Events that came too early wait for the hole before them to be filled; more than so many are asked for again. */
const HOLD = 500;
const LONGEST_PULL = 1_000;
const PULL_PATIENCE = 5_000;
const TRIES = 2;
/** Trouble that is so long ago does not make the next wait longer. */
const FORGIVEN = 60_000;

interface Reading {
  stream: ReadStream;
  /** A stream from which nothing has come yet has no state, and no cursor. */
  isKnown: boolean;
  parts: string[];
  held: Map<number, RecordedOp>;
  tries: number;
  stopWaiting: () => void;
}

interface Needs {
  readonly study: Id;
  readonly clock: Clock;
  readonly send: (frame: ClientFrame) => void;
  /** A stream has moved: by a snapshot (`ops` empty) or by these ops; `before` is how it stood. */
  readonly onMoved: (after: ReadStream, before: ReadStream, ops: readonly RecordedOp[]) => void;
  readonly onGone: (stream: Id) => void;
}

/** Reads the streams of one study in order (SPEC S2 to S4, S6, S7): snapshots, events, holes. */
export class Feed {
  readonly #needs: Needs;
  readonly #streams = new Map<Id, Reading>();
  #troubles = 0;
  #troubledAt = 0;
  #callOff = nothing;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  subscribe(): void {
    this.#callOff();
    this.#needs.send({ t: "sub", study: this.#needs.study, cursors: this.#cursors() });
  }

  /** After trouble at the server, or with what it sent: not at once, and not with everybody else. */
  subscribeLater(): void {
    const { clock } = this.#needs;
    if (clock.now() - this.#troubledAt > FORGIVEN) this.#troubles = 0;
    this.#troubledAt = clock.now();
    this.#callOff();
    this.#callOff = clock.after(spread(clock, growing(this.#troubles++)), () => this.subscribe());
  }

  /** The whole set in reach: what is not among them is gone. */
  onStreams(streams: readonly StreamInfo[]): void {
    const inReach = new Set(streams.map(({ stream }) => stream));
    for (const id of [...this.#streams.keys()]) if (!inReach.has(id)) this.#forget(id);
    for (const info of streams) {
      const reading = this.#streams.get(info.stream);
      if (reading) reading.stream = { ...reading.stream, info };
      else this.#streams.set(info.stream, unread(info));
    }
  }

  onSnap(snap: Frame<"snap">): void {
    const reading = this.#streams.get(snap.stream);
    if (!reading) return;
    reading.parts[snap.part] = snap.data;
    // Parts come in order.
    if (Object.keys(reading.parts).length < snap.of) return;
    const text = reading.parts.join("");
    const value: unknown = JSON.parse(text);
    const before = reading.stream;
    reading.parts = [];
    reading.stream = { info: before.info, seq: snap.seq, state: decodeSnapshot(snap.kind, value) };
    reading.isKnown = true;
    reading.stopWaiting();
    reading.tries = 0;
    this.#needs.onMoved(reading.stream, before, []);
    this.#readOn(reading, []);
    void this.#verify(reading, text, snap.sha256);
  }

  /** A snapshot that was changed on its way is taken anew. It is in sight meanwhile: the sum takes a moment. */
  async #verify(reading: Reading, text: string, expected: string): Promise<void> {
    const found = await sha256(text);
    const { stream } = reading.stream.info;
    if (found === undefined || found === expected || this.#streams.get(stream) !== reading) return;
    reading.stopWaiting();
    this.#streams.set(stream, unread(reading.stream.info));
    this.subscribeLater();
  }

  onEvents(stream: Id, ops: readonly RecordedOp[]): void {
    const reading = this.#streams.get(stream);
    if (reading) this.#readOn(reading, ops);
  }

  /** The stream is at least this long (`live`, `head`). */
  onHead(stream: Id, seq: number): void {
    const reading = this.#streams.get(stream);
    if (!reading) return;
    if (!reading.isKnown && seq === 0) {
      reading.isKnown = true;
      this.#needs.onMoved(reading.stream, reading.stream, []);
    }
    if (seq > reading.stream.seq) this.#pull(reading, seq + 1);
  }

  onReset(stream: Id | undefined): void {
    if (stream === undefined) this.clear();
    else {
      const info = this.#streams.get(stream)?.stream.info;
      this.#forget(stream);
      if (info) this.#streams.set(stream, unread(info));
    }
  }

  /** A lost link: what was asked for will not come. */
  onLost(): void {
    this.#callOff();
    for (const reading of this.#streams.values()) {
      reading.stopWaiting();
      reading.parts = [];
      reading.tries = 0;
    }
  }

  clear(): void {
    this.#callOff();
    for (const id of [...this.#streams.keys()]) this.#forget(id);
  }

  #readOn(reading: Reading, ops: readonly RecordedOp[]): void {
    const before = reading.stream;
    const done: RecordedOp[] = [];
    const read = (op: RecordedOp): void => {
      reading.stream = advanced(reading.stream, op);
      done.push(op);
    };
    for (const op of ops) {
      if (op.seq === reading.stream.seq + 1) read(op);
      else if (op.seq > reading.stream.seq && reading.held.size < HOLD) reading.held.set(op.seq, op);
    }
    for (let op = nextHeld(reading); op; op = nextHeld(reading)) read(op);
    for (const seq of reading.held.keys()) if (seq <= reading.stream.seq) reading.held.delete(seq);
    if (done.length > 0) {
      reading.isKnown = true;
      reading.stopWaiting();
      reading.tries = 0;
      this.#needs.onMoved(reading.stream, before, done);
    }
    if (reading.held.size > 0) this.#pull(reading, Math.min(...reading.held.keys()));
  }

  /** Asks for what lies between the last op and `to`; after two fruitless tries the stream is taken anew (S4). */
  #pull(reading: Reading, to: number): void {
    if (reading.stopWaiting !== nothing) return;
    if (reading.tries >= TRIES) {
      this.#startAnew(reading);
      return;
    }
    const { study, clock, send } = this.#needs;
    const from = reading.stream.seq + 1;
    reading.tries++;
    send({ t: "pull", study, stream: reading.stream.info.stream, from, to: Math.min(to, from + LONGEST_PULL) });
    const stop = clock.after(PULL_PATIENCE, () => {
      reading.stopWaiting = nothing;
      this.#pull(reading, to);
    });
    reading.stopWaiting = () => {
      stop();
      reading.stopWaiting = nothing;
    };
  }

  /** What was read of the stream stays in sight until its snapshot comes. */
  #startAnew(reading: Reading): void {
    this.#streams.set(reading.stream.info.stream, unread(reading.stream.info));
    this.subscribe();
  }

  #forget(stream: Id): void {
    const reading = this.#streams.get(stream);
    if (!reading) return;
    reading.stopWaiting();
    this.#streams.delete(stream);
    this.#needs.onGone(stream);
  }

  #cursors(): Cursors {
    const known = [...this.#streams.values()].filter((it) => it.isKnown);
    return Object.fromEntries(known.map(({ stream }) => [stream.info.stream, stream.seq]));
  }
}

const nothing = (): void => {};

function unread(info: StreamInfo): Reading {
  return { stream: emptyStream(info), isKnown: false, parts: [], held: new Map(), tries: 0, stopWaiting: nothing };
}

function nextHeld(reading: Reading): RecordedOp | undefined {
  return reading.held.get(reading.stream.seq + 1);
}
