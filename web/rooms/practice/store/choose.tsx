import "./products/products.css";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue, useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { Guide } from "./guide.tsx";
import { Refused } from "./parts.tsx";
import { type ChooseOrder, chooseOrders, sortedProducts } from "./products/choose-order.ts";
import { type Product, ProductCard } from "./products/product-card.tsx";
import { useAddressField, useAddressText } from "./use-address.ts";
import { useExchange } from "./use-rates.ts";
import { AreaShown, useDecide, useStorePlace } from "./use-store.ts";

/** Cards that a phone shows at first: ninety would be a mile of scrolling. */
const phoneShown = 20;

/** The enterprises' products: choose what the store sells. */
export default function ChooseRoom() {
  const { t } = useTranslation("practice");
  const { season, where, here } = useStorePlace();
  const [q, setQ] = useState("");
  const [category, setCategory] = useState<string | null>(null);
  const [asked] = useDebouncedValue(q, 200);
  const [order, setOrder] = useAddressField("sort", chooseOrders);
  const [market = season.markets[0]?.code ?? "", setMarket] = useAddressText("market");
  const asks = { limit: "200", q: asked, market, ...(category === null ? {} : { category }) };
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/catalog",
    { where, asks },
    { keepPrevious: true },
  );
  const { decide, isPending, error } = useDecide();
  const exchange = useExchange();
  const costOf = ({ unitCostMinor, costCurrency }: Product) =>
    exchange(unitCostMinor, costCurrency, season.booksCurrency) ?? unitCostMinor;
  return (
    <>
      <PageHead title={t("choose.title")} text={t("choose.text")}>
        <Link to={`${here}/products`} className="back-link">
          {t("choose.back")}
        </Link>
      </PageHead>
      <Guide isLine />
      <Filters {...{ q, setQ, category, setCategory, market, setMarket, order, setOrder }} />
      <Refused error={error} />
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("choose.none")} text={t("choose.noneText")} />
          ) : (
            <AreaShown value="products">
              <ProductList
                key={`${asked}/${category}`}
                items={sortedProducts(items, order, costOf)}
                isPending={isPending}
                select={(sku) => void decide([{ kind: "select-product", sku }])}
              />
            </AreaShown>
          )
        }
      </Loaded>
    </>
  );
}

type FilterProps = {
  q: string;
  setQ: (q: string) => void;
  category: string | null;
  setCategory: (category: string | null) => void;
  market: string;
  setMarket: (market: string | undefined) => void;
  order: ChooseOrder;
  setOrder: (order: ChooseOrder) => void;
};

function Filters(props: FilterProps) {
  const { q, setQ, category, setCategory, market, setMarket, order, setOrder } = props;
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  return (
    <div className="row row-wrap filters choose-filters">
      <TextInput
        label={t("choose.search")}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <Select
        label={t("category")}
        placeholder={t("choose.all")}
        clearable
        data={season.categories.map((one) => ({ value: one.id, label: format.name(one.name) }))}
        value={category}
        onChange={setCategory}
      />
      <Select
        label={t("choose.market")}
        allowDeselect={false}
        data={season.markets.map(({ code, name }) => ({ value: code, label: format.name(name) }))}
        value={market}
        onChange={(value) => setMarket(value ?? undefined)}
      />
      <Select
        label={t("choose.order")}
        allowDeselect={false}
        data={chooseOrders.map((one) => ({ value: one, label: t(`choose.orders.${one}`) }))}
        value={order}
        onChange={(value) => setOrder(chooseOrders.find((one) => one === value) ?? "margin")}
      />
    </div>
  );
}

function ProductList({
  items,
  isPending,
  select,
}: {
  items: readonly Product[];
  isPending: boolean;
  select: (sku: string) => void;
}) {
  const { t } = useTranslation("frame");
  const isPhone = useMediaQuery("(max-width: 760px)", undefined, {
    getInitialValueInEffect: false,
  });
  const [shown, setShown] = useState(phoneShown);
  const left = isPhone ? Math.max(0, items.length - shown) : 0;
  return (
    <>
      <ul className="product-grid">
        {items.slice(0, items.length - left).map((product) => (
          <ProductCard
            key={product.sku}
            product={product}
            isPending={isPending}
            select={() => select(product.sku)}
          />
        ))}
      </ul>
      {left === 0 ? null : (
        <Button variant="default" fullWidth mt={12} onClick={() => setShown(shown + phoneShown)}>
          {t("showMore", { left })}
        </Button>
      )}
    </>
  );
}
