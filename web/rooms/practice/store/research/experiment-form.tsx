import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf, useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide } from "../use-store.ts";
import { ContentArm } from "./content-arm.tsx";
import type { Research } from "./research-answer.ts";
import { keyOf, measures, type Planned, useExperiment } from "./use-experiment.ts";

const fields = ["price", "fee", "promise", "content"] as const;

/** A question about one listing: what is tried, for how long, and what is expected. */
export function ExperimentForm({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { listings, daysMost, dayFeeMinor } = research.experiments;
  const planned = useExperiment(listings, daysMost);
  const { wish, plan, clear } = planned;
  const wishes = wish === null ? [] : [wish];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const handIn = async () => {
    if ((await decide(wishes)) !== null) clear();
  };
  const money = format.money(dayFeeMinor * (plan.days ?? 0), research.currency);
  return (
    <div className="grid">
      <div className="research-form">
        <Subject planned={planned} listings={listings} />
        <Arms planned={planned} />
        <Terms planned={planned} daysMost={daysMost} />
        <div className="research-act">
          <ActButton
            isPending={isPending}
            disabledReason={wish === null ? t("experiments.enter") : why}
            onClick={() => void handIn()}
          >
            {t("experiments.start", { money })}
          </ActButton>
        </div>
      </div>
      <Projected
        projection={projection?.kind === "accepted" ? { ...projection, cashMinor: 0 } : projection}
      />
      <Refused error={error} />
    </div>
  );
}

function Subject({
  planned,
  listings,
}: {
  planned: Planned;
  listings: Research["experiments"]["listings"];
}) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { nameOf } = useMarkets();
  return (
    <>
      <Select
        label={t("experiments.listing")}
        data={listings.map((one) => ({
          value: keyOf(one),
          label: `${format.name(one.name)} · ${nameOf(one.market)}`,
        }))}
        value={planned.place}
        allowDeselect={false}
        searchable
        onChange={(chosen) => {
          if (chosen !== null) planned.choosePlace(chosen);
        }}
      />
      <Select
        label={t("experiments.field")}
        data={fields.map((one) => ({ value: one, label: t(`experiments.fields.${one}`) }))}
        value={planned.plan.field}
        allowDeselect={false}
        onChange={(chosen) => planned.chooseField(fields.find((one) => one === chosen) ?? "price")}
      />
    </>
  );
}

function Arms({ planned }: { planned: Planned }) {
  const { t } = useTranslation("research");
  const { plan, set, listing, armA, place } = planned;
  if (plan.field === "content") {
    const { sku, market } = listing;
    return <ContentArm key={place} sku={sku} market={market} onWords={(words) => set({ words })} />;
  }
  const digits = plan.field === "promise" ? 0 : digitsOf(listing.currency);
  const unit = plan.field === "promise" ? "" : ` (${listing.currency})`;
  return (
    <>
      <NumberField
        label={`${t("experiments.armA")}${unit}`}
        digits={digits}
        padTo={digits}
        value={armA}
        onValue={(a) => set({ a })}
      />
      <NumberField
        label={`${t("experiments.armB")}${unit}`}
        digits={digits}
        padTo={digits}
        value={plan.b}
        onValue={(b) => set({ b })}
      />
    </>
  );
}

function Terms({ planned, daysMost }: { planned: Planned; daysMost: number }) {
  const { t } = useTranslation("research");
  const { plan, set } = planned;
  return (
    <>
      <NumberField
        label={t("experiments.share")}
        min={10}
        max={50}
        value={plan.share}
        onValue={(share) => set({ share })}
      />
      <NumberField
        label={t("experiments.forDays", { most: daysMost })}
        min={3}
        max={daysMost}
        value={plan.days}
        onValue={(days) => set({ days })}
      />
      <Select
        label={t("experiments.measure")}
        data={measures.map((one) => ({ value: one, label: t(`experiments.measures.${one}`) }))}
        value={plan.measure}
        allowDeselect={false}
        onChange={(chosen) => set({ measure: measures.find((one) => one === chosen) ?? "orders" })}
      />
      <TextInput
        label={t("experiments.hypothesis")}
        value={plan.hypothesis}
        maxLength={300}
        onChange={(event) => set({ hypothesis: event.currentTarget.value })}
      />
    </>
  );
}
