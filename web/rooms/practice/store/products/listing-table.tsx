import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Sparkline } from "../../../../parts/figures.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel, Stars } from "../parts.tsx";
import { StateBadge, useStateText } from "../state-badge.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import type { Projected } from "../use-projection.ts";
import { listingKey, type PriceEdits } from "./price-edits.ts";
import { PriceCell } from "./price-cell.tsx";
import type { Row } from "./row.ts";
import type { PriceActs } from "./use-price-edits.ts";

type Props = {
  rows: readonly Row[];
  edits: PriceEdits;
  acts: PriceActs;
  /** What the prices that were typed would come to, as far as the server has answered. */
  projected: readonly Projected[];
};

const keyOf = ({ offer, listing }: Row) => listingKey({ sku: offer.sku, market: listing.market });

/** The grid: prices are typed in their column, with the keys and the paste of a spreadsheet. */
export function ListingTable(props: Props) {
  const { t } = useTranslation("practice");
  const facts = useFactColumns();
  const money = useMoneyColumns(usePriced(props));
  const results = useResultColumns();
  return (
    <DataTable
      rows={props.rows}
      caption={t("products.title")}
      rowKey={keyOf}
      exportAs="listings"
      rowsShown={500}
      card={{
        head: "product",
        mark: "state",
        facts: ["market", "landedMinor", "referenceMinor", "margin", "stock", "units"],
        act: "price",
      }}
      columns={[...facts, usePriceColumn(props), ...money, ...results]}
    />
  );
}

function useFactColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const format = useFormat();
  const { nameOf } = useMarkets();
  const stateText = useStateText();
  return [
    {
      key: "product",
      head: t("product"),
      isText: true,
      value: ({ offer }) => format.name(offer.name),
      cell: ({ offer, listing }) => (
        <Link
          className="cell-link"
          to={`${here}/products/${encodeURIComponent(offer.sku)}/${listing.market}`}
        >
          <ProductLabel name={offer.name} sku={offer.sku} picture={offer.picture} />
        </Link>
      ),
    },
    {
      key: "market",
      head: t("market"),
      isText: true,
      value: ({ listing }) => nameOf(listing.market),
      cell: ({ listing }) => nameOf(listing.market),
    },
    {
      key: "state",
      head: t("state"),
      isText: true,
      value: ({ listing }) => stateText(listing),
      cell: ({ listing }) => <StateBadge of={listing} />,
    },
  ];
}

function usePriceColumn({ edits, acts }: Props): TableColumn<Row> {
  const { t } = useTranslation("practice");
  const { scaleOf } = useMarkets();
  return {
    key: "price",
    head: t("price"),
    value: ({ listing }) => listing.priceMinor / scaleOf(listing.market),
    cell: (row) => <PriceCell row={row} typedMinor={edits[keyOf(row)]} acts={acts} />,
  };
}

type Priced = Pick<Row["listing"], "landedMinor" | "marginMinor" | "marginBp"> & {
  /** The price was changed and its reckoning has not come yet. */
  isOld: boolean;
};

/** What a buyer pays and what is left: of the price that was typed as soon as it is known. */
function usePriced({ edits, projected }: Props): (row: Row) => Priced {
  const answers = new Map(
    projected.flatMap(({ wish, projection }) =>
      wish.kind === "set-price" && projection.kind === "accepted" && projection.economics !== null
        ? [[`${listingKey(wish)}/${wish.priceMinor}`, projection.economics] as const]
        : [],
    ),
  );
  return (row) => {
    const typed = edits[keyOf(row)];
    if (typed === undefined || typed === row.listing.priceMinor)
      return { ...row.listing, isOld: false };
    const economics = answers.get(`${keyOf(row)}/${typed}`);
    return economics === undefined
      ? { ...row.listing, isOld: true }
      : { ...economics, isOld: false };
  };
}

function useMoneyColumns(pricedOf: (row: Row) => Priced): TableColumn<Row>[] {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { currencyOf, scaleOf } = useMarkets();
  return [
    {
      key: "landedMinor",
      head: t("landed"),
      value: (row) => pricedOf(row).landedMinor / scaleOf(row.listing.market),
      cell: (row) => {
        const { landedMinor, isOld } = pricedOf(row);
        return (
          <span className={isOld ? "old-figure" : ""} aria-busy={isOld}>
            {landedMinor === 0 ? "–" : format.money(landedMinor, currencyOf(row.listing.market))}
          </span>
        );
      },
    },
    {
      key: "referenceMinor",
      head: t("reference"),
      value: ({ listing }) => listing.referenceMinor / scaleOf(listing.market),
      cell: ({ listing }) =>
        listing.referenceMinor === 0
          ? "–"
          : format.money(listing.referenceMinor, currencyOf(listing.market)),
    },
    {
      key: "margin",
      head: t("margin"),
      value: (row) => pricedOf(row).marginBp / 10_000,
      cell: (row) => {
        const { landedMinor, marginMinor, marginBp, isOld } = pricedOf(row);
        if (landedMinor === 0) return "–";
        const tone = isOld ? "old-figure" : marginMinor < 0 ? "bad" : "";
        return (
          <span className={tone} aria-busy={isOld}>
            {format.percent(marginBp)}
          </span>
        );
      },
    },
  ];
}

function useResultColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const week = (key: "clicks" | "units", head: string): TableColumn<Row> => ({
    key,
    head,
    value: ({ listing }) => listing.week[key],
    cell: ({ listing }) => format.number(listing.week[key]),
  });
  return [
    {
      key: "stock",
      head: t("stockName"),
      value: ({ offer }) => offer.onHand,
      cell: ({ offer }) => (
        <span className={offer.onHand === 0 ? "bad" : ""}>{format.number(offer.onHand)}</span>
      ),
    },
    {
      key: "rating",
      head: t("rating"),
      value: ({ offer }) => offer.ratingMilli / 1000,
      cell: ({ offer }) => <Stars ratingMilli={offer.ratingMilli} reviews={offer.reviews} />,
    },
    week("clicks", t("clicksWeek")),
    week("units", t("unitsWeek")),
    {
      key: "trend",
      head: t("sevenDays"),
      cell: ({ listing }) => (
        <Sparkline values={listing.series} width={70} height={22} tone="var(--ink-3)" />
      ),
    },
  ];
}
