import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Sparkline } from "../../../../parts/figures.tsx";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel, Stars } from "../parts.tsx";
import { StateBadge, useStateText } from "../state-badge.tsx";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { filledDown, listingKey, pastedNumbers, type PriceEdits } from "./price-edits.ts";
import { PriceCell } from "./price-cell.tsx";
import type { Row } from "./row.ts";

type Props = {
  rows: readonly Row[];
  edits: PriceEdits;
  setEdits: (edits: PriceEdits) => void;
};

const keyOf = ({ offer, listing }: Row) => listingKey({ sku: offer.sku, market: listing.market });

/** The grid: prices are typed in their column, with the keys and the paste of a spreadsheet. */
export function ListingTable(props: Props) {
  const { t } = useTranslation("practice");
  const facts = useFactColumns();
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
      columns={[...facts, usePriceColumn(props), ...results]}
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

function usePriceColumn({ rows, edits, setEdits }: Props): TableColumn<Row> {
  const { t } = useTranslation("practice");
  const { scaleOf } = useMarkets();
  const listings = rows.map(({ offer, listing }) => ({ ...listing, sku: offer.sku }));
  const paste = (row: Row, text: string) => {
    const live = listings.filter(({ state }) => state === "live");
    const first = live.findIndex((one) => listingKey(one) === keyOf(row));
    setEdits(filledDown(edits, live, first, pastedNumbers(text), scaleOf));
  };
  return {
    key: "price",
    head: t("price"),
    value: ({ listing }) => listing.priceMinor / scaleOf(listing.market),
    cell: (row) => (
      <PriceCell
        row={row}
        typedMinor={edits[keyOf(row)]}
        type={(minor) => setEdits({ ...edits, [keyOf(row)]: minor })}
        paste={(text) => paste(row, text)}
      />
    ),
  };
}

function useResultColumns(): TableColumn<Row>[] {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { currencyOf, scaleOf } = useMarkets();
  const money = (key: "landedMinor" | "referenceMinor", head: string): TableColumn<Row> => ({
    key,
    head,
    value: ({ listing }) => listing[key] / scaleOf(listing.market),
    cell: ({ listing }) =>
      listing[key] === 0 ? "–" : format.money(listing[key], currencyOf(listing.market)),
  });
  const week = (key: "clicks" | "units", head: string): TableColumn<Row> => ({
    key,
    head,
    value: ({ listing }) => listing.week[key],
    cell: ({ listing }) => format.number(listing.week[key]),
  });
  return [
    money("landedMinor", t("landed")),
    money("referenceMinor", t("reference")),
    {
      key: "margin",
      head: t("margin"),
      value: ({ listing }) => listing.marginBp / 10_000,
      cell: ({ listing }) =>
        listing.landedMinor === 0 ? (
          "–"
        ) : (
          <span className={listing.marginMinor < 0 ? "bad" : ""}>
            {format.percent(listing.marginBp)}
          </span>
        ),
    },
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
