import { language, t } from "../../i18n";
import { inTree, said } from "../../model/selectors";
import { cursorAt } from "../../text/cursor";
import { Dialog } from "../../ui/Dialog";
import { EdgeButtons } from "../../ui/EdgeButtons";
import { Shape } from "../../ui/Shape";
import { toggleTheme } from "./acts";
import type { Desk } from "./desk";

/** For touch and narrow screens: the mark with handles for its edges, and every theme as a button. */
export function ThemeSheet({ desk }: { readonly desk: Desk }) {
  const here = desk.segment.value;
  if (!desk.isSheetOpen.value || !here) return null;
  const target = desk.span.value ?? here;
  const close = () => {
    desk.isSheetOpen.value = false;
  };
  const move = (edge: "start" | "end", by: 1 | -1) => {
    const words = desk.words.peek();
    const { anchor, head } = desk.marked.peek().cursor ?? cursorAt(target, words);
    const [first, last] = [Math.min(anchor, head), Math.max(anchor, head)];
    const moved = edge === "start" ? { anchor: first + by, head: last } : { anchor: first, head: last + by };
    const fits = moved.anchor >= 0 && moved.head < words.length && moved.anchor <= moved.head;
    if (fits) desk.marked.value = { cursor: moved, span: null };
  };
  return (
    <Dialog title={t("coding.choose")} onClose={close}>
      <p class="quote sheet-quote">{desk.quote(target)}</p>
      <EdgeButtons onMove={move} />
      <ul class="sheet-themes">
        {inTree(desk.themes.value)
          .filter(({ theme }) => theme.codable)
          .map(({ theme }) => (
            <li key={theme.theme}>
              <button
                type="button"
                class={`sheet-theme slot-${desk.look(theme).colour}`}
                aria-pressed={desk.codings.value && desk.applied(theme.theme, target) !== undefined}
                onClick={() => {
                  toggleTheme(desk, theme.theme);
                  close();
                }}
              >
                <Shape {...desk.look(theme)} size={14} /> {said(theme.label, language.value)}
              </button>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}
