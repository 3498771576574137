import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import type { AfterSales } from "./answer.ts";

type Row = AfterSales["events"][number] & { readonly id: number };

/** What became of returns, disputes and chargebacks lately, newest first. */
export function CaseEvents({ view: { events } }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money } = useColumns<Row>();
  const rows = events.map((event, id) => ({ ...event, id }));
  return (
    <Card title={t("events.title")} flush>
      {rows.length === 0 ? (
        <p className="card-body soft">{t("events.none")}</p>
      ) : (
        <DataTable
          rows={rows}
          caption={t("events.title")}
          rowKey={({ id }) => String(id)}
          exportAs="after-sales"
          card={{ head: "product", mark: "event", facts: ["day", "reason", "units", "back"] }}
          columns={[
            count("day", t("events.day"), ({ day }) => day),
            text("product", t("events.product"), ({ name }) => format.name(name)),
            text("market", t("standing.market"), ({ market }) => nameOf(market)),
            text("reason", t("events.reason"), ({ reason }) => t(`reasons.${reason}`)),
            text("event", t("events.event"), ({ event }) => t(`happened.${event}`)),
            count("units", t("events.units"), ({ units }) => units),
            money(
              "back",
              t("events.back"),
              ({ backMinor }) => backMinor,
              ({ currency }) => currency,
              ({ backMinor, currency }) =>
                backMinor === 0 ? "" : format.money(backMinor, currency),
            ),
          ]}
        />
      )}
    </Card>
  );
}
