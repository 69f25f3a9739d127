import type { PairFigures } from "../../../api/agreement";
import { Explain } from "../../../ui/Explain";
import { flagsOf, whyUndefined } from "./figures";
import { flagText, undefinedFlagText } from "./words";

/** What a theme's flags look like beside their words. */
const SIGNS: Readonly<Record<string, string>> = {
  FEW_UNITS: "∴",
  FEW_MARKS: "∴",
  RARE_THEME: "▫",
  NEAR_UNIVERSAL_THEME: "▪",
  CODER_CONSTANT: "=",
  CODER_BIAS: "⇅",
  LOW_KAPPA_MAX: "⊤",
};

/** What to know of a pair's figure, each one plain sentence; nothing where there is nothing to know. */
export function FlagList({ pair, tabIndex }: { readonly pair: PairFigures; readonly tabIndex: number }) {
  const flags = pair.cohen_kappa === null ? [] : flagsOf(pair);
  return (
    <ul class="flags" data-cell tabIndex={tabIndex}>
      {pair.cohen_kappa === null && <UndefinedFlag pair={pair} />}
      {flags.map((flag) => (
        <li key={flag.code}>
          <span class="flag-sign" aria-hidden="true">
            {SIGNS[flag.code] ?? "·"}
          </span>
          <span>{flagText(flag, pair)}</span>
        </li>
      ))}
    </ul>
  );
}

function UndefinedFlag({ pair }: { readonly pair: PairFigures }) {
  const words = whyUndefined(pair) === "noJointUnits" ? "agreement.whyUndefinedNoUnits" : "agreement.whyUndefinedSame";
  return (
    <li class="is-quiet">
      <span class="flag-sign" aria-hidden="true">
        ⊘
      </span>
      <span>
        {undefinedFlagText(pair)}
        <Explain what="agreement.undefinedWord" words={words} />
      </span>
    </li>
  );
}
