import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import type { Answer } from "../../../api/client.ts";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { Arrivals } from "./stock/arrivals.tsx";
import { StockTable } from "./stock/stock-table.tsx";
import { SupplyDrawer } from "./stock/supply-drawer.tsx";
import { useAddressText } from "./use-address.ts";
import { useStorePlace } from "./use-store.ts";

// Fetched only where suppliers can be chosen.
const Sourcing = late([], () => import("./stock/sourcing.tsx"));
const Tenders = late(["tenders"], () => import("./stock/tenders.tsx"));
const Rooms = late(["rooms"], () => import("./stock/rooms.tsx"));
const Terms = late([], () => import("./stock/terms.tsx"));

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;

/** What lies where and how long it lasts, what is on its way, and buying and moving more. */
export default function StockRoom() {
  const { t } = useTranslation("report");
  const { where, here } = useStorePlace();
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/stock",
    { where },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead title={t("stock.title")} text={t("stock.text")} />
      <Loaded of={answer}>
        {(stock) =>
          stock.rows.length === 0 ? (
            <div className="grid">
              <Card>
                <Empty title={t("stock.none")} text={t("stock.noneText")}>
                  <Button component={Link} to={`${here}/products/choose`}>
                    {t("stock.choose")}
                  </Button>
                </Empty>
              </Card>
              <LateTenders />
            </div>
          ) : (
            <StockView stock={stock} />
          )
        }
      </Loaded>
    </>
  );
}

/** Where the season has tenders; who carries nothing yet may bid as well. */
function LateTenders() {
  const { season } = useStorePlace();
  return season.modules.tenders ? (
    <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
      <Tenders />
    </Suspense>
  ) : null;
}

function StockView({ stock }: { stock: Stock }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const [sku, setSku] = useAddressText("sku");
  const [supplier, setSupplier] = useState(0);
  const buyFrom = (wanted: string, from: number) => {
    setSupplier(from);
    setSku(wanted);
  };
  return (
    <div className="grid">
      <Card title={t("stock.places")} flush>
        <StockTable stock={stock} open={(wanted) => buyFrom(wanted, 0)} />
      </Card>
      <Card title={t("stock.arrivals")} note={t("stock.arrivalsNote")} flush>
        <Arrivals arrivals={stock.arrivals} />
      </Card>
      {stock.rooms.length > 0 ? (
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <Rooms stock={stock} />
        </Suspense>
      ) : null}
      {season.modules.sourcing ? (
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <Sourcing buyFrom={buyFrom} />
        </Suspense>
      ) : null}
      <LateTenders />
      {season.modules.terms ? (
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <Terms />
        </Suspense>
      ) : null}
      <SupplyDrawer stock={stock} sku={sku} supplier={supplier} close={() => setSku(undefined)} />
    </div>
  );
}
