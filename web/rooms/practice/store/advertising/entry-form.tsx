import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide } from "../use-store.ts";
import type { Ads, Campaign } from "./ads-answer.ts";
import { entryFault, type EntryForm as Typed, entryWishes } from "./campaign-wishes.ts";
import { EntryFields } from "./entry-fields.tsx";

type Props = { ads: Ads; campaign: Campaign; close: () => void; first: Partial<Typed> };

/** The fields of one more bid. */
export default function EntryForm({ ads, campaign, close, first }: Props) {
  const { t } = useTranslation("report");
  const [entry, setEntry] = useState<Typed>({
    sku: null,
    keyword: "",
    match: "exact",
    bidTicks: null,
    ...first,
  });
  const fault = entryFault(entry);
  const wishes = entryWishes(campaign.campaign, entry);
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const handIn = async () => {
    if ((await decide(wishes)) !== null) close();
  };
  return (
    <div className="grid">
      <p className="soft">{campaign.name}</p>
      <EntryFields ads={ads} markets={campaign.markets} entry={entry} setEntry={setEntry} />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void handIn()}
        disabledReason={fault === undefined ? why : t(fault)}
        isSaidAbove={fault === undefined}
      >
        {t("ads.bidNow")}
      </DrawerAct>
    </div>
  );
}
