import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { discounted } from "./discount-price.ts";
import type { Section } from "./editor-parts.ts";
import type { Discount as Wanted } from "./listing-form.ts";

const daysMax = 30;

/** A lower price for some days; one at a time. */
export function Discount({ view, form, change }: Section) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const running = view.row.discount;
  const wanted = form.discount === "end" ? null : form.discount;
  const first: Wanted = {
    depthBp: 1_000,
    from: season.day,
    to: Math.min(season.days, season.day + 2),
  };
  return (
    <Card title={t("listing.discount")}>
      {running === null ? (
        <div className="form">
          <Switch
            label={t("listing.runDiscount")}
            checked={wanted !== null}
            onChange={(event) => change({ discount: event.currentTarget.checked ? first : null })}
          />
          {wanted === null ? null : (
            <DiscountFields
              wanted={wanted}
              change={(discount) => change({ discount })}
              priceMinor={form.priceMinor ?? 0}
              market={view.market}
            />
          )}
        </div>
      ) : (
        <div className="form">
          <p>
            {t("listing.discountRuns", {
              share: format.percent(running.depthBp),
              from: running.from,
              to: running.to,
            })}
          </p>
          <Switch
            label={t("listing.endDiscount")}
            checked={form.discount === "end"}
            onChange={(event) => change({ discount: event.currentTarget.checked ? "end" : null })}
          />
        </div>
      )}
    </Card>
  );
}

function DiscountFields({
  wanted,
  change,
  priceMinor,
  market,
}: {
  wanted: Wanted;
  change: (wanted: Wanted) => void;
  priceMinor: number;
  market: string;
}) {
  const { t } = useTranslation("practice");
  const { season } = useStorePlace();
  const format = useFormat();
  const { currencyOf } = useMarkets();
  return (
    <>
      <div className="field-row">
        <NumberField
          label={t("listing.depth")}
          min={1}
          max={90}
          suffix="%"
          value={wanted.depthBp / 100}
          onValue={(value) => change({ ...wanted, depthBp: (value ?? 0) * 100 })}
        />
        <NumberField
          label={t("listing.fromDay")}
          min={season.day}
          max={season.days}
          value={wanted.from}
          onValue={(value) => change({ ...wanted, from: value ?? season.day })}
        />
        <NumberField
          label={t("listing.toDay")}
          min={wanted.from}
          max={Math.min(season.days, wanted.from + daysMax - 1)}
          value={wanted.to}
          onValue={(value) => change({ ...wanted, to: value ?? wanted.from })}
        />
      </div>
      {priceMinor === 0 ? null : (
        <p className="soft">
          {t("listing.discountPrice", {
            money: format.money(discounted(priceMinor, wanted.depthBp), currencyOf(market)),
          })}
        </p>
      )}
    </>
  );
}
