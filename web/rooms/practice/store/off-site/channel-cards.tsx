import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide } from "../use-store.ts";
import { type OffSiteAnswer, type Running, sumOf } from "./answer.ts";
import { ComposerDrawer, type Composed } from "./composer.tsx";
import { InfluencerDrawer } from "./influencers.tsx";

const channels = ["post", "display", "influencer", "livestream"] as const;
type Channel = (typeof channels)[number];

/** One card a channel: what it is for, what it did, what runs, and its act. */
export function ChannelCards({ view }: { view: OffSiteAnswer }) {
  const [open, setOpen] = useState<Channel | null>(null);
  const close = () => setOpen(null);
  const composed: Composed | null = open === "influencer" ? null : open;
  return (
    <>
      <div className="off-site-channels">
        {channels.map((channel) => (
          <ChannelCard key={channel} view={view} channel={channel} open={() => setOpen(channel)} />
        ))}
      </div>
      <ComposerDrawer view={view} channel={composed} close={close} />
      <InfluencerDrawer view={view} isOpen={open === "influencer"} close={close} />
    </>
  );
}

function ChannelCard({
  view,
  channel,
  open,
}: {
  view: OffSiteAnswer;
  channel: Channel;
  open: () => void;
}) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const week = sumOf(view.week, channel);
  const running = view.running.filter(({ source }) => source === channel);
  return (
    <Card title={t(`source.${channel}`)}>
      <div className="grid off-site-channel">
        <p className="soft">{t(`channel.${channel}.text`)}</p>
        {week.costMinor === 0 && week.orders === 0 ? null : (
          <p>
            {t("weekOf", {
              cost: format.money(week.costMinor, view.currency),
              orders: format.number(week.orders),
            })}
          </p>
        )}
        {running.length === 0 ? null : <Now view={view} running={running} />}
        <div>
          <ActButton onClick={open}>{t(`channel.${channel}.act`)}</ActButton>
        </div>
      </div>
    </Card>
  );
}

function Now({ view, running }: { view: OffSiteAnswer; running: readonly Running[] }) {
  const { t } = useTranslation("offsite");
  const { decide, isPending, error } = useDecide();
  const said = useRunning(view);
  return (
    <div>
      <h3 className="sub-head">{t("now")}</h3>
      <ul className="off-site-now">
        {running.map((one, index) => (
          <li key={index}>
            {said(one)}{" "}
            {one.source === "display" && one.until > view.day ? (
              <ActButton
                size="compact-xs"
                variant="subtle"
                isPending={isPending}
                onClick={() =>
                  void decide([
                    { kind: "buy-display", market: one.market, text: "", spendMinor: 0, days: 0 },
                  ])
                }
              >
                {t("end")}
              </ActButton>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={error} />
    </div>
  );
}

function useRunning(view: OffSiteAnswer): (one: Running) => string {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const { nameOf } = useMarkets();
  return ({ market, from, until, spendMinor, influencer, isAsked }) => {
    const [place, money] = [nameOf(market), format.money(spendMinor, view.currency)];
    if (influencer !== null) {
      const number = influencer + 1;
      return isAsked
        ? t("asked", { market: place, number, day: from, money })
        : t("booked", { market: place, number, day: from });
    }
    return from === until
      ? t("runToday", { market: place, money })
      : t("run", { market: place, money, until });
  };
}
