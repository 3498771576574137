import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import type { Answer } from "../../../api/client.ts";
import type { Season } from "../../../frame/season-context.tsx";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import { Arrivals } from "./stock/arrivals.tsx";
import { StockTable } from "./stock/stock-table.tsx";
import { SupplyDrawer } from "./stock/supply-drawer.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField, useAddressText } from "./use-address.ts";
import { AreaShown, useStorePlace } from "./use-store.ts";

// Fetched only in the tabs that a season has.
const Sourcing = late([], () => import("./stock/sourcing.tsx"));
const Tenders = late(["tenders"], () => import("./stock/tenders.tsx"));
const Rooms = late(["rooms"], () => import("./stock/rooms.tsx"));
const Terms = late([], () => import("./stock/terms.tsx"));

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;

const tabNames = ["goods", "suppliers", "tenders", "terms"] as const;
type Tab = (typeof tabNames)[number];

/** The tabs of a season: goods lie somewhere in each of them. */
function tabsOf({ modules }: Season): readonly [Tab, ...Tab[]] {
  return [
    "goods",
    ...(modules.sourcing ? (["suppliers"] as const) : []),
    ...(modules.tenders ? (["tenders"] as const) : []),
    ...(modules.terms ? (["terms"] as const) : []),
  ];
}

/** What lies where and how long it lasts, what is on its way, and buying and moving more. */
export default function StockRoom() {
  const { t } = useTranslation(["report", "sourcing"]);
  const { season, where } = useStorePlace();
  const names = tabsOf(season);
  const [tab, setTab] = useAddressField<Tab>("tab", names);
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/stock",
    { where },
    { keepPrevious: true },
  );
  const view = <Loaded of={answer}>{(stock) => <StockView stock={stock} tab={tab} />}</Loaded>;
  return (
    <>
      <PageHead title={t("stock.title")} text={t("stock.text")} />
      {names.length === 1 ? (
        view
      ) : (
        <RoomTabs
          label={t("stock.title")}
          names={names}
          chosen={tab}
          choose={setTab}
          titleOf={(name) => t(`roomTabs.${name}`)}
        >
          {view}
        </RoomTabs>
      )}
    </>
  );
}

function StockView({ stock, tab }: { stock: Stock; tab: Tab }) {
  const [sku, setSku] = useAddressText("sku");
  const [supplier, setSupplier] = useState(0);
  const buyFrom = (wanted: string, from: number) => {
    setSupplier(from);
    setSku(wanted);
  };
  return (
    <div className="grid">
      {tab === "goods" ? <Goods stock={stock} open={(wanted) => buyFrom(wanted, 0)} /> : null}
      <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
        {tab === "suppliers" ? <Sourcing buyFrom={buyFrom} /> : null}
        <AreaShown value="sourcing">{tab === "tenders" ? <Tenders /> : null}</AreaShown>
        {tab === "terms" ? <Terms /> : null}
      </Suspense>
      <SupplyDrawer stock={stock} sku={sku} supplier={supplier} close={() => setSku(undefined)} />
    </div>
  );
}

function Goods({ stock, open }: { stock: Stock; open: (sku: string) => void }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  if (stock.rows.length === 0) {
    return (
      <Card>
        <Empty title={t("stock.none")} text={t("stock.noneText")}>
          <Button component={Link} to={`${here}/products/choose`}>
            {t("stock.choose")}
          </Button>
        </Empty>
      </Card>
    );
  }
  return (
    <>
      <Card title={t("stock.places")} flush>
        <StockTable stock={stock} open={open} />
      </Card>
      <Card title={t("stock.arrivals")} note={t("stock.arrivalsNote")} flush>
        <Arrivals arrivals={stock.arrivals} />
      </Card>
      {stock.rooms.length > 0 ? (
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <AreaShown value="logistics">
            <Rooms stock={stock} />
          </AreaShown>
        </Suspense>
      ) : null}
    </>
  );
}
