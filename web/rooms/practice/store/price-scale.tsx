import "./drawings.css";
import { useFormat } from "../../../text/format.ts";
import { placeOnScale, scaleEnds } from "./price-position.ts";

export type PriceSpread = {
  referenceMinor: number;
  p10Minor: number;
  p25Minor: number;
  p75Minor: number;
  p90Minor: number;
};

/**
 * Rivals' landed prices as one line: from the tenth to the ninetieth percentile, the middle half
 * thick, the median marked, the own prices as dots. Figures stand beside it or in its table.
 */
export function PriceScale({
  spread,
  own,
  label,
  currency,
}: {
  spread: PriceSpread;
  own: readonly number[];
  label: string;
  currency: string;
}) {
  const format = useFormat();
  const { p10Minor, p25Minor, p75Minor, p90Minor, referenceMinor } = spread;
  const { low, high } = scaleEnds([p10Minor, p90Minor, referenceMinor, ...own]);
  const at = (minor: number) => placeOnScale(minor, low, high);
  const span = (from: number, to: number) => ({
    left: `${at(from)}%`,
    width: `${Math.max(0.5, at(to) - at(from))}%`,
  });
  return (
    <div className="price-scale" role="img" aria-label={label}>
      <i className="price-scale-span" style={span(p10Minor, p90Minor)} />
      <i className="price-scale-middle" style={span(p25Minor, p75Minor)} />
      <i className="price-scale-median" style={{ left: `${at(referenceMinor)}%` }} />
      {own.map((minor, index) => (
        <b
          key={`${minor}/${index}`}
          className="price-scale-own"
          style={{ left: `${at(minor)}%` }}
          title={format.money(minor, currency)}
        />
      ))}
    </div>
  );
}
