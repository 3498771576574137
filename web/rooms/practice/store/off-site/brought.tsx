import { useTranslation } from "react-i18next";
import { Card, Empty } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { type OffSiteAnswer, type Source, sumOf } from "./answer.ts";

type Row = ReturnType<typeof sumOf> & { readonly source: Source };

/** The week by source: seen, visited, sold, paid. */
export function Brought({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation(["offsite", "promoted"]);
  const format = useFormat();
  const columns = useColumns(view.currency);
  const sources = [...new Set(view.week.map(({ source }) => source))];
  const rows = sources.map((source) => ({ source, ...sumOf(view.week, source) }));
  const orders = rows.reduce((sum, row) => sum + row.orders, 0);
  return (
    <Card title={t("brought.title")} note={t("brought.note", { currency: view.currency })} flush>
      {rows.length === 0 ? (
        <Empty title={t("brought.none")} text={t("brought.noneText")} />
      ) : (
        <>
          {view.weekOrders === 0 ? null : (
            <p className="soft card-body">
              {t("brought.share", { percent: format.percent((10_000 * orders) / view.weekOrders) })}
            </p>
          )}
          <DataTable
            rows={rows}
            columns={columns}
            rowKey={({ source }) => source}
            caption={t("brought.title")}
            exportAs="off-site"
            card={{
              head: "source",
              facts: ["views", "visits", "orders", "revenue", "cost", "perOrder"],
            }}
          />
        </>
      )}
    </Card>
  );
}

function useColumns(currency: string): TableColumn<Row>[] {
  const { t } = useTranslation(["offsite", "promoted"]);
  const format = useFormat();
  const counted = (key: "views" | "visits" | "clicks" | "orders"): TableColumn<Row> => ({
    key,
    head: t(`brought.${key}`),
    value: (row) => Math.round(row[key]),
    cell: (row) => format.number(Math.round(row[key])),
  });
  const money = (minor: number) => format.money(minor, currency);
  return [
    {
      key: "source",
      head: t("brought.source"),
      isText: true,
      value: ({ source }) => t(`source.${source}`),
      cell: ({ source }) => t(`source.${source}`),
    },
    counted("views"),
    counted("visits"),
    counted("clicks"),
    counted("orders"),
    {
      key: "revenue",
      head: t("brought.revenue"),
      value: ({ revenueMinor }) => revenueMinor,
      cell: ({ revenueMinor }) => money(revenueMinor),
    },
    {
      key: "cost",
      head: t("brought.cost"),
      value: ({ costMinor }) => costMinor,
      cell: ({ costMinor }) => money(costMinor),
    },
    {
      key: "perOrder",
      head: t("brought.perOrder"),
      value: ({ costMinor, orders }) => (orders === 0 ? 0 : costMinor / orders),
      cell: ({ costMinor, orders }) =>
        orders === 0 || costMinor === 0 ? "–" : money(Math.round(costMinor / orders)),
    },
  ];
}
