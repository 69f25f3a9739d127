import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../../i18n";
import type { Id, Theme } from "../../../model/entries";
import { nameOf, otherNameOf, ThemeShape } from "./look";
import { type Row, rowsOf, treeOf } from "./tree";

interface ThemeTreeProps {
  readonly themes: readonly Theme[];
  readonly chosen: Id | undefined;
  readonly unsaved: ReadonlySet<Id>;
  readonly onChoose: (theme: Id) => void;
  /** Enter and F2: to the fields of the theme. */
  readonly onOpen: () => void;
  /** Alt with an arrow; absent where nothing can be changed. */
  readonly onMove?: ((theme: Theme, by: -1 | 1) => void) | undefined;
}

/** Factors, themes and sub-themes by the tree pattern of the ARIA practices guide: one tab stop, the choice follows the focus. */
export function ThemeTree({ themes, chosen, unsaved, onChoose, onOpen, onMove }: ThemeTreeProps) {
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set());
  const tree = useRef<HTMLUListElement>(null);
  const hasFocus = useRef(false);
  const rows = rowsOf(treeOf(themes), folded);
  const at = rows.findIndex((row) => row.theme.theme === chosen);

  useEffect(() => {
    if (hasFocus.current) tree.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [chosen, at]);

  const choose = (row: Row | undefined) => row && onChoose(row.theme.theme);
  const fold = (row: Row, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(row.theme.theme);
    else next.delete(row.theme.theme);
    setFolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[Math.max(0, at)];
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const keys = event.altKey ? moves(row) : steps(row);
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const moves = (row: Row): Record<string, () => void> =>
    onMove ? { ArrowUp: () => onMove(row.theme, -1), ArrowDown: () => onMove(row.theme, 1) } : {};
  const steps = (row: Row): Record<string, () => void> => {
    const isFolded = folded.has(row.theme.theme);
    const hasChildren = row.children.length > 0;
    return {
      ArrowDown: () => choose(rows[at + 1]),
      ArrowUp: () => choose(rows[Math.max(0, at - 1)]),
      Home: () => choose(rows[0]),
      End: () => choose(rows.at(-1)),
      ArrowRight: () => (hasChildren && isFolded ? fold(row, false) : hasChildren && choose(rows[at + 1])),
      ArrowLeft: () =>
        hasChildren && !isFolded ? fold(row, true) : choose(rows.find(({ theme }) => theme.theme === row.theme.parent)),
      Enter: onOpen,
      F2: onOpen,
    };
  };

  return (
    <ul
      ref={tree}
      role="tree"
      class="tree"
      aria-label={t("codebook.themes")}
      onKeyDown={onKeyDown}
      onFocusIn={() => {
        hasFocus.current = true;
      }}
      onFocusOut={() => {
        hasFocus.current = false;
      }}
    >
      {rows.map((row, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its lines
        <li
          key={row.theme.theme}
          role="treeitem"
          class={`tree-row ${row.theme.codable ? "" : "heading"}`}
          style={{ "--level": row.level }}
          aria-level={row.level}
          aria-posinset={row.posInSet}
          aria-setsize={row.setSize}
          aria-selected={i === at}
          aria-expanded={row.children.length > 0 ? !folded.has(row.theme.theme) : undefined}
          aria-keyshortcuts={onMove ? "Alt+ArrowUp Alt+ArrowDown" : undefined}
          tabIndex={i === Math.max(0, at) ? 0 : -1}
          onClick={() => choose(row)}
        >
          <ThemeShape theme={row.theme} themes={themes} />
          <span class="tree-name">{nameOf(row.theme)}</span>
          <span class="quiet tree-other">{otherNameOf(row.theme)}</span>
          {unsaved.has(row.theme.theme) && <span class="tree-note">{t("codebook.unsaved")}</span>}
          {row.theme.key && <kbd class="key">{row.theme.key}</kbd>}
        </li>
      ))}
    </ul>
  );
}
