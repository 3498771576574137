import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { PriceScale } from "../price-scale.tsx";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";

type Cell = Answer<"GET /practice/seasons/:season/stores/:store/price-map">["cells"][number];

/** Landed prices of every market and category, with the own ones among them. */
export function PriceMap() {
  const { t } = useTranslation("report");
  const { where } = useStorePlace();
  const [isOwnOnly, setOwnOnly] = useState(true);
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/price-map", { where });
  return (
    <Loaded of={answer}>
      {({ cells, day }) => {
        const own = cells.filter((cell) => cell.own.length > 0);
        const shown = isOwnOnly && own.length > 0 ? own : cells;
        return cells.length === 0 ? (
          <Card>
            <Empty title={t("prices.none")} text={t("prices.noneText")} />
          </Card>
        ) : (
          <Card
            title={t("insight.tabs.prices")}
            note={t("endOf", { day })}
            flush
            acts={
              <Switch
                label={t("prices.ownOnly")}
                checked={isOwnOnly}
                onChange={(event) => setOwnOnly(event.currentTarget.checked)}
              />
            }
          >
            <PriceTable cells={shown} />
            <p className="card-body dim">{t("prices.how")}</p>
          </Card>
        );
      }}
    </Loaded>
  );
}

function PriceTable({ cells }: { cells: readonly Cell[] }) {
  const { t } = useTranslation("report");
  return (
    <DataTable
      rows={cells}
      caption={t("insight.tabs.prices")}
      rowKey={({ market, category }) => `${market}/${category}`}
      exportAs="price-map"
      card={{
        head: "category",
        mark: "market",
        facts: ["p10", "median", "p90", "offers", "units", "own"],
        act: "scale",
      }}
      columns={usePriceColumns()}
    />
  );
}

function usePriceColumns(): TableColumn<Cell>[] {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money, bare } = useColumns<Cell>();
  const currencyOf = ({ currency }: Cell) => currency;
  const ownPrices = ({ own, currency }: Cell) =>
    own.map((one) => one.landedMinor / 10 ** digitsOf(currency)).join(" ");
  return [
    text("category", t("category"), ({ category }) => {
      const known = season.categories.find((one) => one.id === category);
      return known === undefined ? category : format.name(known.name);
    }),
    text("market", t("market"), ({ market }) => nameOf(market)),
    count("offers", t("prices.offers"), ({ offers }) => offers),
    count("units", t("prices.units"), ({ units }) => units),
    money("p10", t("prices.p10"), ({ p10Minor }) => p10Minor, currencyOf),
    bare("scale", t("prices.scale"), (cell) => <Spread cell={cell} />),
    money("p90", t("prices.p90"), ({ p90Minor }) => p90Minor, currencyOf),
    money("median", t("prices.median"), ({ referenceMinor }) => referenceMinor, currencyOf),
    text("own", t("prices.own"), ownPrices, ({ own, currency }) =>
      own.length === 0
        ? "–"
        : own.map((one) => (
            <span key={one.sku} className="block">
              {format.name(one.name)} {format.money(one.landedMinor, currency)}
            </span>
          )),
    ),
  ];
}

function Spread({ cell }: { cell: Cell }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const money = (minor: number) => format.money(minor, cell.currency);
  return (
    <PriceScale
      spread={cell}
      own={cell.own.map(({ landedMinor }) => landedMinor)}
      currency={cell.currency}
      label={t("prices.scaleOf", {
        low: money(cell.p10Minor),
        middle: money(cell.referenceMinor),
        high: money(cell.p90Minor),
      })}
    />
  );
}
