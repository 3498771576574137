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
        {t("health.rate", {
          rate: format.percent(health.disputeRateBp, 2),
          units: format.number(health.priorUnits),
        })}
      </p>
      <Tiers tiers={health.tiers} />
    </Card>
  );
}

/** What the platform gives stores of each tier, with the own one marked. */
function Tiers({ tiers }: { tiers: AfterSales["health"]["tiers"] }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  const commissionOf = (bp: number) =>
    t(`health.commission.${bp === 0 ? "usual" : bp < 0 ? "less" : "more"}`, {
      rate: format.percent(Math.abs(bp)),
    });
  const rankOf = (milli: number) =>
    t(`health.rank.${milli === 0 ? "usual" : milli > 0 ? "higher" : "lower"}`);
  return (
    <ul className="plain-list" aria-label={t("health.tiers")}>
      {tiers.map((tier) => (
        <li key={tier.id} className={tier.isOwn ? "" : "dim"}>
          {t("health.tier", {
            tier: tier.id,
            health: format.percent(tier.healthMinBp),
            commission: commissionOf(tier.commissionBp),
            days: format.number(tier.payoutDays),
            rank: rankOf(tier.rankBonusMilli),
          })}{" "}
          {tier.isOwn ? <span className="badge badge-accent">{t("health.own")}</span> : null}
        </li>
      ))}
    </ul>
  );
}
