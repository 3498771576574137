import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Season } from "../../../frame/season-context.tsx";
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
// Of seasons of the compatible sandbox alone.
const KeywordTable = lazy(() =>
  import("./insight/keyword-table.tsx").then(({ KeywordTable: View }) => ({ default: View })),
);
const Deals = lazy(() =>
  import("./insight/deals.tsx").then(({ Deals: View }) => ({ default: View })),
);
// Only some seasons have a record.
const IntegrityRecord = lazy(() =>
  import("./insight/integrity-record.tsx").then(({ IntegrityRecord: View }) => ({ default: View })),
);

const views = {
  funnel: FunnelReport,
  prices: PriceMap,
  research: Research,
  standing: Leaderboard,
  log: DecisionLog,
  record: IntegrityRecord,
  keywords: KeywordTable,
  deals: Deals,
};
type Tab = keyof typeof views;

/** The tabs of a season; a season of the sandbox begins with its keyword table. */
function tabsOf({ matching, modules }: Season): readonly [Tab, ...Tab[]] {
  const research: readonly Tab[] = modules.research ? ["research"] : [];
  const record: readonly Tab[] = modules.temptations ? ["record"] : [];
  const always: readonly [Tab, ...Tab[]] = [
    "funnel",
    "prices",
    ...research,
    "standing",
    "log",
    ...record,
  ];
  return matching === "sandbox" ? ["keywords", "deals", ...always] : always;
}

/** Where buyers leave, where prices stand, what one may find out, who leads, what was decided. */
export default function InsightRoom() {
  const { t } = useTranslation(["report", "research", "sandbox", "record"]);
  const { season } = useStorePlace();
  const names = tabsOf(season);
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
