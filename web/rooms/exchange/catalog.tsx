import "./exchange.css";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, usePages } from "../../api/query.ts";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { CatalogLink } from "./catalog-link.tsx";
import { CatalogExport } from "./catalog-export.tsx";
import { CatalogFilters, noFilter, useFilterAsks } from "./catalog-filters.tsx";
import { type Catalog, OwnCatalog } from "./own-catalog.tsx";
import { ProductTable } from "./product-table.tsx";

const refreshed = [
  "GET /catalogs",
  "GET /catalogs/:enterprise/products",
  "GET /catalogs/:enterprise/products/:product",
] as const;

/** Offering products to seasons and taking them back: the chosen ones, or all that are sound. */
export function usePublish(enterprise: string) {
  const publish = useAct("POST /catalogs/:enterprise/publish", refreshed);
  const withdraw = useAct("POST /catalogs/:enterprise/withdraw", refreshed);
  const bodyOf = (products: readonly string[]) =>
    products.length === 0 ? {} : { products: [...products] };
  return {
    publish: (products: readonly string[]) =>
      publish.mutate({ where: { enterprise }, body: bodyOf(products) }),
    withdraw: (products: readonly string[]) =>
      withdraw.mutate({ where: { enterprise }, body: bodyOf(products) }),
    done: publish.data ?? null,
    isPending: publish.isPending || withdraw.isPending,
    error: publish.error ?? withdraw.error,
  };
}

function Counts({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const { red, amber, green } = catalog.readiness;
  return (
    <p className="soft facts">
      {t("counts", {
        products: catalog.products,
        skus: catalog.skus,
        published: catalog.published,
        sellable: catalog.sellableSkus,
      })}{" "}
      · {t("readinessCounts", { red, amber, green })}
    </p>
  );
}

function Products({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const [filter, setFilter] = useState(noFilter);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const acts = usePublish(catalog.enterprise.id);
  const asks = useFilterAsks(filter);
  const products = usePages("GET /catalogs/:enterprise/products", {
    where: { enterprise: catalog.enterprise.id },
    asks: { ...asks, limit: "100" },
  });
  return (
    <Card flush>
      <CatalogFilters catalog={catalog} value={filter} onChange={setFilter} />
      {chosen.size === 0 ? null : (
        <div className="row row-wrap table-tools" role="status">
          <strong>{t("chosen", { count: chosen.size })}</strong>
          <Button
            size="compact-md"
            loading={acts.isPending}
            onClick={() => acts.publish([...chosen])}
          >
            {t("publish")}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            loading={acts.isPending}
            onClick={() => acts.withdraw([...chosen])}
          >
            {t("withdraw")}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={() => setChosen(new Set())}>
            {t("chooseNone")}
          </Button>
        </div>
      )}
      {acts.error === null ? null : <Problem error={acts.error} />}
      {acts.done === null || acts.done.refused.length === 0 ? null : (
        <p className="hint">{t("redLeft", { count: acts.done.refused.length })}</p>
      )}
      <Loaded of={products}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("noMatch.title")} text={t("noMatch.text")} />
          ) : (
            <ProductTable catalog={catalog} rows={rows} chosen={chosen} onChoose={setChosen} />
          )
        }
      </Loaded>
      <MoreRows of={products} />
    </Card>
  );
}

function CatalogPage({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const acts = usePublish(catalog.enterprise.id);
  const toImport = (
    <CatalogLink
      catalog={catalog}
      to="/catalog/import"
      variant={catalog.products === 0 ? "filled" : "default"}
    >
      {t("import")}
    </CatalogLink>
  );
  const toNew = (
    <CatalogLink catalog={catalog} to="/catalog/new">
      {t("newProduct")}
    </CatalogLink>
  );
  const waiting = catalog.products - catalog.published - catalog.readiness.red;
  return (
    <>
      <PageHead title={t("title")} text={format.name(catalog.enterprise.name)}>
        {catalog.products === 0 ? null : <CatalogExport catalog={catalog} />}
        {catalog.mayEdit && catalog.products > 0 ? toImport : null}
        {catalog.mayEdit && catalog.products > 0 ? toNew : null}
        {catalog.mayEdit && waiting > 0 ? (
          <Button loading={acts.isPending} onClick={() => acts.publish([])}>
            {t("publishAll")}
          </Button>
        ) : null}
      </PageHead>
      {acts.error === null ? null : <Problem error={acts.error} />}
      {catalog.products === 0 ? (
        <Card label={t("title")}>
          <Empty title={t("noProduct.title")} text={t("noProduct.text")}>
            {catalog.mayEdit ? (
              <div className="row row-wrap">
                {toImport}
                {toNew}
              </div>
            ) : null}
          </Empty>
        </Card>
      ) : (
        <>
          <Counts catalog={catalog} />
          <Products catalog={catalog} />
        </>
      )}
    </>
  );
}

/** A mentor's own products: what they lack, what is offered to seasons. */
export default function CatalogRoom() {
  return <OwnCatalog>{(catalog) => <CatalogPage catalog={catalog} />}</OwnCatalog>;
}
