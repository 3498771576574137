import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { useMarkets } from "../use-markets.ts";
import type { Section } from "./editor-parts.ts";
import { ServiceOptions } from "./service-options.tsx";

/** How it is sent, what the buyer pays for that, and when it is promised. */
export function Shipping({ view, form, change }: Section) {
  const { t } = useTranslation("practice");
  const { currencyOf, scaleOf } = useMarkets();
  const scale = scaleOf(view.market);
  const chosen = view.services.find(({ id }) => id === form.service);
  return (
    <Card title={t("listing.shipping")}>
      <div className="form" id="shipping">
        <ServiceOptions view={view} form={form} change={change} />
        <div className="field-pair">
          <NumberField
            label={t("listing.fee", { currency: currencyOf(view.market) })}
            description={t("listing.feeText")}
            min={0}
            digits={Math.round(Math.log10(scale))}
            value={form.feeMinor === null ? null : form.feeMinor / scale}
            onValue={(value) =>
              change({ feeMinor: value === null ? null : Math.round(value * scale) })
            }
          />
          <NumberField
            label={t("listing.promise")}
            description={
              chosen === undefined
                ? t("listing.promiseFirst")
                : t("listing.promiseText", { half: chosen.p50Days, most: chosen.p90Days })
            }
            min={1}
            max={120}
            value={form.promiseDays}
            onValue={(promiseDays) => change({ promiseDays })}
          />
        </div>
      </div>
    </Card>
  );
}
