import type { Submission } from "../model/acts";
import type { Id } from "../model/entries";
import type { Frame } from "./frames";

export type Answer =
  | { readonly ok: true; readonly stream: Id; readonly seq: number }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly detail?: unknown };

export interface Unanswered {
  readonly study: Id;
  readonly submission: Submission;
  readonly since: number;
}

interface Held extends Unanswered {
  isInFlight: boolean;
  readonly answer: (answer: Answer) => void;
}

/** SPEC S5, and the op batch of the wire. */
const IN_FLIGHT = 50;

/** One's own acts until the server has answered, in the order they were done; the same op ids at every try. */
export class Outbox {
  #held: Held[] = [];

  get unanswered(): readonly Unanswered[] {
    return this.#held;
  }

  /** Takes an act in; the promise is kept when the server has answered, however many connections later. */
  add(study: Id, submission: Submission, since: number): Promise<Answer> {
    return new Promise((answer) => this.#held.push({ study, submission, since, isInFlight: false, answer }));
  }

  /** What may go out now, as batches of one study each, in order; it counts as in flight from here on. */
  take(): readonly { readonly study: Id; readonly ops: readonly Submission[] }[] {
    const room = IN_FLIGHT - this.#held.filter((it) => it.isInFlight).length;
    const due = this.#held.filter((it) => !it.isInFlight).slice(0, Math.max(0, room));
    const batches: { study: Id; ops: Submission[] }[] = [];
    for (const held of due) {
      held.isInFlight = true;
      const last = batches.at(-1);
      if (last?.study === held.study) last.ops.push(held.submission);
      else batches.push({ study: held.study, ops: [held.submission] });
    }
    return batches;
  }

  /** The link is gone, or the server asks for another try: everything unanswered is due again. */
  recall(): void {
    for (const held of this.#held) held.isInFlight = false;
  }

  /** An event with one's own op id is as good as `ok`: it was sent after COMMIT. */
  accepted(opId: Id, stream: Id, seq: number): void {
    this.#settle(opId, { ok: true, stream, seq });
  }

  refused(opId: Id, { code, message, detail }: Frame<"no">): void {
    this.#settle(opId, { ok: false, code, message, ...(detail === undefined ? {} : { detail }) });
  }

  #settle(opId: Id, answer: Answer): void {
    const held = this.#held.find((it) => it.submission.op_id === opId);
    if (!held) return;
    this.#held = this.#held.filter((it) => it !== held);
    held.answer(answer);
  }
}
