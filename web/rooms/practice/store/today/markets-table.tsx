import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Sparkline } from "../../../../parts/figures.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type Row = Answer<"GET /practice/seasons/:season/stores/:store/today">["markets"][number];

/** The last day by market, where the store sells; the other markets are only named. */
export function MarketsTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("today");
  const { season } = useStorePlace();
  const { nameOf } = useMarkets();
  const columns = useMarketColumns();
  const listed = rows.filter(({ isListed }) => isListed);
  const others = rows.filter(({ isListed }) => !isListed).map(({ market }) => nameOf(market));
  return (
    <Card title={t("today.markets")} flush>
      {listed.length === 0 ? null : (
        <DataTable
          rows={listed}
          caption={t("today.markets")}
          rowKey={({ market }) => market}
          exportAs={`markets-day-${season.day - 1}`}
          columns={columns}
          card={{
            head: "market",
            mark: "week",
            facts: ["revenue", "orders", "conversion", "seen", "clicks"],
          }}
        />
      )}
      {others.length === 0 ? null : (
        <p className="market-others soft">
          {listed.length === 0
            ? t("today.nowhere")
            : t("today.elsewhere", { markets: others.join(t("comma")) })}
        </p>
      )}
    </Card>
  );
}

function useMarketColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  return [
    {
      key: "market",
      head: t("market"),
      isText: true,
      value: ({ market }) => nameOf(market),
      cell: ({ market }) => (
        <>
          <span className="dim market-code">{market.toUpperCase()}</span> {nameOf(market)}
        </>
      ),
    },
    {
      key: "seen",
      head: t("seen"),
      value: ({ impressions }) => Math.round(impressions),
      cell: ({ impressions }) => format.number(Math.round(impressions)),
    },
    {
      key: "clicks",
      head: t("clicks"),
      value: ({ clicks }) => clicks,
      cell: ({ clicks }) => format.number(clicks),
    },
    {
      key: "orders",
      head: t("orders.name"),
      value: ({ orders }) => orders,
      cell: ({ orders }) => format.number(orders),
    },
    {
      key: "conversion",
      head: t("conversion"),
      value: ({ conversionBp }) => conversionBp,
      cell: ({ conversionBp, clicks }) => (clicks === 0 ? "–" : format.percent(conversionBp)),
    },
    {
      key: "revenue",
      head: t("revenue"),
      value: ({ revenueMinor }) => revenueMinor / 10 ** season.booksDigits,
      cell: ({ revenueMinor }) => format.money(revenueMinor, season.booksCurrency),
    },
    {
      key: "week",
      head: t("sevenDays"),
      cell: ({ series }) => (
        <Sparkline values={series} width={80} height={22} tone="var(--ink-3)" />
      ),
    },
  ];
}
