import { Switch } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { PriceScale } from "../price-scale.tsx";
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
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const categoryName = (id: string) => {
    const category = season.categories.find((one) => one.id === id);
    return category === undefined ? id : format.name(category.name);
  };
  const money = (key: "p10Minor" | "referenceMinor" | "p90Minor", head: string) => ({
    key,
    head,
    value: (cell: Cell) => cell[key] / 10 ** digitsOf(cell.currency),
    cell: (cell: Cell) => format.money(cell[key], cell.currency),
  });
  const columns: TableColumn<Cell>[] = [
    {
      key: "category",
      head: t("category"),
      isText: true,
      value: ({ category }) => categoryName(category),
      cell: ({ category }) => categoryName(category),
    },
    {
      key: "market",
      head: t("market"),
      isText: true,
      value: ({ market }) => nameOf(market),
      cell: ({ market }) => nameOf(market),
    },
    {
      key: "offers",
      head: t("prices.offers"),
      value: ({ offers }) => offers,
      cell: ({ offers }) => format.number(offers),
    },
    {
      key: "units",
      head: t("prices.units"),
      value: ({ units }) => units,
      cell: ({ units }) => format.number(units),
    },
    money("p10Minor", t("prices.p10")),
    {
      key: "scale",
      head: t("prices.scale"),
      cell: (cell) => (
        <PriceScale
          spread={cell}
          own={cell.own.map(({ landedMinor }) => landedMinor)}
          currency={cell.currency}
          label={t("prices.scaleOf", {
            low: format.money(cell.p10Minor, cell.currency),
            middle: format.money(cell.referenceMinor, cell.currency),
            high: format.money(cell.p90Minor, cell.currency),
          })}
        />
      ),
    },
    money("p90Minor", t("prices.p90")),
    money("referenceMinor", t("prices.median")),
    {
      key: "own",
      head: t("prices.own"),
      isText: true,
      value: ({ own, currency }) =>
        own.map((one) => one.landedMinor / 10 ** digitsOf(currency)).join(" "),
      cell: ({ own, currency }) =>
        own.length === 0 ? (
          <span className="dim">–</span>
        ) : (
          own.map((one) => (
            <span key={one.sku} className="block">
              {format.name(one.name)} {format.money(one.landedMinor, currency)}
            </span>
          ))
        ),
    },
  ];
  return (
    <DataTable
      rows={cells}
      caption={t("insight.tabs.prices")}
      rowKey={({ market, category }) => `${market}/${category}`}
      exportAs="price-map"
      columns={columns}
    />
  );
}
