import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, type Wish } from "../use-store.ts";
import type { OffSiteAnswer } from "./answer.ts";
import { MarketChoice } from "./composer.tsx";

type Place = OffSiteAnswer["media"][number];

/** Places that are given to the highest sealed bid, each with its deadline. */
export function MediaPlaces({ view }: { view: OffSiteAnswer }) {
  const { t } = useTranslation("offsite");
  const { nameOf } = useMarkets();
  const onSale = view.markets.find(({ isOnSale }) => isOnSale) ?? view.markets[0];
  const [market, setMarket] = useState(onSale?.market ?? "");
  const here = view.media.filter((one) => one.market === market);
  return (
    <div className="grid">
      <p className="soft">{t("media.rule")}</p>
      <MarketChoice view={view} market={market} setMarket={setMarket} />
      <ul className="off-site-people" aria-label={t("media.title", { market: nameOf(market) })}>
        {here.map((one) => (
          <Slot key={`${one.market}/${one.slot}`} view={view} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Slot({ view, one }: { view: OffSiteAnswer; one: Place }) {
  const { t } = useTranslation("offsite");
  const format = useFormat();
  const money = (minor: number) => format.money(minor, view.currency);
  const days = one.until - one.from + 1;
  const perMille = Math.round((one.reserveMinor * 1000) / Math.max(1, one.views * days));
  return (
    <li className="grid">
      <div className="row row-wrap">
        <b>{t(`media.places.${one.place}`)}</b>
        <span>{t("media.week", { from: one.from, until: one.until })}</span>
        {one.bidMinor === 0 ? null : (
          <span className="badge badge-good">
            {t("media.mine", { money: money(one.bidMinor) })}
          </span>
        )}
      </div>
      <p className="soft">{t("media.closes", { day: one.closesOn })}</p>
      <dl className="fact-list">
        <dt>{t("media.views")}</dt>
        <dd>{format.number(one.views)}</dd>
        <dt>{t("media.reserve")}</dt>
        <dd>{money(one.reserveMinor)}</dd>
        <dt>{t("media.perMille")}</dt>
        <dd>{money(perMille)}</dd>
      </dl>
      <Bid view={view} one={one} />
    </li>
  );
}

function Bid({ view, one }: { view: OffSiteAnswer; one: Place }) {
  const { t } = useTranslation("offsite");
  const [minor, setMinor] = useState<number | null>(one.bidMinor === 0 ? null : one.bidMinor);
  const { decide, isPending, error } = useDecide();
  const digits = digitsOf(view.currency);
  const scale = 10 ** digits;
  const bidOf = (bidMinor: number): Wish => ({
    kind: "buy-media",
    market: one.market,
    slot: one.slot,
    bidMinor,
  });
  const isTyped = minor !== null && minor > 0 && minor !== one.bidMinor;
  const [projection] = useProjection(isTyped ? [bidOf(minor)] : []);
  const why = useRefusedWhy(projection);
  return (
    <>
      <div className="row row-wrap off-site-bid">
        <NumberField
          label={t("media.bid", { currency: view.currency })}
          digits={digits}
          padTo={digits}
          min={0}
          value={minor === null ? null : minor / scale}
          onValue={(value) => setMinor(value === null ? null : Math.round(value * scale))}
        />
        <ActButton
          size="xs"
          isPending={isPending}
          disabledReason={isTyped ? why : t("media.enter")}
          onClick={() => void decide([bidOf(minor ?? 0)])}
        >
          {one.bidMinor === 0 ? t("media.act") : t("media.change")}
        </ActButton>
        {one.bidMinor === 0 ? null : (
          <ActButton
            size="xs"
            variant="default"
            isPending={isPending}
            onClick={() => void decide([bidOf(0)])}
          >
            {t("media.back")}
          </ActButton>
        )}
      </div>
      {isTyped ? <Projected projection={projection} /> : null}
      <Refused error={error} />
    </>
  );
}
