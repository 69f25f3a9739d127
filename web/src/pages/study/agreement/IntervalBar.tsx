import type { PairFigures } from "../../../api/agreement";
import { coefficient } from "../../../i18n";
import { AXIS, isOffAxis, placeOf } from "./axis";
import { intervalOf } from "./figures";
import { intervalWords } from "./words";

/** Width and height of a bar, and the room at its ends, in pixels of the drawing. */
const [WIDTH, HEIGHT, EDGE] = [148, 28, 6];
/** A highest kappa below this is worth a mark. */
const LOW_MAX = 0.8;

const x = (value: number): number => EDGE + placeOf(value) * (WIDTH - 2 * EDGE);

/** Kappa with its 95 % interval on the axis that all rows share. The same is said in words. */
export function IntervalBar({ pair }: { readonly pair: PairFigures }) {
  const { cohen_kappa: kappa, cohen_kappa_max: max } = pair;
  const words = intervalWords(pair);
  if (kappa === null) return <span class="undefined">{words}</span>;
  const drawn = intervalOf(pair);
  const middle = HEIGHT / 2;
  return (
    <svg
      class="interval"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={words}
    >
      {AXIS.ticks.map((tick) => (
        <line key={tick} class="interval-tick" x1={x(tick)} x2={x(tick)} y1={0} y2={HEIGHT} />
      ))}
      {drawn && (
        <g class={drawn.byTranscript ? "" : "is-rough"}>
          <line class="interval-line" x1={x(drawn.low)} x2={x(drawn.high)} y1={middle} y2={middle} />
          {[drawn.low, drawn.high].map(
            (end) =>
              !isOffAxis(end) && (
                <line key={end} class="interval-end" x1={x(end)} x2={x(end)} y1={middle - 5} y2={middle + 5} />
              ),
          )}
        </g>
      )}
      {max !== null && max < LOW_MAX && <line class="interval-max" x1={x(max)} x2={x(max)} y1={2} y2={HEIGHT - 2} />}
      <circle class="interval-dot" cx={x(kappa)} cy={middle} r={4} />
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
