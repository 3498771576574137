import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import type { AfterSales } from "./answer.ts";

/** Why buyers came back in the last thirty days, beside what was delivered. */
export function Reasons({ view: { byReason, delivered } }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  const share = (units: number) =>
    delivered === 0 ? "" : format.percent(Math.round((units * 10_000) / delivered), 1);
  return (
    <Card title={t("byReason.title")} note={t("byReason.note", { count: delivered })}>
      <table className="money-lines">
        <caption className="visually-hidden">{t("byReason.title")}</caption>
        <tbody>
          {byReason.map(({ reason, units }) => (
            <tr key={reason}>
              <th scope="row">{t(`reasons.${reason}`)}</th>
              <td>{format.number(units)}</td>
              <td className="dim">{share(units)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
