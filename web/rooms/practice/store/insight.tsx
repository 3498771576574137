import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { PageHead } from "../../../parts/page.tsx";
import { DecisionLog } from "./insight/decision-log.tsx";
import { FunnelReport } from "./insight/funnel-report.tsx";
import { Leaderboard } from "./insight/leaderboard.tsx";
import { PriceMap } from "./insight/price-map.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";
import { useStorePlace } from "./use-store.ts";

// Its own room in size: fetched with its tab.
const Research = lazy(() =>
  import("./research/research.tsx").then(({ Research: View }) => ({ default: View })),
);

const always = ["funnel", "prices", "standing", "log"] as const;
const tabs = ["funnel", "prices", "research", "standing", "log"] as const;
const views = {
  funnel: FunnelReport,
  prices: PriceMap,
  research: Research,
  standing: Leaderboard,
  log: DecisionLog,
};

/** Where buyers leave, where prices stand, what one may find out, who leads, what was decided. */
export default function InsightRoom() {
  const { t } = useTranslation(["report", "research"]);
  const { season } = useStorePlace();
  const names = season.modules.research ? tabs : always;
  const [tab, setTab] = useAddressField("tab", names);
  const View = views[tab];
  return (
    <>
      <PageHead title={t("insight.title")} text={t(`insight.text.${tab}`)} />
      <RoomTabs
        label={t("insight.title")}
        names={names}
        chosen={tab}
        choose={setTab}
        titleOf={(name) => t(`insight.tabs.${name}`)}
      >
        <Suspense fallback={<Skeleton height={160} aria-busy="true" />}>
          <View />
        </Suspense>
      </RoomTabs>
    </>
  );
}
