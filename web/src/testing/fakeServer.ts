import { createHash } from "node:crypto";
import type { Dial, Listener, Socket } from "../live/connection";
import type { RecordedOp, Submission } from "../model/acts";
import type { Id, Role } from "../model/entries";
import { displaced } from "../model/selectors";
import { advanced, emptyStream, type ReadStream, type StreamInfo } from "../model/stream";

type Frame = { readonly t: string } & Readonly<Record<string, unknown>>;
type Refusal = { readonly code: string; readonly retry?: boolean; readonly detail?: unknown };
type Refuses = (actor: Id, submission: Submission) => Refusal | undefined;

interface Log {
  readonly info: StreamInfo;
  read: ReadStream;
  readonly ops: RecordedOp[];
}

interface Joined {
  readonly member: Id;
  readonly listener: Listener;
  isUp: boolean;
  isSubscribed: boolean;
  /** Frames that the network holds back. */
  held: Frame[] | null;
}

/**
 * A server of one study in memory: it orders ops, answers a resend with the first answer, and tells those who may see
 * a stream. Every rule but order is a parameter. `hold` and `release` delay what a member gets.
 */
export class FakeServer {
  readonly study: Id;
  readonly members: ReadonlyMap<Id, Role>;
  readonly #logs = new Map<Id, Log>();
  readonly #answers = new Map<Id, { readonly stream: Id; readonly seq: number }>();
  readonly #joined = new Set<Joined>();
  /** What each member sent, as frames. */
  readonly sent: { readonly member: Id; readonly frame: Frame }[] = [];
  refuses: Refuses = () => undefined;
  isReachable = true;

  constructor(study: Id, members: ReadonlyMap<Id, Role>, streams: readonly StreamInfo[]) {
    this.study = study;
    this.members = members;
    for (const info of streams) this.#logs.set(info.stream, { info, read: emptyStream(info), ops: [] });
  }

  dialAs(member: Id): Dial {
    return (listener) => this.#dial(member, listener);
  }

  /** An op that somebody's act has led to. */
  record(stream: Id, actor: Id, op: Pick<RecordedOp, "kind" | "body">, opId?: Id): RecordedOp {
    const log = this.#log(stream);
    const seq = log.read.seq + 1;
    const recorded = { ...op, seq, actor, at: "2026-11-24T10:00:00Z", ...(opId ? { op_id: opId } : {}) } as RecordedOp;
    log.read = advanced(log.read, recorded);
    log.ops.push(recorded);
    for (const to of this.#readers(log.info)) this.#tell(to, this.#events(to, log, [recorded]));
    return recorded;
  }

  /** Everything a stream says so far. */
  readStream(stream: Id): ReadStream {
    return this.#log(stream).read;
  }

  hold(member: Id): void {
    for (const it of this.#joined) if (it.member === member) it.held ??= [];
  }

  release(member: Id, change: (frames: Frame[]) => Frame[] = (frames) => frames): void {
    for (const it of this.#joined) {
      if (it.member !== member || !it.held) continue;
      const frames = change(it.held);
      it.held = null;
      for (const frame of frames) this.#tell(it, frame);
    }
  }

  /** Breaks the link, losing what was held back. */
  breakLink(member: Id, code = 1006): void {
    for (const it of [...this.#joined]) if (it.member === member) this.#close(it, code);
  }

  tell(member: Id, frame: Frame): void {
    for (const it of this.#joined) if (it.member === member) this.#tell(it, frame);
  }

  #dial(member: Id, listener: Listener): Socket {
    const joined: Joined = { member, listener, isUp: this.isReachable, isSubscribed: false, held: null };
    if (this.isReachable) {
      this.#joined.add(joined);
      queueMicrotask(() => listener.opened());
    } else queueMicrotask(() => listener.closed(1006));
    return {
      send: (text) => {
        if (joined.isUp) queueMicrotask(() => this.#receive(joined, JSON.parse(text) as Frame));
      },
      close: () => {
        joined.isUp = false;
        this.#joined.delete(joined);
      },
    };
  }

  #receive(from: Joined, frame: Frame): void {
    if (!from.isUp) return;
    this.sent.push({ member: from.member, frame });
    switch (frame.t) {
      case "hello":
        this.#tell(from, { t: "welcome", session: "s", server_time: "", heartbeat_ms: 20_000, limits: {} });
        return;
      case "sub":
        this.#subscribe(from, frame.cursors as Readonly<Record<Id, number>>);
        return;
      case "ops":
        for (const submission of frame.ops as readonly Submission[]) this.#judge(from, submission);
        return;
      case "pull": {
        const log = this.#log(frame.stream as Id);
        const { from: first, to } = frame as unknown as { from: number; to: number };
        this.#tell(from, this.#events(from, log, log.ops.slice(first - 1, to - 1)));
        return;
      }
      case "ping":
        this.#tell(from, { t: "pong", n: frame.n });
    }
  }

  #subscribe(to: Joined, cursors: Readonly<Record<Id, number>>): void {
    to.isSubscribed = true;
    const logs = [...this.#logs.values()].filter(({ info }) => this.#mayRead(to.member, info));
    const role = this.members.get(to.member);
    this.#tell(to, { t: "streams", study: this.study, member: to.member, role, streams: logs.map(({ info }) => info) });
    for (const log of logs) {
      const cursor = cursors[log.info.stream];
      if (cursor === undefined) this.#tell(to, this.#snapshot(log));
      else if (cursor < log.read.seq) this.#tell(to, this.#events(to, log, log.ops.slice(cursor)));
      this.#tell(to, { t: "live", study: this.study, stream: log.info.stream, seq: log.read.seq });
    }
  }

  #judge(from: Joined, submission: Submission): void {
    const first = this.#answers.get(submission.op_id);
    if (first) {
      this.#tell(from, { t: "ok", op_id: submission.op_id, ...first, dup: true });
      return;
    }
    const refusal = this.refuses(from.member, submission);
    if (refusal) {
      this.#tell(from, { t: "no", op_id: submission.op_id, message: "", retry: false, ...refusal });
      return;
    }
    const log = [...this.#logs.values()].find(({ info }) => this.#lands(from.member, submission, info));
    if (!log) throw new Error(`No stream for ${submission.kind}`);
    const { info } = log;
    const { op_id, kind } = submission;
    const { version: _, ...body }: Submission["body"] & { version?: number } = submission.body;
    const given = kind === "coding.apply" ? { ...body, replaces: this.#replaced(from.member, log, submission) } : body;
    const seq = log.read.seq + 1;
    this.#answers.set(op_id, { stream: info.stream, seq });
    this.record(info.stream, from.member, { kind, body: given } as RecordedOp, op_id);
    this.#tell(from, { t: "ok", op_id, stream: info.stream, seq });
  }

  #replaced(actor: Id, log: Log, { kind, body }: Submission): readonly Id[] {
    const study = [...this.#logs.values()].map(({ read }) => read.state).find((it) => it.kind === "study");
    const { state } = log.read;
    if (kind !== "coding.apply" || study?.kind !== "study" || !("work" in state)) return [];
    const own = [...(state.work.codings.get(body.transcript)?.values() ?? [])].filter((it) => it.coder === actor);
    return displaced(study.study.codebooks.at(-1)?.themes ?? [], [{ start: 0, end: 1e9 }], own, body);
  }

  #lands(actor: Id, { kind, body }: Submission, info: StreamInfo): boolean {
    if (info.kind === "study")
      return (
        !("coding" in body) &&
        !kind.startsWith("decision.") &&
        !kind.startsWith("review.") &&
        !kind.startsWith("theme.")
      );
    if (info.kind === "drafts") return kind.startsWith("theme.");
    const isHere = "round" in body && body.round === info.round && (info.coder ?? actor) === actor;
    if (kind.startsWith("decision.")) return isHere && info.kind === "round";
    return isHere && (kind.startsWith("coding.") || kind.startsWith("review."));
  }

  #snapshot({ info, read }: Log): Frame {
    const data = JSON.stringify(snapshotOf(read));
    const sha256 = createHash("sha256").update(data).digest("hex");
    return { t: "snap", study: this.study, ...info, seq: read.seq, part: 1, of: 1, data, sha256 };
  }

  #events(to: Joined, { info, ops: _ }: Log, ops: readonly RecordedOp[]): Frame {
    const list = ops.map(({ op_id, ...op }) => (op_id && op.actor === to.member ? { ...op, op_id } : op));
    return { t: "evs", study: this.study, stream: info.stream, list };
  }

  #readers(info: StreamInfo): readonly Joined[] {
    return [...this.#joined].filter((it) => it.isSubscribed && this.#mayRead(it.member, info));
  }

  #mayRead(member: Id, info: StreamInfo): boolean {
    return info.coder === undefined || info.coder === member;
  }

  #tell(to: Joined, frame: Frame): void {
    if (to.held) to.held.push(frame);
    else queueMicrotask(() => to.isUp && to.listener.received(JSON.stringify(frame)));
  }

  #close(it: Joined, code: number): void {
    it.isUp = false;
    this.#joined.delete(it);
    it.listener.closed(code);
  }

  #log(stream: Id): Log {
    const log = this.#logs.get(stream);
    if (!log) throw new Error(`No stream ${stream}`);
    return log;
  }
}

/** SPEC 3. */
function snapshotOf({ state }: ReadStream): unknown {
  switch (state.kind) {
    case "study": {
      const { study, name, members, codebooks, transcripts, rounds } = state.study;
      const lists = {
        members: [...members.values()],
        transcripts: [...transcripts.values()],
        rounds: [...rounds.values()],
      };
      return { study: { study, name }, codebooks, ...lists };
    }
    case "drafts":
      return { themes: [...state.drafts.values()] };
    case "round":
    case "private": {
      const { codings, reviews, reopened, orphans } = state.work;
      const { adopted, decisions } = state.settled;
      const all = <T>(by: ReadonlyMap<Id, ReadonlyMap<string, T>>) =>
        [...by.values()].flatMap((it) => [...it.values()]);
      return {
        codings: all(codings),
        reviews: all(reviews),
        reopened: [...reopened],
        orphans: [...orphans.values()],
        reference: adopted,
        decisions: [...decisions.values()],
      };
    }
  }
}
