import { fetchDecisions } from "../../../api/agreement";
import { t } from "../../../i18n";
import type { Round } from "../../../model/entries";
import { isRevealed } from "../../../model/selectors";
import { ButtonLink } from "../../../ui/Button";
import { Page } from "../../../ui/Page";
import { Progress } from "../../../ui/Progress";
import { to } from "../../../ui/router";
import { measureIn, queueHref } from "../agreement/conditions";
import { useFetched } from "../agreement/useFetched";
import { roundsInOrder, type Seen, type StudyPageProps } from "../inStudy";
import { ModeBadge } from "../rounds/parts";
import { myShare } from "../share";
import { type Desk, type Next, nextFor, type RoundNext } from "./next";

/** Home answers one question: what do I do now? */
export function HomePage({ seen }: StudyPageProps<"home">) {
  const next = nextFor(deskOf(seen));
  const withResults = roundsInOrder(seen.study).filter(({ phase }) => isRevealed(phase));
  const revealed = withResults.findLast(({ phase }) => phase !== "final");
  const told = next.kind === "results" ? next.round : revealed;
  return (
    <Page title={seen.study.name}>
      <NextCard seen={seen} next={next} />
      {revealed && next.kind !== "results" && (
        <section class="card next" aria-labelledby="revealed">
          <h2 id="revealed" class="eyebrow">
            {t("home.alsoOpen")}
          </h2>
          <ResultsNext seen={seen} round={revealed} />
        </section>
      )}
      <OtherResults seen={seen} rounds={withResults.filter((round) => round !== told)} />
      <Facts seen={seen} />
    </Page>
  );
}

/** Rounds whose figures can be looked at besides the one that a card tells of: an imported one is never far. */
function OtherResults({ seen, rounds }: { readonly seen: Seen; readonly rounds: readonly Round[] }) {
  const { study } = seen.study;
  if (rounds.length === 0) return null;
  return (
    <section aria-labelledby="with-results">
      <h2 id="with-results" class="eyebrow">
        {t("home.withResults")}
      </h2>
      <ul class="rows results">
        {rounds.map((round) => (
          <li key={round.round} class="row">
            <div class="row-main">
              <a class="row-link" href={to("round", { study, round: round.round })}>
                {round.name}
              </a>{" "}
              <ModeBadge mode={round.mode} />
            </div>
            <a
              href={to("agreement", { study, round: round.round })}
              aria-label={t("home.figuresOf", { name: round.name })}
            >
              {t("common.agreement")}
            </a>
            <a
              href={to("queue", { study, round: round.round })}
              aria-label={t("home.differencesOf", { name: round.name })}
            >
              {t("rounds.differences")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function deskOf(seen: Seen): Desk {
  const { view, study, me } = seen;
  const drafts = [...(view.drafts.value?.values() ?? [])];
  return {
    study,
    me,
    hasDrafts: drafts.some((draft) => !draft.archived),
    share: (round, transcript) => myShare(seen, round, transcript),
    isReopened: (round) => view.work(round).value.reopened.has(me.member),
  };
}

function NextCard({ seen, next }: { readonly seen: Seen; readonly next: Next }) {
  return (
    <section class="card next" aria-labelledby="next">
      <h2 id="next" class="eyebrow">
        {t("home.nextForYou")}
      </h2>
      <NextInWords seen={seen} next={next} />
    </section>
  );
}

function NextInWords({ seen, next }: { readonly seen: Seen; readonly next: Next }) {
  if (next.kind === "code") return <CodeNext seen={seen} next={next} />;
  if (!("round" in next)) return <OtherNext seen={seen} next={next} />;
  const { kind, round } = next;
  return kind === "results" ? (
    <ResultsNext seen={seen} round={round} />
  ) : (
    <OtherNext seen={seen} next={{ kind, round }} />
  );
}

/** A revealed round: what is still to be settled in it, then its figures. */
function ResultsNext({ seen, round }: { readonly seen: Seen; readonly round: Round }) {
  const study = seen.study.study;
  const measure = measureIn(new URLSearchParams(), round);
  const { value } = useFetched({
    key: round.round,
    ask: (asking) => fetchDecisions(study, round.round, measure, asking),
    follows: { view: seen.view, round: round.round },
  });
  const n = value?.open;
  return (
    <>
      <p class="next-what">{t("home.results", { name: round.name })}</p>
      <p>{n === 0 ? t("home.allSettled") : t("home.resultsWhy")}</p>
      <div class="actions">
        {n !== undefined && n > 0 && (
          <ButtonLink weight="primary" href={queueHref(study, round, measure, { state: "open" })}>
            {t("home.lookAtDifferences", { n })}
          </ButtonLink>
        )}
        <ButtonLink href={to("agreement", { study, round: round.round })}>{t("home.lookAtFigures")}</ButtonLink>
        {seen.isLead && (
          <ButtonLink weight="quiet" href={to("newRound", { study })}>
            {t("home.planAnother")}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

type CodeNext = Extract<Next, { kind: "code" }>;
type OtherNext =
  | { readonly kind: RoundNext; readonly round: Round }
  | Exclude<Next, { readonly kind: "code" } | { readonly round: Round }>;

function CodeNext({ seen, next }: { readonly seen: Seen; readonly next: CodeNext }) {
  const { round, transcript, share } = next;
  const turn = share.next;
  const { name } = transcript;
  const title =
    share.done === 0
      ? t("home.start", { name })
      : turn
        ? t("home.continueAt", { name, turn })
        : t("home.continue", { name });
  const href = to("coding", { study: seen.study.study, round: round.round, transcript: transcript.transcript });
  return (
    <>
      <p class="next-what">{title}</p>
      <p class="quiet next-round">
        {round.name} <ModeBadge mode={round.mode} />
      </p>
      <Progress
        label={name}
        done={share.done}
        of={share.of}
        text={t("home.reviewedOf", { n: share.done, of: share.of })}
      />
      <div class="actions">
        <ButtonLink weight="primary" href={turn ? `${href}#u${turn}` : href}>
          {t("home.codeDo")}
        </ButtonLink>
        <ButtonLink weight="quiet" href={to("round", { study: seen.study.study, round: round.round })}>
          {t("home.lookAtRound")}
        </ButtonLink>
      </div>
    </>
  );
}

interface Words {
  readonly title: string;
  readonly why: string;
  readonly act?: { readonly label: string; readonly href: string };
}

function OtherNext({ seen, next }: { readonly seen: Seen; readonly next: OtherNext }) {
  const { title, why, act } = wordsFor(seen.study.study, next);
  return (
    <>
      <p class="next-what">{title}</p>
      <p>{why}</p>
      {next.kind === "close" && next.round.mode === "blind" && <p class="quiet">{t("rounds.closeUnseen")}</p>}
      {act && (
        <div class="actions">
          <ButtonLink weight={next.kind.startsWith("wait") ? "plain" : "primary"} href={act.href}>
            {act.label}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function wordsFor(study: string, next: OtherNext): Words {
  const codebook = { label: t("home.readCodebook"), href: to("codebook", { study }) };
  switch (next.kind) {
    case "import":
      return {
        title: t("home.import"),
        why: t("home.importWhy"),
        act: { label: t("home.importDo"), href: to("transcriptImport", { study }) },
      };
    case "writeCodebook":
    case "publishCodebook":
      return {
        title: t(`home.${next.kind}`),
        why: t(`home.${next.kind}Why`),
        act: { label: t("home.writeCodebookDo"), href: codebook.href },
      };
    case "plan":
      return {
        title: t("home.plan"),
        why: t("home.planWhy"),
        act: { label: t("home.planDo"), href: to("newRound", { study }) },
      };
    case "waitForLead":
      return { title: t("home.waitForLead"), why: t("home.waitForLeadWhy"), act: codebook };
    default:
      return {
        ...roundWords(next.kind, next.round),
        act:
          next.kind === "waitForStart"
            ? codebook
            : { label: t("home.lookAtRound"), href: to("round", { study, round: next.round.round }) },
      };
  }
}

function roundWords(kind: RoundNext, { name }: Round): Words {
  return kind === "start"
    ? { title: t("home.startRound", { name }), why: t("home.startRoundWhy") }
    : { title: t(`home.${kind}`, { name }), why: t(`home.${kind}Why`) };
}

/** What the study has, by links. Nothing here depends on anybody's codings. */
function Facts({ seen: { study } }: { readonly seen: Seen }) {
  const id = { study: study.study };
  const newest = study.codebooks.at(-1);
  const members = [...study.members.values()].filter((member) => !member.removed);
  const rounds = roundsInOrder(study);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" class="eyebrow">
        {t("home.theStudy")}
      </h2>
      <dl class="facts">
        <Fact href={to("transcripts", id)} name={t("common.transcripts")}>
          {study.transcripts.size || t("home.none")}
        </Fact>
        <Fact href={to("codebook", id)} name={t("common.codebook")}>
          {newest
            ? t("home.version", {
                version: newest.version,
                n: newest.themes.filter((theme) => theme.codable && !theme.archived).length,
              })
            : t("home.notPublished")}
        </Fact>
        <Fact href={to("rounds", id)} name={t("common.rounds")}>
          {rounds.length === 0
            ? t("home.none")
            : rounds.map((round) => `${round.name}: ${t(`rounds.${round.phase}`)}`).join(" · ")}
        </Fact>
        <Fact href={to("members", id)} name={t("common.members")}>
          {t("home.membersN", { n: members.length })}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({
  href,
  name,
  children,
}: {
  readonly href: string;
  readonly name: string;
  readonly children: string | number;
}) {
  return (
    <div>
      <dt>
        <a href={href}>{name}</a>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
