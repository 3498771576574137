import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { Guide } from "./guide.tsx";
import { ProductGrid } from "./products/product-grid.tsx";
import { ReturnedDecisions } from "./returned.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";
import { AreaShown, useStorePlace } from "./use-store.ts";

const Promotions = late([], () => import("./products/promotions.tsx"));
const waiting = <Skeleton height={160} aria-busy="true" />;
const tabs = ["listings", "promotions"] as const;

/** Products with their listings in every market; prices are changed in the grid. */
export default function ProductsRoom() {
  const { t } = useTranslation(["practice", "offers"]);
  const { where, here } = useStorePlace();
  const [tab, setTab] = useAddressField("tab", tabs);
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
            <RoomTabs
              label={t("products.title")}
              names={tabs}
              chosen={tab}
              choose={setTab}
              titleOf={(name) => t(`report.tabs.${name}`)}
            >
              {tab === "listings" ? (
                <AreaShown value="listings">
                  <ProductGrid products={products} />
                </AreaShown>
              ) : (
                <Suspense fallback={waiting}>
                  <Promotions />
                </Suspense>
              )}
            </RoomTabs>
          )
        }
      </Loaded>
    </>
  );
}
