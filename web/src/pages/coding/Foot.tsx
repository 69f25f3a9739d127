import { type PlainKey, t } from "../../i18n";
import { isAssigned } from "../../model/selectors";
import { KeyCap } from "../../ui/KeyCap";
import { ariaKeys, isKeyMapOpen } from "../../ui/keys";
import { keyHints } from "../../ui/preferences";
import { to } from "../../ui/router";
import { goToDifference, goToTheme, goToUnreviewed, redo, undo } from "./acts";
import type { Desk } from "./desk";
import { FirstMinute } from "./FirstMinute";

/** More units than this are shown as a bar instead of a tick each. */
const TICKS = 60;

/** What is done, and which keys there are. */
export function Foot({ desk }: { readonly desk: Desk }) {
  const { done: n, of } = desk.progress.value;
  const isDone = of > 0 && n === of;
  return (
    <footer class="footer desk-foot">
      <FirstMinute desk={desk} />
      {of <= TICKS ? <Ticks desk={desk} /> : <Meter n={n} of={of} />}
      <p class="foot-count">{isDone ? <AllDone desk={desk} of={of} /> : t("coding.reviewedCount", { n, of })}</p>
      <FootActs desk={desk} />
    </footer>
  );
}

/** The acts that are wanted most, each with its key. */
function FootActs({ desk }: { readonly desk: Desk }) {
  const canAct = desk.readOnly.value === null;
  return (
    <div class="foot-acts">
      {canAct && (
        <>
          <Act keys="Ctrl Z" name="coding.undoDo" sign="↶" isIdle={!desk.view.toUndo.value} run={() => undo(desk)} />
          <Act
            keys="Ctrl Shift Z"
            name="coding.redoDo"
            sign="↷"
            isIdle={!desk.view.toRedo.value}
            run={() => redo(desk)}
          />
          <Act keys="N" name="coding.toUnreviewed" run={() => goToUnreviewed(desk, 1)} />
        </>
      )}
      <Act keys="}" name="coding.toNextOfTheme" run={() => goToTheme(desk, 1)} />
      {desk.coders.value.length > 1 && <Act keys="D" name="coding.toDifference" run={() => goToDifference(desk, 1)} />}
      <Act keys="?" name="coding.toKeys" run={() => (isKeyMapOpen.value = true)} />
    </div>
  );
}

interface ActProps {
  readonly keys: string;
  readonly name: PlainKey;
  /** What stands for the name where there is little room. */
  readonly sign?: string;
  readonly isIdle?: boolean;
  readonly run: () => void;
}

function Act({ keys, name, sign, isIdle = false, run }: ActProps) {
  return (
    <button
      type="button"
      class="foot-act"
      aria-keyshortcuts={ariaKeys(keys)}
      aria-disabled={isIdle ? "true" : undefined}
      onClick={run}
    >
      {sign && <span aria-hidden="true">{sign}</span>}
      <span class={sign ? "foot-act-name" : ""}>{t(name)}</span>
      {keyHints.value && <KeyCap keys={keys} />}
    </button>
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
