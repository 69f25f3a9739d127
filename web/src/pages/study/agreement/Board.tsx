import { useState } from "preact/hooks";
import { fetchFigures, type RoundFigures } from "../../../api/agreement";
import type { Asking } from "../../../api/http";
import { coefficient, language, list, t, time } from "../../../i18n";
import type { Round, Theme } from "../../../model/entries";
import { codebookOf } from "../../../model/selectors";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Explain } from "../../../ui/Explain";
import { Choice } from "../../../ui/Field";
import { ErrorNotice, ReadOnly } from "../../../ui/Notice";
import { Page } from "../../../ui/Page";
import { address, setQuery } from "../../../ui/router";
import { nameOf } from "../codebook/look";
import type { Seen } from "../inStudy";
import { RoundChoice } from "../RoundChoice";
import { type Access, opensPassages } from "./access";
import { arranged } from "./arrange";
import { Conditions } from "./Conditions";
import { columnsOf } from "./columns";
import { type AgreementState, agreementHref, agreementState, type Pair, queueHref } from "./conditions";
import { FigureTable } from "./FigureTable";
import { changedFigures, chosenPair, flagsOfAll, pairOf } from "./figures";
import { namesOfChanged, rowsOf, type TableContext, type ThemeRow } from "./rows";
import { TableTools } from "./TableTools";
import { ThemeRail } from "./ThemeRail";
import { type Fetched, useFetched } from "./useFetched";
import { captionWords, unitsN } from "./words";

interface BoardProps {
  readonly title: string;
  readonly seen: Seen;
  readonly round: Round;
  readonly access: Exclude<Access, "closed">;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The figures of a round under the conditions that the address names. */
export function Board({ title, seen, round, access }: BoardProps) {
  const state = agreementState(address.value.query, round);
  const [isPaused, setPaused] = useState(false);
  const [changed, setChanged] = useState(NOTHING);
  const follows = access === "look" || isPaused ? undefined : { view: seen.view, round: round.round };
  const { unit, rule, scope } = state.measure;
  const asking = (layer: "independent" | "after") => ({
    key: [round.round, round.phase, unit, rule, scope, layer].join(" "),
    ask: (how: Asking) => fetchFigures(seen.study.study, round.round, state.measure, layer, how),
    follows,
  });
  const independent = useFetched<RoundFigures>({
    ...asking("independent"),
    onChange: (before, after) => setChanged((seenBefore) => new Set([...seenBefore, ...changedFigures(before, after)])),
  });
  const wantsAfter = state.layer === "after";
  const after = useFetched<RoundFigures>({ ...asking("after"), ...(wantsAfter ? {} : { key: undefined }) });
  const figures = independent.value;
  const pair = figures && chosenPair(figures, state.pair);
  const themes = codebookOf(seen.study, round)?.themes ?? [];
  return (
    <Page
      title={title}
      aside={
        <div class="page-aside">
          <RoundOfFigures seen={seen} round={round} theme={state.theme} />
          <Badges figures={figures} access={access} />
        </div>
      }
    >
      <div class="agreement">
        <div class="agreement-top">
          <Layers
            study={seen.study.study}
            round={round}
            state={state}
            after={opensPassages(access) ? after.value : undefined}
          />
          <Live
            access={access}
            fetched={independent}
            isPaused={isPaused}
            onPause={() => setPaused(!isPaused)}
            changed={changed}
            themes={themes}
            onRead={() => setChanged(NOTHING)}
          />
        </div>
        {independent.error && <Stale fetched={independent} />}
        {figures && !pair ? (
          <p>{t("agreement.noCoders")}</p>
        ) : (
          <Counted
            {...{ seen, round, state, access, themes, changed }}
            figures={figures}
            after={wantsAfter ? after.value : undefined}
            pair={pair}
          />
        )}
      </div>
    </Page>
  );
}

interface CountedProps {
  readonly seen: Seen;
  readonly round: Round;
  readonly state: AgreementState;
  readonly access: BoardProps["access"];
  readonly themes: readonly Theme[];
  readonly changed: ReadonlySet<string>;
  readonly figures: RoundFigures | undefined;
  readonly after: RoundFigures | undefined;
  readonly pair: Pair | undefined;
}

function Counted({ seen, round, state, access, themes, changed, figures, after, pair }: CountedProps) {
  const rows = figures && pair ? rowsOf(themes, figures, after, pair) : [];
  const { table } = state;
  const shown = arranged(rows, { ...table, chosen: state.theme });
  const ofThemes = shown.rows.filter((row): row is ThemeRow => row.is === "theme");
  const chosen =
    rows.find((row): row is ThemeRow => row.is === "theme" && row.theme.theme === state.theme) ?? ofThemes[0];
  const columns = columnsOf(table.columns, after !== undefined);
  const name = (member: string): string =>
    seen.study.members.get(member)?.name ?? figures?.coders.find((coder) => coder.member === member)?.name ?? "";
  const { unit } = state.measure;
  const counted =
    figures && chosen
      ? t("agreement.bothReviewed", {
          units: unitsN(unit, chosen.pair.n),
          theme: nameOf(chosen.theme),
          round: t("agreement.ofRound", { n: figures.transcripts }),
        })
      : "";
  const leftOfTheme =
    chosen && chosen.figures.units_left_out > 0
      ? t("agreement.leftOfTheme", {
          theme: nameOf(chosen.theme),
          units: unitsN(unit, chosen.figures.units_left_out),
        })
      : undefined;
  const conditions = <Conditions {...{ round, state, figures, pair, counted, leftOfTheme }} />;
  if (!figures || !pair) return conditions;
  const context: TableContext = {
    study: seen.study.study,
    round,
    state,
    pair,
    first: name(pair[0]),
    second: name(pair[1]),
    opens: opensPassages(access),
    decided: new Set(
      [...seen.view.settled(round.round).value.decisions.values()]
        .filter(({ outcome }) => outcome !== "defer")
        .map(({ theme }) => theme),
    ),
  };
  const caption = captionWords(state, context, counted);
  return (
    <div class="agreement-body">
      <div class="agreement-main">
        {conditions}
        <Notes round={round} figures={figures} />
        <TableTools {...{ context, figures, columns, shown }} />
        <FigureTable
          {...{ columns, themes, context, caption, changed }}
          rows={shown.rows}
          chosen={chosen?.theme.theme}
        />
        {ofThemes.length === 0 && <p>{t("agreement.noneFound")}</p>}
        <Folded n={shown.folded} isOpen={table.withUnused} />
        <Summary figures={figures} pair={pair} />
      </div>
      {chosen && (
        <aside class="agreement-rail" aria-label={nameOf(chosen.theme)}>
          <ThemeRail row={chosen} themes={themes} figures={figures} context={context} />
        </aside>
      )}
    </div>
  );
}

/** Themes that nobody applied say nothing of agreement: a line tells of them, and shows them. */
function Folded({ n, isOpen }: { readonly n: number; readonly isOpen: boolean }) {
  if (isOpen) return <Button onPress={() => setQuery({ unused: undefined })}>{t("agreement.fold")}</Button>;
  if (n === 0) return null;
  return (
    <p class="figures-folded">
      {t("agreement.folded", { n })}{" "}
      <button type="button" class="link" onClick={() => setQuery({ unused: "" })}>
        {t("agreement.unfold")}
      </button>
    </p>
  );
}

interface RoundOfFiguresProps {
  readonly seen: Seen;
  readonly round: Round;
  readonly theme?: string | undefined;
}

export function RoundOfFigures({ seen, round, theme }: RoundOfFiguresProps) {
  return (
    <RoundChoice seen={seen} round={round} hrefOf={(other) => agreementHref(seen.study.study, other, { theme })} />
  );
}

function Badges({ figures, access }: { readonly figures: RoundFigures | undefined; readonly access: Access }) {
  if (access === "live") return <p class="badge">{t("agreement.openNow")}</p>;
  if (access === "look") return <p class="badge private">{t("common.blindRound")}</p>;
  return figures?.frozen ? <ReadOnly>{t("agreement.frozen")}</ReadOnly> : null;
}

interface LayersProps {
  readonly study: string;
  readonly round: Round;
  readonly state: AgreementState;
  readonly after: RoundFigures | undefined;
}

const STANDING = [
  { state: "decided", words: "agreement.nDecided" },
  { state: "deferred", words: "agreement.nDeferred" },
  { state: "open", words: "agreement.nOpen" },
] as const;

/** Independent figures always; those after discussion beside them, never instead. */
function Layers({ study, round, state: { layer, measure }, after }: LayersProps) {
  const wantsAfter = layer === "after";
  return (
    <div class="layers-of-figures">
      <Choice
        label={t("agreement.layer")}
        value={wantsAfter ? "after" : "independent"}
        options={[
          { value: "independent", label: t("agreement.independent") },
          { value: "after", label: t("agreement.after") },
        ]}
        onChange={(chosen) => setQuery({ layer: chosen === "after" ? chosen : undefined, sort: undefined })}
      />
      <Explain what="agreement.layersWord" words="agreement.layersMean" />
      {wantsAfter && after && (
        <p class="quiet">
          {STANDING.map(({ state, words }) => {
            const n = after.decisions[state];
            const text = t(words, { n });
            return (
              <span key={state}>
                {n > 0 ? <a href={queueHref(study, round, measure, { state })}>{text}</a> : text} ·{" "}
              </span>
            );
          })}
          {t("agreement.decisionsMean")}
        </p>
      )}
    </div>
  );
}

interface LiveProps {
  readonly access: Access;
  readonly fetched: Fetched<RoundFigures>;
  readonly isPaused: boolean;
  readonly onPause: () => void;
  readonly changed: ReadonlySet<string>;
  readonly themes: readonly Theme[];
  readonly onRead: () => void;
}

/** Changes are marked and never announced by themselves; reading them is an act. */
function Live({ access, fetched, isPaused, onPause, changed, themes, onRead }: LiveProps) {
  const names = namesOfChanged(changed, themes, language.value);
  const read = () => {
    say(t("agreement.changesRead", { themes: list(names) }));
    onRead();
  };
  if (access === "revealed") return null;
  return (
    <div class="live">
      {fetched.at && <span class="quiet">{t("agreement.asOf", { time: time(fetched.at) })}</span>}
      {names.length > 0 && <Button onPress={read}>{t("agreement.readChanges", { n: names.length })}</Button>}
      {access === "look" ? (
        <Button onPress={fetched.again}>{t("rounds.lookAgain")}</Button>
      ) : (
        <Button onPress={onPause}>{t(isPaused ? "agreement.goOn" : "agreement.pause")}</Button>
      )}
    </div>
  );
}

function Stale({ fetched: { error, at, again } }: { readonly fetched: Fetched<RoundFigures> }) {
  if (!error) return null;
  return (
    <>
      {at && <p class="caution">{t("agreement.stale", { time: time(at) })}</p>}
      <ErrorNotice error={error} onRetry={again} />
    </>
  );
}

/** What holds for every figure of the table, said once. */
function Notes({ round, figures }: { readonly round: Round; readonly figures: RoundFigures }) {
  const notes = [
    ...(round.mode === "open" ? [t("agreement.openNote")] : []),
    ...flagsOfAll(figures).map((flag) => flag[language.value]),
  ];
  if (notes.length === 0) return null;
  return (
    <ul class="figure-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** The pair over all themes, with the count of those that are in no mean. */
function Summary({ figures, pair }: { readonly figures: RoundFigures; readonly pair: Pair }) {
  const over = figures.pairs.find(({ coders }) => coders.includes(pair[0]) && coders.includes(pair[1]));
  const defined = figures.themes.filter((theme) => (pairOf(theme, pair)?.cohen_kappa ?? null) !== null).length;
  if (!over) return null;
  const value = (figure: number | null) => (figure === null ? t("agreement.undefined") : coefficient(figure));
  return (
    <div class="figures-foot">
      <p>
        <strong>{t("agreement.allThemes")}</strong>{" "}
        {[
          t("agreement.pooled", { value: value(over.pooled_kappa) }),
          t("agreement.mean", { n: defined, value: value(over.macro_kappa) }),
          t("agreement.nUndefined", { n: over.macro_kappa_undefined }),
        ].join(" · ")}
      </p>
      <p class="quiet">{t("agreement.axisLegend")}</p>
    </div>
  );
}
