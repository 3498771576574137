import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Sparkline } from "../../../../parts/figures.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { coverTone } from "./supply-price.ts";

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
type Row = Stock["rows"][number];

const tones = { out: "badge badge-bad", short: "badge badge-warn", well: "badge", unsold: "badge" };

type Props = { stock: Stock; open: (sku: string) => void };

/** Stock by product and place; a row opens buying, its rule and moving. */
export function StockTable(props: Props) {
  const { t } = useTranslation("report");
  return (
    <DataTable
      rows={props.stock.rows}
      caption={t("stock.places")}
      rowKey={({ sku, pool }) => `${sku}/${pool ?? "home"}`}
      exportAs="stock"
      card={{
        head: "product",
        mark: "cover",
        facts: ["place", "onHand", "inbound", "soldWeek", "lostWeek", "rule"],
        act: "act",
      }}
      columns={[...useUnitColumns(props), ...useSupplyColumns(props)]}
    />
  );
}

function useUnitColumns({ stock }: Props): TableColumn<Row>[] {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count } = useColumns<Row>();
  const leadDays = (sku: string) => stock.supply.find((one) => one.sku === sku)?.leadDays ?? 0;
  return [
    text(
      "product",
      t("product"),
      ({ name }) => format.name(name),
      ({ name, sku, picture }) => <ProductLabel name={name} sku={sku} picture={picture} />,
    ),
    text("place", t("stock.place"), ({ pool }) =>
      pool === null ? t("stock.home") : t("stock.abroad", { market: nameOf(pool) }),
    ),
    count("onHand", t("stock.onHand"), ({ onHand }) => onHand),
    count("inbound", t("stock.inbound"), ({ inbound }) => inbound),
    count("soldWeek", t("stock.soldWeek"), ({ soldWeek }) => soldWeek),
    count(
      "cover",
      t("stock.cover"),
      ({ coverDays }) => coverDays ?? 9_999,
      (row) => <Cover row={row} leadDays={leadDays(row.sku)} />,
    ),
    count(
      "lostWeek",
      t("stock.lostWeek"),
      ({ lostWeek }) => lostWeek,
      ({ lostWeek }) => (
        <span className={lostWeek > 0 ? "bad" : ""}>{format.number(lostWeek)}</span>
      ),
    ),
  ];
}

/** How long the stock lasts, or why that cannot be said. */
function Cover({ row, leadDays }: { row: Row; leadDays: number }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const { coverDays, onHand, inbound } = row;
  const tone = coverTone(coverDays, onHand, inbound, leadDays);
  return (
    <span className={tones[tone]}>
      {tone === "well" || tone === "short"
        ? t("stock.coverDays", { days: format.number(coverDays ?? 0, 1) })
        : t(`stock.tone.${tone}`)}
    </span>
  );
}

function useSupplyColumns({ stock, open }: Props): TableColumn<Row>[] {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const { text, money, bare } = useColumns<Row>();
  const ruleText = ({ sku, pool }: Row) => {
    const rule = pool === null ? stock.rules.find((one) => one.sku === sku) : undefined;
    if (rule === undefined) return "–";
    return t("stock.ruleShort", { point: rule.pointUnits, upTo: rule.upToUnits });
  };
  return [
    money(
      "cost",
      t("stock.value"),
      ({ costMinor }) => costMinor,
      () => season.booksCurrency,
    ),
    text("rule", t("stock.rule"), ruleText),
    bare("series", t("sevenDays"), ({ series }) => (
      <Sparkline values={series} width={70} height={22} tone="var(--ink-3)" />
    )),
    bare("act", <span className="visually-hidden">{t("stock.buy")}</span>, (row) =>
      row.pool === null ? (
        <Button
          size="xs"
          variant="default"
          aria-label={t("stock.buyOf", { product: format.name(row.name) })}
          onClick={() => open(row.sku)}
        >
          {t("stock.buy")}
        </Button>
      ) : null,
    ),
  ];
}
