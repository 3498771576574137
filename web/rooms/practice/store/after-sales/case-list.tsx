import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, ProductLabel, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { OpenCase } from "./answer.ts";

type Choice = OpenCase["choices"][number];

/** Open cases, those due first in front, each with what its answers cost. */
export function CaseList({ cases, none }: { cases: readonly OpenCase[]; none: string }) {
  if (cases.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="case-list">
      {cases.map((one) => (
        <li key={one.case} className="case">
          <About of={one} />
          <Answers of={one} />
        </li>
      ))}
    </ul>
  );
}

function About({ of }: { of: OpenCase }) {
  const { t } = useTranslation("aftersales");
  const { season } = useStorePlace();
  const { nameOf } = useMarkets();
  const isLast = of.dueOn <= season.day;
  return (
    <div className="case-about">
      <ProductLabel name={of.name} sku={of.sku} note={nameOf(of.market)} />
      <p>
        {t(`reasons.${of.reason}`)} <span className="dim">{t("units", { count: of.units })}</span>
      </p>
      <p className={isLast ? "bad" : "soft"}>
        {isLast ? t("dueToday") : t("dueOn", { day: of.dueOn })}{" "}
        <span className="dim">· {t("orderedOn", { day: of.orderedOn })}</span>
      </p>
    </div>
  );
}

function Answers({ of }: { of: OpenCase }) {
  const { t } = useTranslation("aftersales");
  const { decide, isPending, error } = useDecide();
  return (
    <div className="case-answers">
      {of.choices.map((choice) => (
        <div key={choice.answer} className="case-answer">
          <ActButton
            size="xs"
            variant={of.answer === choice.answer ? "filled" : "default"}
            isPending={isPending}
            onClick={() => void decide([wishOf(of, choice)])}
            disabledReason={choice.isPossible ? undefined : t(`impossible.${choice.answer}`)}
          >
            {t(`answers.${choice.answer}`)}
            {of.answer === choice.answer ? ` ✓` : ""}
          </ActButton>
          <Costs of={of} choice={choice} />
        </div>
      ))}
      <Refused error={error} />
    </div>
  );
}

function wishOf(of: OpenCase, { answer }: Choice): Wish {
  if (answer === "refund" || answer === "replace" || answer === "contest") {
    return { kind: "resolve-dispute", case: of.case, answer };
  }
  return { kind: "dispose-return", case: of.case, disposition: answer };
}

/** What an answer costs: money back, freight or fees, and goods that can be sold again. */
function Costs({ of, choice }: { of: OpenCase; choice: Choice }) {
  const { t } = useTranslation("aftersales");
  const { season } = useStorePlace();
  const format = useFormat();
  const { backMinor, costMinor, savedMinor, winBp } = choice;
  const books = season.booksCurrency;
  const parts = [
    winBp === null ? "" : t("wins", { percent: format.percent(winBp) }),
    backMinor === 0 ? "" : t("back", { money: format.money(backMinor, of.currency) }),
    costMinor === 0 ? "" : t("costs", { money: format.money(costMinor, books) }),
    savedMinor === 0 ? "" : t("saves", { money: format.money(savedMinor, books) }),
  ];
  return <span className="dim">{parts.filter((part) => part !== "").join(" · ")}</span>;
}
