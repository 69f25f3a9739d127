import { type PlainKey, t } from "../../i18n";
import { isAssigned } from "../../model/selectors";
import { KeyCap } from "../../ui/KeyCap";
import { keyHints } from "../../ui/preferences";
import { to } from "../../ui/router";
import type { Desk } from "./desk";
import { FirstMinute } from "./FirstMinute";

/** More units than this are shown as a bar instead of a tick each. */
const TICKS = 60;

const HINTS: readonly (readonly [readonly string[], PlainKey])[] = [
  [["J", "K"], "common.speakerTurn"],
  [["1", "0"], "common.theme"],
  [["/"], "coding.keySearch"],
  [["Space"], "coding.keyReview"],
  [["Ctrl Z"], "common.undo"],
  [["?"], "common.allKeys"],
];

/** What is done, and which keys there are. */
export function Foot({ desk }: { readonly desk: Desk }) {
  const { done: n, of } = desk.progress.value;
  const isDone = of > 0 && n === of;
  return (
    <footer class="footer desk-foot">
      <FirstMinute desk={desk} />
      {of <= TICKS ? <Ticks desk={desk} /> : <Meter n={n} of={of} />}
      <p class="foot-count">{isDone ? <AllDone desk={desk} of={of} /> : t("coding.reviewedCount", { n, of })}</p>
      {keyHints.value && (
        <ul class="foot-keys" aria-hidden="true">
          {HINTS.map(([keys, does]) => (
            <li key={does}>
              {keys.map((key) => (
                <KeyCap key={key} keys={key} />
              ))}
              {t(does)}
            </li>
          ))}
        </ul>
      )}
    </footer>
  );
}

function Ticks({ desk }: { readonly desk: Desk }) {
  const inScope = desk.inScope.value;
  const reviewed = desk.reviewed.value;
  const here = desk.at.value;
  return (
    <span class="ticks" aria-hidden="true">
      {desk.text.segments.map(({ start }, i) =>
        inScope[i] ? (
          <span key={start} class={`${reviewed.has(start) ? "is-done" : ""} ${i === here ? "is-here" : ""}`} />
        ) : null,
      )}
    </span>
  );
}

function Meter({ n, of }: { readonly n: number; readonly of: number }) {
  return (
    <span class="progress-bar" aria-hidden="true">
      <span class="progress-done" style={{ width: `${(n / of) * 100}%` }} />
    </span>
  );
}

function AllDone({ desk, of }: { readonly desk: Desk; readonly of: number }) {
  const round = desk.round.value;
  const at = round?.transcripts.findIndex(({ transcript }) => transcript === desk.text.transcript) ?? -1;
  const next = round?.transcripts
    .slice(at + 1)
    .find(({ transcript }) => isAssigned(round, desk.me.value, transcript))?.transcript;
  const name = next && desk.view.study.value?.transcripts.get(next)?.name;
  return (
    <>
      {t("coding.allDone", { n: of })}{" "}
      {next && name && (
        <a href={to("coding", { study: desk.view.id, round: desk.roundId, transcript: next })}>
          {t("coding.nextTranscript", { transcript: name })}
        </a>
      )}
    </>
  );
}
