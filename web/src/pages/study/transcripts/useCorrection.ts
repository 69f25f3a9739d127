import { useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, api } from "../../../api/http";
import { t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Id, TranscriptText } from "../../../model/entries";
import { say } from "../../../ui/announce";
import type { Corrected, CorrectionPreview, CorrectionState } from "./correction";
import { MOST_BYTES, typeOf } from "./files";
import { CANCELLED, upload } from "./upload";

export type Correction = ReturnType<typeof useCorrection>;

/** One correction: written or chosen, compared, stored. A second try of the same text stores nothing twice. */
export function useCorrection(study: Id, { transcript, version, text }: TranscriptText, onStored: () => void) {
  const [state, setState] = useState<CorrectionState>({ at: "choosing" });
  const opId = useRef(newId());
  const stop = useRef(new AbortController());
  const path = `/api/studies/${study}/transcripts/${transcript}/versions`;
  useEffect(() => () => stop.current.abort(), []);

  const fail = (error: ApiError): void => setState({ at: "failed", error });

  const compare = async (sent: Corrected) => {
    opId.current = newId();
    setState({ at: "comparing" });
    const body = new Blob([sent.body], { type: sent.type });
    const answer = await api.post<CorrectionPreview>(`${path}/preview?version=${version}`, body);
    if (!answer.ok) return fail(answer.error);
    const preview = answer.value;
    const isSame = preview.changes_total === 0 && preview.segments_before === preview.segments_after;
    setState(isSame ? { at: "same" } : { at: "compared", preview, sent });
    say(isSame ? t("transcripts.sameText") : t("transcripts.changesN", { n: preview.changes_total }));
  };

  const compareTyped = (typed: string): void => {
    if (typed === text) setState({ at: "same" });
    else void compare({ body: new Blob([typed]), type: "text/plain" });
  };

  const compareFile = (file: File): void => {
    const type = typeOf(file.name);
    if (!type) fail({ code: "NOT_TEXT", message: file.name });
    else if (file.size > MOST_BYTES) fail({ code: "TOO_BIG", message: file.name });
    else void compare({ body: file, type });
  };

  const store = async (rounds: readonly Id[]) => {
    if (state.at !== "compared") return;
    const { preview, sent } = state;
    stop.current = new AbortController();
    setState({ at: "storing", preview, sent, share: 0 });
    const answer = await upload<unknown>({
      path: `${path}?${new URLSearchParams({ op_id: opId.current, version: String(version), rounds: rounds.join() })}`,
      file: sent.body,
      type: sent.type,
      signal: stop.current.signal,
      onSent: (share) => setState({ at: "storing", preview, sent, share }),
    });
    if (answer.ok) {
      say(t("transcripts.correctionStored", { version: version + 1 }));
      onStored();
    } else if (answer.error.code === CANCELLED) setState({ at: "compared", preview, sent });
    else fail(answer.error);
  };

  return {
    state,
    compareTyped,
    compareFile,
    store: (rounds: readonly Id[]) => void store(rounds),
    cancel: () => stop.current.abort(),
    again: () => setState({ at: "choosing" }),
  };
}
