import { Drawer, Skeleton } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { late } from "../../../../frame/late.ts";
import type { Ads, Campaign } from "./ads-answer.ts";

// Fetched when the drawer is first opened.
const CampaignForm = late([], () => import("./campaign-form.tsx"));

type Props = { ads: Ads; isOpen: boolean; close: () => void; campaign?: Campaign };

/** Opening a campaign with its first bid, or changing one. */
export function CampaignDrawer({ ads, isOpen, close, campaign }: Props) {
  const { t } = useTranslation("report");
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size="md"
      title={campaign === undefined ? t("ads.open") : t("ads.editOf", { name: campaign.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {isOpen ? (
        <Suspense fallback={<Skeleton height={240} aria-busy="true" />}>
          <CampaignForm ads={ads} close={close} {...(campaign === undefined ? {} : { campaign })} />
        </Suspense>
      ) : null}
    </Drawer>
  );
}
