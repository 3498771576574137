import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../text/format.ts";

/** A line of the past, without axes; the figure beside it says the unit. */
export function Sparkline({
  values,
  width = 120,
  height = 28,
  tone = "var(--s1)",
}: {
  values: readonly number[];
  width?: number;
  height?: number;
  tone?: string;
}) {
  if (values.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const range = high - low || 1;
  const x = (index: number) => 2 + (index * (width - 4)) / (values.length - 1);
  const y = (value: number) => height - 3 - ((value - low) * (height - 6)) / range;
  const path = values
    .map(
      (value, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join("");
  const last = values.length - 1;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={path} fill="none" stroke={tone} strokeWidth="1.5" strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2.2" fill={tone} />
    </svg>
  );
}

/** A change with an arrow, so that color is never alone. */
export function Delta({
  change,
  text,
  isUnsigned = false,
}: {
  change: number;
  text: string;
  /** The text is without its sign: the arrow shows it, and who does not see the arrow hears it. */
  isUnsigned?: boolean;
}) {
  const tone = change > 0 ? "up" : change < 0 ? "down" : "flat";
  const arrow = change > 0 ? "▲" : change < 0 ? "▼" : "＝";
  return (
    <span className={`delta ${tone}`}>
      <span aria-hidden="true">{arrow}</span>{" "}
      {isUnsigned && change < 0 ? <span className="visually-hidden">−</span> : null}
      {text}
    </span>
  );
}

/** One of a room's few large numbers. */
export function Tile({
  name,
  value,
  foot,
  series,
  why,
}: {
  name: string;
  value: string;
  foot?: ReactNode;
  series?: readonly number[];
  why?: (() => void) | undefined;
}) {
  const { t } = useTranslation("frame");
  return (
    <section className="tile" aria-label={name}>
      <div className="tile-name">{name}</div>
      <div className="tile-value" title={value}>
        {value}
      </div>
      <div className="tile-foot">
        <span>{foot}</span>
        {why === undefined ? null : (
          <button type="button" className="why" onClick={why} aria-label={t("whyOf", { name })}>
            {t("why")}
          </button>
        )}
      </div>
      {series === undefined || series.length < 2 ? null : (
        <Sparkline values={series} width={150} height={30} />
      )}
    </section>
  );
}

/** Money of the books, red with its sign when negative. */
export function MoneyText({
  minor,
  currency,
  sign = false,
  short = false,
}: {
  minor: number;
  currency: string;
  sign?: boolean;
  short?: boolean;
}) {
  const format = useFormat();
  return (
    <span className={minor < 0 ? "bad" : sign && minor > 0 ? "good" : ""}>
      {format.money(minor, currency, { sign, short })}
    </span>
  );
}
