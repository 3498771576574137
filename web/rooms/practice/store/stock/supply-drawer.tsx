import { Drawer, Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Answer } from "../../../../api/client.ts";
import { useFormat } from "../../../../text/format.ts";
import { ProductLabel } from "../parts.tsx";

// Fetched when the drawer is first opened.
const SupplyWays = late([], () => import("./supply-ways.tsx"));

type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;

/** Buying one product: now, by a rule, and moving it to a warehouse abroad. */
export function SupplyDrawer({
  stock,
  sku,
  supplier,
  close,
}: {
  stock: Stock;
  sku: string | undefined;
  /** Whom to buy from, where that was asked for. */
  supplier: number;
  close: () => void;
}) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const row = stock.rows.find((one) => one.sku === sku && one.pool === null);
  const supply = stock.supply.find((one) => one.sku === sku);
  const isShown = row !== undefined && supply !== undefined;
  return (
    <Drawer
      opened={isShown}
      onClose={close}
      position="right"
      size="md"
      title={isShown ? t("stock.supplyOf", { product: format.name(row.name) }) : ""}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {isShown ? (
        <div className="grid">
          <ProductLabel name={row.name} sku={row.sku} picture={row.picture} />
          <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
            <SupplyWays stock={stock} row={row} supply={supply} supplier={supplier} close={close} />
          </Suspense>
        </div>
      ) : null}
    </Drawer>
  );
}
