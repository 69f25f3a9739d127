import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { codingsIn } from "../../model/selectors";
import { stored } from "../../stored";
import { to } from "../../ui/router";
import type { Desk } from "./desk";

const STEPS = ["mark", "seen", "figure", "done"] as const;
type Step = (typeof STEPS)[number];
const isStep = (value: unknown): value is Step => STEPS.some((step) => step === value);

/** How far this browser's first minute has come. */
const step = stored<Step>("firstMinute", "mark", isStep);

/** The theme that the hint names, by its key. */
const SHOWN_KEY = "4";

/** One line over the foot for somebody's first minute, not a tour: mark words, see them arrive once they are saved, find the figure. */
export function FirstMinute({ desk }: { readonly desk: Desk }) {
  const isBlind = desk.isBlind.value;
  const pending = desk.pendingCodings.value;
  const n = codingsIn(desk.work.value, desk.text.transcript).filter(
    ({ coding, coder }) => coder === desk.me.value && !pending.has(coding),
  ).length;
  const before = useRef(n);
  useEffect(() => {
    if (step.peek() === "mark" && n > before.current) step.value = "seen";
    before.current = n;
  }, [n]);
  const at = step.value;
  const company = companyOf(desk);
  if (at === "done" || desk.readOnly.value !== null) return null;
  const [key, theme] = [...desk.keys.value].find(([it]) => it === SHOWN_KEY) ?? [...desk.keys.value][0] ?? [];
  return (
    <p class="first-minute">
      {at === "mark" && key && theme && t("coding.firstMark", { key, theme: desk.nameOf(theme) })}
      {at === "seen" && pending.size === 0 && (
        <>
          {isBlind
            ? t("coding.firstBlind")
            : company
              ? t("coding.firstSeenBy", { name: company })
              : t("coding.firstSeen")}{" "}
          <button type="button" class="link" onClick={() => (step.value = isBlind ? "done" : "figure")}>
            {t(isBlind ? "coding.firstHide" : "coding.firstNext")}
          </button>
        </>
      )}
      {at === "figure" && (
        <>
          {t("coding.firstFigure")}{" "}
          <a href={to("agreement", { study: desk.view.id, round: desk.roundId })} onClick={() => (step.value = "done")}>
            {t("common.agreement")}
          </a>
        </>
      )}
      <button type="button" class="first-hide" aria-label={t("coding.firstHide")} onClick={() => (step.value = "done")}>
        ×
      </button>
    </p>
  );
}

/** Somebody else who is coding in this round now, by name. */
function companyOf(desk: Desk): string | undefined {
  const present = desk.view.present.value.get(desk.roundId) ?? [];
  const other = present.find(({ member }) => member !== desk.me.value);
  return other && desk.memberName(other.member);
}
