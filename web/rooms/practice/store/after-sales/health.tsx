import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import type { AfterSales } from "./answer.ts";

/** The store's health and what it is made of. */
export function Health({ view: { health } }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  return (
    <Card
      title={t("health.title")}
      note={t("health.note", { health: format.percent(health.healthBp) })}
    >
      <table className="money-lines">
        <caption className="visually-hidden">{t("health.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("health.part")}</th>
            <th scope="col" className="money-column">
              {t("health.weight")}
            </th>
            <th scope="col" className="money-column">
              {t("health.mark")}
            </th>
          </tr>
        </thead>
        <tbody>
          {health.parts.map(({ part, markBp, weightBp }) => (
            <tr key={part}>
              <th scope="row">{t(`health.parts.${part}`)}</th>
              <td className="dim">{format.percent(weightBp)}</td>
              <td>{format.percent(markBp)}</td>
            </tr>
          ))}
          <tr className="money-total">
            <th scope="row">{t("health.whole")}</th>
            <td />
            <td>{format.percent(health.healthBp)}</td>
          </tr>
        </tbody>
      </table>
      <p className="dim">
        {t("health.rate", { rate: format.percent(health.disputeRateBp, 2), tier: health.tier + 1 })}
      </p>
    </Card>
  );
}
