import { useTranslation } from "react-i18next";
import { useSeason } from "./season-context.tsx";

/** A season's market opens with weeks of trade behind it; making them takes some seconds. */
export function Preparing() {
  const { t } = useTranslation("frame");
  const { preparedPercent } = useSeason();
  return (
    <section className="card empty" aria-live="polite">
      <h1>{t("preparing.title")}</h1>
      <p>{t("preparing.text")}</p>
      <span
        className="track track-wide"
        role="progressbar"
        aria-label={t("preparing.title")}
        aria-valuenow={preparedPercent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${preparedPercent}%` }} />
      </span>
    </section>
  );
}
