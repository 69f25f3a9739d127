import { useEffect } from "preact/hooks";
import { t } from "../../i18n";
import type { Refused } from "../../model/pending";
import { sayAtOnce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { wordsFor } from "../../ui/Notice";
import type { Desk } from "./desk";

/** Acts of this round that the server refused, in view wherever one reads, each with its reason, until they are dropped. */
export function RefusedCards({ desk }: { readonly desk: Desk }) {
  const refused = desk.view.refused.value.filter(({ submission }) => isOfRound(submission.body, desk.roundId));
  const newest = refused.at(-1);
  useEffect(() => {
    if (newest) sayAtOnce(t("coding.refused", { reason: wordsFor(newest).happened }));
  }, [newest]);
  if (refused.length === 0) return null;
  return (
    <ul class="refused-cards">
      {refused.map((it) => (
        <li key={it.submission.op_id} class="card refused">
          <p>
            <b>{t("coding.wasRefused", { theme: nameOf(desk, it) })}</b>
            <span>{wordsFor(it).happened}</span>
          </p>
          <Quote desk={desk} refused={it} />
          <Button onPress={() => desk.view.dismiss(it.submission.op_id)}>{t("coding.drop")}</Button>
        </li>
      ))}
    </ul>
  );
}

function Quote({ desk, refused: { submission } }: { readonly desk: Desk; readonly refused: Refused }) {
  if (submission.kind !== "coding.apply" || submission.body.transcript !== desk.text.transcript) return null;
  return <q class="quote">{desk.quote(submission.body)}</q>;
}

function nameOf(desk: Desk, { submission }: Refused): string {
  if (submission.kind === "coding.apply") return desk.nameOf(submission.body.theme);
  return t(submission.kind === "coding.remove" ? "common.remove" : "coding.reviewWord");
}

function isOfRound(body: Refused["submission"]["body"], round: string): boolean {
  return "round" in body && body.round === round;
}
