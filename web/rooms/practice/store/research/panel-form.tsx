import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  comparedBy,
  panelQuestions,
  segmentNames,
} from "@echelon/contract/practice/panel-lists.ts";
import { panelSampleMax, panelSampleMin } from "@echelon/contract/practice/typed-limits.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import { CategoryChoice } from "./category-choice.tsx";
import type { Research } from "./research-answer.ts";

type Ask = Extract<Wish, { kind: "ask-panel" }>;

const everybody = "all";

type Planned = {
  readonly question: Ask["question"];
  readonly market: string;
  readonly category: string;
  readonly segment: Ask["segment"];
  readonly sample: number | null;
  /** Whole units of the market's currency. */
  readonly price: number | null;
  readonly by: NonNullable<Ask["by"]>;
};

/** One question, to whom, and how many of them: the more are asked the surer is the answer. */
export function PanelForm({ research }: { research: Research }) {
  const { t } = useTranslation("research");
  const { season } = useStorePlace();
  const { markets, currencyOf } = useMarkets();
  const [planned, setPlanned] = useState<Planned>({
    question: "matters",
    market: markets[0]?.code ?? "",
    category: research.reports.own[0] ?? season.categories[0]?.id ?? "",
    segment: null,
    sample: 400,
    price: null,
    by: "price",
  });
  const set = (change: Partial<Planned>) => setPlanned({ ...planned, ...change });
  const wish = wishOf(planned, 10 ** digitsOf(currencyOf(planned.market)));
  const wishes = wish === null ? [] : [wish];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  return (
    <div className="grid">
      <div className="research-form">
        <Question planned={planned} set={set} hasNames={research.panels.hasNames} />
        <Whom planned={planned} set={set} own={research.reports.own} />
        <div className="research-act">
          <ActButton
            isPending={isPending}
            disabledReason={wish === null ? t("panels.enter") : why}
            onClick={() => void decide(wishes)}
          >
            {t("panels.ask")}
          </ActButton>
        </div>
      </div>
      <p className="soft research-text">{t(`panels.about.${planned.question}`)}</p>
      <Projected projection={wish === null ? undefined : projection} />
      <Refused error={error} />
    </div>
  );
}

type Part = { planned: Planned; set: (change: Partial<Planned>) => void };

function Question({ planned, set, hasNames }: Part & { hasNames: boolean }) {
  const { t } = useTranslation(["research", "researched"]);
  const { currencyOf } = useMarkets();
  const currency = currencyOf(planned.market);
  const asked = hasNames ? panelQuestions : panelQuestions.filter((one) => one !== "names");
  return (
    <>
      <Select
        label={t("panels.question")}
        data={asked.map((one) => ({ value: one, label: t(`panels.questions.${one}`) }))}
        value={planned.question}
        allowDeselect={false}
        onChange={(chosen) =>
          set({ question: panelQuestions.find((one) => one === chosen) ?? "matters" })
        }
      />
      {planned.question === "would-pay" ? (
        <NumberField
          label={`${t("panels.price")} (${currency})`}
          digits={digitsOf(currency)}
          value={planned.price}
          onValue={(price) => set({ price })}
        />
      ) : null}
      {planned.question === "compare" ? (
        <Select
          label={t("panels.by")}
          data={comparedBy.map((one) => ({ value: one, label: t(`motiveName.${one}`) }))}
          value={planned.by}
          allowDeselect={false}
          onChange={(chosen) => set({ by: comparedBy.find((one) => one === chosen) ?? "price" })}
        />
      ) : null}
    </>
  );
}

function Whom({ planned, set, own }: Part & { own: readonly string[] }) {
  const { t } = useTranslation(["research", "researched"]);
  const { markets, nameOf } = useMarkets();
  const people = [
    { value: everybody, label: t("panels.everybody") },
    ...segmentNames.map((one) => ({ value: one, label: t(`segments.${one}`) })),
  ];
  return (
    <>
      <Select
        label={t("reports.market")}
        data={markets.map(({ code }) => ({ value: code, label: nameOf(code) }))}
        value={planned.market}
        allowDeselect={false}
        onChange={(chosen) => set({ market: chosen ?? planned.market, price: null })}
      />
      {planned.question === "names" ? null : (
        <CategoryChoice
          own={own}
          value={planned.category}
          onChoose={(category) => set({ category })}
        />
      )}
      <Select
        label={t("reports.segment")}
        data={people}
        value={planned.segment ?? everybody}
        allowDeselect={false}
        onChange={(chosen) => set({ segment: segmentNames.find((one) => one === chosen) ?? null })}
      />
      <NumberField
        label={t("panels.sample")}
        min={panelSampleMin}
        max={panelSampleMax}
        value={planned.sample}
        onValue={(sample) => set({ sample })}
      />
    </>
  );
}

function wishOf(planned: Planned, scale: number): Ask | null {
  const { question, market, category, segment, sample, price, by } = planned;
  if (sample === null) return null;
  const ask = { kind: "ask-panel", question, market, category, segment, sample } as const;
  if (question === "compare") return { ...ask, by };
  if (question !== "would-pay") return ask;
  return price === null ? null : { ...ask, priceMinor: Math.round(price * scale) };
}
