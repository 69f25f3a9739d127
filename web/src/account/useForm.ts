import { useState } from "preact/hooks";
import type { Answer, ApiError } from "../api/http";

/** The state of a form that asks the server: busy while it waits, then done or with an error. Fields keep their text. */
export function useForm<T>(ask: () => Promise<Answer<T>>, done: (value: T) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await ask();
    setBusy(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) done(answer.value);
  };
  return { busy, error, submit: (event: Event) => void submit(event) };
}
