import "./evidence.css";
import { useTranslation } from "react-i18next";
import { type Level, levels } from "./standing.ts";

/** A circle that fills as more is shown; the tick is for what is mastered. */
const shapes = {
  nothing: <circle cx="8" cy="8" r="6" strokeDasharray="2 2.7" />,
  "too-little-seen": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.3 6.6a1.8 1.8 0 113 1.3c-.7.5-1.2.8-1.2 1.5M8.1 11.3v.1" />
    </>
  ),
  "not-yet": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 8V2a6 6 0 016 6z" fill="currentColor" stroke="none" />
    </>
  ),
  nearly: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 8V2a6 6 0 11-6 6z" fill="currentColor" stroke="none" />
    </>
  ),
  mastered: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" />
      <path d="M5 8.3l2.1 2.1L11 6" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
} as const satisfies Record<Level, unknown>;

export function BandIcon({ level, size = 16 }: { level: Level; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[level]}
    </svg>
  );
}

/** A level as color, sign and word at once. */
export function BandMark({ level }: { level: Level }) {
  const { t } = useTranslation("evidence");
  return (
    <span className={`band band-${level}`}>
      <BandIcon level={level} />
      {t(`bands.${level}`)}
    </span>
  );
}

/** How many stand at each level, the highest first: a bar, and the same in words. */
export function BandCounts({
  counts,
  label,
}: {
  counts: Readonly<Record<Level, number>>;
  label: string;
}) {
  const { t } = useTranslation("evidence");
  const shown = levels.toReversed();
  return (
    <>
      <div className="band-bar" aria-hidden="true">
        {shown.map((level) =>
          counts[level] === 0 ? null : (
            <i key={level} className={`band-${level}`} style={{ flexGrow: counts[level] }} />
          ),
        )}
      </div>
      <ul className="plain-list band-counts" aria-label={label}>
        {shown.map((level) => (
          <li key={level} className={`band-${level}`}>
            <BandIcon level={level} size={20} />
            <strong>{counts[level]}</strong>
            <span>{t(`bands.${level}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the signs mean, and what each says of a person. */
export function BandLegend() {
  const { t } = useTranslation("evidence");
  return (
    <dl className="band-legend">
      {levels.toReversed().map((level) => (
        <div key={level}>
          <dt>
            <BandMark level={level} />
          </dt>
          <dd>{t(`meaning.${level}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
