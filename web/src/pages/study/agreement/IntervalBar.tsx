import type { PairFigures } from "../../../api/agreement";
import { coefficient } from "../../../i18n";
import { AXIS, isOffAxis, placeOf } from "./axis";
import { intervalOf, maxToShow } from "./figures";
import { intervalWords } from "./words";

/** Width and height of a bar, and the room at its ends, in pixels of the drawing. */
const [WIDTH, HEIGHT, EDGE] = [148, 28, 6];
const MIDDLE = HEIGHT / 2;

const x = (value: number): number => EDGE + placeOf(value) * (WIDTH - 2 * EDGE);

interface IntervalBarProps {
  readonly pair: PairFigures;
  readonly tabIndex: number;
}

/** Kappa with its 95 % interval on the axis that all rows share. The same is said in words. */
export function IntervalBar({ pair, tabIndex }: IntervalBarProps) {
  const words = intervalWords(pair);
  return pair.cohen_kappa === null ? (
    <span class="undefined" data-cell tabIndex={tabIndex}>
      {words}
    </span>
  ) : (
    <span class="interval-words" data-cell tabIndex={tabIndex} role="img" aria-label={words} title={words}>
      <Drawing pair={pair} kappa={pair.cohen_kappa} />
    </span>
  );
}

/** What of the interval lies above the highest kappa that these rates of use allow is drawn thin: it is not cut, and not within reach here. */
function Drawing({ pair, kappa }: { readonly pair: PairFigures; readonly kappa: number }) {
  const drawn = intervalOf(pair);
  const max = maxToShow(pair);
  const reach = drawn && Math.min(drawn.high, Math.max(drawn.low, max ?? drawn.high));
  return (
    <svg class="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {AXIS.ticks.map((tick) => (
        <line key={tick} class="interval-tick" x1={x(tick)} x2={x(tick)} y1={0} y2={HEIGHT} />
      ))}
      {drawn && reach !== null && (
        <g class={drawn.byTranscript ? "" : "is-rough"}>
          <line class="interval-line" x1={x(drawn.low)} x2={x(reach)} y1={MIDDLE} y2={MIDDLE} />
          {reach < drawn.high && (
            <line class="interval-beyond" x1={x(reach)} x2={x(drawn.high)} y1={MIDDLE} y2={MIDDLE} />
          )}
          {[drawn.low, drawn.high].map(
            (end) =>
              !isOffAxis(end) && (
                <line key={end} class="interval-end" x1={x(end)} x2={x(end)} y1={MIDDLE - 5} y2={MIDDLE + 5} />
              ),
          )}
        </g>
      )}
      {max !== null && <line class="interval-max" x1={x(max)} x2={x(max)} y1={2} y2={HEIGHT - 2} />}
      <circle class="interval-dot" cx={x(kappa)} cy={MIDDLE} r={4} />
    </svg>
  );
}

/** The numbers over the bars. */
export function AxisHead() {
  return (
    <svg class="interval-axis" viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height={14} aria-hidden="true">
      {AXIS.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={11} text-anchor={tick === 1 ? "end" : "middle"}>
          {tick === 0 || tick === 1 ? String(tick) : coefficient(tick, 1)}
        </text>
      ))}
    </svg>
  );
}
