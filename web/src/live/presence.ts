import type { Clock } from "./clock";
import type { ClientFrame } from "./frames";

type Here = Omit<Extract<ClientFrame, { t: "pres" }>, "study">;

/** At most so often (SPEC S8 allows 5 a second), and again before the server forgets after 15 s. Milliseconds. */
const APART = 250;
const AGAIN = 10_000;

/** Tells the others of an open round where one is: the newest place, seldom, and again while one stays. */
export class Presence {
  readonly #clock: Clock;
  readonly #send: (frame: Here) => void;
  #place: Here | null = null;
  #sentAt = Number.NEGATIVE_INFINITY;
  #stop: () => void = () => {};

  constructor(clock: Clock, send: (frame: Here) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  here(place: Here): void {
    this.#place = place;
    this.#in(Math.max(0, this.#sentAt + APART - this.#clock.now()));
  }

  away(): void {
    this.#place = null;
    this.#stop();
  }

  /** The link is new: the server knows nothing of us yet. */
  again(): void {
    if (this.#place) this.#in(0);
  }

  #in(ms: number): void {
    this.#stop();
    this.#stop = this.#clock.after(ms, () => {
      if (!this.#place) return;
      this.#sentAt = this.#clock.now();
      this.#send(this.#place);
      this.#in(AGAIN);
    });
  }
}
