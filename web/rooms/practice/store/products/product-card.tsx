import "./products.css";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Picture } from "../parts.tsx";
import { useStorePlace } from "../use-store.ts";

export type Product =
  Answer<"GET /practice/seasons/:season/stores/:store/catalog">["items"][number];

/** A product to choose: what it costs, what it might leave, and how many sell it. */
export function ProductCard({
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
      <Picture src={product.picture} name={format.name(product.name)} size={96} />
      <div className="product-facts">
        <h2 className="product-title">{format.name(product.name)}</h2>
        <p className="dim product-supplier">{format.name(product.supplier)}</p>
        <Facts product={product} />
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
            <ActButton size="xs" isPending={isPending} onClick={select}>
              {t("choose.select")}
            </ActButton>
          )}
        </div>
      </div>
    </li>
  );
}

function Facts({ product }: { product: Product }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { rough } = product;
  return (
    <dl className="product-numbers">
      <div>
        <dt>{t("unitCost")}</dt>
        <dd>{format.money(product.unitCostMinor, product.costCurrency)}</dd>
      </div>
      <div>
        <dt>{t("choose.median")}</dt>
        <dd>{rough === null ? "–" : format.money(rough.medianMinor, rough.currency)}</dd>
      </div>
      <div>
        <dt>{t("choose.rough")}</dt>
        <dd className={rough === null ? "" : rough.marginMinor < 0 ? "bad" : "good"}>
          {rough === null ? "–" : format.percent(rough.marginBp)}
        </dd>
      </div>
      <div>
        <dt>{t("rivals")}</dt>
        <dd>{format.number(product.rivals)}</dd>
      </div>
      <div>
        <dt>{t("leadTime")}</dt>
        <dd>{t("days", { count: product.leadDays })}</dd>
      </div>
      <div>
        <dt>{t("moq")}</dt>
        <dd>{t("units", { count: product.moq })}</dd>
      </div>
    </dl>
  );
}
