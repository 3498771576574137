import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { Card } from "../../../../parts/page.tsx";
import { HandIn } from "../hand-in.tsx";
import { Warnings } from "../parts.tsx";
import { sumProjections } from "../projection-sum.ts";
import { useAddressField } from "../use-address.ts";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide } from "../use-store.ts";
import { ListingTable } from "./listing-table.tsx";
import { type PriceEdits, priceWishes } from "./price-edits.ts";
import type { Row } from "./row.ts";

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
  const { draft, save, drop } = useDraft<PriceEdits>("prices");
  const { decide, isPending, error, forget } = useDecide();
  const edits = draft ?? {};
  const listings = rows.map(({ offer, listing }) => ({ ...listing, sku: offer.sku }));
  const wishes = priceWishes(listings, edits);
  const { warnings } = sumProjections(useProjection(wishes.slice(0, wishesAskedMax)));
  const undo = () => {
    forget();
    void drop();
  };
  const handIn = async () => {
    if ((await decide(wishes)) !== null) await drop();
  };
  return (
    <Card flush>
      <ListingTable rows={rows} edits={edits} setEdits={save} />
      {wishes.length === 0 && error === null ? null : (
        <HandIn
          count={wishes.length}
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
