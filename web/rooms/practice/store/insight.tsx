import { Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../frame/late.ts";
import type { Season } from "../../../frame/season-context.tsx";
import { PageHead } from "../../../parts/page.tsx";
import { decidedWords } from "../decided-words.ts";
import { FunnelReport } from "./insight/funnel-report.tsx";
import { PriceMap } from "./insight/price-map.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";
import { AreaShown, useStorePlace } from "./use-store.ts";

// Each tab is a room in size: fetched when it is opened, with the words that it alone says.
const Research = late(["research", "researched"], () => import("./research/research.tsx"));
const Tasks = late(["tasks"], () => import("./insight/tasks.tsx"));
const KeywordTable = late(["sandbox"], () => import("./insight/keyword-table.tsx"));
const Deals = late(["sandbox"], () => import("./insight/deals.tsx"));
const IntegrityRecord = late(["record"], () => import("./insight/integrity-record.tsx"));
const Leaderboard = late(
  ["luck", "agents", "scoring", "absence"],
  () => import("./insight/leaderboard.tsx"),
);
const DecisionLog = late(
  ["study", "absence", ...decidedWords],
  () => import("./insight/decision-log.tsx"),
);

const views = {
  tasks: Tasks,
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

/** The tabs of a season; one with tasks begins with them, the sandbox with its table. */
function tabsOf({ matching, modules, hasTasks }: Season): readonly [Tab, ...Tab[]] {
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
  const all: readonly [Tab, ...Tab[]] =
    matching === "sandbox" ? ["keywords", "deals", ...always] : always;
  return hasTasks ? ["tasks", ...all] : all;
}

/** Where buyers leave, where prices stand, what one may find out, who leads, what was decided. */
export default function InsightRoom() {
  const { t } = useTranslation(["report", "tabs"]);
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
          <AreaShown value={tab === "research" ? "research" : null}>
            <View />
          </AreaShown>
        </Suspense>
      </RoomTabs>
    </>
  );
}
