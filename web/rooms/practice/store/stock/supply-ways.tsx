import { Skeleton, Tabs } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Answer } from "../../../../api/client.ts";
import { useStorePlace } from "../use-store.ts";
import { MoveStock } from "./move-stock.tsx";
import { Purchase } from "./purchase.tsx";
import { ReorderRule } from "./reorder-rule.tsx";

// Fetched only where suppliers can be chosen.
const SourcedPurchase = late([], () => import("./sourced-purchase.tsx"));
// Fetched only where goods can be made in tiers.
const Make = late(["tiers"], () => import("./make.tsx"));

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;

type WaysProps = {
  stock: Stock;
  row: Stock["rows"][number];
  supply: Stock["supply"][number];
  /** Whom to buy from, where that was asked for. */
  supplier: number;
  close: () => void;
};

/** What can be done about a product's supply, each behind a tab. */
export default function SupplyWays({ stock, row, supply, supplier, close }: WaysProps) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  return (
    <Tabs defaultValue="buy" keepMounted={false}>
      <Tabs.List mb={12}>
        <Tabs.Tab value="buy">{t("stock.tabs.buy")}</Tabs.Tab>
        <Tabs.Tab value="rule">{t("stock.tabs.rule")}</Tabs.Tab>
        {season.modules.warehouses ? (
          <Tabs.Tab value="move">{t("stock.tabs.move")}</Tabs.Tab>
        ) : null}
        {supply.make === null ? null : <Tabs.Tab value="make">{t("stock.tabs.make")}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="buy">
        {season.modules.sourcing ? (
          <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
            <SourcedPurchase
              key={`${row.sku}/${supplier}`}
              row={row}
              supplier={supplier}
              done={close}
            />
          </Suspense>
        ) : (
          <Purchase key={row.sku} row={row} supply={supply} done={close} />
        )}
      </Tabs.Panel>
      <Tabs.Panel value="rule">
        <ReorderRule
          key={row.sku}
          row={row}
          supply={supply}
          rule={stock.rules.find((one) => one.sku === row.sku)}
          done={close}
        />
      </Tabs.Panel>
      <Tabs.Panel value="move">
        <MoveStock key={row.sku} row={row} supply={supply} done={close} />
      </Tabs.Panel>
      {supply.make === null ? null : (
        <Tabs.Panel value="make">
          <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
            <Make key={row.sku} sku={row.sku} make={supply.make} done={close} />
          </Suspense>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
