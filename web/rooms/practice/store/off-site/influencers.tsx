import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice } from "./composer.tsx";

type Influencer = OffSiteAnswer["influencers"][number];

const daysAhead = 14;

/** People with followers in a market, to be booked for a day. */
export function Influencers({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation("offsite");
  const { season } = useStorePlace();
  const { nameOf } = useMarkets();
  const onSale = view.markets.find(({ isOnSale }) => isOnSale) ?? view.markets[0];
  const [market, setMarket] = useState(onSale?.market ?? "");
  const [day, setDay] = useState(view.day);
  const here = view.influencers.filter((one) => one.market === market);
  const last = Math.min(season.days, view.day + daysAhead);
  const days = Array.from({ length: Math.max(1, last - view.day + 1) }, (_, at) => view.day + at);
  return (
    <div className="grid">
      <p className="soft">{t("influencer.rule")}</p>
      <div className="grid grid-even">
        <MarketChoice view={view} market={market} setMarket={setMarket} />
        <Select
          label={t("influencer.day")}
          data={days.map((one) => ({
            value: String(one),
            label: t("influencer.dayOf", { day: one }),
          }))}
          value={String(day)}
          allowDeselect={false}
          onChange={(value) => setDay(Number(value ?? view.day))}
        />
      </div>
      <ul
        className="off-site-people"
        aria-label={t("influencer.title", { market: nameOf(market) })}
      >
        {here.map((one) => (
          <Person key={`${one.market}/${one.influencer}`} view={view} one={one} day={day} />
        ))}
      </ul>
    </div>
  );
}

function Person({ view, one, day }: { view: OffSiteAnswer; one: Influencer; day: number }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const wish: Wish = {
    kind: "book-influencer",
    market: one.market,
    influencer: one.influencer,
    day,
  };
  const isMine = view.running.some(
    (run) => run.influencer === one.influencer && run.market === one.market && run.from === day,
  );
  const isTaken = one.takenDays.includes(day);
  const [projection] = useProjection(isTaken || isMine ? [] : [wish]);
  const { decide, isPending, error } = useDecide();
  const perMille = one.views === 0 ? 0 : Math.round((one.priceMinor * 1000) / one.views);
  return (
    <li className="grid">
      <div className="row row-wrap">
        <b>{t("influencer.name", { number: one.influencer + 1 })}</b>
        <span>{t("influencer.cares", { category: format.name(one.category) })}</span>
        {one.isFitting ? <span className="badge badge-good">{t("influencer.fits")}</span> : null}
      </div>
      <dl className="fact-list">
        <dt>{t("influencer.views")}</dt>
        <dd>{format.number(one.views)}</dd>
        <dt>{t("influencer.price")}</dt>
        <dd>{format.money(one.priceMinor, view.currency)}</dd>
        <dt>{t("influencer.perMille")}</dt>
        <dd>{format.money(perMille, view.currency)}</dd>
        {projection?.kind === "accepted" && projection.reach !== null ? (
          <>
            <dt>{t("form.visits")}</dt>
            <dd>
              {t("form.visitsRange", {
                least: format.number(projection.reach.visitsLeast),
                most: format.number(projection.reach.visitsMost),
              })}
            </dd>
          </>
        ) : null}
      </dl>
      {projection?.kind === "accepted" ? (
        <Projected projection={{ ...projection, cashMinor: 0 }} />
      ) : null}
      <Refused error={error} />
      <div>
        <ActButton
          size="xs"
          variant={one.isFitting ? "filled" : "default"}
          isPending={isPending}
          onClick={() => void decide([wish])}
          disabledReason={
            isMine ? t("influencer.mine") : isTaken ? t("influencer.taken") : undefined
          }
        >
          {t("influencer.act")}
        </ActButton>
      </div>
    </li>
  );
}
