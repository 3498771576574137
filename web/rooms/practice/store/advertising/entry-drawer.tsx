import { Drawer, Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Ads, Campaign } from "./ads-answer.ts";
import type { EntryForm as Typed } from "./campaign-wishes.ts";

// Fetched when the drawer is first opened.
const EntryForm = late([], () => import("./entry-form.tsx"));

type Props = {
  ads: Ads;
  campaign: Campaign | null;
  close: () => void;
  /** What a search-term report proposes to bid on. */
  first?: Partial<Typed>;
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
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <EntryForm ads={ads} campaign={campaign} close={close} first={first ?? {}} />
        </Suspense>
      )}
    </Drawer>
  );
}
