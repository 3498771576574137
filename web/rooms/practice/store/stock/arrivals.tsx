import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { CancelPurchase } from "./cancel-purchase.tsx";
import { InspectPurchase } from "./inspect-purchase.tsx";
import type { Arrival } from "./stock-answer.ts";

/** Whom a purchase is from, when it was promised, and calling it off. */
function usePurchaseColumns(): TableColumn<Arrival>[] {
  const { t } = useTranslation(["sourcing", "report"]);
  const { text, count, bare } = useColumns<Arrival>();
  return [
    text("supplier", t("arrivals.supplier"), ({ supplier }) =>
      supplier === null ? "–" : t(`suppliers.${supplier}`),
    ),
    count(
      "promised",
      t("arrivals.promised"),
      ({ promisedOn }) => promisedOn,
      ({ promisedOn, supplier }) => (supplier === null ? "–" : t("dayN", { day: promisedOn })),
    ),
    bare("acts", <span className="visually-hidden">{t("arrivals.acts")}</span>, (arrival) =>
      arrival.supplier === null ? null : (
        <span className="row row-wrap">
          <CancelPurchase arrival={arrival} />
          <InspectPurchase arrival={arrival} />
        </span>
      ),
    ),
  ];
}

/** Goods that were bought or moved and have not arrived, with what is still to be paid. */
export function Arrivals({ arrivals }: { arrivals: readonly Arrival[] }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const purchases = usePurchaseColumns();
  if (arrivals.length === 0) return <p className="card-body soft">{t("stock.noArrivals")}</p>;
  const placeName = ({ pool }: Arrival) =>
    pool === null ? t("stock.home") : t("stock.abroad", { market: nameOf(pool) });
  const money = (key: "costMinor" | "owedMinor", head: string) => ({
    key,
    head,
    value: (row: Arrival) => row[key] / 10 ** season.booksDigits,
    cell: (row: Arrival) => format.money(row[key], season.booksCurrency),
  });
  const columns: TableColumn<Arrival>[] = [
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name, sku }) => <ProductLabel name={name} sku={sku} />,
    },
    { key: "place", head: t("stock.place"), isText: true, value: placeName, cell: placeName },
    {
      key: "units",
      head: t("orders.units"),
      value: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    {
      key: "due",
      head: t("stock.dueOn"),
      value: ({ dueOn }) => dueOn,
      cell: ({ dueOn }) => t("dayN", { day: dueOn }),
    },
    money("costMinor", t("stock.cost")),
    money("owedMinor", t("stock.owed")),
    ...(season.modules.sourcing ? purchases : []),
  ];
  return (
    <DataTable
      rows={arrivals}
      caption={t("stock.arrivals")}
      rowKey={({ number, pool, sku }) => `${number}/${sku}/${pool ?? "home"}`}
      exportAs="arrivals"
      card={{
        head: "product",
        facts: ["place", "units", "due", "costMinor", "owedMinor"].concat(
          season.modules.sourcing ? ["supplier", "promised"] : [],
        ),
        act: "acts",
      }}
      columns={columns}
    />
  );
}
