import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useIsOver, useStorePlace, type Wish } from "../use-store.ts";
import type { StrategyAnswer } from "./company-answer.ts";

type State = Extract<Wish, { kind: "state-strategy" }>;
type Target = State["targets"][number];
/** As typed: whole units of money, stars, percent of the going price. */
type Typed = Readonly<Record<keyof Target, number | null>>;

const fields = ["revenueMinor", "profitMinor", "ratingMilli", "priceIndexBp"] as const;
const empty: Typed = { revenueMinor: null, profitMinor: null, ratingMilli: 4.5, priceIndexBp: 100 };

type Props = { strategy: StrategyAnswer; isAmendment: boolean };

/** The strategy in words, and what it is to come to in each third of the season. */
export function StrategyForm({ strategy, isAmendment }: Props) {
  const { t } = useTranslation("strategy");
  const { season } = useStorePlace();
  const isOver = useIsOver();
  const scales = useScales();
  const last = strategy.amendments[0] ?? strategy.stated;
  const [words, setWords] = useState(isAmendment ? "" : (last?.strategy ?? ""));
  const [typed, setTyped] = useState<readonly Typed[]>(
    strategy.periods.map((_, place) => {
      const target = last?.targets[place];
      return target === undefined ? empty : unscaled(target, scales);
    }),
  );
  const targets = typed.map((one) => scaled(one, scales));
  const isWhole = words.trim() !== "" && targets.every((one) => one !== null);
  const wish: State | null = isWhole
    ? { kind: "state-strategy", strategy: words.trim(), targets, isAmendment }
    : null;
  const wishes = wish === null ? [] : [wish];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  if (isOver) return null;
  return (
    <div className="grid">
      <Textarea
        label={t(isAmendment ? "amendment" : "words")}
        value={words}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {strategy.periods.map(({ from, to }, place) => (
        <fieldset key={from} className="strategy-period">
          <legend>{t("period", { place: place + 1, from, to })}</legend>
          {fields.map((field) => (
            <NumberField
              key={field}
              label={t(`fields.${field}`, { currency: season.booksCurrency })}
              digits={field.endsWith("Minor") ? 0 : 1}
              value={typed[place]?.[field] ?? null}
              onValue={(value) =>
                setTyped(typed.map((one, at) => (at === place ? { ...one, [field]: value } : one)))
              }
            />
          ))}
        </fieldset>
      ))}
      <div>
        <ActButton
          isPending={isPending}
          disabledReason={wish === null ? t("enter") : why}
          onClick={() => void decide(wishes)}
        >
          {t(isAmendment ? "amend" : "state")}
        </ActButton>
      </div>
      <Projected projection={wish === null ? undefined : projection} />
      <Refused error={error} />
    </div>
  );
}

type Scales = Readonly<Record<keyof Target, number>>;

function useScales(): Scales {
  const { season } = useStorePlace();
  const money = 10 ** digitsOf(season.booksCurrency);
  return { revenueMinor: money, profitMinor: money, ratingMilli: 1000, priceIndexBp: 100 };
}

const unscaled = (target: Target, scales: Scales): Typed => ({
  revenueMinor: target.revenueMinor / scales.revenueMinor,
  profitMinor: target.profitMinor / scales.profitMinor,
  ratingMilli: target.ratingMilli / scales.ratingMilli,
  priceIndexBp: target.priceIndexBp / scales.priceIndexBp,
});

function scaled(typed: Typed, scales: Scales): Target | null {
  const { revenueMinor, profitMinor, ratingMilli, priceIndexBp } = typed;
  if (revenueMinor === null || profitMinor === null) return null;
  if (ratingMilli === null || priceIndexBp === null) return null;
  return {
    revenueMinor: Math.round(revenueMinor * scales.revenueMinor),
    profitMinor: Math.round(profitMinor * scales.profitMinor),
    ratingMilli: Math.round(ratingMilli * scales.ratingMilli),
    priceIndexBp: Math.round(priceIndexBp * scales.priceIndexBp),
  };
}
