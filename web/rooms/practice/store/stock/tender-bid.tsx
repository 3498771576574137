import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { ActButton, DrawerAct, ProductLabel, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { type Projection, useDecide, useStorePlace } from "../use-store.ts";
import { bidWishes, type OpenTender, type TendersAnswer } from "./tender-answer.ts";

type Props = { one: OpenTender | null; tenders: TendersAnswer; close: () => void };

/** A sealed bid: price and units, what they would cost, and taking it back. */
export function TenderBid({ one, tenders, close }: Props) {
  const { t } = useTranslation(["tenders", "report"]);
  const format = useFormat();
  return (
    <Drawer
      opened={one !== null}
      onClose={close}
      position="right"
      title={one === null ? "" : t("bid.title", { product: format.name(one.name) })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {one === null ? null : <Form one={one} tenders={tenders} close={close} />}
    </Drawer>
  );
}

type FormProps = { one: OpenTender; tenders: TendersAnswer; close: () => void };

function Form({ one, tenders, close }: FormProps) {
  const { t } = useTranslation("tenders");
  const format = useFormat();
  const { currency } = tenders;
  const [unitMinor, setUnitMinor] = useState<number | null>(one.bid?.unitMinor ?? null);
  const [units, setUnits] = useState<number | null>(one.bid?.units ?? null);
  const { decide, isPending, error } = useDecide();
  const wishes = bidWishes(one, unitMinor, units);
  const projections = useProjection(wishes);
  const projection = projections.find(({ kind }) => kind === "refused") ?? projections.at(-1);
  const why = useRefusedWhy(projection);
  const digits = digitsOf(currency);
  const scale = 10 ** digits;
  const shown = (minor: number) => format.money(minor, currency);
  const hand = async (given: typeof wishes) => {
    if ((await decide(given)) !== null) close();
  };
  return (
    <div className="grid">
      <ProductLabel name={one.name} sku={one.sku} picture={one.picture} />
      <p className="soft">{t("bid.until", { day: one.closesOn })}</p>
      {one.isSelected ? null : <p className="soft">{t("bid.takesUp")}</p>}
      <NumberField
        label={t("bid.price", { currency })}
        description={t("open.fromTo", { low: shown(one.lowMinor), high: shown(one.highMinor) })}
        digits={digits}
        padTo={digits}
        min={0}
        value={unitMinor === null ? null : unitMinor / scale}
        onValue={(value) => setUnitMinor(value === null ? null : Math.round(value * scale))}
      />
      <NumberField
        label={t("bid.units")}
        description={t("bid.most", { most: format.number(one.mostUnits) })}
        min={1}
        max={one.mostUnits}
        value={units}
        onValue={setUnits}
      />
      <Sums one={one} purchase={projection?.kind === "accepted" ? projection.purchase : null} />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void hand(wishes)}
        disabledReason={wishes.length === 0 ? t("bid.enter") : why}
        isSaidAbove={wishes.length > 0}
      >
        {one.bid === null ? t("open.place") : t("open.change")}
      </DrawerAct>
      {one.bid === null ? null : (
        <ActButton
          variant="default"
          isPending={isPending}
          onClick={() =>
            void hand([{ kind: "bid-tender", tender: one.tender, unitMinor: 0, units: 0 }])
          }
        >
          {t("bid.back")}
        </ActButton>
      )}
    </div>
  );
}

type Purchase = Extract<Projection, { kind: "accepted" }>["purchase"];

/** What the goods cost elsewhere, and what the bid comes to if it wins all. */
function Sums({ one, purchase }: { one: OpenTender; purchase: Purchase }) {
  const { t } = useTranslation("tenders");
  const { season } = useStorePlace();
  const format = useFormat();
  const shown = (minor: number) => format.money(minor, season.booksCurrency);
  return (
    <dl className="fact-list">
      <dt>{t("bid.list")}</dt>
      <dd>{shown(one.listMinor)}</dd>
      <dt>{t("bid.ordered", { units: format.number(one.mostUnits) })}</dt>
      <dd>{shown(one.orderedMinor)}</dd>
      <dt>{t("bid.total")}</dt>
      <dd>{purchase === null ? "–" : shown(purchase.costMinor)}</dd>
      <dt>{t("bid.deposit", { share: format.percent(one.depositBp) })}</dt>
      <dd>{purchase === null ? "–" : shown(purchase.depositMinor)}</dd>
      <dt>{t("bid.arrives")}</dt>
      <dd>{t("day", { day: one.closesOn + one.leadDays })}</dd>
    </dl>
  );
}
