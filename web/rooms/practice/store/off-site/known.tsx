import { useTranslation } from "react-i18next";
import { Sparkline } from "../../../../parts/figures.tsx";
import { Card, Empty } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import type { OffSiteAnswer } from "./answer.ts";

type Place = OffSiteAnswer["markets"][number];

/** By market: how many know the store, who searches for it by name, who may be written to. */
export function Known({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation("offsite");
  const columns = useColumns();
  const isUnknown = view.markets.every(
    ({ awarenessPpm, mailList }) => awarenessPpm === 0 && mailList === 0,
  );
  return (
    <Card title={t("known.title")} note={t("known.note")} flush>
      {isUnknown ? (
        <Empty title={t("known.none")} text={t("known.noneText")} />
      ) : (
        <>
          <p className="soft card-body">{t("known.text")}</p>
          <DataTable
            rows={view.markets}
            columns={columns}
            rowKey={({ market }) => market}
            caption={t("known.title")}
            exportAs="awareness"
            sortBy="aware"
            card={{
              head: "market",
              mark: "aware",
              facts: ["past", "searches", "orders", "letters"],
            }}
          />
        </>
      )}
    </Card>
  );
}

function useColumns(): TableColumn<Place>[] {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const { nameOf } = useMarkets();
  return [
    {
      key: "market",
      head: t("known.market"),
      isText: true,
      value: ({ market }) => nameOf(market),
      cell: ({ market, isOnSale }) => (
        <>
          {nameOf(market)}{" "}
          {isOnSale ? null : <span className="dim">({t("known.nothingOnSale")})</span>}
        </>
      ),
    },
    {
      key: "aware",
      head: t("known.aware"),
      value: ({ awarenessPpm }) => awarenessPpm / 10_000,
      cell: ({ awarenessPpm }) => <b>{format.percent(awarenessPpm / 100, 2)}</b>,
    },
    {
      key: "past",
      head: t("known.past"),
      cell: ({ series }) => <Sparkline values={series} width={90} height={22} />,
    },
    {
      key: "searches",
      head: t("known.searches"),
      value: ({ brandVisits }) => brandVisits,
      cell: ({ brandVisits }) => format.number(brandVisits, 1),
    },
    {
      key: "orders",
      head: t("known.orders"),
      value: ({ brandOrders }) => brandOrders,
      cell: ({ brandOrders }) => format.number(brandOrders),
    },
    {
      key: "letters",
      head: t("known.letters"),
      value: ({ mailList }) => mailList,
      cell: ({ mailList }) => format.number(mailList),
    },
  ];
}
