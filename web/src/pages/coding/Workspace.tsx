import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n";
import { currentRound } from "../../ui/Frame";
import { useKeys } from "../../ui/keys";
import { ReadOnly } from "../../ui/Notice";
import { Page } from "../../ui/Page";
import { Pattern, patternOf } from "../../ui/Pattern";
import type { Desk } from "./desk";
import { pageKeys, textKeys } from "./deskKeys";
import { EdgeBar } from "./EdgeBar";
import { FindText } from "./FindText";
import { Foot } from "./Foot";
import { GoToTurn } from "./GoToTurn";
import { RefusedCards } from "./RefusedCards";
import { RoundRail } from "./RoundRail";
import { Search } from "./Search";
import { ShownChoice } from "./ShownChoice";
import { ThemeList } from "./ThemeList";
import { ThemeSheet } from "./ThemeSheet";
import { ToCheck } from "./ToCheck";
import { TurnList } from "./TurnList";

interface WorkspaceProps {
  readonly desk: Desk;
  /** Why the corrected text is not here yet. */
  readonly failure: ComponentChildren;
}

/** The coding workspace: transcripts of the round, the paper, the codebook, and what is done. */
export function Workspace({ desk, failure }: WorkspaceProps) {
  const paper = useRef<HTMLDivElement>(null);
  useKeys({
    title: "coding.keysTitle",
    within: () => paper.current?.querySelector(".turns") ?? null,
    bindings: textKeys(desk),
  });
  useKeys({ title: "coding.keysTitle", bindings: pageKeys(desk) });
  usePlace(desk);
  const codebook = desk.codebook.value;
  const mode = t(desk.round.value?.mode === "open" ? "common.openRound" : "common.blindRound");
  return (
    <Page title={desk.transcript.value?.name ?? ""} width="whole" aside={<Heads desk={desk} />}>
      <div class="desk">
        <div class="desk-about">
          <p class="quiet">
            {codebook ? t("coding.about", { version: codebook.version, mode }) : t("coding.aboutNone")}
          </p>
          <ReadOnlyLine desk={desk} />
          <ShownChoice desk={desk} />
          <button type="button" class="link" aria-keyshortcuts="F" onClick={() => (desk.isFinding.value = true)}>
            {t("coding.findText")}
          </button>
        </div>
        <RoundRail desk={desk} />
        <div class="paper" ref={paper}>
          <div class="on-top">
            {failure}
            <RefusedCards desk={desk} />
            <ToCheck desk={desk} />
          </div>
          <TurnList desk={desk} />
          <Search desk={desk} />
          <EdgeBar desk={desk} />
        </div>
        <ThemeList desk={desk} />
        <Foot desk={desk} />
        <ThemeSheet desk={desk} />
        <GoToTurn desk={desk} />
        <FindText desk={desk} />
      </div>
    </Page>
  );
}

function ReadOnlyLine({ desk }: { readonly desk: Desk }) {
  const why = desk.readOnly.value;
  return why && <ReadOnly>{t(`coding.readOnly.${why}`)}</ReadOnly>;
}

/** What stays in view while the paper scrolls: that only one's own codes are here, and whose lane is whose. */
function Heads({ desk }: { readonly desk: Desk }) {
  return (
    <>
      {desk.isBlind.value && <p class="badge private desk-blind">{t("coding.blindBadge")}</p>}
      <LaneHeads desk={desk} />
    </>
  );
}

/** Names over the lanes, with the pattern that each coder's bars have. */
function LaneHeads({ desk }: { readonly desk: Desk }) {
  const coders = desk.coders.value;
  return (
    <ul class="lane-heads" aria-hidden="true">
      {desk.lanes.value.map((coder) => (
        <li key={coder}>
          <Pattern pattern={patternOf(coders.indexOf(coder) + 1)} width={20} height={9} />
          <span>{desk.memberName(coder)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The bar remembers the place, the address names the unit, and in an open round the others see where one is. */
function usePlace(desk: Desk): void {
  const at = desk.at.value;
  const isOpen = desk.round.value?.mode === "open" && desk.round.value.phase === "coding";
  useEffect(() => {
    currentRound.value = { study: desk.view.id, round: desk.roundId, transcript: desk.text.transcript };
  }, [desk]);
  useEffect(() => {
    const place = setTimeout(() => history.replaceState(history.state, "", `#u${at + 1}`), 300);
    return () => clearTimeout(place);
  }, [at]);
  useEffect(() => {
    if (isOpen) desk.view.here(desk.roundId, desk.text.transcript, at);
  }, [desk, at, isOpen]);
  useEffect(() => () => desk.view.away(), [desk]);
}
