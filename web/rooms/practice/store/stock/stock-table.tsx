import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Sparkline } from "../../../../parts/figures.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { coverTone } from "./supply-price.ts";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Row = Stock["rows"][number];

const tones = { out: "badge badge-bad", short: "badge badge-warn", well: "badge", unsold: "badge" };

/** Stock by product and place; a row opens buying, its rule and moving. */
export function StockTable({ stock, open }: { stock: Stock; open: (sku: string) => void }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const placeName = ({ pool }: Row) =>
    pool === null ? t("stock.home") : t("stock.abroad", { market: nameOf(pool) });
  const supplyOf = (sku: string) => stock.supply.find((one) => one.sku === sku);
  const ruleOf = (sku: string) => stock.rules.find((one) => one.sku === sku);
  const number = (key: "onHand" | "inbound" | "soldWeek" | "lostWeek", head: string) => ({
    key,
    head,
    value: (row: Row) => row[key],
    cell: (row: Row) => (
      <span className={key === "lostWeek" && row[key] > 0 ? "bad" : ""}>
        {format.number(row[key])}
      </span>
    ),
  });
  const columns: TableColumn<Row>[] = [
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ name }) => format.name(name),
      cell: ({ name, sku, picture }) => <ProductLabel name={name} sku={sku} picture={picture} />,
    },
    { key: "place", head: t("stock.place"), isText: true, value: placeName, cell: placeName },
    number("onHand", t("stock.onHand")),
    number("inbound", t("stock.inbound")),
    number("soldWeek", t("stock.soldWeek")),
    {
      key: "cover",
      head: t("stock.cover"),
      value: ({ coverDays }) => coverDays ?? 9_999,
      cell: ({ coverDays, onHand, inbound, sku }) => {
        const tone = coverTone(coverDays, onHand, inbound, supplyOf(sku)?.leadDays ?? 0);
        return (
          <span className={tones[tone]}>
            {tone === "well" || tone === "short"
              ? t("stock.coverDays", { days: format.number(coverDays ?? 0, 1) })
              : t(`stock.tone.${tone}`)}
          </span>
        );
      },
    },
    number("lostWeek", t("stock.lostWeek")),
    {
      key: "cost",
      head: t("stock.value"),
      value: ({ costMinor }) => costMinor / 10 ** season.booksDigits,
      cell: ({ costMinor }) => format.money(costMinor, season.booksCurrency),
    },
    {
      key: "rule",
      head: t("stock.rule"),
      isText: true,
      value: ({ sku, pool }) => (pool === null && ruleOf(sku) !== undefined ? 1 : 0),
      cell: ({ sku, pool }) => {
        const rule = pool === null ? ruleOf(sku) : undefined;
        return rule === undefined ? (
          <span className="dim">–</span>
        ) : (
          t("stock.ruleShort", { point: rule.pointUnits, upTo: rule.upToUnits })
        );
      },
    },
    {
      key: "series",
      head: t("sevenDays"),
      cell: ({ series }) => (
        <Sparkline values={series} width={70} height={22} tone="var(--ink-3)" />
      ),
    },
    {
      key: "act",
      head: <span className="visually-hidden">{t("stock.buy")}</span>,
      cell: ({ sku, pool, name }) =>
        pool === null ? (
          <Button
            size="xs"
            variant="default"
            aria-label={t("stock.buyOf", { product: format.name(name) })}
            onClick={() => open(sku)}
          >
            {t("stock.buy")}
          </Button>
        ) : null,
    },
  ];
  return (
    <DataTable
      rows={stock.rows}
      caption={t("stock.places")}
      rowKey={({ sku, pool }) => `${sku}/${pool ?? "home"}`}
      exportAs="stock"
      columns={columns}
    />
  );
}
