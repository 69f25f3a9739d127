import { signal } from "@preact/signals";
import { t } from "../i18n";

/** Whether what the reader did has reached the server. Undefined on pages that save nothing live. */
export type SaveState =
  | { readonly is: "saved" }
  | { readonly is: "sending"; readonly n: number }
  | { readonly is: "notSaved"; readonly n: number; readonly kept: boolean }
  | { readonly is: "reconnecting"; readonly retry: () => void }
  | { readonly is: "elsewhere" }
  | { readonly is: "refused"; readonly reason: string };

/** Set by the live client, shown in the bar. */
export const saveState = signal<SaveState | undefined>(undefined);

function words(state: SaveState): string {
  switch (state.is) {
    case "saved":
      return t("coding.allSaved");
    case "sending":
      return t("coding.sending", { n: state.n });
    case "notSaved":
      return state.kept ? t("coding.notSavedKept", { n: state.n }) : t("coding.notSaved", { n: state.n });
    case "reconnecting":
      return t("coding.reconnecting");
    case "elsewhere":
      return t("coding.elsewhere");
    case "refused":
      return t("coding.refused", { reason: state.reason });
  }
}

/** Word and dot; the word says it all. */
export function SaveMark() {
  const state = saveState.value;
  if (!state) return null;
  return (
    <p class={`save-mark is-${state.is}`}>
      {words(state)}
      {state.is === "reconnecting" && (
        <button type="button" class="link" onClick={state.retry}>
          {t("coding.reconnectNow")}
        </button>
      )}
    </p>
  );
}
