import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { Guide } from "./guide.tsx";
import { ProductGrid } from "./products/product-grid.tsx";
import { ReturnedDecisions } from "./returned.tsx";
import { useStorePlace } from "./use-store.ts";

/** Products with their listings in every market; prices are changed in the grid. */
export default function ProductsRoom() {
  const { t } = useTranslation("practice");
  const { where, here } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/products",
    { where },
    { keepPrevious: true },
  );
  const choose = (
    <Button component={Link} to={`${here}/products/choose`}>
      {t("products.choose")}
    </Button>
  );
  const isEmpty = answer.data?.offers.length === 0;
  return (
    <>
      <PageHead title={t("products.title")} text={t("products.text")}>
        {isEmpty ? undefined : choose}
      </PageHead>
      <Guide isLine />
      <ReturnedDecisions />
      <Loaded of={answer}>
        {(products) =>
          products.offers.length === 0 ? (
            <Card>
              <Empty title={t("products.empty")} text={t("products.emptyText")}>
                {choose}
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
