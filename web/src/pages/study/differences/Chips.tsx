import { t } from "../../../i18n";
import { setQuery } from "../../../ui/router";
import type { QueueState } from "../agreement/conditions";
import { unitText } from "../rounds/parts";
import { type Desk, memberName, themeName } from "./queue";

interface ChipsProps {
  readonly desk: Desk;
  readonly state: QueueState;
}

interface Chip {
  readonly text: string;
  readonly clears: readonly string[];
}

/** The filters in use, each a chip that a press takes off. */
export function Chips({ desk, state }: ChipsProps) {
  const chips = chipsOf(desk, state);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={t("differences.chips")}>
      {chips.map(({ text, clears }) => (
        <li key={text}>
          <button
            type="button"
            class="chip"
            aria-label={t("differences.removeChip", { what: text })}
            onClick={() => setQuery(Object.fromEntries(clears.map((name) => [name, undefined])))}
          >
            {text}
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function chipsOf(desk: Desk, { theme, pair, cell, kind, state, measure }: QueueState): readonly Chip[] {
  const [first, second] = (pair ?? []).map((member) => memberName(desk, member));
  const chips: Chip[] = [];
  if (theme) chips.push({ text: themeName(desk, theme), clears: ["theme", "cell"] });
  if (first !== undefined && second !== undefined) {
    chips.push({ text: t("differences.pairChip", { first, second }), clears: ["pair", "cell"] });
    if (cell) chips.push({ text: cellText(cell, first, second), clears: ["cell"] });
  }
  if (kind) chips.push({ text: t(`differences.${kind}`), clears: ["kind"] });
  if (state) chips.push({ text: t(`differences.${state}`), clears: ["state"] });
  if (measure.unit !== desk.round.unit) chips.push({ text: unitText(measure), clears: ["unit"] });
  if (measure.scope === "all") chips.push({ text: t("agreement.scopeAll"), clears: ["scope"] });
  return chips;
}

function cellText(cell: NonNullable<QueueState["cell"]>, first: string, second: string): string {
  switch (cell) {
    case "a":
      return t("agreement.both");
    case "b":
      return t("agreement.onlyName", { name: first });
    case "c":
      return t("agreement.onlyName", { name: second });
    case "d":
      return t("agreement.neither");
  }
}
