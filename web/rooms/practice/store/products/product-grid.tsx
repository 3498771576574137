import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Card } from "../../../../parts/page.tsx";
import { HandIn } from "../hand-in.tsx";
import { Warnings } from "../parts.tsx";
import { sumProjections } from "../projection-sum.ts";
import { useAddressField } from "../use-address.ts";
import { useProjectionOf } from "../use-projection.ts";
import { useDecide, useMayDecide } from "../use-store.ts";
import { ListingTable } from "./listing-table.tsx";
import { priceWishes } from "./price-edits.ts";
import type { Row } from "./row.ts";
import { usePriceEdits } from "./use-price-edits.ts";

type Products = Answer<"GET /practice/seasons/:season/stores/:store/products">;

const views = ["live", "open", "all"] as const;

/** All listings as rows; the prices typed in them are a draft until they are handed in. */
export function ProductGrid({ products }: { products: Products }) {
  const { t } = useTranslation("practice");
  const [asked, setView] = useAddressField("show", views);
  const all = products.offers.flatMap((offer) =>
    offer.listings.map((listing) => ({ offer, listing })),
  );
  const live = all.filter(({ listing }) => listing.state === "live");
  const view = asked === "live" && live.length === 0 ? "all" : asked;
  const open = all.filter(({ listing }) => listing.state !== "live");
  return (
    <div className="grid">
      <div className="row row-wrap">
        <SegmentedControl
          aria-label={t("products.show")}
          value={view}
          onChange={(value) => setView(value as (typeof views)[number])}
          data={[
            { value: "live", label: t("products.live", { count: live.length }) },
            { value: "open", label: t("products.notLive", { count: open.length }) },
            { value: "all", label: t("products.all") },
          ]}
        />
        <span className="dim">
          {t("products.count", { count: products.offers.length, max: products.offersMax })}
        </span>
      </div>
      <PricedTable rows={{ live, open, all }[view]} />
    </div>
  );
}

function PricedTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation("practice");
  const { may } = useMayDecide();
  const prices = usePriceEdits(rows);
  const { decide, isPending, error, forget } = useDecide();
  const wishes = priceWishes(prices.listings, prices.edits);
  const projected = useProjectionOf(wishes.slice(0, wishesAskedMax));
  const { warnings } = sumProjections(projected.map(({ projection }) => projection));
  const undo = () => {
    forget();
    void prices.forget();
  };
  const handIn = async () => {
    if ((await decide(wishes)) !== null) await prices.forget();
  };
  const isTyped = wishes.length > 0 || prices.faults.size > 0;
  return (
    <Card flush>
      {may && prices.listings.length > 1 ? (
        <p className="dim table-tools price-keys">{t("products.keys")}</p>
      ) : null}
      <ListingTable rows={rows} edits={prices.edits} acts={prices.acts} projected={projected} />
      {!isTyped && error === null ? null : (
        <HandIn
          count={wishes.length}
          fault={
            prices.faults.size > 0
              ? t("products.noPrices", { count: prices.faults.size })
              : undefined
          }
          error={error}
          isPending={isPending}
          undo={undo}
          handIn={() => void handIn()}
        >
          <Warnings of={warnings} />
        </HandIn>
      )}
    </Card>
  );
}

/** A projection takes so many wishes at most. */
const wishesAskedMax = 50;
