/** Time and chance, passed in so that a test can set them. Milliseconds. */
export interface Clock {
  now(): number;
  /** Runs something once, later; the answer calls it off. */
  after(ms: number, run: () => void): () => void;
  /** From 0 up to, but not, 1. */
  chance(): number;
}

export const wallClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
};

const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;

/** How long to wait after so many tries in vain: twice as long each time, up to ten seconds. */
export function growing(tries: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries);
}

/** A wait of at most so long, by chance, so that not everybody comes back at once. */
export function spread(clock: Clock, longest: number): number {
  return Math.max(FIRST_WAIT, longest * (0.5 + clock.chance() / 2));
}
