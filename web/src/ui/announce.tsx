import { signal } from "@preact/signals";

/** At most one polite sentence in so many milliseconds; of those that come meanwhile, the latest is said. */
const PAUSE = 2000;

const polite = signal("");
const urgent = signal("");
let waiting: string | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;

/** Tells a screen reader's user what their own act did: "Reviewed, 9 of 22, turn 19". Never about what others do. */
export function say(sentence: string): void {
  waiting = sentence;
  if (pause === undefined) next();
}

/** Only for: not saved for 10 s, refused, session ended, round closing. */
export function sayAtOnce(sentence: string): void {
  urgent.value = fresh(sentence, urgent.value);
}

function next(): void {
  pause = undefined;
  if (waiting === undefined) return;
  polite.value = fresh(waiting, polite.value);
  waiting = undefined;
  pause = setTimeout(next, PAUSE);
}

/** The same sentence twice is heard twice only if the text differs: by a space at its end. */
function fresh(sentence: string, before: string): string {
  return sentence === before ? `${sentence}\u00a0` : sentence;
}

/** The two live regions. They stand from the first drawing on, or their first sentence would be missed. */
export function LiveRegions() {
  return (
    <>
      <div role="status" class="unseen">
        {polite}
      </div>
      <div role="alert" class="unseen">
        {urgent}
      </div>
    </>
  );
}
