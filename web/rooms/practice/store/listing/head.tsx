import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { PageHead } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Picture, Refused } from "../parts.tsx";
import { StateBadge, useStateText } from "../state-badge.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import type { EditorView, ListingForm } from "./listing-form.ts";

type Listings =
  Answer<"GET /practice/seasons/:season/stores/:store/products">["offers"][number]["listings"];
type Props = {
  view: EditorView;
  listings: Listings;
  copy: (text: Partial<ListingForm>) => void;
};

/** Which product in which market; the other markets are one click away. */
export function EditorHead({ view, listings, copy }: Props) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const format = useFormat();
  const { product, row } = view;
  return (
    <>
      <PageHead
        title={format.name(product.name)}
        text={`${product.sku} · ${format.name(product.supplier)}`}
      >
        <Link to={`${here}/products`} className="back-link">
          {t("choose.back")}
        </Link>
        <CopyMenu view={view} listings={listings} copy={copy} />
        <Withdraw view={view} />
      </PageHead>
      <div className="listing-top">
        <Picture src={product.picture} name={format.name(product.name)} size={56} />
        <MarketTabs view={view} listings={listings} />
        <StateBadge of={row} />
      </div>
    </>
  );
}

const dots = { live: "dot dot-good", unlisted: "dot", withdrawn: "dot dot-warn" } as const;

function MarketTabs({ view, listings }: Pick<Props, "view" | "listings">) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const { nameOf } = useMarkets();
  const stateText = useStateText();
  const at = `${here}/products/${encodeURIComponent(view.sku)}`;
  return (
    <nav className="market-tabs" aria-label={t("listing.markets")}>
      {listings.map((listing) => (
        <Link
          key={listing.market}
          to={`${at}/${listing.market}`}
          className="market-tab"
          {...(listing.market === view.market ? { "aria-current": "page" as const } : {})}
        >
          <i className={dots[listing.state]} aria-hidden="true" />
          {nameOf(listing.market)}
          <span className="visually-hidden">{stateText(listing)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** Words of another market's listing as a start; they still have to be translated. */
function CopyMenu({ view, listings, copy }: Props) {
  const { t } = useTranslation("practice");
  const { nameOf } = useMarkets();
  const others = listings.filter(
    ({ market, listing }) => market !== view.market && listing !== null,
  );
  if (others.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default">{t("listing.copyFrom")}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(({ market, listing }) => (
          <Menu.Item key={market} onClick={() => copy({ ...listing })}>
            {nameOf(market)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Withdraw({ view: { row, sku, market } }: Pick<Props, "view">) {
  const { t } = useTranslation("practice");
  const { decide, isPending, error } = useDecide();
  if (row.state === "unlisted") return null;
  const kind = row.state === "live" ? "withdraw-listing" : "relist-listing";
  return (
    <>
      <ActButton
        variant="default"
        isPending={isPending}
        onClick={() => void decide([{ kind, sku, market }])}
      >
        {t(row.state === "live" ? "listing.withdraw" : "listing.relist")}
      </ActButton>
      <Refused error={error} />
    </>
  );
}
