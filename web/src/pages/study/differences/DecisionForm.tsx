import { useRef, useState } from "preact/hooks";
import type { Passage } from "../../../api/agreement";
import { list, t } from "../../../i18n";
import { newId } from "../../../live/ids";
import type { Decision, Outcome, Span } from "../../../model/entries";
import { codingsIn, inTree } from "../../../model/selectors";
import { wordsIn } from "../../../text/words";
import { say } from "../../../ui/announce";
import { Button } from "../../../ui/Button";
import { Select, TextField } from "../../../ui/Field";
import { useKeys } from "../../../ui/keys";
import { nameOf } from "../codebook/look";
import { RefusalNotice, useActs } from "../useActs";
import { Standing } from "./DecisionPanel";
import { EdgeEditor } from "./EdgeEditor";
import { type Choice, decidedCodings, type Edges, edgesToAdopt, likelyOthers, spansOfOther } from "./outcomes";
import { type Desk, memberName, outcomeText, quoteIn, themeName } from "./queue";

interface DecisionFormProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly standing: Decision | undefined;
  readonly onDeciding: () => void;
  readonly onDone: () => void;
}

const QUICK = ["quickDefinition", "quickOverlooked", "quickExclude", "quickOther"] as const;

/** A lead's decision: what holds, with a reason. If somebody else was faster, both stand side by side. */
export function DecisionForm({ desk, passage, standing, onDeciding, onDone }: DecisionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState<"outcome" | "reason" | undefined>(undefined);
  const began = useRef(standing?.rev ?? 0);
  const sent = useRef("");
  const { busy, refusal, run, forget } = useActs(desk.seen.view);
  const isOvertaken = (standing?.rev ?? 0) !== began.current && standing?.decision !== sent.current;

  const send = async (what: Choice, ifRev: number) => {
    const { transcript, theme, segment } = passage;
    sent.current = newId();
    const body = {
      round: desk.round.round,
      decision: sent.current,
      transcript,
      theme,
      start: segment.start,
      end: segment.end,
      outcome: what.outcome,
      codings: decidedCodings(what, newId),
      reason: reason.trim(),
    };
    const act = { kind: "decision.record" as const, body, ...(ifRev === 0 ? {} : { ifRev }) };
    const answer = await run(desk.seen.view.act(act));
    if (!answer.ok) return;
    say(
      t("differences.recorded", { what: outcomeText(desk, { theme, outcome: body.outcome, codings: body.codings }) }),
    );
    onDone();
  };
  const record = (ifRev = began.current) => {
    const lacking = !choice ? "outcome" : reason.trim() === "" ? "reason" : undefined;
    setMissing(lacking);
    if (choice && !lacking) void send(choice, ifRev);
  };
  const defer = () => void send({ outcome: "defer", spans: [], theme: passage.theme }, began.current);
  const choose = (chosen: Choice) => {
    setChoice(chosen);
    setMissing(undefined);
    onDeciding();
  };
  useKeys({
    title: "differences.keysTitle",
    within: () => form.current,
    bindings: [{ keys: "Ctrl Enter", does: "differences.record", run: () => record(), whileTyping: true }],
  });
  return (
    <form
      ref={form}
      class="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      {isOvertaken && standing && (
        <Overtaken
          desk={desk}
          standing={standing}
          mine={choice && outcomeText(desk, { ...passage, ...choice, codings: decidedCodings(choice, newId) })}
          reason={reason}
          onKeep={onDone}
          onReplace={() => {
            forget();
            began.current = standing.rev;
            record(standing.rev);
          }}
        />
      )}
      <Outcomes desk={desk} passage={passage} choice={choice} onChoose={choose} />
      {missing === "outcome" && <p class="note wrong">{t("differences.outcomeNeeded")}</p>}
      <TextField
        label={t("differences.reason")}
        hint={t("differences.reasonHint")}
        error={missing === "reason" ? t("differences.reasonNeeded") : undefined}
        value={reason}
        lines={2}
        maxLength={2000}
        onInput={(text) => {
          setReason(text);
          onDeciding();
        }}
      />
      <fieldset class="quick-reasons" aria-label={t("differences.quick")}>
        {QUICK.map((key) => (
          <button
            key={key}
            type="button"
            class="chip"
            onClick={() => {
              setReason(t(`differences.${key}`));
              setMissing(undefined);
              onDeciding();
            }}
          >
            {t(`differences.${key}`)}
          </button>
        ))}
      </fieldset>
      {!isOvertaken && <RefusalNotice refusal={refusal} />}
      <div class="actions">
        <Button weight="primary" submits busy={busy} keys="Ctrl Enter">
          {t("differences.record")}
        </Button>
        <Button busy={busy} keys="D" id="defer" onPress={defer}>
          {t("differences.defer")}
        </Button>
      </div>
    </form>
  );
}

interface OvertakenProps {
  readonly desk: Desk;
  readonly standing: Decision;
  readonly mine: string | undefined;
  readonly reason: string;
  readonly onKeep: () => void;
  readonly onReplace: () => void;
}

/** Two leads decided the same thing: what stands and what is not recorded, and which of them is to hold. */
function Overtaken({ desk, standing, mine, reason, onKeep, onReplace }: OvertakenProps) {
  return (
    <div class="overtaken" role="alert">
      <p>
        <strong>{t("differences.justNow")}</strong>
      </p>
      <div class="overtaken-both">
        <div>
          <h4>{t("differences.theirs")}</h4>
          <Standing desk={desk} decision={standing} />
        </div>
        {mine && (
          <div>
            <h4>{t("differences.mine")}</h4>
            <p>
              <strong>{mine}</strong>
            </p>
            <p>{reason}</p>
          </div>
        )}
      </div>
      <div class="actions">
        <Button onPress={onKeep}>{t("differences.keepTheirs")}</Button>
        {mine && <Button onPress={onReplace}>{t("differences.recordMine")}</Button>}
      </div>
    </div>
  );
}

interface OutcomesProps {
  readonly desk: Desk;
  readonly passage: Passage;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function Outcomes({ desk, passage, choice, onChoose }: OutcomesProps) {
  const { segment, transcript } = passage;
  const theme = themeName(desk, passage.theme);
  const adoptable = edgesToAdopt(passage);
  const whole = adoptable[0]?.spans ?? [{ start: segment.start, end: segment.end }];
  const hull = hullOf(whole);
  const codings = codingsIn(desk.seen.view.work(desk.round.round).value, transcript);
  const chooseOther = (other: string) =>
    onChoose({ outcome: "other", theme: other, spans: spansOfOther(segment, other, codings) });
  const others = otherThemes(desk, passage);
  const isOutcome = (outcome: Outcome): boolean => choice?.outcome === outcome;
  const words = wordsIn(quoteIn(desk, transcript, segment), segment.start);
  return (
    <fieldset class="outcomes">
      <legend>{t("differences.whatStands")}</legend>
      {adoptable.map((edges) => (
        <OutcomeChoice
          key={keyOf(edges.spans)}
          isChosen={choice?.outcome === "adopt" && keyOf(choice.spans) === keyOf(edges.spans)}
          title={t("differences.adopt", { theme })}
          note={edgesNote(desk, passage, edges)}
          onChoose={() => onChoose({ outcome: "adopt", theme: passage.theme, spans: edges.spans })}
        />
      ))}
      <OutcomeChoice
        isChosen={isOutcome("edges")}
        title={t("differences.edges")}
        onChoose={() => onChoose({ outcome: "edges", theme: passage.theme, spans: [hull] })}
      />
      {choice?.outcome === "edges" && choice.spans[0] && (
        <EdgeEditor
          words={words}
          span={choice.spans[0]}
          quote={quoteIn(desk, transcript, choice.spans[0])}
          onChange={(span) => onChoose({ ...choice, spans: [span] })}
        />
      )}
      {others[0] && (
        <OutcomeChoice
          isChosen={isOutcome("other")}
          title={t("differences.other")}
          onChoose={() => others[0] && chooseOther(others[0].value)}
        />
      )}
      {choice?.outcome === "other" && (
        <Select label={t("differences.whichTheme")} value={choice.theme} options={others} onChange={chooseOther} />
      )}
      <OutcomeChoice
        isChosen={isOutcome("none")}
        title={t("differences.none", { theme })}
        onChoose={() => onChoose({ outcome: "none", theme: passage.theme, spans: [] })}
      />
    </fieldset>
  );
}

interface OutcomeChoiceProps {
  readonly isChosen: boolean;
  readonly title: string;
  readonly note?: string;
  readonly onChoose: () => void;
}

function OutcomeChoice({ isChosen, title, note, onChoose }: OutcomeChoiceProps) {
  return (
    <label class="outcome">
      <input type="radio" name="outcome" checked={isChosen} onChange={onChoose} />
      <span>
        <strong>{title}</strong> {note && <span class="quiet">{note}</span>}
      </span>
    </label>
  );
}

function edgesNote(desk: Desk, passage: Passage, { spans, coders, isShared }: Edges): string {
  const quote = spans.map((span) => quoteIn(desk, passage.transcript, span)).join(" … ");
  if (isShared) return t("differences.shared", { quote });
  return t("differences.asBy", { coders: list(coders.map((coder) => memberName(desk, coder))), quote });
}

/** Themes that could hold instead, those that coders applied here first. */
function otherThemes(desk: Desk, passage: Passage) {
  const likely = likelyOthers(passage);
  const codable = inTree(desk.themes)
    .map(({ theme }) => theme)
    .filter((theme) => theme.codable && !theme.archived && theme.theme !== passage.theme);
  const rank = (id: string): number => (likely.includes(id) ? likely.indexOf(id) : likely.length);
  return [...codable]
    .sort((one, other) => rank(one.theme) - rank(other.theme))
    .map((theme) => ({ value: theme.theme, label: nameOf(theme) }));
}

function hullOf(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

function keyOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join();
}
