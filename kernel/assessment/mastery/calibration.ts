/** Whether estimates foretell what people then do: shown beside every certificate's rule. */

import { clamp } from "../../number/clamp.ts";

/** A forecast and what came: both 0 to 1. */
export interface Foretold {
  readonly predicted: number;
  readonly observed: number;
}

/** One of ten equal ranges of the forecast. */
export interface ReliabilityBin {
  readonly pieces: number;
  /** Means over the bin; null where nothing fell into it. */
  readonly predicted: number | null;
  readonly observed: number | null;
  /** Far apart on many pieces: difficulties or rules want looking at. */
  readonly isAlarming: boolean;
}

export interface Calibration {
  readonly pieces: number;
  readonly bins: readonly ReliabilityBin[];
  /** Mean squared distance of forecast and outcome; null without pieces. */
  readonly brier: number | null;
  /** Least squares slope of the outcome on its forecast; null where forecasts do not differ. */
  readonly slope: number | null;
}

const binCount = 10;
const apartMax = 0.07;
const alarmPieces = 200;

/**
 * Reliability curve, Brier score and slope of forecasts made before their outcomes.
 *
 * G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather
 * Review 78 (1950). A slope of 1 means neither boldness nor timidity.
 */
export function calibrationOf(pairs: readonly Foretold[]): Calibration {
  const sums = Array.from({ length: binCount }, () => ({ n: 0, predicted: 0, observed: 0 }));
  let squares = 0;
  let [predictedSum, observedSum] = [0, 0];
  for (const { predicted, observed } of pairs) {
    const bin = sums[Math.min(binCount - 1, Math.floor(clamp(predicted, 0, 1) * binCount))]!;
    bin.n += 1;
    bin.predicted += predicted;
    bin.observed += observed;
    squares += (predicted - observed) * (predicted - observed);
    predictedSum += predicted;
    observedSum += observed;
  }
  const n = pairs.length;
  return {
    pieces: n,
    bins: sums.map(binOf),
    brier: n === 0 ? null : squares / n,
    slope: n === 0 ? null : slopeAround(pairs, predictedSum / n, observedSum / n),
  };
}

function binOf(sum: { n: number; predicted: number; observed: number }): ReliabilityBin {
  if (sum.n === 0) return { pieces: 0, predicted: null, observed: null, isAlarming: false };
  const predicted = sum.predicted / sum.n;
  const observed = sum.observed / sum.n;
  const isAlarming = sum.n >= alarmPieces && Math.abs(observed - predicted) > apartMax;
  return { pieces: sum.n, predicted, observed, isAlarming };
}

function slopeAround(pairs: readonly Foretold[], meanX: number, meanY: number): number | null {
  let [products, squares] = [0, 0];
  for (const { predicted, observed } of pairs) {
    products += (predicted - meanX) * (observed - meanY);
    squares += (predicted - meanX) * (predicted - meanX);
  }
  return squares > 0 ? products / squares : null;
}
