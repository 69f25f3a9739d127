import type { RoundFigures, ThemeFigures } from "../../../api/agreement";
import { coefficient, number, t } from "../../../i18n";
import { setQuery } from "../../../ui/router";
import { type Pair, writePair } from "./conditions";
import { pairOf } from "./figures";
import { undefinedWords, unitsN } from "./words";

interface PairMatrixProps {
  readonly figures: RoundFigures;
  readonly theme: ThemeFigures;
  readonly chosen: Pair;
  readonly unit: string;
}

/** All coders against all for one theme: kappa below the diagonal, units both reviewed above; a press chooses the pair. */
export function PairMatrix({ figures: { coders }, theme, chosen, unit }: PairMatrixProps) {
  return (
    <div class="pairs-scroll">
      <table class="pairs">
        <thead>
          <tr>
            <td />
            {coders.map(({ member, name }) => (
              <th key={member} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coders.map(({ member: row, name: second }, i) => (
            <tr key={row}>
              <th scope="row">{second}</th>
              {coders.map(({ member: column, name: first }, j) => {
                const key = `${row} ${column}`;
                if (i === j) return <td key={key} class="pairs-self" />;
                const pair = pairOf(theme, [column, row]);
                if (!pair) return <td key={key} />;
                const names = { first, second };
                if (i < j) {
                  const label = t("agreement.pairUnits", { ...names, units: unitsN(unit, pair.n) });
                  return (
                    <td key={key} class="pairs-n">
                      <span role="img" aria-label={label}>
                        {number(pair.n)}
                      </span>
                    </td>
                  );
                }
                const { cohen_kappa: kappa } = pair;
                const value = kappa === null ? undefinedWords(pair) : coefficient(kappa);
                return (
                  <td key={key}>
                    <button
                      type="button"
                      class={`pairs-kappa ${rampOf(kappa)}`}
                      aria-label={t("agreement.pairKappa", { ...names, value })}
                      aria-pressed={chosen.includes(row) && chosen.includes(column)}
                      title={value}
                      onClick={() => setQuery({ pair: writePair([column, row]) })}
                    >
                      {kappa === null ? t("agreement.undefined") : value}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One hue in five steps; the figure is always printed on it. */
export function rampOf(kappa: number | null): string {
  if (kappa === null) return "is-undefined";
  return `ramp-${Math.min(4, Math.max(0, Math.floor(kappa * 5)))}`;
}
