import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { type ApiError, api } from "../../../api/http";
import { inOrder, t, time } from "../../../i18n";
import type { Id, Round } from "../../../model/entries";
import { hasCoder, isRevealed } from "../../../model/selectors";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { ErrorNotice } from "../../../ui/Notice";
import { Progress } from "../../../ui/Progress";
import type { Seen } from "../inStudy";
import { shareIn } from "../share";

interface CoderProgress {
  readonly member: Id;
  readonly transcript: Id;
  /** Of the turns that at least one theme applies to, which are `segments`. */
  readonly reviewed: number;
  readonly segments: number;
  readonly codings: number;
}

/**
 * How far all coders are, for those who may see it: from the streams where these are open to the reader, and in a blind round for a lead
 * who does not code in it, by a look that is recorded. For everyone else there is nothing here, not even its absence.
 */
export function ProgressOfAll({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const isCoder = hasCoder(round, seen.me.member);
  const isUnderWay = round.phase === "coding" || round.phase === "closed";
  if (isRevealed(round.phase) || (round.mode === "open" && isUnderWay && (isCoder || seen.isLead))) {
    return <Section rows={fromStreams(seen, round)} seen={seen} />;
  }
  const mayLook = round.mode === "blind" && isUnderWay && seen.isLead && !isCoder;
  return mayLook ? <Look seen={seen} round={round} /> : null;
}

function fromStreams(seen: Seen, round: Round): readonly CoderProgress[] {
  const { codings } = seen.view.work(round.round).value;
  return round.assignments.flatMap(({ member, transcript }) => {
    const entry = seen.study.transcripts.get(transcript);
    if (!entry) return [];
    const { done: reviewed, of: segments } = shareIn(seen, round, entry, member);
    const own = [...(codings.get(transcript)?.values() ?? [])].filter(({ coder }) => coder === member);
    return [{ member, transcript, reviewed, segments, codings: own.length }];
  });
}

/** Only after the notice that the look is recorded and bars from coding. */
function Look({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<{ readonly rows: readonly CoderProgress[]; readonly at: Date } | undefined>(
    undefined,
  );
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setAsking(false);
    setBusy(true);
    const path = `/api/studies/${seen.study.study}/rounds/${round.round}/progress`;
    const answer = await api.get<{ readonly coders: readonly CoderProgress[] }>(path);
    setBusy(false);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) setShown({ rows: answer.value.coders, at: new Date() });
  };
  const button = (
    <Button busy={busy} onPress={() => (shown ? void look() : setAsking(true))}>
      {t(shown ? "rounds.lookAgain" : "rounds.look")}
    </Button>
  );
  return (
    <>
      {shown ? (
        <Section rows={shown.rows} seen={seen} note={t("rounds.lookedAt", { when: time(shown.at) })} action={button} />
      ) : (
        <section aria-labelledby="progress">
          <h2 id="progress">{t("rounds.progress")}</h2>
          <p class="quiet">{t("rounds.lookLogged")}</p>
          <div class="actions">{button}</div>
        </section>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void look()} />}
      {isAsking && (
        <Dialog title={t("rounds.lookTitle")} onClose={() => setAsking(false)}>
          <p>{t("rounds.lookLogged")}</p>
          <div class="actions">
            <Button weight="primary" onPress={() => void look()}>
              {t("rounds.lookDo")}
            </Button>
            <Button weight="quiet" onPress={() => setAsking(false)}>
              {t("common.cancel")}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface SectionProps {
  readonly seen: Seen;
  readonly rows: readonly CoderProgress[];
  readonly note?: string;
  readonly action?: ComponentChild;
}

function Section({ seen: { study }, rows, note, action }: SectionProps) {
  const nameOf = (id: Id) => study.members.get(id)?.name ?? "";
  const titleOf = (id: Id) => study.transcripts.get(id)?.name ?? "";
  const coders = [...new Set(rows.map((row) => row.member))].sort((one, other) => inOrder(nameOf(one), nameOf(other)));
  return (
    <section aria-labelledby="progress">
      <h2 id="progress">
        {t("rounds.progress")} {note && <span class="quiet">{note}</span>}
      </h2>
      {action && <div class="actions">{action}</div>}
      {coders.map((coder) => {
        const member = nameOf(coder);
        return (
          <div key={coder} class="coder">
            <h3>{member}</h3>
            <ul class="rows">
              {rows
                .filter((row) => row.member === coder)
                .sort((one, other) => inOrder(titleOf(one.transcript), titleOf(other.transcript)))
                .map(({ transcript, reviewed: n, segments: of, codings }) => {
                  const name = titleOf(transcript);
                  return (
                    <li key={transcript} class="row">
                      <span class="row-main">{name}</span>
                      <div class="row-progress">
                        <Progress
                          label={t("rounds.progressOf", { member, transcript: name })}
                          done={n}
                          of={of}
                          text={`${t("rounds.reviewedOf", { n, of })} · ${t("rounds.codingsN", { n: codings })}`}
                        />
                      </div>
                    </li>
                  );
                })}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
