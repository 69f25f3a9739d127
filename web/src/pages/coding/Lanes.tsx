import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../../i18n";
import type { Coding, Segment } from "../../model/entries";
import { rangeIn } from "../../text/dom";
import { Pattern, patternOf } from "../../ui/Pattern";
import { Shape } from "../../ui/Shape";
import { type LaneBars, placeBars } from "./bars";
import { CheckSign } from "./CheckSign";
import type { Desk } from "./desk";

/** Width of a lane, in pixels; style/coding.css draws the heads to the same measure. */
const LANE = 50;
const NONE: LaneBars = { bars: [], more: new Map() };

interface LanesProps {
  readonly desk: Desk;
  readonly codings: readonly Coding[];
  readonly pending: ReadonlySet<string>;
  readonly segment: Segment;
  readonly text: RefObject<HTMLElement>;
}

/** A turn's codings as bars beside the lines they cover, a lane per coder. The same facts are in the turn's name. */
export function Lanes({ desk, codings, pending, segment, text }: LanesProps) {
  const [{ bars, more }, setBars] = useState(NONE);
  const lanes = desk.lanes.value;
  const coders = desk.coders.value;
  const layout = desk.layout.value;
  useLayoutEffect(() => {
    if (text.current) setBars(placeBars(measured(text.current, codings, segment), lanes));
  }, [codings, lanes, segment, layout]);
  return (
    <div class="lanes" aria-hidden="true" style={{ width: `${lanes.length * LANE}px` }}>
      {bars.map(({ coding, lane, top, bottom, column, shapeLeft, shapeTop }) => {
        const theme = desk.theme(coding.theme);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a second way for the mouse; keys have [ and ]
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={coding.coding}
            class={`bar-of-lane slot-${desk.look(theme).colour} ${pending.has(coding.coding) ? "is-pending" : ""}`}
            title={titleOf(desk, coding)}
            onPointerEnter={() => (desk.lit.value = coding)}
            onPointerLeave={() => (desk.lit.value = null)}
            onClick={() => desk.choose(coding)}
          >
            <span class="bar-fill" style={{ left: `${lane * LANE + column * 15}px`, top: `${top}px` }}>
              <Pattern
                pattern={patternOf(coders.indexOf(coding.coder) + 1)}
                colour={desk.look(theme).colour}
                height={Math.max(12, Math.round(bottom - top))}
              />
            </span>
            <span class="bar-shape" style={{ left: `${lane * LANE + shapeLeft}px`, top: `${shapeTop}px` }}>
              <Shape {...desk.look(theme)} size={10} />
              {coding.anchor && <CheckSign />}
            </span>
          </div>
        );
      })}
      {[...more].map(([lane, n]) => (
        <span key={`more${lane}`} class="bar-more" style={{ left: `${lane * LANE + 30}px` }}>
          +{n}
        </span>
      ))}
    </div>
  );
}

function titleOf(desk: Desk, { coder, theme, anchor }: Coding): string {
  const name = anchor ? t("coding.toCheckNamed", { theme: desk.nameOf(theme) }) : desk.nameOf(theme);
  return `${desk.memberName(coder)}: ${name}`;
}

function measured(text: HTMLElement, codings: readonly Coding[], segment: Segment) {
  const origin = text.closest(".turn")?.getBoundingClientRect().top ?? 0;
  return codings.flatMap((coding) => {
    const range = rangeIn(text, {
      start: Math.max(coding.start, segment.start),
      end: Math.min(coding.end, segment.end),
    });
    const box = range?.getBoundingClientRect();
    return box ? [{ coding, top: Math.round(box.top - origin), bottom: Math.round(box.bottom - origin) }] : [];
  });
}
