import { useTranslation } from "react-i18next";
import { DataTable, type TableColumn } from "../../../../parts/table.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useStoreName } from "../../store-name.ts";
import { Stars } from "../parts.tsx";
import { useColumns } from "../use-columns.tsx";
import { useMarkets } from "../use-markets.ts";
import type { Research } from "./research-answer.ts";

type Listing = Research["rivals"]["listings"][number];

/** Rivals' listings where one sells too: price, place and rating, as everybody could see them. */
export function RivalTable({ rows }: { rows: readonly Listing[] }) {
  const { t } = useTranslation("research");
  return (
    <DataTable
      rows={rows}
      caption={t("rivals.title")}
      rowKey={({ store, sku, market }) => `${store}/${sku}/${market}`}
      exportAs="rivals"
      rowsShown={12}
      card={{
        head: "product",
        mark: "market",
        facts: ["store", "price", "change", "landed", "index", "place", "rating"],
      }}
      columns={useRivalColumns()}
    />
  );
}

function useRivalColumns(): TableColumn<Listing>[] {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { text, count, money } = useColumns<Listing>();
  const currencyOf = ({ currency }: Listing) => currency;
  const storeOf = useStoreName();
  return [
    text("store", t("rivals.store"), storeOf),
    text("product", t("rivals.product"), ({ product }) => format.name(product)),
    text("market", t("reports.market"), ({ market }) => nameOf(market)),
    money("price", t("rivals.price"), ({ priceMinor }) => priceMinor, currencyOf),
    money(
      "change",
      t("rivals.change"),
      ({ changeMinor }) => changeMinor ?? 0,
      currencyOf,
      ({ changeMinor, currency }) => changeOf(changeMinor, currency, format),
    ),
    money("landed", t("rivals.landed"), ({ landedMinor }) => landedMinor, currencyOf),
    count(
      "index",
      t("rivals.index"),
      ({ indexBp }) => indexBp / 100,
      ({ indexBp }) => format.percent(indexBp, 0),
    ),
    count(
      "place",
      t("rivals.place"),
      ({ place }) => place ?? 999,
      (listing) => <PlaceCell listing={listing} />,
    ),
    count(
      "rating",
      t("rivals.rating"),
      ({ ratingMilli }) => ratingMilli / 1000,
      ({ ratingMilli, reviews }) => <Stars ratingMilli={ratingMilli} reviews={reviews} />,
    ),
  ];
}

function PlaceCell({ listing }: { listing: Listing }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { place, query, isSponsored } = listing;
  if (place === null) return <span className="dim">{t("rivals.offPage")}</span>;
  return (
    <span>
      {format.number(place)}{" "}
      {isSponsored ? <span className="badge">{t("rivals.sponsored")}</span> : null}
      {query === null ? null : (
        <span className="dim block">{t("rivals.onSearch", { query: format.name(query) })}</span>
      )}
    </span>
  );
}

function changeOf(
  minor: number | null,
  currency: string,
  format: ReturnType<typeof useFormat>,
): string {
  if (minor === null) return "–";
  if (minor === 0) return "=";
  return `${minor > 0 ? "▲" : "▼"} ${format.money(Math.abs(minor), currency)}`;
}
