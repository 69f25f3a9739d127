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
