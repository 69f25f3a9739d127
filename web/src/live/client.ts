import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Submission } from "../model/acts";
import type { Id } from "../model/entries";
import type { Clock } from "./clock";
import { Connection, type Dial, type Link } from "./connection";
import type { Frame, ServerFrame } from "./frames";
import { type Answer, Outbox } from "./outbox";
import { nextChange, type SaveState, saveState } from "./save";
import { Study } from "./store";

interface Needs {
  readonly dial: Dial;
  readonly csrf: () => string;
  readonly clock: Clock;
  readonly newId: () => Id;
  /** Names the version of these pages to the server. */
  readonly build: string;
}

/** How long to wait before another try where the server does not say, and when silence becomes suspicious. */
const RETRY = 1_000;
const SUSPICIOUS = 3_000;
const STREAMS_PATIENCE = 10_000;

/** One tab's link to the server: one socket, the studies that are open on it, and the acts that are on their way. */
export class Client {
  readonly #needs: Needs;
  readonly #connection: Connection;
  readonly #outbox = new Outbox();
  readonly #studies = new Map<Id, Study>();
  /** Subscribed and not yet answered, in order: a refusal names no study. */
  #asked: Id[] = [];
  readonly #unanswered = signal<{ readonly n: number; readonly oldest: number | null }>({ n: 0, oldest: null });
  readonly #now = signal(0);
  #pauseUntil = 0;
  readonly save: ReadonlySignal<SaveState>;

  constructor(needs: Needs) {
    this.#needs = needs;
    const client = needs.newId();
    this.#connection = new Connection({
      dial: needs.dial,
      hello: () => ({ t: "hello", v: 1, client, csrf: needs.csrf(), build: needs.build }),
      clock: needs.clock,
      onWelcome: () => this.#onWelcome(),
      onFrame: (frame) => batch(() => this.#onFrame(frame)),
    });
    this.save = computed(() => {
      const { n, oldest } = this.#unanswered.value;
      return saveState(this.#connection.link.value, n, oldest, Math.max(this.#now.value, needs.clock.now()));
    });
    this.#followTime();
    this.#followLink();
  }

  get link(): ReadonlySignal<Link> {
    return this.#connection.link;
  }

  get unanswered(): number {
    return this.#outbox.unanswered.length;
  }

  start(): void {
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
  }

  retryNow(): void {
    this.#connection.retryNow();
  }

  /** After sleep or a change of network the link may be dead without knowing. */
  probe(): void {
    if (this.link.peek().at === "open") this.#connection.probe();
    else if (this.link.peek().at === "waiting") this.#connection.retryNow();
  }

  /** A study, live. One that was open before is left, save its acts that are still on their way. */
  open(id: Id): Study {
    const known = this.#studies.get(id);
    if (known) return known;
    for (const other of [...this.#studies.keys()]) this.#leave(other);
    const study = new Study({
      study: id,
      clock: this.#needs.clock,
      newId: this.#needs.newId,
      save: this.save,
      retryNow: () => this.retryNow(),
      send: (frame) => this.#connection.send(frame),
      submit: (submission) => this.#submit(id, submission),
    });
    this.#studies.set(id, study);
    if (this.link.peek().at === "open") this.#subscribe(study);
    return study;
  }

  #leave(id: Id): void {
    this.#studies.delete(id);
    this.#connection.send({ t: "unsub", study: id });
  }

  #submit(study: Id, submission: Submission): Promise<Answer> {
    const answer = this.#outbox.add(study, submission, this.#needs.clock.now());
    this.#count();
    this.#flush();
    return answer;
  }

  #flush(): void {
    if (this.link.peek().at !== "open" || this.#needs.clock.now() < this.#pauseUntil) return;
    for (const { study, ops } of this.#outbox.take()) this.#connection.send({ t: "ops", study, ops });
  }

  #onWelcome(): void {
    this.#asked = [];
    for (const study of this.#studies.values()) this.#subscribe(study);
    this.#outbox.recall();
    this.#pauseUntil = 0;
    this.#flush();
  }

  #subscribe(study: Study): void {
    this.#asked.push(study.id);
    study.subscribe();
    this.#needs.clock.after(STREAMS_PATIENCE, () => {
      const isUnanswered = this.#asked.includes(study.id) && this.#studies.get(study.id) === study;
      if (isUnanswered && this.link.peek().at === "open") study.subscribe();
    });
  }

  #onFrame(frame: ServerFrame): void {
    switch (frame.t) {
      case "ok":
        this.#outbox.accepted(frame.op_id, frame.stream, frame.seq);
        for (const study of this.#studies.values()) study.acknowledged(frame.op_id, frame.stream, frame.seq);
        this.#settled();
        return;
      case "no":
        this.#onRefusal(frame);
        return;
      case "evs":
        for (const op of frame.list) if (op.op_id) this.#outbox.accepted(op.op_id, frame.stream, op.seq);
        this.#studies.get(frame.study)?.onFrame(frame);
        this.#settled();
        return;
      case "streams":
        this.#asked = this.#asked.filter((id) => id !== frame.study);
        this.#studies.get(frame.study)?.onFrame(frame);
        return;
      case "snap":
      case "live":
      case "head":
      case "pres":
      case "reset":
        this.#studies.get(frame.study)?.onFrame(frame);
        return;
      case "welcome":
      case "ping":
      case "pong":
      case "drain":
        return;
    }
  }

  #onRefusal(no: Frame<"no">): void {
    if (no.op_id === undefined) {
      const asked = this.#asked.shift();
      if (asked !== undefined && no.code === "E_NOT_FOUND") this.#studies.get(asked)?.absent();
      return;
    }
    if (no.retry) {
      this.#tryAgainIn(no.after_ms ?? RETRY);
      return;
    }
    this.#outbox.refused(no.op_id, no);
    for (const study of this.#studies.values()) study.refusedWith(no.op_id, no);
    this.#settled();
  }

  /** Everything unanswered goes again, in order: what overtook a refused act is answered as a repetition. */
  #tryAgainIn(ms: number): void {
    const until = this.#needs.clock.now() + ms;
    if (until <= this.#pauseUntil) return;
    this.#pauseUntil = until;
    this.#needs.clock.after(ms, () => {
      this.#outbox.recall();
      this.#flush();
    });
  }

  #settled(): void {
    this.#count();
    this.#flush();
  }

  #count(): void {
    const held = this.#outbox.unanswered;
    this.#unanswered.value = { n: held.length, oldest: held[0]?.since ?? null };
  }

  /** "Sending" and "not saved" are said when time has passed, without anything else happening. */
  #followTime(): void {
    const { clock } = this.#needs;
    effect(() => {
      const { oldest } = this.#unanswered.value;
      const wait = nextChange(this.#connection.link.value, oldest, Math.max(this.#now.value, clock.now()));
      if (wait === null) return;
      return clock.after(wait, () => {
        this.#now.value = clock.now();
        if (oldest !== null && clock.now() - oldest >= SUSPICIOUS) this.#connection.probe();
      });
    });
  }

  #followLink(): void {
    effect(() => {
      if (this.#connection.link.value.at !== "open") for (const study of this.#studies.values()) study.onLost();
    });
  }
}
