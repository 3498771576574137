import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide } from "../use-store.ts";
import { entryFault, type EntryForm, entryWishes } from "./campaign-wishes.ts";
import { EntryFields } from "./entry-fields.tsx";

type Ads = Answer<"GET /practice/seasons/:season/stores/:store/advertising">;
type Campaign = Ads["campaigns"][number];
type Props = {
  ads: Ads;
  campaign: Campaign | null;
  close: () => void;
  /** What a search-term report proposes to bid on. */
  first?: Partial<EntryForm>;
};

/** One more bid in a campaign. */
export function EntryDrawer({ ads, campaign, close, first }: Props) {
  const { t } = useTranslation("report");
  return (
    <Drawer
      opened={campaign !== null}
      onClose={close}
      position="right"
      size="md"
      title={t("ads.addEntry")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {campaign === null ? null : (
        <Form ads={ads} campaign={campaign} close={close} first={first ?? {}} />
      )}
    </Drawer>
  );
}

type FormProps = { ads: Ads; campaign: Campaign; close: () => void; first: Partial<EntryForm> };

function Form({ ads, campaign, close, first }: FormProps) {
  const { t } = useTranslation("report");
  const [entry, setEntry] = useState<EntryForm>({
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
