import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ForecastForm } from "./forecast-form.tsx";
import { ForecastTable } from "./forecast-table.tsx";
import { useMeasured } from "./measured.ts";
import type { Research } from "./research-answer.ts";

/** What the store expects, and how that came out beside the forecast that anybody could make. */
export function Forecasts({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const { rows, daysMost } = research.forecasts;
  return (
    <Card title={t("forecasts.title")} note={t("forecasts.note")} flush>
      <div className="card-body grid">
        <p className="soft research-text">{t("forecasts.text")}</p>
        {daysMost > 0 ? <ForecastForm research={research} /> : null}
      </div>
      {rows.length === 0 ? (
        <Empty title={t("forecasts.none")} text={t("forecasts.noneText")} />
      ) : (
        <>
          <Summary research={research} />
          <ForecastTable research={research} />
          <p className="card-body dim">{t("forecasts.how")}</p>
        </>
      )}
    </Card>
  );
}

/** How good the forecasts of a measure were, all told. */
function Summary({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { lossOf } = useMeasured(research.currency);
  const scored = research.forecasts.summary.filter((one) => one.scored > 0);
  if (scored.length === 0) return null;
  return (
    <ul className="card-body research-sums">
      {scored.map((one) => (
        <li key={one.measure}>
          <b>{t(`forecasts.measures.${one.measure}`)}</b>
          {t("forecasts.after")}
          {t("forecasts.within", {
            within: format.number(one.within),
            scored: format.number(one.scored),
          })}
          {one.errorBp === null || one.naiveErrorBp === null
            ? null
            : ` · ${t("forecasts.errors", {
                own: format.percent(one.errorBp),
                naive: format.percent(one.naiveErrorBp),
              })}`}
          {one.loss === null || one.naiveLoss === null
            ? null
            : ` · ${t("forecasts.losses", {
                own: lossOf(one.measure, one.loss),
                naive: lossOf(one.measure, one.naiveLoss),
              })}`}
        </li>
      ))}
    </ul>
  );
}
