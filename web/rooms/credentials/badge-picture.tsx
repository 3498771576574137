/** The badge of an echelon as its files show it; the words beside it say what it is. */

const bars = [
  { x: 84, y: 170, height: 52 },
  { x: 140, y: 124, height: 98 },
  { x: 196, y: 78, height: 144 },
] as const;

export function BadgePicture({ rank }: { rank: number }) {
  return (
    <svg viewBox="0 0 320 320" width={64} height={64} aria-hidden="true">
      <circle cx={160} cy={160} r={152} fill="#0f5c54" />
      <circle cx={160} cy={160} r={140} fill="#fff" />
      <circle cx={160} cy={160} r={134} fill="#14796e" />
      {bars.map((bar, at) => (
        <rect key={bar.x} {...bar} width={40} rx={6} fill={at < rank ? "#f6c85c" : "#2c8e82"} />
      ))}
    </svg>
  );
}
