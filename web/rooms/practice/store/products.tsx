import { Button, NumberInput, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { Sparkline } from "../../../parts/figures.tsx";
import { Card, Empty, Loaded, PageHead, Problem } from "../../../parts/page.tsx";
import { DataTable } from "../../../parts/table.tsx";
import { digitsOf, useFormat } from "../../../text/format.ts";
import { ActButton, ProductLabel, Stars } from "./parts.tsx";
import { ReturnedDecisions } from "./returned.tsx";
import { useDecide, useMayDecide, useStorePlace, type Wish } from "./use-store.ts";

type Products = Answer<"GET /practice/seasons/:season/stores/:store/products">;
type Offer = Products["offers"][number];
type Row = { offer: Offer; listing: Offer["listings"][number] };

/** Products with their listings in every market; prices are changed in the grid and handed in at once. */
export default function ProductsRoom() {
  const { t } = useTranslation("practice");
  const { where, here } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead title={t("products.title")} text={t("products.text")}>
        <Button component={Link} to={`${here}/products/choose`} variant="default">
          {t("products.choose")}
        </Button>
      </PageHead>
      <ReturnedDecisions />
      <Loaded of={answer}>
        {(products) =>
          products.offers.length === 0 ? (
            <Card>
              <Empty title={t("products.empty")} text={t("products.emptyText")}>
                <Button component={Link} to={`${here}/products/choose`}>
                  {t("products.choose")}
                </Button>
              </Empty>
            </Card>
          ) : (
            <ProductGrid products={products} />
          )
        }
      </Loaded>
    </>
  );
}

function ProductGrid({ products }: { products: Products }) {
  const { t } = useTranslation("practice");
  const [shown, setShown] = useState("live");
  const all = products.offers.flatMap((offer) =>
    offer.listings.map((listing) => ({ offer, listing })),
  );
  const isShown = ({ listing }: Row) =>
    shown === "all" || (shown === "live" ? listing.state === "live" : listing.state !== "live");
  const rows = all.filter(isShown);
  const live = all.filter(({ listing }) => listing.state === "live").length;
  const effective = live === 0 && shown === "live" ? all : rows;
  return (
    <div className="grid">
      <div className="row row-wrap">
        <SegmentedControl
          aria-label={t("products.show")}
          value={shown}
          onChange={setShown}
          data={[
            { value: "live", label: t("products.live", { count: live }) },
            { value: "open", label: t("products.notLive", { count: all.length - live }) },
            { value: "all", label: t("products.all") },
          ]}
        />
        <span className="dim">
          {t("products.count", { count: products.offers.length, max: products.offersMax })}
        </span>
      </div>
      <ListingTable rows={effective} />
    </div>
  );
}

const keyOf = ({ offer, listing }: Row) => `${offer.sku}/${listing.market}`;

function ListingTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("practice");
  const { season, here } = useStorePlace();
  const format = useFormat();
  const { may } = useMayDecide();
  const { decide, isPending, error } = useDecide();
  const [prices, setPrices] = useState<ReadonlyMap<string, number>>(new Map());
  const currencyOf = (code: string) =>
    season.markets.find((one) => one.code === code)?.currency ?? "USD";
  const marketName = (code: string) => {
    const market = season.markets.find((one) => one.code === code);
    return market === undefined ? code : format.name(market.name);
  };
  const wishes = rows.flatMap((row): Wish[] => {
    const priceMinor = prices.get(keyOf(row));
    if (priceMinor === undefined || priceMinor === row.listing.priceMinor) return [];
    return [{ kind: "set-price", sku: row.offer.sku, market: row.listing.market, priceMinor }];
  });
  const handIn = async () => {
    if ((await decide(wishes)) !== null) setPrices(new Map());
  };
  return (
    <Card flush>
      <DataTable
        rows={rows}
        caption={t("products.title")}
        rowKey={keyOf}
        exportAs="listings"
        columns={[
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
            value: ({ listing }) => listing.market,
            cell: ({ listing }) => marketName(listing.market),
          },
          {
            key: "state",
            head: t("state"),
            isText: true,
            value: ({ listing }) => listing.state,
            cell: ({ listing }) => <StateBadge state={listing.state} />,
          },
          {
            key: "price",
            head: t("price"),
            value: ({ listing }) => listing.priceMinor / 10 ** digitsOf(currencyOf(listing.market)),
            cell: (row) => {
              const currency = currencyOf(row.listing.market);
              if (row.listing.state !== "live" || !may)
                return row.listing.priceMinor === 0
                  ? "–"
                  : format.money(row.listing.priceMinor, currency);
              const digits = digitsOf(currency);
              return (
                <NumberInput
                  aria-label={t("priceOf", {
                    product: format.name(row.offer.name),
                    market: marketName(row.listing.market),
                  })}
                  hideControls
                  size="xs"
                  w={104}
                  ml="auto"
                  min={0}
                  decimalScale={digits}
                  suffix={` ${currency}`}
                  value={(prices.get(keyOf(row)) ?? row.listing.priceMinor) / 10 ** digits}
                  onChange={(value) => {
                    if (typeof value !== "number") return;
                    setPrices(new Map(prices).set(keyOf(row), Math.round(value * 10 ** digits)));
                  }}
                />
              );
            },
          },
          {
            key: "landed",
            head: t("landed"),
            value: ({ listing }) => listing.landedMinor,
            cell: ({ listing }) =>
              listing.landedMinor === 0
                ? "–"
                : format.money(listing.landedMinor, currencyOf(listing.market)),
          },
          {
            key: "reference",
            head: t("reference"),
            value: ({ listing }) => listing.referenceMinor,
            cell: ({ listing }) =>
              listing.referenceMinor === 0
                ? "–"
                : format.money(listing.referenceMinor, currencyOf(listing.market)),
          },
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
            value: ({ offer }) => offer.ratingMilli,
            cell: ({ offer }) => <Stars ratingMilli={offer.ratingMilli} reviews={offer.reviews} />,
          },
          {
            key: "clicks",
            head: t("clicksWeek"),
            value: ({ listing }) => listing.week.clicks,
            cell: ({ listing }) => format.number(listing.week.clicks),
          },
          {
            key: "units",
            head: t("unitsWeek"),
            value: ({ listing }) => listing.week.units,
            cell: ({ listing }) => format.number(listing.week.units),
          },
          {
            key: "trend",
            head: t("sevenDays"),
            cell: ({ listing }) => (
              <Sparkline values={listing.series} width={70} height={22} tone="var(--ink-3)" />
            ),
          },
        ]}
      />
      {wishes.length === 0 && error === null ? null : (
        <div className="hand-in">
          {error === null ? (
            <span>{t("changes", { count: wishes.length })}</span>
          ) : (
            <Problem error={error} />
          )}
          <Button variant="default" onClick={() => setPrices(new Map())}>
            {t("undo")}
          </Button>
          <ActButton isPending={isPending} onClick={() => void handIn()}>
            {t("handIn")}
          </ActButton>
        </div>
      )}
    </Card>
  );
}

const tones = {
  live: "badge badge-good",
  unlisted: "badge",
  withdrawn: "badge badge-warn",
} as const;

function StateBadge({ state }: { state: keyof typeof tones }) {
  const { t } = useTranslation("practice");
  return <span className={tones[state]}>{t(`listingState.${state}`)}</span>;
}
