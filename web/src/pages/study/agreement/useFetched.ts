import { effect } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer, ApiError, Asking } from "../../../api/http";
import type { StudyView } from "../../../live";
import type { Id } from "../../../model/entries";

/** Between two questions to the server that the stream gives rise to, in milliseconds. */
const PAUSE = 1_000;

export interface Fetched<T> {
  /** The last good answer to this very question; a failure does not take it away. */
  readonly value: T | undefined;
  readonly at: Date | undefined;
  readonly error: ApiError | undefined;
  readonly again: () => void;
}

interface Asked<T> {
  /** Names the question; another key asks anew. Undefined asks nothing. */
  readonly key: string | undefined;
  readonly ask: (asking: Asking) => Promise<Answer<T>>;
  /** Called with the answer before and the new one to the same question. */
  readonly onChange?: (before: T, after: T) => void;
  /** Asks again, at most once a second, whenever the work of this round changes. */
  readonly follows?: { readonly view: StudyView; readonly round: Id } | undefined;
}

/** The last good answer, and the question it belongs to. */
type Held<T> = Omit<Fetched<T>, "again"> & { readonly key: string };

/** What the server says now to one question, asked again as a round's streams move; one question is under way at a time. */
export function useFetched<T>({ key, ask, onChange, follows }: Asked<T>): Fetched<T> {
  const [held, setHeld] = useState<Held<T>>(nothing);
  const latest = useRef({ ask, onChange, held });
  latest.current = { ask, onChange, held };
  const askAgain = useRef<(asking: Asking) => void>(() => {});

  useEffect(() => {
    if (key === undefined) return;
    let isWanted = true;
    let isUnderWay = false;
    let isStale = false;
    const put = (asking: Asking) => {
      isStale = isUnderWay;
      if (isUnderWay) return;
      isUnderWay = true;
      void latest.current.ask(asking).then((answer) => {
        isUnderWay = false;
        if (!isWanted) return;
        const before = latest.current.held;
        if (answer.ok) {
          if (before.key === key && before.value) latest.current.onChange?.(before.value, answer.value);
          setHeld({ value: answer.value, key, at: new Date(), error: undefined });
        } else setHeld({ ...(before.key === key ? before : nothing<T>()), key, error: answer.error });
        if (isStale) put({ isAutomatic: true });
      });
    };
    askAgain.current = put;
    put({});
    return () => {
      isWanted = false;
      askAgain.current = () => {};
    };
  }, [key]);

  useEffect(() => {
    return follows && onMoves(follows.view, follows.round, () => askAgain.current({ isAutomatic: true }));
  }, [follows?.view, follows?.round]);

  const { value, at, error } = held.key === key ? held : nothing<T>();
  return { value, at, error, again: () => askAgain.current({}) };
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

function nothing<T>(): Held<T> {
  return { value: undefined, key: "", at: undefined, error: undefined };
}
