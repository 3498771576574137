import { useTranslation } from "react-i18next";
import { PageHead } from "../../../parts/page.tsx";
import { DecisionLog } from "./insight/decision-log.tsx";
import { FunnelReport } from "./insight/funnel-report.tsx";
import { Leaderboard } from "./insight/leaderboard.tsx";
import { PriceMap } from "./insight/price-map.tsx";
import { RoomTabs } from "./tabs.tsx";
import { useAddressField } from "./use-address.ts";

const tabs = ["funnel", "prices", "standing", "log"] as const;
const views = { funnel: FunnelReport, prices: PriceMap, standing: Leaderboard, log: DecisionLog };

/** Where buyers are lost, where prices stand, who leads, and what was decided. */
export default function InsightRoom() {
  const { t } = useTranslation("report");
  const [tab, setTab] = useAddressField("tab", tabs);
  const View = views[tab];
  return (
    <>
      <PageHead title={t("insight.title")} text={t(`insight.text.${tab}`)} />
      <RoomTabs
        label={t("insight.title")}
        names={tabs}
        chosen={tab}
        choose={setTab}
        titleOf={(name) => t(`insight.tabs.${name}`)}
      >
        <View />
      </RoomTabs>
    </>
  );
}
