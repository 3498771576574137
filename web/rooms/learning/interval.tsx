/** An interval on a scale that all rows share: the words beside it say the same. */
export function Interval({
  at,
  low,
  high,
  from,
  to,
}: {
  at: number;
  low: number;
  high: number;
  from: number;
  to: number;
}) {
  const place = (value: number) =>
    `${(100 * (Math.min(to, Math.max(from, value)) - from)) / (to - from)}%`;
  const width = `calc(${place(high)} - ${place(low)})`;
  return (
    <span className="interval" aria-hidden="true">
      <i className="interval-zero" style={{ left: place(0) }} />
      <i className="interval-bar" style={{ left: place(low), width }} />
      <i className="interval-dot" style={{ left: place(at) }} />
    </span>
  );
}
