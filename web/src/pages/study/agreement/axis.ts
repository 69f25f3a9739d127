/** The axis that all intervals of a table share: kappa from -.2 to 1. What lies beyond is drawn to the edge. */

export const AXIS = { from: -0.2, to: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] } as const;

/** Place of a value, from 0 at the left end to 1 at the right. */
export function placeOf(value: number): number {
  return Math.min(1, Math.max(0, (value - AXIS.from) / (AXIS.to - AXIS.from)));
}

export function isOffAxis(value: number): boolean {
  return value < AXIS.from || value > AXIS.to;
}
