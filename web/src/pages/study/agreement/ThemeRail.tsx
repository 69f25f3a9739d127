import { useState } from "preact/hooks";
import { type Cell, fetchChosenFigures, type RoundFigures } from "../../../api/agreement";
import type { ApiError } from "../../../api/http";
import { language, number, t } from "../../../i18n";
import type { Theme } from "../../../model/entries";
import { Button, ButtonLink } from "../../../ui/Button";
import { ErrorNotice } from "../../../ui/Notice";
import { nameOf, otherNameOf, ThemeShape } from "../codebook/look";
import { unitText } from "../rounds/parts";
import { flagsOf, pairOf } from "./figures";
import { PairMatrix } from "./PairMatrix";
import { cellWords, passagesHref, type TableContext, type ThemeRow } from "./rows";
import { coefficientOr, ruleWords, undefinedWords, unitsN } from "./words";

interface ThemeRailProps {
  readonly row: ThemeRow;
  readonly themes: readonly Theme[];
  readonly figures: RoundFigures;
  readonly context: TableContext;
}

/** The chosen theme: its table with margins, its flags explained, the passages, every pair, other units. */
export function ThemeRail({ row, themes, figures, context }: ThemeRailProps) {
  const { theme } = row;
  const { unit } = context.state.measure;
  return (
    <>
      <h2 class="rail-title">
        <ThemeShape theme={theme} themes={themes} size={16} /> {nameOf(theme)}{" "}
        <span class="quiet">{otherNameOf(theme)}</span>
      </h2>
      <section class="card" aria-labelledby="two-by-two">
        <h3 id="two-by-two">{t("agreement.theTable", { first: context.first, second: context.second })}</h3>
        <TwoByTwo row={row} context={context} />
        {row.pair.cohen_kappa === null ? (
          <p>{t(row.pair.n === 0 ? "agreement.whyUndefinedNoUnits" : "agreement.whyUndefinedSame")}</p>
        ) : (
          flagsOf(row.pair).map((flag) => <p key={flag.code}>{flag[language.value]}</p>)
        )}
        <ToPassages row={row} context={context} />
      </section>
      <section class={`card pairs-card ${figures.coders.length > WIDE ? "is-wide" : ""}`} aria-labelledby="pairs">
        <h3 id="pairs">{t("agreement.pairs")}</h3>
        <p class="note">{t("agreement.pairsWhat")}</p>
        <PairMatrix figures={figures} theme={row.figures} chosen={context.pair} unit={unit} />
        <p class="note">
          {t("agreement.alphaOfAll", {
            n: figures.coders.length,
            value:
              row.figures.krippendorff_alpha === null
                ? t("agreement.undefined")
                : coefficientOr(row.figures.krippendorff_alpha),
          })}
        </p>
      </section>
      {context.opens && <OtherUnits key={`${theme.theme} ${context.pair.join()}`} row={row} context={context} />}
    </>
  );
}

/** More coders than these have their matrix under the table, where there is room. */
const WIDE = 5;

function TwoByTwo({ row, context }: Pick<ThemeRailProps, "row" | "context">) {
  const { first, second } = context;
  const { a, b, c, d, n } = row.pair;
  const passages = (cell: Cell) => {
    const { text, spoken, href } = cellWords(row, cell, context);
    return href ? (
      <a href={href} aria-label={spoken}>
        {text}
      </a>
    ) : (
      text
    );
  };
  return (
    <table class="two-by-two">
      <thead>
        <tr>
          <td />
          <th scope="col">{t("agreement.yes", { name: second })}</th>
          <th scope="col">{t("agreement.no", { name: second })}</th>
          <th scope="col">{t("agreement.total")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t("agreement.yes", { name: first })}</th>
          <td class="cell-agree">{passages("a")}</td>
          <td class="cell-differ">{passages("b")}</td>
          <td>{number(a + b)}</td>
        </tr>
        <tr>
          <th scope="row">{t("agreement.no", { name: first })}</th>
          <td class="cell-differ">{passages("c")}</td>
          <td class="cell-agree">{passages("d")}</td>
          <td>{number(c + d)}</td>
        </tr>
        <tr>
          <th scope="row">{t("agreement.total")}</th>
          <td>{number(a + c)}</td>
          <td>{number(b + d)}</td>
          <td>{number(n)}</td>
        </tr>
      </tbody>
    </table>
  );
}

/** The larger of the two differing cells first: it is the one to read. */
function ToPassages({ row, context }: Pick<ThemeRailProps, "row" | "context">) {
  const { state, first, second, opens } = context;
  if (!opens) return null;
  const { unit } = state.measure;
  const href = (cell: "a" | "b" | "c") => passagesHref(row, context, { cell });
  const differing = (
    [
      { cell: "b", name: first },
      { cell: "c", name: second },
    ] as const
  )
    .filter(({ cell }) => row.pair[cell] > 0)
    .sort((one, other) => row.pair[other.cell] - row.pair[one.cell]);
  return (
    <div class="actions">
      {differing.map(({ cell, name }, i) => (
        <ButtonLink key={cell} weight={i === 0 ? "primary" : "plain"} href={href(cell)}>
          {t("agreement.readOnly", { units: unitsN(unit, row.pair[cell]), name })}
        </ButtonLink>
      ))}
      {row.pair.a > 0 && (
        <ButtonLink href={href("a")}>{t("agreement.readBoth", { units: unitsN(unit, row.pair.a) })}</ButtonLink>
      )}
    </div>
  );
}

/** The same codings counted otherwise, worked out when asked for. */
const OTHERS = [
  { unit: "turn", rule: "any" },
  { unit: "turn", rule: "half" },
  { unit: "sentence", rule: "any" },
  { unit: "token", rule: "any" },
] as const;

function OtherUnits({ row, context }: Pick<ThemeRailProps, "row" | "context">) {
  const [answers, setAnswers] = useState<readonly RoundFigures[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | undefined>(undefined);
  const { study, round, state, pair } = context;
  const count = async () => {
    setBusy(true);
    const got = await Promise.all(
      OTHERS.map((other) =>
        fetchChosenFigures(study, round.round, { ...state.measure, ...other }, state.layer, row.theme.theme, pair),
      ),
    );
    setBusy(false);
    setAnswers(got.flatMap((answer) => (answer.ok ? [answer.value] : [])));
    setError(got.flatMap((answer) => (answer.ok ? [] : [answer.error]))[0]);
  };
  const lines = answers.flatMap((answer) => {
    const figures = answer.themes.find(({ theme }) => theme === row.theme.theme);
    const counts = figures && pairOf(figures, pair);
    return counts ? [{ answer, counts }] : [];
  });
  const kappas = lines.flatMap(({ counts }) => (counts.cohen_kappa === null ? [] : [counts.cohen_kappa]));
  return (
    <section class="card" aria-labelledby="other-units">
      <h3 id="other-units">{t("agreement.otherUnits")}</h3>
      {error && <ErrorNotice error={error} onRetry={() => void count()} />}
      {lines.length === 0 ? (
        <Button busy={busy} onPress={() => void count()}>
          {t("agreement.compareUnits")}
        </Button>
      ) : (
        <table class="other-units">
          <tbody>
            {lines.map(({ answer, counts: { a, b, c, d, cohen_kappa: kappa, ...rest } }) => (
              <tr key={`${answer.unit} ${answer.rule}`}>
                <th scope="row">
                  {unitText(answer)}, {ruleWords(answer.rule)}
                </th>
                <td>{[a, b, c, d].map((n) => number(n)).join(" · ")}</td>
                <td class="is-kappa">
                  {kappa === null ? undefinedWords({ a, b, c, d, cohen_kappa: kappa, ...rest }) : coefficientOr(kappa)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {kappas.length > 1 && (
        <p class="note">
          {t("agreement.staysBetween", {
            low: coefficientOr(Math.min(...kappas)),
            high: coefficientOr(Math.max(...kappas)),
          })}
        </p>
      )}
    </section>
  );
}
