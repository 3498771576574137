import "./products/products.css";
import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { useFormat } from "../../../text/format.ts";
import { Guide } from "./guide.tsx";
import { ActButton, Picture, Refused } from "./parts.tsx";
import { useDecide, useStorePlace } from "./use-store.ts";

type Product = Answer<"GET /practice/seasons/:season/stores/:store/catalog">["items"][number];

/** The enterprises' products: choose what the store sells. */
export default function ChooseRoom() {
  const { t } = useTranslation("practice");
  const { season, where, here } = useStorePlace();
  const format = useFormat();
  const [q, setQ] = useState("");
  const [category, setCategory] = useState<string | null>(null);
  const [asked] = useDebouncedValue(q, 200);
  const asks = { limit: "200", q: asked, ...(category === null ? {} : { category }) };
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/catalog",
    { where, asks },
    { keepPrevious: true },
  );
  const { decide, isPending, error } = useDecide();
  return (
    <>
      <PageHead title={t("choose.title")} text={t("choose.text")}>
        <Link to={`${here}/products`} className="back-link">
          {t("choose.back")}
        </Link>
      </PageHead>
      <Guide isLine />
      <div className="row row-wrap filters">
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
      </div>
      <Refused error={error} />
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("choose.none")} text={t("choose.noneText")} />
          ) : (
            <ul className="product-grid">
              {items.map((product) => (
                <ProductCard
                  key={product.sku}
                  product={product}
                  isPending={isPending}
                  select={() => void decide([{ kind: "select-product", sku: product.sku }])}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

function ProductCard({
  product,
  isPending,
  select,
}: {
  product: Product;
  isPending: boolean;
  select: () => void;
}) {
  const { t } = useTranslation("practice");
  const { here, season } = useStorePlace();
  const format = useFormat();
  const market = season.markets[0]?.code ?? "";
  return (
    <li className="card product-card">
      <Picture src={product.picture} name={format.name(product.name)} size={140} />
      <div className="product-facts">
        <h2 className="product-title">{format.name(product.name)}</h2>
        <p className="dim">{format.name(product.supplier)}</p>
        <dl className="fact-list fact-list-tight">
          <dt>{t("unitCost")}</dt>
          <dd>{format.money(product.unitCostMinor, product.costCurrency)}</dd>
          <dt>{t("moq")}</dt>
          <dd>{t("units", { count: product.moq })}</dd>
          <dt>{t("leadTime")}</dt>
          <dd>{t("days", { count: product.leadDays })}</dd>
          <dt>{t("weight")}</dt>
          <dd>{t("grams", { grams: format.number(product.weightG) })}</dd>
          <dt>{t("rivals")}</dt>
          <dd>{format.number(product.rivals)}</dd>
        </dl>
        {product.assumed.length === 0 ? null : (
          <p className="warn">
            {t("assumed", {
              what: product.assumed
                .map((one) => t(`assumedFact.${one}`, { defaultValue: one }))
                .join(t("listComma")),
            })}
          </p>
        )}
        <div className="row row-wrap">
          {product.isSelected ? (
            <>
              <span className="badge badge-good">{t("choose.chosen")}</span>
              <Link to={`${here}/products/${encodeURIComponent(product.sku)}/${market}`}>
                {t("choose.list")}
              </Link>
            </>
          ) : (
            <ActButton size="sm" isPending={isPending} onClick={select}>
              {t("choose.select")}
            </ActButton>
          )}
        </div>
      </div>
    </li>
  );
}
