import { Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer, usePages } from "../../../../api/query.ts";
import { MoreRows } from "../../../../parts/more-rows.tsx";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useAddressText } from "../use-address.ts";
import { useColumns } from "../use-columns.tsx";
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
  return (
    <DataTable
      rows={orders}
      caption={t("orders.tabs.orders")}
      rowKey={({ id }) => id}
      exportAs="orders"
      card={{
        head: "order",
        mark: "state",
        facts: ["product", "total", "due"],
      }}
      rowsShown={orders.length}
      columns={useOrderColumns()}
    />
  );
}

function useOrderColumns(): TableColumn<Order>[] {
  const { t } = useTranslation(["report", "promoted"]);
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money } = useColumns<Order>();
  return [
    text(
      "order",
      t("orders.order"),
      ({ id }) => id,
      ({ id }) => <Link to={`${here}/orders/${id}`}>{id}</Link>,
    ),
    count("day", t("day"), ({ day }) => day),
    text("product", t("product"), ({ name }) => format.name(name)),
    text(
      "market",
      t("market"),
      ({ market }) => nameOf(market),
      ({ market, city }) => (
        <>
          {nameOf(market)} <span className="dim">{city}</span>
        </>
      ),
    ),
    text("buyer", t("orders.buyer"), ({ buyer }) => buyer),
    count("units", t("orders.units"), ({ units }) => units),
    money(
      "total",
      t("orders.total"),
      ({ totalMinor }) => totalMinor,
      ({ currency }) => currency,
    ),
    text(
      "found",
      t("orders.found"),
      ({ phrase, source }) => (source === "search" ? phrase : t(`source.${source}`)),
      (order) => <FoundBy order={order} />,
    ),
    text(
      "state",
      t("state"),
      ({ state }) => t(`orderState.${state}`),
      (order) => <OrderStateBadge order={order} />,
    ),
    count(
      "due",
      t("orders.dueOrDone"),
      ({ dueOrDoneOn }) => dueOrDoneOn,
      ({ dueOrDoneOn }) => t("dayN", { day: dueOrDoneOn }),
    ),
  ];
}

/** The search, the place on its page, and whether the place was paid for. */
function FoundBy({ order }: { order: Order }) {
  const { t } = useTranslation(["report", "promoted"]);
  return (
    <>
      {order.source === "search" ? order.phrase : t(`source.${order.source}`)}{" "}
      <span className="dim">
        {order.cameAlong ? `${t("together.along")} · ` : ""}
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
