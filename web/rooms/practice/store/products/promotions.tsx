import { useTranslation } from "react-i18next";
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { usePromotionTerms } from "../listing/promotion-terms.ts";
import { ProductLabel } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type View = Answer<"GET /practice/seasons/:season/stores/:store/promotions">;
type Row = View["promotions"][number];

/** All promotions of the store: what sold under them, and what would have sold anyway. */
export default function Promotions() {
  const { t } = useTranslation("offers");
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/promotions", { where });
  return (
    <Loaded of={answer}>
      {(view) =>
        view.promotions.length === 0 ? (
          <Card>
            <Empty title={t("report.empty")} text={t("report.emptyText")} />
          </Card>
        ) : (
          <Card title={t("title")} note={t("report.how")} flush>
            <PromotionTable view={view} />
          </Card>
        )
      }
    </Loaded>
  );
}

function PromotionTable({ view: { promotions, booksCurrency } }: { view: View }) {
  const { t } = useTranslation("offers");
  const what = useWhatColumns(promotions.some(({ kind }) => kind === "bundle"));
  const brought = useBroughtColumns(booksCurrency);
  return (
    <DataTable
      rows={promotions}
      caption={t("title")}
      rowKey={({ number }) => String(number)}
      exportAs="promotions"
      columns={[...what, ...brought]}
    />
  );
}

/** What was offered, where and when. */
function useWhatColumns(hasBundle: boolean): TableColumn<Row>[] {
  const { t } = useTranslation("offers");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const termsOf = usePromotionTerms(hasBundle);
  return [
    {
      key: "product",
      head: t("report.product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name, sku, market }) => (
        <Link to={`${here}/products/${encodeURIComponent(sku)}/${market}`}>
          <ProductLabel name={name} sku={sku} note={nameOf(market)} />
        </Link>
      ),
    },
    {
      key: "kind",
      head: t("report.kind"),
      isText: true,
      value: ({ kind }) => t(`names.${kind}`),
      cell: (row) => (
        <>
          {t(`names.${row.kind}`)}
          <br />
          <span className="dim">{termsOf(row, row.currency)}</span>
        </>
      ),
    },
    {
      key: "days",
      head: t("report.days"),
      value: ({ from }) => from,
      cell: ({ from, lastDay }) => `${from}–${lastDay}`,
    },
    {
      key: "state",
      head: t("report.state"),
      isText: true,
      value: ({ state }) => t(`report.states.${state}`),
      cell: ({ state, isShared }) => (
        <>
          <span className={state === "running" ? "badge badge-good" : "badge"}>
            {t(`report.states.${state}`)}
          </span>
          {isShared ? <span className="dim"> {t("report.shared")}</span> : null}
        </>
      ),
    },
  ];
}

/** What sold under it, what it cost, and what it brought beyond the usual. */
function useBroughtColumns(booksCurrency: string): TableColumn<Row>[] {
  const { t } = useTranslation("offers");
  const { season } = useStorePlace();
  const format = useFormat();
  const { scaleOf } = useMarkets();
  const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
  const money = (key: "revenueMinor" | "offMinorInAll", head: string): TableColumn<Row> => ({
    key,
    head,
    value: (row) => row[key] / scaleOf(row.market),
    cell: (row) => (row.state === "coming" ? "" : format.money(row[key], row.currency)),
  });
  return [
    {
      key: "units",
      head: t("report.units"),
      value: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    money("revenueMinor", t("report.revenue")),
    money("offMinorInAll", t("report.off")),
    {
      key: "moreUnits",
      head: t("report.moreUnits"),
      value: ({ moreUnitsMilli }) => moreUnitsMilli / 1_000,
      cell: ({ moreUnitsMilli: milli }) => signed(format.number(milli / 1_000, 1), milli),
    },
    {
      key: "moreProfit",
      head: t("report.moreProfit"),
      value: ({ moreProfitMinor }) => moreProfitMinor / 10 ** season.booksDigits,
      cell: ({ moreProfitMinor: minor }) => (
        <span className={minor < 0 ? "bad" : ""}>
          {signed(format.money(minor, booksCurrency), minor)}
        </span>
      ),
    },
  ];
}
