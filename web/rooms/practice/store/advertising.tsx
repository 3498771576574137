import { Link } from "@tanstack/react-router";
import { Skeleton } from "@mantine/core";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import { useAnswer } from "../../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../../parts/page.tsx";
import type { Ads } from "./advertising/ads-answer.ts";
import { CampaignCard } from "./advertising/campaign-card.tsx";
import { CampaignDrawer } from "./advertising/campaign-drawer.tsx";
import { Guide } from "./guide.tsx";
import { ActButton } from "./parts.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";
import { AreaShown, useStorePlace } from "./use-store.ts";

// Only seasons with promotion off the market have it, and it is heavy: fetched with its tab.
const OffSite = late(["offsite", "promoted"], () => import("./off-site/off-site.tsx"));
// The second tab: fetched when it is opened.
const SearchTerms = late([], () => import("./advertising/search-terms.tsx"));
const Names = late(["names"], () => import("./advertising/names.tsx"));
const waiting = <Skeleton height={160} aria-busy="true" />;
const onSite = ["campaigns", "terms"] as const;
const tabs = [...onSite, "names", "offsite"] as const;

/** Campaigns with their bids, and what buyers searched for. */
export default function AdvertisingRoom() {
  const { t } = useTranslation(["report", "tabs"]);
  const { season, where } = useStorePlace();
  const shown = season.modules.offsite ? tabs : onSite;
  const [tab, setTab] = useAddressField("tab", shown);
  const [isOpening, setOpening] = useState(false);
  const answer = useAnswer(
    "GET /practice/seasons/:season/stores/:store/advertising",
    { where },
    { keepPrevious: true, enabled: season.modules.ads },
  );
  if (!season.modules.ads) {
    return (
      <>
        <PageHead title={t("ads.title")} />
        <Card>
          <Empty title={t("ads.off")} text={t("ads.offText")} />
        </Card>
      </>
    );
  }
  const open = () => setOpening(true);
  // An empty room has its one act in its middle, not twice.
  const isEmpty = tab === "campaigns" && answer.data?.campaigns.length === 0;
  return (
    <AreaShown value={tab === "offsite" ? "off-site" : "advertising"}>
      <PageHead title={t("ads.title")} text={t(`ads.text.${tab}`)}>
        {isEmpty || tab === "names" || tab === "offsite" ? null : (
          <ActButton onClick={open}>{t("ads.open")}</ActButton>
        )}
      </PageHead>
      <Guide isLine />
      <Loaded of={answer}>
        {(ads) => (
          <>
            <RoomTabs
              label={t("ads.title")}
              names={shown}
              chosen={tab}
              choose={setTab}
              titleOf={(name) => t(`ads.tabs.${name}`)}
            >
              {tab === "campaigns" ? <Campaigns ads={ads} open={open} /> : null}
              <Suspense fallback={waiting}>
                {tab === "terms" ? <SearchTerms ads={ads} /> : null}
                {tab === "names" ? <Names ads={ads} /> : null}
                {tab === "offsite" ? <OffSite /> : null}
              </Suspense>
            </RoomTabs>
            <CampaignDrawer ads={ads} isOpen={isOpening} close={() => setOpening(false)} />
          </>
        )}
      </Loaded>
    </AreaShown>
  );
}

function Campaigns({ ads, open }: { ads: Ads; open: () => void }) {
  const { t } = useTranslation("report");
  const { here } = useStorePlace();
  if (ads.campaigns.length === 0) {
    return (
      <Card>
        <Empty title={t("ads.none")} text={t("ads.noneText")}>
          <ActButton onClick={open}>{t("ads.open")}</ActButton>
          <Link to={`${here}/products`}>{t("ads.toProducts")}</Link>
        </Empty>
      </Card>
    );
  }
  return (
    <div className="grid">
      {ads.campaigns.map((campaign) => (
        <CampaignCard key={campaign.campaign} ads={ads} campaign={campaign} />
      ))}
    </div>
  );
}
