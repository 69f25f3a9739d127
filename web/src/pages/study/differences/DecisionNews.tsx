import { useEffect, useRef } from "preact/hooks";
import type { Passage } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Decision } from "../../../model/entries";
import { decisionKey } from "../../../model/state";
import { isDecision } from "../../../model/undo";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { decisionOf } from "./items";
import { type Desk, memberName, outcomeText } from "./queue";

interface DecisionNewsProps {
  readonly desk: Desk;
  readonly passage: Passage;
  /** To the passage after this one, where there is one. */
  readonly onNext: (() => void) | undefined;
}

/**
 * What was decided while this passage was being read: by others it is announced, one's own is confirmed and can be undone. It stays until the
 * reader moves on, which is the reader's act alone.
 */
export function DecisionNews({ desk, passage, onNext }: DecisionNewsProps) {
  const decision = decisionOf(passage, desk.settled.decisions);
  const atFirst = useRef(decision?.decision);
  const hasMoved = useRef(false);
  hasMoved.current ||= decision?.decision !== atFirst.current;
  const { me, view } = desk.seen;
  const isMine = decision?.by === me.member;
  const words = hasMoved.current ? newsOf(desk, decision) : "";
  useEffect(() => {
    if (words && !isMine) say(words);
  }, [words, isMine]);
  if (!words) return null;
  const back = view.toUndo.value?.[0];
  // Undo takes back one's own last act, wherever that was: it is offered where that was this decision.
  const canUndo = isMine && back && isDecision(back) && decisionKey(back.body) === decisionKey(decision);
  return (
    <div class="decision-news">
      <p>
        <strong>{words}</strong>
      </p>
      <div class="actions">
        {onNext && (
          <Button weight="primary" onPress={onNext}>
            {t("differences.next")}
          </Button>
        )}
        {canUndo && (
          <Button keys="Ctrl Z" onPress={() => view.undo()}>
            {t("differences.undo")}
          </Button>
        )}
      </div>
    </div>
  );
}

function newsOf(desk: Desk, decision: Decision | undefined): string {
  if (!decision) return t("differences.openAgain");
  const what = outcomeText(desk, decision);
  const isMine = decision.by === desk.seen.me.member;
  return isMine
    ? t("differences.recorded", { what })
    : t("differences.decidedBy", { name: memberName(desk, decision.by), what });
}
