import { Radio } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { useSaid } from "../said.ts";
import { useMarkets } from "../use-markets.ts";
import { useExchange } from "../use-rates.ts";
import { useStorePlace } from "../use-store.ts";
import type { Section } from "./editor-parts.ts";
import {
  type PricedService,
  serviceMarks,
  sortedServices,
  outdoneServices,
} from "./service-order.ts";

/** Shipping services as cards: cost, days, tracking, and who pays the duty. */
export function ServiceOptions({ view, form, change }: Pick<Section, "view" | "form" | "change">) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  const say = useSaid();
  const exchange = useExchange();
  const currency = useMarkets().currencyOf(view.market);
  const { offered, empty, refused } = sortedServices(view.services, (minor, from) =>
    exchange(minor, from, currency),
  );
  const marks = serviceMarks(offered);
  const [isAllShown, setAllShown] = useState(false);
  const hidden = isAllShown ? [] : outdoneServices(offered).filter(({ id }) => id !== form.service);
  const choose = (id: string) => {
    const service = [...offered, ...empty].find((one) => one.id === id);
    if (service !== undefined) change({ service: id, promiseDays: service.p90Days });
  };
  return (
    <>
      {offered.length === 0 ? <p className="soft">{t("listing.noService")}</p> : null}
      <Radio.Group aria-label={t("listing.shipping")} value={form.service ?? ""} onChange={choose}>
        <div className="options">
          {offered
            .filter((service) => !hidden.includes(service))
            .map((service) => (
              <Option
                key={service.id}
                service={service}
                currency={currency}
                mark={marks.get(service.id)}
              />
            ))}
        </div>
        <EmptyWarehouse view={view} services={empty} chosen={form.service} />
      </Radio.Group>
      {hidden.length === 0 ? null : (
        <button type="button" className="text-act" onClick={() => setAllShown(true)}>
          {t("listing.outdoneServices", { count: hidden.length })}
        </button>
      )}
      {refused.length === 0 ? null : (
        <details>
          <summary>{t("listing.refusedServices", { count: refused.length })}</summary>
          <ul className="hints">
            {refused.map((service) => (
              <li key={service.id}>
                {t("listing.refusedService", {
                  service: format.name(service.name),
                  why: service.refusal === null ? "" : say(service.refusal),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Option({
  service,
  currency,
  mark,
}: {
  service: PricedService;
  currency: string;
  mark?: "cheapest" | "fastest" | undefined;
}) {
  const format = useFormat();
  return (
    <Radio
      value={service.id}
      className="option"
      label={
        <span className="option-head">
          <span>{format.name(service.name)}</span>
          <Cost service={service} currency={currency} />
        </span>
      }
      description={<Facts service={service} mark={mark} />}
    />
  );
}

/** Services of an overseas warehouse without stock: last, folded, under why they do not sell. */
function EmptyWarehouse({
  view,
  services,
  chosen,
}: {
  view: Section["view"];
  services: readonly PricedService[];
  chosen: string | null;
}) {
  const { t } = useTranslation("practice");
  const { here } = useStorePlace();
  const { nameOf, currencyOf } = useMarkets();
  if (services.length === 0) return null;
  const isChosen = services.some(({ id }) => id === chosen);
  return (
    <details className="empty-warehouse" open={isChosen}>
      <summary className={isChosen ? "bad" : ""}>
        {t("listing.emptyWarehouse", { count: services.length, market: nameOf(view.market) })}
      </summary>
      <p className="soft">
        {t("listing.emptyWarehouseText")}{" "}
        <Link to={`${here}/stock`} search={{ sku: view.sku }}>
          {t("listing.moveStock")}
        </Link>
      </p>
      <div className="options">
        {services.map((service) => (
          <Option key={service.id} service={service} currency={currencyOf(view.market)} />
        ))}
      </div>
    </details>
  );
}

/** The price of a parcel in the market's currency, and in the carrier's where that is another. */
function Cost({ service, currency }: { service: PricedService; currency: string }) {
  const format = useFormat();
  const own = format.money(service.costMinor, service.currency);
  if (service.currency === currency || service.localMinor === service.costMinor) {
    return <strong>{own}</strong>;
  }
  return (
    <span className="option-cost">
      <strong>{format.money(service.localMinor, currency)}</strong>
      <span className="dim">{own}</span>
    </span>
  );
}

function Facts({
  service,
  mark,
}: {
  service: PricedService;
  mark: "cheapest" | "fastest" | undefined;
}) {
  const { t } = useTranslation("practice");
  const format = useFormat();
  return (
    <span className="option-facts">
      <span>{t("listing.daysRange", { from: service.p10Days, to: service.p90Days })}</span>
      <span>{t(service.isTracked ? "listing.tracked" : "listing.untracked")}</span>
      <span>{t(`dutyTerms.${service.dutyTerms}`)}</span>
      <span>{t("listing.lost", { share: format.percent(service.lossPpm / 100, 2) })}</span>
      {service.from === "warehouse" ? <span>{t("listing.fromWarehouse")}</span> : null}
      {mark === undefined ? null : (
        <span className="badge badge-accent">{t(`listing.mark.${mark}`)}</span>
      )}
    </span>
  );
}
