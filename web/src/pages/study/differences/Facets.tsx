import type { ComponentChildren } from "preact";
import { list, number, t } from "../../../i18n";
import { inTree } from "../../../model/selectors";
import { setQuery } from "../../../ui/router";
import { KINDS, type QueueState, STATES } from "../agreement/conditions";
import { nameOf, ThemeShape } from "../codebook/look";
import type { FacetCounts } from "./items";
import { type Desk, memberName } from "./queue";

interface FacetsProps {
  readonly desk: Desk;
  readonly state: QueueState;
  readonly counts: FacetCounts | undefined;
  /** They have a column of their own. */
  readonly isOpen: boolean;
}

/** What can be narrowed down, each choice with the count of what it would show. */
export function Facets({ desk, state, counts, isOpen }: FacetsProps) {
  const choose = (name: string) => (value: string | undefined) => setQuery({ [name]: value, at: undefined });
  const themes = inTree(desk.themes).filter(({ theme }) => theme.codable && !theme.archived);
  return (
    <details class="queue-facets rail" open={isOpen}>
      <summary>{t("differences.filters")}</summary>
      {!state.cell && (
        <>
          <Facet
            title={t("differences.state")}
            value={state.state}
            onChoose={choose("state")}
            options={[
              { value: undefined, label: t("differences.all"), n: counts?.allStates },
              ...STATES.map((value) => ({ value, label: t(`differences.${value}`), n: counts?.states[value] })),
            ]}
          />
          <Facet
            title={t("differences.how")}
            value={state.kind}
            onChoose={choose("kind")}
            note={t("differences.edgesNote")}
            options={[
              { value: undefined, label: t("differences.all"), n: undefined },
              ...KINDS.map((value) => ({ value, label: t(`differences.${value}`), n: counts?.kinds[value] })),
            ]}
          />
          <Facet
            title={t("differences.theme")}
            value={state.theme}
            onChoose={choose("theme")}
            options={[
              { value: undefined, label: t("differences.allThemes"), n: counts?.allThemes },
              ...themes.map(({ theme }) => ({
                value: theme.theme,
                label: nameOf(theme),
                sign: <ThemeShape theme={theme} themes={desk.themes} />,
                n: counts && (counts.themes.get(theme.theme) ?? 0),
              })),
            ]}
          />
        </>
      )}
      <section>
        <h2>{t("differences.coders")}</h2>
        <p class="quiet">
          {state.pair
            ? t("differences.pairChip", {
                first: memberName(desk, state.pair[0]),
                second: memberName(desk, state.pair[1]),
              })
            : t("differences.anyOf", { names: list(desk.coders.map((coder) => memberName(desk, coder))) })}
        </p>
      </section>
    </details>
  );
}

interface Option {
  readonly value: string | undefined;
  readonly label: string;
  readonly n: number | undefined;
  readonly sign?: ComponentChildren;
}

interface FacetProps {
  readonly title: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChoose: (value: string | undefined) => void;
  readonly note?: string;
}

function Facet({ title, value, options, onChoose, note }: FacetProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="facet">
        {options.map((option) => (
          <li key={option.value ?? ""}>
            <button
              type="button"
              class="facet-choice"
              aria-pressed={option.value === value}
              onClick={() => onChoose(option.value)}
            >
              {option.sign}
              <span class="facet-label">{option.label}</span>
              {option.n !== undefined && <span class="facet-n">{number(option.n)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {note && <p class="note">{note}</p>}
    </section>
  );
}
