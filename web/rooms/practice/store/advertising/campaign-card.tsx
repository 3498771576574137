import "./advertising.css";
import "../drawings.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import { acosBp, perClick, spentBp, ticksInBooks } from "./ad-money.ts";
import type { Ads, Campaign } from "./ads-answer.ts";
import { CampaignDrawer } from "./campaign-drawer.tsx";
import { EntryDrawer } from "./entry-drawer.tsx";
import { EntryTable } from "./entry-table.tsx";
import { Negatives } from "./negatives.tsx";

/** One campaign: its budget, what it brought, its bids and what it must not be shown for. */
export function CampaignCard({ ads, campaign }: { ads: Ads; campaign: Campaign }) {
  const { t } = useTranslation("report");
  const { nameOf } = useMarkets();
  const { decide, isPending, error } = useDecide();
  const [open, setOpen] = useState<"edit" | "entry" | null>(null);
  const number = campaign.campaign;
  const close = () => setOpen(null);
  const turn = () =>
    void decide([{ kind: campaign.isOn ? "stop-campaign" : "resume-campaign", campaign: number }]);
  return (
    <Card
      title={campaign.name}
      flush
      label={campaign.name}
      acts={
        <div className="row row-wrap">
          <ActButton size="xs" variant="light" onClick={() => setOpen("entry")}>
            {t("ads.addEntry")}
          </ActButton>
          <ActButton size="xs" variant="default" onClick={() => setOpen("edit")}>
            {t("ads.edit")}
          </ActButton>
          <ActButton size="xs" variant="default" isPending={isPending} onClick={turn}>
            {campaign.isOn ? t("ads.stop") : t("ads.resume")}
          </ActButton>
        </div>
      }
    >
      <div className="card-body">
        <p className="row row-wrap">
          <span className={campaign.isOn ? "badge badge-good" : "badge"}>
            {campaign.isOn ? t("ads.isOn") : t("ads.isOff")}
          </span>
          <span className="soft">{campaign.markets.map(nameOf).join(t("listComma"))}</span>
        </p>
        <Budget campaign={campaign} />
        <Refused error={error} />
        <WeekFigures ads={ads} campaign={campaign} />
      </div>
      <EntryTable ads={ads} campaign={campaign} />
      <Negatives campaign={campaign} />
      <CampaignDrawer ads={ads} isOpen={open === "edit"} close={close} campaign={campaign} />
      <EntryDrawer ads={ads} campaign={open === "entry" ? campaign : null} close={close} />
    </Card>
  );
}

function Budget({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation("report");
  const format = useFormat();
  const bp = spentBp(campaign.spentTicks, campaign.dailyBudgetTicks);
  return (
    <div className="budget">
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${bp / 100}%` }} className={bp >= 10_000 ? "meter-full" : ""} />
      </span>
      <span className={bp >= 10_000 ? "warn" : "soft"}>
        {t("ads.spentOf", {
          spent: format.ticks(campaign.spentTicks),
          budget: format.ticks(campaign.dailyBudgetTicks),
        })}
      </span>
    </div>
  );
}

/** What the last seven days brought. */
function WeekFigures({ ads, campaign: { week } }: { ads: Ads; campaign: Campaign }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  const spent = ticksInBooks(week.ticks, ads.usdRateE8, season.booksDigits);
  const acos = acosBp(spent, week.revenueMinor);
  const click = perClick(week.ticks, week.clicks);
  const figures = [
    ["impressions", format.number(Math.round(week.impressions))],
    ["clicks", format.number(week.clicks)],
    ["perClick", click === null ? "–" : format.ticks(click)],
    ["spent", format.ticks(week.ticks)],
    ["units", format.number(week.units)],
    ["revenue", format.money(week.revenueMinor, season.booksCurrency)],
    ["acos", acos === null ? "–" : format.percent(acos)],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`ads.figure.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
