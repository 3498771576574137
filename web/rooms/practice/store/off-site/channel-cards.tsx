import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide } from "../use-store.ts";
import { type OffSiteAnswer, type Running, sumOf } from "./answer.ts";
import { Composer } from "./composer.tsx";
import { Influencers } from "./influencers.tsx";
import { Letter } from "./letter.tsx";
import { MediaPlaces } from "./media-places.tsx";
import { PageEditor } from "./page-editor.tsx";

const channels = [
  "post",
  "display",
  "influencer",
  "livestream",
  "mail",
  "landing",
  "media",
] as const;
type Channel = (typeof channels)[number];

/** One card a channel: what it is for, what it did, what runs, and its act. */
export function ChannelCards({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation(["offsite", "promoted", "report"]);
  const [open, setOpen] = useState<Channel | null>(null);
  const close = () => setOpen(null);
  const titleOf = useTitles();
  return (
    <>
      <div className="off-site-channels">
        {channels.map((channel) => (
          <ChannelCard key={channel} view={view} channel={channel} open={() => setOpen(channel)} />
        ))}
      </div>
      <Drawer
        opened={open !== null}
        onClose={close}
        position="right"
        size="lg"
        title={open === null ? "" : titleOf(open)}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {open === null ? null : <Desk key={open} view={view} channel={open} done={close} />}
      </Drawer>
    </>
  );
}

function useTitles(): (channel: Channel) => string {
  const { t } = useTranslation(["offsite", "promoted"]);
  return (channel) => (channel === "landing" ? t("channel.landing.title") : t(`source.${channel}`));
}

/** Where a channel is written, booked or bid for. */
function Desk({
  view,
  channel,
  done,
}: {
  view: OffSiteAnswer;
  channel: Channel;
  done: () => void;
}) {
  switch (channel) {
    case "influencer":
      return <Influencers view={view} />;
    case "mail":
      return <Letter view={view} done={done} />;
    case "landing":
      return <PageEditor view={view} done={done} />;
    case "media":
      return <MediaPlaces view={view} />;
    default:
      return <Composer view={view} channel={channel} done={done} />;
  }
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
  const { t } = useTranslation(["offsite", "promoted"]);
  const format = useFormat();
  const titleOf = useTitles();
  const week = channel === "landing" ? { costMinor: 0, orders: 0 } : sumOf(view.week, channel);
  const running = view.running.filter(({ source }) => source === channel);
  return (
    <Card title={titleOf(channel)}>
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
        {channel === "mail" ? <Readers view={view} /> : null}
        {channel === "landing" ? <Pages view={view} /> : null}
        {running.length === 0 ? null : <Now view={view} running={running} />}
        <div>
          <ActButton variant="light" onClick={open}>
            {t(`channel.${channel}.act`)}
          </ActButton>
        </div>
      </div>
    </Card>
  );
}

/** Who may be written to, market by market. */
function Readers({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation(["offsite", "promoted"]);
  const { nameOf } = useMarkets();
  const lists = view.markets.filter(({ mailList }) => mailList > 0);
  if (lists.length === 0) return <p className="soft">{t("letter.nobody")}</p>;
  return (
    <ul className="off-site-now">
      {lists
        .toSorted((a, b) => b.mailList - a.mailList)
        .slice(0, listsShown)
        .map(({ market, mailList }) => (
          <li key={market}>{t("letter.readers", { count: mailList, market: nameOf(market) })}</li>
        ))}
    </ul>
  );
}

const listsShown = 3;

/** How good the store's pages are where it sells. */
function Pages({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation(["offsite", "promoted"]);
  const format = useFormat();
  const { nameOf } = useMarkets();
  const sold = view.markets.filter(({ isOnSale, landing }) => isOnSale || landing !== null);
  return (
    <ul className="off-site-now">
      {sold.slice(0, listsShown).map(({ market, landing }) => (
        <li key={market}>
          {landing === null
            ? t("page.unwritten", { market: nameOf(market) })
            : t("page.score", {
                market: nameOf(market),
                score: format.number(Math.round(landing.fitMilli / 10)),
              })}
        </li>
      ))}
    </ul>
  );
}

function Now({ view, running }: { view: OffSiteAnswer; running: readonly Running[] }) {
  const { t } = useTranslation(["offsite", "promoted"]);
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
  const { t } = useTranslation(["offsite", "promoted"]);
  const format = useFormat();
  const { nameOf } = useMarkets();
  return ({ source, market, from, until, spendMinor, influencer, mediaPlace, isAsked }) => {
    const [place, money] = [nameOf(market), format.money(spendMinor, view.currency)];
    if (source === "media") {
      const name = t(`media.places.${mediaPlace ?? "portal"}`);
      return isAsked
        ? t("media.bidRun", { market: place, place: name, from, until, money })
        : t("media.wonRun", { market: place, place: name, from, until });
    }
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
