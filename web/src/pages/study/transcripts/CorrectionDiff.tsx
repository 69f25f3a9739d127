import { useEffect, useRef, useState } from "preact/hooks";
import { list, percent, t } from "../../../i18n";
import type { Id, Round, Transcript, TranscriptText } from "../../../model/entries";
import { Button } from "../../../ui/Button";
import { Checkbox } from "../../../ui/Field";
import { Progress } from "../../../ui/Progress";
import { compareWords, type Piece } from "../codebook/words";
import { roundsInOrder, type Seen } from "../inStudy";
import { around, type Change, type CorrectionPreview, type CorrectionState, roundsAbout, turnAt } from "./correction";
import { warningText } from "./FileCard";
import type { Correction } from "./useCorrection";

interface CorrectionDiffProps {
  readonly seen: Seen;
  readonly transcript: Transcript;
  readonly text: TranscriptText;
  readonly correction: Correction;
  readonly state: Extract<CorrectionState, { at: "compared" | "storing" }>;
}

/** What the corrected text changes, old and new side by side, and where it goes; then it is stored. */
export function CorrectionDiff({ seen, transcript, text, correction, state }: CorrectionDiffProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { preview } = state;
  const [moved, setMoved] = useState<readonly Id[]>(preview.rounds);
  return (
    <section class="correction">
      <h2 ref={heading} tabIndex={-1}>
        {t("transcripts.changesN", { n: preview.changes_total })}
      </h2>
      <Facts seen={seen} transcript={transcript} preview={preview} moved={moved} onMove={setMoved} />
      {state.at === "storing" ? (
        <div class="file-sending">
          <Progress
            label={t("transcripts.storingCorrection")}
            done={Math.round(state.share * 100)}
            of={100}
            text={state.share < 1 ? percent(state.share) : t("transcripts.anchoring")}
          />
          {state.share < 1 && <Button onPress={correction.cancel}>{t("common.cancel")}</Button>}
        </div>
      ) : (
        <div class="actions">
          <Button weight="primary" onPress={() => correction.store(moved)}>
            {t("transcripts.storeVersion", { version: text.version + 1 })}
          </Button>
          <Button weight="quiet" onPress={correction.again}>
            {t("transcripts.goOnCorrecting")}
          </Button>
        </div>
      )}
      <ChangeTable text={text} preview={preview} />
    </section>
  );
}

interface FactsProps {
  readonly seen: Seen;
  readonly transcript: Transcript;
  readonly preview: CorrectionPreview;
  /** Rounds under way that take the new version over; the lead may leave some where they are. */
  readonly moved: readonly Id[];
  readonly onMove: (moved: readonly Id[]) => void;
}

function Facts({ seen, transcript, preview, moved, onMove }: FactsProps) {
  const { take, later, keep } = roundsAbout(roundsInOrder(seen.study), transcript, preview.rounds);
  const known = transcript.speakers.map(({ label }) => label);
  const fresh = preview.speakers.filter((label) => !known.includes(label));
  const gone = known.filter((label) => !preview.speakers.includes(label));
  const names = (rounds: readonly Round[]) => list(rounds.map(({ name }) => name));
  return (
    <>
      <p>
        {t("transcripts.keptShare", { share: percent(Math.floor(preview.kept * 1000) / 1000, 1) })}{" "}
        {preview.segments_before === preview.segments_after
          ? t("transcripts.sameTurns", { n: preview.segments_after })
          : t("transcripts.otherTurns", { before: preview.segments_before, n: preview.segments_after })}
      </p>
      {take.length > 0 && (
        <fieldset class="rounds-taking">
          <legend>{t("transcripts.roundsTake")}</legend>
          {take.map(({ round, name }) => (
            <Checkbox
              key={round}
              label={name}
              checked={moved.includes(round)}
              onChange={(isMoved) => onMove(isMoved ? [...moved, round] : moved.filter((it) => it !== round))}
            />
          ))}
          <p class="note">{t("transcripts.roundsTakeHint")}</p>
        </fieldset>
      )}
      {later.length > 0 && <p>{t("transcripts.roundsLater", { rounds: names(later) })}</p>}
      {keep.length > 0 && <p>{t("transcripts.roundsKeep", { rounds: names(keep) })}</p>}
      {fresh.length > 0 && <p class="caution">{t("transcripts.freshSpeakers", { names: list(fresh) })}</p>}
      {gone.length > 0 && <p class="caution">{t("transcripts.goneSpeakers", { names: list(gone) })}</p>}
      {preview.warnings.map((warning) => (
        <p key={warning} class="caution">
          {warningText(warning)}
        </p>
      ))}
    </>
  );
}

function ChangeTable({ text, preview }: { readonly text: TranscriptText; readonly preview: CorrectionPreview }) {
  const { changes, changes_total: of } = preview;
  if (changes.length === 0) return null;
  return (
    <>
      {changes.length < of && <p class="quiet">{t("transcripts.shownOf", { n: changes.length, of })}</p>}
      <table class="table correction-table">
        <thead>
          <tr>
            <th scope="col" class="figure">
              {t("transcripts.turn")}
            </th>
            <th scope="col">{t("transcripts.versionN", { version: text.version })}</th>
            <th scope="col">{t("transcripts.versionN", { version: text.version + 1 })}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeRow key={`${change.old[0]} ${change.new[0]}`} text={text} change={change} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The change word by word, with the words around it, which are the same in both texts. */
function ChangeRow({ text, change }: { readonly text: TranscriptText; readonly change: Change }) {
  const [start, end] = change.old;
  const { before, after } = around(text.text, { start, end });
  const isOldCut = change.old_text.length < end - start;
  const isNewCut = change.new_text.length < change.new[1] - change.new[0];
  const compared = compareWords(change.old_text, change.new_text);
  const pieces = isOldCut || isNewCut ? withoutTail(compared) : compared;
  return (
    <tr>
      <th scope="row" class="figure" data-label={t("transcripts.turn")}>
        {turnAt(text.segments, start)}
      </th>
      <td data-label={t("transcripts.versionN", { version: text.version })}>
        <span>
          {before}
          <Side pieces={pieces} mark="removed" isCut={isOldCut} />
          {!isOldCut && after}
        </span>
      </td>
      <td data-label={t("transcripts.versionN", { version: text.version + 1 })}>
        <span>
          {before}
          <Side pieces={pieces} mark="added" isCut={isNewCut} />
          {!isNewCut && after}
        </span>
      </td>
    </tr>
  );
}

/** Where texts are cut, what differs at their very ends says nothing. */
function withoutTail(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(({ kind }) => kind === "same");
  return last < 0 ? pieces : pieces.slice(0, last + 1);
}

interface SideProps {
  readonly pieces: readonly Piece[];
  readonly mark: "removed" | "added";
  readonly isCut: boolean;
}

/** One side of a change. A line break is shown as a sign, or a change of one would be nothing to see. */
function Side({ pieces, mark, isCut }: SideProps) {
  const Mark = mark === "removed" ? "del" : "ins";
  return (
    <>
      {pieces
        .filter(({ kind }) => kind === "same" || kind === mark)
        .map(({ kind, text }, i) =>
          kind === "same" ? (
            <span key={i}>{text}</span>
          ) : (
            <Mark key={i}>
              <span class="unseen">{t(mark === "removed" ? "codebook.deleted" : "codebook.inserted")}: </span>
              {text.replaceAll("\n", "↵\n")}
            </Mark>
          ),
        )}
      {isCut && " …"}
    </>
  );
}
