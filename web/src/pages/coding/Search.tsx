import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { language, t } from "../../i18n";
import { inTree, said } from "../../model/selectors";
import { rangeIn } from "../../text/dom";
import { KeyCap } from "../../ui/KeyCap";
import { Shape } from "../../ui/Shape";
import { toggleTheme } from "./acts";
import type { Desk } from "./desk";
import { foundThemes } from "./found";
import { otherName } from "./ThemeList";

/** The quick search at the mark: an editable combobox; Enter applies to the mark, else to the unit. */
export function Search({ desk }: { readonly desk: Desk }) {
  if (!desk.isSearching.value && !desk.isOffering.value) return null;
  return <OpenSearch desk={desk} />;
}

function OpenSearch({ desk }: { readonly desk: Desk }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const span = desk.span.value;
  const themes = inTree(desk.themes.value).map(({ theme }) => theme);
  const found = foundThemes(
    themes.filter((theme) => theme.codable),
    words,
  ).slice(0, 8);
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    if (desk.isSearching.value) field.current?.focus();
  }, [desk, desk.isSearching.value]);
  useLayoutEffect(() => {
    if (box.current) putAtMark(box.current, desk);
  }, [desk, span, desk.at.value, desk.layout.value]);
  useEffect(() => {
    const onPress = (event: Event): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) desk.stopSearching();
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, [desk]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
    else if (event.key === "Enter" && chosen) toggleTheme(desk, chosen.theme);
    else if (event.key === "Escape") desk.stopSearching();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} class="search">
      <div class="search-field">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t("coding.searchThemes")}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${chosen.theme}` : undefined}
          placeholder={t("coding.searchThemes")}
          autocomplete="off"
          spellcheck={false}
          value={words}
          onFocus={() => (desk.isSearching.value = true)}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span class="quiet">{span ? t("coding.words", { n: desk.wordsOf(span) }) : t("coding.wholeUnit")}</span>
      </div>
      <ul id={id} role="listbox" aria-label={t("coding.themes")}>
        {found.map((theme) => {
          const name = said(theme.label, language.value);
          const key = desk.keyOf.value.get(theme.theme);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, aria-activedescendant points here
            <li
              key={theme.theme}
              id={`${id}-${theme.theme}`}
              role="option"
              aria-selected={theme === chosen}
              onClick={() => toggleTheme(desk, theme.theme)}
            >
              <Shape {...desk.look(theme)} size={13} />
              <span>
                <b>{name}</b> {otherName(theme.label, name)}
              </span>
              <span class="search-key">{key && <KeyCap keys={key} />}</span>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p class="quiet">{t("coding.noTheme")}</p>}
    </div>
  );
}

/** Under the end of the mark, within the paper. */
function putAtMark(box: HTMLElement, desk: Desk): void {
  const paper = box.parentElement;
  const unit = paper?.querySelector<HTMLElement>(`[data-index="${desk.at.peek()}"]`);
  const text = unit?.querySelector<HTMLElement>(".turn-text");
  if (!paper || !unit || !text) return;
  const span = desk.span.peek();
  const range = span ? rangeIn(text, span) : null;
  const mark = (range ?? unit).getBoundingClientRect();
  const origin = paper.getBoundingClientRect();
  const left = Math.min(text.getBoundingClientRect().left, origin.right - box.offsetWidth);
  box.style.left = `${Math.max(8, left - origin.left)}px`;
  box.style.top = `${mark.bottom - origin.top + 6}px`;
}
