import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, ApiError } from "../../../api/http";
import type { StudyView } from "../../../live";
import type { Id } from "../../../model/entries";

/** Between two questions to the server that the stream gives rise to, in milliseconds. */
const PAUSE = 1_000;

export interface Fetched<T> {
  /** The last good answer, and to which address it belongs; a failure does not take it away. */
  readonly value: T | undefined;
  readonly key: string;
  readonly at: Date | undefined;
  readonly error: ApiError | undefined;
  readonly again: () => void;
}

interface Asked<T> {
  /** Names the question; another key asks anew. Undefined asks nothing. */
  readonly key: string | undefined;
  readonly ask: () => Promise<Answer<T>>;
  /** Called with the answer before and the new one to the same question. */
  readonly onChange?: (before: T, after: T) => void;
  /** Asks again, at most once a second, whenever the work of this round changes. */
  readonly follows?: { readonly view: StudyView; readonly round: Id } | undefined;
}

/** What the server says now to one question, asked again as a round's streams move. */
export function useFetched<T>({ key, ask, onChange, follows }: Asked<T>): Fetched<T> {
  const [state, setState] = useState<Omit<Fetched<T>, "again">>(nothing);
  const [tries, setTries] = useState(0);
  const latest = useRef({ ask, onChange, state });
  latest.current = { ask, onChange, state };

  useEffect(() => {
    if (key === undefined) return;
    let isWanted = true;
    void latest.current.ask().then((answer) => {
      if (!isWanted) return;
      const before = latest.current.state;
      if (!answer.ok) {
        setState({ ...before, error: answer.error });
        return;
      }
      if (before.key === key && before.value) latest.current.onChange?.(before.value, answer.value);
      setState({ value: answer.value, key, at: new Date(), error: undefined });
    });
    return () => {
      isWanted = false;
    };
  }, [key, tries]);

  useEffect(() => {
    return follows && onMoves(follows.view, follows.round, () => setTries((n) => n + 1));
  }, [follows?.view, follows?.round]);

  return { ...state, again: () => setTries((n) => n + 1) };
}

/** Calls at the first move and then at most once a second, until the answer is called. */
function onMoves(view: StudyView, round: Id, moved: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;
  let isFirst = true;
  const stop = effect(() => {
    view.moves(round).value;
    if (isFirst) {
      isFirst = false;
      return;
    }
    timer ??= setTimeout(
      () => {
        timer = undefined;
        lastAt = Date.now();
        moved();
      },
      Math.max(0, lastAt + PAUSE - Date.now()),
    );
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

function nothing<T>(): Omit<Fetched<T>, "again"> {
  return { value: undefined, key: "", at: undefined, error: undefined };
}
