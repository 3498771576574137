/** Two courses of the same figure over the same days, named at their ends; figures stand beside. */
type Line = { readonly name: string; readonly values: readonly number[] };

const size = { width: 340, height: 96, edge: 6, names: 72 };

export function TwoLines({ label, first, second }: { label: string; first: Line; second: Line }) {
  const all = [...first.values, ...second.values, 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const range = high - low || 1;
  const days = Math.max(first.values.length, second.values.length);
  const x = (at: number) =>
    size.edge + (at * (size.width - size.names - size.edge)) / Math.max(1, days - 1);
  const y = (value: number) =>
    size.height - size.edge - ((value - low) * (size.height - 2 * size.edge)) / range;
  const path = (values: readonly number[]) =>
    values
      .map((value, at) => `${at === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
      .join("");
  const ends = apart(y(first.values.at(-1) ?? 0), y(second.values.at(-1) ?? 0));
  return (
    <figure className="two-lines">
      <figcaption className="soft">{label}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        <line x1={x(0)} x2={x(days - 1)} y1={y(0)} y2={y(0)} stroke="var(--line)" />
        <path d={path(first.values)} fill="none" stroke="var(--ink-2)" strokeDasharray="4 3" />
        <path d={path(second.values)} fill="none" stroke="var(--s1)" strokeWidth="1.5" />
        <text x={x(days - 1) + 6} y={ends.first} fill="var(--ink-2)">
          {first.name}
        </text>
        <text x={x(days - 1) + 6} y={ends.second} fill="var(--s1)">
          {second.name}
        </text>
      </svg>
    </figure>
  );
}

/** Where two names stand, so that neither covers the other. */
function apart(first: number, second: number): { first: number; second: number } {
  const least = 17;
  const gap = Math.abs(first - second);
  const push = gap < least ? (least - gap) / 2 : 0;
  const isAbove = first <= second;
  const within = (y: number) => Math.min(size.height - 2, Math.max(12, y + 4));
  return {
    first: within(first + (isAbove ? -push : push)),
    second: within(second + (isAbove ? push : -push)),
  };
}
