import { useId } from "preact/hooks";
import { type PlainKey, t } from "../i18n";

interface ExplainProps {
  readonly what: PlainKey;
  readonly words: PlainKey;
}

/** A "?" that opens plain words about a term. The browser closes it on Esc and on a press elsewhere. */
export function Explain({ what, words }: ExplainProps) {
  const id = useId();
  return (
    <span class="explain">
      <button
        type="button"
        class="explain-ask"
        popovertarget={id}
        aria-label={t("agreement.explain", { what: t(what) })}
      >
        ?
      </button>
      <span id={id} popover="auto" class="explain-words" role="note">
        {t(words)}
      </span>
    </span>
  );
}
