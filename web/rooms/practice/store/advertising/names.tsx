import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { ActButton } from "../parts.tsx";
import { useStorePlace } from "../use-store.ts";
import type { Ads } from "./ads-answer.ts";
import { type NameBid, type NameBids, nameBidsDoes } from "./name-answer.ts";
import { NameBidDrawer } from "./name-bid-drawer.tsx";
import { NameTable } from "./name-table.tsx";
import { NameWorth } from "./name-worth.tsx";

/** Paid places on the pages that the names of stores show, and what they really brought. */
export default function Names({ ads }: { ads: Ads }) {
  const { where } = useStorePlace();
  const answer = useAnswer(nameBidsDoes, { where }, { keepPrevious: true });
  return (
    <Loaded of={answer}>
      {(view) => (
        <div className="grid">
          <Bids ads={ads} view={view} />
          {view.bids.length === 0 ? null : <NameWorth day={view.day - 1} />}
        </div>
      )}
    </Loaded>
  );
}

function Bids({ ads, view }: { ads: Ads; view: NameBids }) {
  const { t } = useTranslation("names");
  const [open, setOpen] = useState<NameBid | "new" | null>(null);
  const act = (
    <ActButton
      size="xs"
      onClick={() => setOpen("new")}
      disabledReason={ads.campaigns.length === 0 ? t("needCampaign") : undefined}
    >
      {t("add")}
    </ActButton>
  );
  const isEmpty = view.bids.length === 0;
  if (view.slots === 0) {
    return (
      <Card title={t("title")}>
        <p className="soft">{t("noSlots")}</p>
      </Card>
    );
  }
  return (
    <Card
      title={t("title")}
      note={isEmpty ? undefined : t("week")}
      flush
      acts={isEmpty ? null : act}
    >
      <div className="card-body">
        <p className="soft">{t("rule", { count: view.slots })}</p>
        <p className="soft">
          {t("others")} {t("ownName")}
        </p>
      </div>
      {isEmpty ? (
        <Empty title={t("none")} text={t("noneText")}>
          {act}
        </Empty>
      ) : (
        <NameTable ads={ads} view={view} open={setOpen} />
      )}
      <NameBidDrawer ads={ads} view={view} open={open} close={() => setOpen(null)} />
    </Card>
  );
}
