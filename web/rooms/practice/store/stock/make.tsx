import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { ProductMake } from "./stock-answer.ts";

type Props = { sku: string; make: ProductMake; done: () => void };
type Label = ProductMake["label"];

/** How a product is made from now on: its tier, and whether it bears the store's name. */
export default function Make({ sku, make, done }: Props) {
  const { t } = useTranslation(["tiers", "sourcing"]);
  const [tier, setTier] = useState(make.tier);
  const [label, setLabel] = useState<Label>(make.label);
  const { decide, isPending, error } = useDecide();
  const isThat = tier === make.tier && label === make.label;
  const wishes: Wish[] = isThat ? [] : [{ kind: "choose-tier", sku, label, tier }];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const choose = async () => {
    if ((await decide(wishes)) !== null) done();
  };
  const tiers = [...new Set(make.ways.map((way) => way.tier))];
  return (
    <div className="grid">
      <p className="soft">{t("make.text")}</p>
      <SegmentedControl
        aria-label={t("make.tier")}
        value={String(tier)}
        onChange={(value) => setTier(Number(value))}
        data={tiers.map((one) => ({ value: String(one), label: t("make.tierN", { tier: one }) }))}
      />
      <SegmentedControl
        aria-label={t("make.label")}
        value={label}
        onChange={(value) => setLabel(value as Label)}
        data={(["generic", "brand"] as const).map((one) => ({
          value: one,
          label: t(`labels.${one}`),
        }))}
      />
      <Facts make={make} tier={tier} label={label} />
      <Projected projection={projection} />
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void choose()}
        disabledReason={isThat ? t("make.isThat") : why}
        isSaidAbove={!isThat}
      >
        {t("make.act")}
      </DrawerAct>
    </div>
  );
}

function Facts({ make, tier, label }: { make: ProductMake; tier: number; label: Label }) {
  const { t } = useTranslation("tiers");
  const { season } = useStorePlace();
  const format = useFormat();
  const fit = (milli: number) => `+${format.number(milli / 1_000, 2)}`;
  const way = make.ways.find((one) => one.tier === tier && one.label === label);
  return (
    <dl className="fact-list">
      <dt>{t("make.unit")}</dt>
      <dd>{way === undefined ? "" : format.money(way.unitMinor, season.booksCurrency)}</dd>
      <dt>{t("make.fit")}</dt>
      <dd>{way === undefined ? "" : fit(way.fitMilli)}</dd>
      <dt>{t("make.pull")}</dt>
      <dd>{label === "brand" ? `+${format.percent(make.pullBp)}` : format.percent(0)}</dd>
      <dt>{t("make.fitNow")}</dt>
      <dd>{fit(make.fitMilli)}</dd>
      <dt>{t("make.brandNow")}</dt>
      <dd>{format.percent(make.brandMilli * 10)}</dd>
    </dl>
  );
}
