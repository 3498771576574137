import { useFormat } from "../../text/format.ts";

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

/** Figures of measurements as they are written: shares, gains in points, effects. */
export function useFigures() {
  const format = useFormat();
  const decimals = (value: number, digits: number) =>
    // A zero has no sign, whatever was rounded to it.
    format.number(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value, digits);
  return {
    share: (value: number | null) => (value === null ? "–" : format.percent(value * 10_000, 0)),
    /** In percentage points. */
    points: (value: number) => signed(decimals(100 * value, 1), value),
    effect: (value: number) => signed(decimals(value, 2), value),
    correlation: (value: number) => decimals(value, 2),
  };
}
