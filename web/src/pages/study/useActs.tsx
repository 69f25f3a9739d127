import { useState } from "preact/hooks";
import type { Answer, StudyView } from "../../live";
import type { Bodies, Kind } from "../../model/acts";
import { ErrorNotice } from "../../ui/Notice";

export type Refusal = Extract<Answer, { ok: false }>;

/** Sends acts one after the other, and keeps the refusal of the last one. */
export function useActs(view: StudyView) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>(undefined);
  async function run(sent: Promise<Answer>): Promise<Answer> {
    setBusy(true);
    const answer = await sent;
    setBusy(false);
    setRefusal(answer.ok ? undefined : answer);
    return answer;
  }
  const submit = <K extends Kind>(kind: K, body: Bodies[K], ifRev?: number): Promise<Answer> =>
    run(view.submit(kind, body, ifRev));
  return { busy, refusal, submit, run, forget: () => setRefusal(undefined) };
}

/** Why an act was refused. Where a rule of the study forbade it, the server's own sentence says which. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal | undefined }) {
  if (!refusal) return null;
  const isRule = refusal.code === "E_READONLY" || refusal.code === "E_BAD";
  return (
    <div class="refusal" role="alert">
      <ErrorNotice error={refusal} />
      {isRule && (
        <p class="note" lang="en">
          {refusal.message}
        </p>
      )}
    </div>
  );
}
