import { type ReadonlySignal, signal } from "@preact/signals";
import { type Clock, growing, spread } from "./clock";
import { type ClientFrame, decodeFrame, encodeFrame, type ServerFrame } from "./frames";

/** How things stand with the server. `since` is when the link was last up, or first wanted. */
export type Link =
  | { readonly at: "off" }
  | { readonly at: "connecting"; readonly since: number }
  | { readonly at: "waiting"; readonly since: number; readonly until: number }
  | { readonly at: "open" }
  | { readonly at: "elsewhere" | "over" | "outdated" };

/** What the page needs of a WebSocket, and what it wants to hear of it. */
export interface Socket {
  send(text: string): void;
  close(): void;
}
export interface Listener {
  opened(): void;
  received(text: string): void;
  closed(code: number): void;
}
export type Dial = (listener: Listener) => Socket;

interface Needs {
  readonly dial: Dial;
  readonly hello: () => ClientFrame;
  readonly clock: Clock;
  /** After `welcome`: subscribe and send what is due. */
  readonly onWelcome: () => void;
  readonly onFrame: (frame: ServerFrame) => void;
}

/** A link that held so long was a good one: the next wait is short again. */
const STEADY = 10_000;
const PATIENCE = { welcome: 10_000, pong: 5_000, silence: 45_000 };

/** Which closes end the matter until somebody acts; after every other one the page dials again. */
const FINAL: Readonly<Record<number, "over" | "elsewhere" | "outdated">> = {
  4401: "over",
  4409: "elsewhere",
  4426: "outdated",
};

/** One socket at a time, dialled again with growing, jittered waits until it is stopped. */
export class Connection {
  readonly #needs: Needs;
  readonly #link = signal<Link>({ at: "off" });
  #socket: Socket | null = null;
  #attempts = 0;
  #openedAt = 0;
  #drainMs: number | null = null;
  #beats = 0;
  #giveUp: () => void = () => {};
  #dialLater: () => void = () => {};

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  start(): void {
    if (this.#socket || this.#link.peek().at === "waiting") return;
    this.#dial(this.#needs.clock.now());
  }

  stop(): void {
    this.#dialLater();
    this.#hangUp();
    this.#link.value = { at: "off" };
  }

  /** Dials at once, also after a close that the page would not get over by itself. */
  retryNow(): void {
    this.#dialLater();
    this.#attempts = 0;
    if (!this.#socket) this.#dial(this.#since());
  }

  /** Sends if the link is up; tells whether it did. */
  send(frame: ClientFrame): boolean {
    if (this.#link.peek().at !== "open") return false;
    this.#socket?.send(encodeFrame(frame));
    return true;
  }

  /** Asks for a sign of life. A link that gives none is dropped and dialled anew. */
  probe(): void {
    if (this.send({ t: "ping", n: ++this.#beats })) this.#expect(PATIENCE.pong);
  }

  #dial(since: number): void {
    this.#link.value = { at: "connecting", since };
    // A socket that was given up may still speak; it is not heard any more.
    const ifCurrent = (run: () => void): void => {
      if (this.#socket === socket) run();
    };
    const socket = this.#needs.dial({
      opened: () => ifCurrent(() => socket.send(encodeFrame(this.#needs.hello()))),
      received: (text) => ifCurrent(() => this.#receive(text)),
      closed: (code) => ifCurrent(() => this.#lost(code)),
    });
    this.#socket = socket;
    this.#expect(PATIENCE.welcome);
  }

  #receive(text: string): void {
    this.#expect(PATIENCE.silence);
    let frame: ServerFrame;
    try {
      frame = decodeFrame(text);
    } catch {
      // A server of another version, or a proxy that mangles: nothing of it can be trusted.
      this.#drop(4400);
      return;
    }
    switch (frame.t) {
      case "welcome":
        this.#openedAt = this.#needs.clock.now();
        this.#link.value = { at: "open" };
        this.#needs.onWelcome();
        return;
      case "ping":
        this.send({ t: "pong", n: frame.n });
        return;
      case "pong":
        return;
      case "drain":
        this.#drainMs = frame.reconnect_after_ms;
        this.#drop(1001);
        return;
      default:
        this.#needs.onFrame(frame);
    }
  }

  /** Nothing heard for so long counts as lost. */
  #expect(ms: number): void {
    this.#giveUp();
    this.#giveUp = this.#needs.clock.after(ms, () => this.#drop(4408));
  }

  #drop(code: number): void {
    this.#hangUp();
    this.#lost(code);
  }

  #hangUp(): void {
    this.#giveUp();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #lost(code: number): void {
    this.#hangUp();
    const end = FINAL[code];
    if (end) {
      this.#link.value = { at: end };
      return;
    }
    const { clock } = this.#needs;
    const since = this.#since();
    const wait = this.#nextWait();
    this.#link.value = { at: "waiting", since, until: clock.now() + wait };
    this.#dialLater = clock.after(wait, () => this.#dial(since));
  }

  #nextWait(): number {
    const { clock } = this.#needs;
    if (this.#link.peek().at === "open" && clock.now() - this.#openedAt >= STEADY) this.#attempts = 0;
    const longest = this.#drainMs ?? growing(this.#attempts);
    this.#drainMs = null;
    this.#attempts++;
    return spread(clock, longest);
  }

  #since(): number {
    const link = this.#link.peek();
    return link.at === "connecting" || link.at === "waiting" ? link.since : this.#needs.clock.now();
  }
}
