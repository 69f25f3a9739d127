import { useEffect, useState } from "preact/hooks";
import { type Answer, api } from "../../../api/http";
import type { Id, TranscriptText } from "../../../model/entries";

/** One version of a transcript: undefined while it is on its way. */
export function useText(study: Id, transcript: Id, version: number) {
  const path = `/api/studies/${study}/transcripts/${transcript}/versions/${version}`;
  const [answer, setAnswer] = useState<Answer<TranscriptText> | undefined>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setAnswer(undefined);
    void api.get<TranscriptText>(path).then((got) => isWanted && setAnswer(got));
    return () => {
      isWanted = false;
    };
  }, [path, tries]);
  return { answer, retry: () => setTries(tries + 1) };
}
