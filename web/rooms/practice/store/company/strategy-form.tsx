import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { statementCharsMax } from "@echelon/contract/practice/typed-limits.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { digitsOf } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useDraft } from "../use-draft.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useIsOver, useStorePlace, type Wish } from "../use-store.ts";
import type { StrategyAnswer } from "./company-answer.ts";
import {
  boundsOf,
  countedDraft,
  counts,
  standingDraft,
  type StrategyDraft,
  targetFields,
  targetsOf,
  type Typed,
} from "./strategy-targets.ts";

type State = Extract<Wish, { kind: "state-strategy" }>;
type Props = { strategy: StrategyAnswer; isAmendment: boolean };

/** The strategy in words, and what it is to come to in each third of the season. */
export function StrategyForm({ strategy, isAmendment }: Props) {
  const { t } = useTranslation("strategy");
  const { season } = useStorePlace();
  const isOver = useIsOver();
  const money = 10 ** digitsOf(season.booksCurrency);
  const isCounted = strategy.periods.map((one) => counts(one, season.day, isAmendment));
  const formOf = (typed: StrategyDraft | null) =>
    countedDraft(typed, standingDraft(strategy, isAmendment, money), isCounted);
  const wishesOf = (typed: StrategyDraft | null): State[] => {
    const form = formOf(typed);
    const words = form.words.trim();
    const targets = targetsOf(form, isCounted, money);
    if (words === "" || targets === null) return [];
    return [{ kind: "state-strategy", strategy: words, targets, isAmendment }];
  };
  const { draft, save, drop } = useDraft<StrategyDraft>("strategy", wishesOf);
  const form = formOf(draft);
  const { words } = form;
  const wishes = wishesOf(draft);
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const { decide, isPending, error } = useDecide();
  const hand = async () => {
    if ((await decide(wishes)) !== null) await drop();
  };
  if (isOver) return null;
  return (
    <div className="grid">
      <Textarea
        label={t(isAmendment ? "amendment" : "words")}
        value={words}
        maxLength={statementCharsMax}
        autosize
        minRows={2}
        onChange={(event) => save({ ...form, words: event.currentTarget.value })}
      />
      {strategy.periods.map((period, place) => (
        <PeriodFields
          key={period.from}
          period={period}
          place={place}
          typed={form.targets[place]}
          isCounted={isCounted[place] === true}
          change={(part) =>
            save({
              ...form,
              targets: form.targets.map((one, at) => (at === place ? { ...one, ...part } : one)),
            })
          }
        />
      ))}
      <div>
        <ActButton
          isPending={isPending}
          disabledReason={wishes.length === 0 ? t("enter") : why}
          onClick={() => void hand()}
        >
          {t(isAmendment ? "amend" : "state")}
        </ActButton>
      </div>
      <Projected projection={wishes.length === 0 ? undefined : projection} />
      <Refused error={error} />
    </div>
  );
}

type PeriodProps = {
  period: StrategyAnswer["periods"][number];
  place: number;
  typed: Typed | undefined;
  isCounted: boolean;
  change: (part: Partial<Typed>) => void;
};

/** Targets of one period; what would not count cannot be typed. */
function PeriodFields({ period: { from, to }, place, typed, isCounted, change }: PeriodProps) {
  const { t } = useTranslation(["strategy", "company"]);
  const { season } = useStorePlace();
  const bounds = boundsOf(10 ** digitsOf(season.booksCurrency));
  return (
    <fieldset className="strategy-period">
      <legend>
        {t("period", { place: place + 1, from, to })}
        {isCounted ? null : <span className="dim"> {t("hasBegun")}</span>}
      </legend>
      {targetFields.map((field) => (
        <NumberField
          key={field}
          label={t(`fields.${field}`, { currency: season.booksCurrency })}
          digits={field.endsWith("Minor") ? 0 : 1}
          {...bounds[field]}
          disabled={!isCounted}
          value={typed?.[field] ?? null}
          onValue={(value) => change({ [field]: value })}
        />
      ))}
    </fieldset>
  );
}
