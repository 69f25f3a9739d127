import { t } from "../../i18n";
import { countToCheck } from "../../model/selectors";
import { Pattern, patternOf } from "../../ui/Pattern";
import { to } from "../../ui/router";
import { knownShareIn } from "../study/share";
import { CheckSign } from "./CheckSign";
import type { Desk } from "./desk";

/** The round's transcripts with one's own progress; in an open round also who is coding now. */
export function RoundRail({ desk }: { readonly desk: Desk }) {
  const round = desk.round.value;
  const study = desk.view.study.value;
  if (!round || !study) return null;
  const me = desk.me.value;
  return (
    <nav class="rail desk-round" aria-label={t("coding.transcriptsOfRound")}>
      <div class="rail-head">
        <h2>{round.name}</h2>
      </div>
      <ul class="round-transcripts">
        {round.transcripts.map(({ transcript }) => {
          const entry = study.transcripts.get(transcript);
          if (!entry) return null;
          const isHere = transcript === desk.text.transcript;
          const { done, of } = isHere
            ? desk.progress.value
            : knownShareIn({ view: desk.view, study }, round, entry, me);
          return (
            <li key={transcript}>
              <a
                href={to("coding", { study: desk.view.id, round: round.round, transcript })}
                aria-current={isHere ? "page" : undefined}
              >
                <span class="transcript-name">
                  {entry.name}{" "}
                  {round.phase === "coding" && <ToCheckCount n={countToCheck(desk.work.value, transcript, me)} />}
                </span>
                <span class="quiet">{isHere ? `${done}/${of}` : done}</span>
                {isHere && (
                  <span class="progress-bar">
                    <span class="progress-done" style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }} />
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {round.mode === "open" && <Present desk={desk} />}
      {round.mode === "open" && (
        <p class="card desk-note">
          <b>{t("coding.openTitle")}</b> {t("coding.openText")}
        </p>
      )}
    </nav>
  );
}

/** Own codings that a correction left to check, in any transcript of the round. */
function ToCheckCount({ n }: { readonly n: number }) {
  if (n === 0) return null;
  return (
    <span class="to-check-count" title={t("coding.toCheckN", { n })}>
      <CheckSign /> <span aria-hidden="true">{n}</span>
      <span class="unseen">{t("coding.toCheckN", { n })}</span>
    </span>
  );
}

/** Names and places. What others do is seen in their lanes, and never announced. */
function Present({ desk }: { readonly desk: Desk }) {
  const coders = desk.coders.value;
  const present = desk.view.present.value.get(desk.roundId) ?? [];
  const me = desk.me.value;
  if (present.every(({ member }) => member === me)) return null;
  return (
    <section class="present" aria-label={t("coding.codingNow")}>
      <h2>{t("coding.codingNow")}</h2>
      <ul>
        {present
          .filter(({ member }) => member !== me)
          .map(({ member, transcript, segment }) => {
            const turn = (segment ?? 0) + 1;
            const name = desk.view.study.value?.transcripts.get(transcript)?.name ?? "";
            const isHere = transcript === desk.text.transcript;
            return (
              <li key={member}>
                <Pattern pattern={patternOf(Math.max(1, coders.indexOf(member) + 1))} />
                <b>{desk.memberName(member)}</b>
                <span class="quiet">
                  {isHere ? t("coding.atTurn", { turn }) : t("coding.atTranscript", { transcript: name, turn })}
                </span>
              </li>
            );
          })}
      </ul>
    </section>
  );
}
