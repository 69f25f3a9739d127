import { useEffect } from "preact/hooks";
import { t } from "../../i18n";
import type { TranscriptText } from "../../model/entries";
import type { Refused } from "../../model/pending";
import { sayAtOnce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { wordsFor } from "../../ui/Notice";
import { textOf } from "../study/share";
import { goToPlaceOf } from "./acts";
import type { Desk } from "./desk";
import { focusText } from "./deskKeys";

/** Acts of this round that the server refused, in view wherever one reads, each with its reason, until they are dropped. */
export function RefusedCards({ desk }: { readonly desk: Desk }) {
  const refused = desk.view.refused.value.filter(({ submission }) => isOfRound(submission.body, desk.roundId));
  const newest = refused.at(-1);
  useEffect(() => {
    if (newest) sayAtOnce(t("coding.refused", { reason: reasonOf(newest) }));
  }, [newest]);
  if (refused.length === 0) return null;
  return (
    <ul class="refused-cards">
      {refused.map((it) => (
        <li key={it.submission.op_id} class="card refused">
          <p>
            <b>{t("coding.wasRefused", { theme: nameOf(desk, it) })}</b>
            <span>{reasonOf(it)}</span>
          </p>
          <Place desk={desk} refused={it} />
        </li>
      ))}
    </ul>
  );
}

/** What the act was about, in the words of the text that it was counted in; where that was corrected, the way to the place now. */
function Place({ desk, refused }: { readonly desk: Desk; readonly refused: Refused }) {
  const { submission, version } = refused;
  const drop = () => desk.view.dismiss(submission.op_id);
  const place = placeOf(submission);
  const text = place && textOfAct(desk, place.version ?? desk.text.version);
  const isHere = place?.transcript === desk.text.transcript;
  const isQuoted = submission.kind === "coding.apply" && isHere && text;
  return (
    <>
      {isQuoted && <q class="quote">{text.text.slice(place.start, place.end)}</q>}
      <div class="actions">
        {version !== undefined && isHere && text && (
          <Button
            onPress={() => {
              goToPlaceOf(desk, text, place, submission.kind === "coding.apply" ? submission.body.theme : null);
              drop();
              focusText();
            }}
          >
            {t("coding.goToPlace")}
          </Button>
        )}
        <Button onPress={drop}>{t("coding.drop")}</Button>
      </div>
    </>
  );
}

function placeOf({ kind, body }: Refused["submission"]) {
  return kind === "coding.apply" || kind === "review.mark" || kind === "review.clear" ? body : undefined;
}

/** The text on the desk, or the older one of it, which is then fetched. */
function textOfAct({ view, text }: Desk, version: number): TranscriptText | undefined {
  return version === text.version ? text : textOf(view.id, text.transcript, version);
}

function reasonOf(refused: Refused): string {
  return refused.version === undefined ? wordsFor(refused).happened : t("coding.correctedMeanwhile");
}

function nameOf(desk: Desk, { submission }: Refused): string {
  if (submission.kind === "coding.apply") return desk.nameOf(submission.body.theme);
  if (submission.kind === "coding.confirm") return t("coding.stillRight");
  return t(submission.kind === "coding.remove" ? "common.remove" : "coding.reviewWord");
}

function isOfRound(body: Refused["submission"]["body"], round: string): boolean {
  return "round" in body && body.round === round;
}
