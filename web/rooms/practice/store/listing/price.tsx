import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { positionWord } from "../price-position.ts";
import { PriceScale } from "../price-scale.tsx";
import { useRefused } from "../said.ts";
import { useMarkets } from "../use-markets.ts";
import type { Section } from "./editor-parts.ts";
import type { Economics } from "./waterfall-bars.ts";
import { Waterfall } from "./waterfall.tsx";

/** The price, what is left of it, and where it stands among rivals'. */
export function Price({ view, form, change, sum }: Section) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { currencyOf, scaleOf } = useMarkets();
  const refused = useRefused();
  const currency = currencyOf(view.market);
  const scale = scaleOf(view.market);
  const suggested = view.suggestedPriceMinor;
  const hasPrice = form.priceMinor !== null && form.priceMinor > 0;
  const refusal = sum.refusals[0];
  const economics = hasPrice && refusal === undefined ? (sum.economics ?? view.economics) : null;
  return (
    <Card title={t("listing.price")}>
      <div className="form">
        <NumberField
          id="price"
          label={t("listing.priceIn", { currency })}
          min={0}
          digits={Math.round(Math.log10(scale))}
          padTo={Math.round(Math.log10(scale))}
          thousandSeparator=","
          value={form.priceMinor === null ? null : form.priceMinor / scale}
          onValue={(value) =>
            change({ priceMinor: value === null ? null : Math.round(value * scale) })
          }
        />
        {suggested <= 0 || suggested === form.priceMinor ? null : (
          <p className="soft">
            {t("listing.suggested", { money: format.money(suggested, currency) })}{" "}
            <button
              type="button"
              className="text-act"
              onClick={() => change({ priceMinor: suggested })}
            >
              {t("listing.useIt")}
            </button>{" "}
            {t(view.goingPriceMinor === null ? "listing.suggestedAlone" : "listing.suggestedRule", {
              sound: format.money(view.soundPriceMinor, currency),
              going: format.money(view.goingPriceMinor ?? 0, currency),
            })}
          </p>
        )}
        {hasPrice && refusal !== undefined ? (
          <p className="warn">{refused(refusal)}</p>
        ) : (
          <Reckoning economics={economics} hasPrice={hasPrice} hasService={form.service !== null} />
        )}
        <Position view={view} economics={economics} />
      </div>
    </Card>
  );
}

/** The waterfall, or what is missing for it. */
function Reckoning({
  economics,
  hasPrice,
  hasService,
}: {
  economics: Economics | null;
  hasPrice: boolean;
  hasService: boolean;
}) {
  const { t } = useTranslation("practice");
  if (economics !== null) return <Waterfall economics={economics} />;
  const missing = hasPrice ? (hasService ? "forbidden" : "service") : "price";
  return <p className="soft">{t(`listing.missing.${missing}`)}</p>;
}

function Position({ view, economics }: { view: Section["view"]; economics: Economics | null }) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const { currencyOf } = useMarkets();
  const currency = currencyOf(view.market);
  const { prices } = view;
  if (prices.offers === 0 || prices.p90Minor === 0) {
    return <p className="dim">{t("listing.noRivals")}</p>;
  }
  const money = (minor: number) => format.money(minor, currency);
  const own = economics === null ? [] : [economics.landedMinor];
  return (
    <div>
      <h3 className="sub-head">{t("listing.position")}</h3>
      <PriceScale
        spread={prices}
        own={own}
        currency={currency}
        label={t("listing.positionOf", {
          low: money(prices.p10Minor),
          middle: money(prices.referenceMinor),
          high: money(prices.p90Minor),
        })}
      />
      <p className="scale-ends" aria-hidden="true">
        <span>{t("listing.lowTenth", { money: money(prices.p10Minor) })}</span>
        <span>{t("listing.median", { money: money(prices.referenceMinor) })}</span>
        <span>{t("listing.highTenth", { money: money(prices.p90Minor) })}</span>
      </p>
      <p className="soft">
        {economics === null
          ? null
          : t(`listing.standing.${positionWord(economics.landedMinor, prices)}`, {
              money: money(economics.landedMinor),
            })}{" "}
        <span className="dim">{t("listing.offers", { count: prices.offers })}</span>
      </p>
    </div>
  );
}
