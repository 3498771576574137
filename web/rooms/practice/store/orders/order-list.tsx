import { Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer, usePages } from "../../../../api/query.ts";
import { MoreRows } from "../../../../parts/more-rows.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { useAddressText } from "../use-address.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { orderTones } from "./order-tones.ts";

const ordersDoes = "GET /practice/seasons/:season/stores/:store/orders";
export type Order = Answer<typeof ordersDoes>["items"][number];

/** Single orders, newest first; the filters stand in the address. */
export function OrderList() {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const [day, setDay] = useAddressText("day");
  const [market, setMarket] = useAddressText("market");
  const [sku, setSku] = useAddressText("sku");
  const asks = { day, market, sku, limit: "100" };
  const pages = usePages(ordersDoes, { where, asks });
  const isFiltered = day !== undefined || market !== undefined || sku !== undefined;
  return (
    <div className="grid">
      <Filters {...{ day, setDay, market, setMarket, sku, setSku }} />
      <Card flush>
        <Loaded of={pages}>
          {(orders) =>
            orders.length === 0 ? (
              <Empty
                title={t(isFiltered ? "orders.noneHere" : "orders.none")}
                text={t(isFiltered ? "orders.noneHereText" : "orders.noneText")}
              />
            ) : (
              <OrderTable orders={orders} />
            )
          }
        </Loaded>
        <MoreRows of={pages} />
      </Card>
    </div>
  );
}

type Filter = string | undefined;
type FilterProps = {
  day: Filter;
  setDay: (day: Filter) => void;
  market: Filter;
  setMarket: (market: Filter) => void;
  sku: Filter;
  setSku: (sku: Filter) => void;
};

function Filters({ day, setDay, market, setMarket, sku, setSku }: FilterProps) {
  const { t } = useTranslation("report");
  const { where, season } = useStorePlace();
  const format = useFormat();
  const products = useAnswer("GET /practice/seasons/:season/stores/:store/products", { where });
  const closed = Math.min(season.day, season.days + 1) - 1;
  const days = Array.from({ length: closed }, (_, index) => String(closed - index));
  return (
    <div className="row row-wrap filters">
      <Select
        label={t("day")}
        placeholder={t("orders.allDays")}
        clearable
        data={days.map((value) => ({ value, label: t("dayN", { day: value }) }))}
        value={day ?? null}
        onChange={(value) => setDay(value ?? undefined)}
      />
      <Select
        label={t("market")}
        placeholder={t("orders.allMarkets")}
        clearable
        data={season.markets.map(({ code, name }) => ({ value: code, label: format.name(name) }))}
        value={market ?? null}
        onChange={(value) => setMarket(value ?? undefined)}
      />
      <Select
        label={t("product")}
        placeholder={t("orders.allProducts")}
        clearable
        searchable
        data={(products.data?.offers ?? []).map((offer) => ({
          value: offer.sku,
          label: format.name(offer.name),
        }))}
        value={sku ?? null}
        onChange={(value) => setSku(value ?? undefined)}
      />
    </div>
  );
}

function OrderTable({ orders }: { orders: readonly Order[] }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const columns: TableColumn<Order>[] = [
    {
      key: "order",
      head: t("orders.order"),
      value: ({ id }) => id,
      cell: ({ id }) => (
        <Link className="cell-link" to={`${here}/orders/${id}`}>
          {id}
        </Link>
      ),
    },
    { key: "day", head: t("day"), value: ({ day }) => day, cell: ({ day }) => format.number(day) },
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name }) => format.name(name),
    },
    {
      key: "market",
      head: t("market"),
      isText: true,
      value: ({ market }) => nameOf(market),
      cell: ({ market, city }) => (
        <>
          {nameOf(market)} <span className="dim">{city}</span>
        </>
      ),
    },
    {
      key: "buyer",
      head: t("orders.buyer"),
      isText: true,
      value: ({ buyer }) => buyer,
      cell: ({ buyer }) => buyer,
    },
    {
      key: "units",
      head: t("orders.units"),
      value: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    {
      key: "total",
      head: t("orders.total"),
      value: ({ totalMinor, currency }) => totalMinor / 10 ** digitsOf(currency),
      cell: ({ totalMinor, currency }) => format.money(totalMinor, currency),
    },
    {
      key: "found",
      head: t("orders.found"),
      isText: true,
      value: ({ phrase }) => phrase,
      cell: (order) => <FoundBy order={order} />,
    },
    {
      key: "state",
      head: t("state"),
      isText: true,
      value: ({ state }) => t(`orderState.${state}`),
      cell: (order) => <OrderStateBadge order={order} />,
    },
    {
      key: "due",
      head: t("orders.dueOrDone"),
      value: ({ dueOrDoneOn }) => dueOrDoneOn,
      cell: ({ dueOrDoneOn }) => t("dayN", { day: dueOrDoneOn }),
    },
  ];
  return (
    <DataTable
      rows={orders}
      caption={t("orders.tabs.orders")}
      rowKey={({ id }) => id}
      exportAs="orders"
      rowsShown={orders.length}
      columns={columns}
    />
  );
}

/** The search, the place on its page, and whether the place was paid for. */
function FoundBy({ order }: { order: Order }) {
  const { t } = useTranslation("report");
  return (
    <>
      {order.phrase}{" "}
      <span className="dim">
        {t("orders.place", { place: order.place })}
        {order.isSponsored ? ` · ${t("orders.sponsored")}` : ""}
      </span>
    </>
  );
}

export function OrderStateBadge({ order }: { order: Pick<Order, "state"> }) {
  const { t } = useTranslation("report");
  return <span className={orderTones[order.state]}>{t(`orderState.${order.state}`)}</span>;
}
