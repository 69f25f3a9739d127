import type { Flag, PairFigures } from "../../../api/agreement";
import { coefficient, language, number, t } from "../../../i18n";
import { ruleText, unitText } from "../rounds/parts";
import { readMeasure } from "../rounds/plan";
import type { AgreementState } from "./conditions";
import { intervalOf, maxToShow, passesMax, prevalence, type Undefined, whyUndefined } from "./figures";

/** Figures as the page writes and speaks them. */

export const NONE = "–";

const COUNTED = {
  turn: "agreement.nTurn",
  paragraph: "agreement.nParagraph",
  sentence: "agreement.nSentence",
  token: "agreement.nToken",
  character: "agreement.nCharacter",
  window: "agreement.nWindow",
} as const;

/** "33 turns", in the unit that is counted. */
export function unitsN(unit: string, n: number): string {
  const { word } = readMeasure(unit);
  return t(word in COUNTED ? COUNTED[word as keyof typeof COUNTED] : "agreement.nTurn", { n });
}

/** A share as a number of percent without its sign: 92, and 3.5 where that is small. */
export function hundredths(share: number): string {
  const digits = share > 0 && share < 0.1 ? 1 : 0;
  return number(share * 100, digits);
}

export function coefficientOr(value: number | null): string {
  return value === null ? NONE : coefficient(value);
}

export function shareOr(value: number | null): string {
  return value === null ? NONE : hundredths(value);
}

const UNDEFINED = {
  nobody: "agreement.undefinedNobody",
  everywhere: "agreement.undefinedEverywhere",
  constant: "agreement.undefinedConstant",
  noJointUnits: "agreement.undefinedNoJointUnits",
} as const satisfies Record<Undefined, string>;

/** "undefined: nobody applied it" */
export function undefinedWords(pair: PairFigures): string {
  return t(UNDEFINED[whyUndefined(pair)]);
}

/** The interval bar in words: "κ .54, 95 % from .37 to .70". */
export function intervalWords(pair: PairFigures): string {
  const { cohen_kappa: kappa } = pair;
  if (kappa === null) return undefinedWords(pair);
  const max = maxToShow(pair);
  const drawn = intervalOf(pair);
  const whole = drawn
    ? t("agreement.spokenInterval", {
        kappa: coefficient(kappa),
        low: coefficient(drawn.low),
        high: coefficient(drawn.high),
      })
    : `${t("agreement.kappa")} ${coefficient(kappa)}`;
  if (max === null) return whole;
  const bound = t(passesMax(pair) ? "agreement.spokenPassesMax" : "agreement.spokenMax", { max: coefficient(max) });
  return `${whole}, ${bound}`;
}

/** One short sentence for the table; a flag that this page does not know is said in full. */
export function flagText({ code, ...flag }: Flag, { a, b, c }: PairFigures): string {
  const value = (name: string): number => Number(flag[name]);
  switch (code) {
    case "FEW_UNITS":
      return t("agreement.flagFewUnits", { n: value("units") });
    case "FEW_MARKS":
      return t("agreement.flagFew", { n: value("marks") });
    case "RARE_THEME":
      return t("agreement.flagRare", { share: hundredths(value("prevalence")) });
    case "NEAR_UNIVERSAL_THEME":
      return t("agreement.flagNearlyAlways", { share: hundredths(value("prevalence")) });
    case "CODER_CONSTANT":
      return t("agreement.flagConstant");
    case "CODER_BIAS":
      return t("agreement.flagUneven", { x: a + b, y: a + c });
    case "LOW_KAPPA_MAX":
      return t("agreement.flagMax", { max: coefficient(value("cohen_kappa_max")) });
    default:
      return String(flag[language.value]);
  }
}

export function undefinedFlagText(pair: PairFigures): string {
  return t(whyUndefined(pair) === "noJointUnits" ? "agreement.flagNoJointUnits" : "agreement.flagNobody");
}

interface Names {
  readonly first: string;
  readonly second: string;
}

export function ruleWords(rule: string): string {
  if (rule === "any") return t("agreement.ruleAny");
  if (rule === "half") return t("agreement.ruleHalf");
  return ruleText({ rule });
}

/** What the figures of a table are counted over, in one sentence. */
export function captionWords({ measure }: Pick<AgreementState, "measure">, names: Names, counted: string): string {
  return t("agreement.caption", {
    ...names,
    unit: unitText(measure),
    rule: ruleWords(measure.rule),
    scope: t(measure.scope === "all" ? "agreement.scopeAll" : "agreement.scopeTheme"),
    counted,
  });
}

/** A pair's row as text to paste: every figure under its name. */
export function rowText(theme: string, caption: string, pair: PairFigures, names: Names): string {
  const cells: readonly (readonly [string, string])[] = [
    [t("agreement.both"), number(pair.a)],
    [t("agreement.onlyName", { name: names.first }), number(pair.b)],
    [t("agreement.onlyName", { name: names.second }), number(pair.c)],
    [t("agreement.neither"), number(pair.d)],
    [t("agreement.agree"), shareOr(pair.percent_agreement)],
    [t("common.positiveAgreement"), coefficientOr(pair.positive_agreement)],
    [t("agreement.prevalenceShort"), shareOr(prevalence(pair))],
    [t("agreement.bias"), coefficientOr(pair.bias_index)],
  ];
  const figures = cells.map(([name, value]) => `${name} ${value}`).join("; ");
  return `${theme}: ${figures}; ${intervalWords(pair)}. ${caption}`;
}
