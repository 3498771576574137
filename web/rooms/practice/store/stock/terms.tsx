import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../../api/client.ts";
import { useAnswer } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card, Loaded } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useMarkets } from "../use-markets.ts";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import { type MarketTerms, type TermsForm, termsFormOf, termsWishes } from "./terms-wish.ts";

type View = Answer<"GET /practice/seasons/:season/stores/:store/terms">;

/** What buyers are promised for after the sale, and how parcels are insured, by market. */
export default function Terms() {
  const { t } = useTranslation("offers");
  const { where } = useStorePlace();
  const answer = useAnswer("GET /practice/seasons/:season/stores/:store/terms", { where });
  return (
    <Card title={t("after.title")} note={t("after.text")}>
      <Loaded of={answer}>{(view) => <TermsOf view={view} />}</Loaded>
    </Card>
  );
}

function TermsOf({ view }: { view: View }) {
  const { t } = useTranslation("offers");
  const { nameOf } = useMarkets();
  const first = view.markets.find(({ isListed }) => isListed) ?? view.markets[0];
  const [market, setMarket] = useState(first?.market ?? "");
  const chosen = view.markets.find((one) => one.market === market);
  return (
    <div className="form">
      <Select
        label={t("after.market")}
        value={market}
        allowDeselect={false}
        onChange={(next) => setMarket(next ?? market)}
        data={view.markets.map((one) => ({
          value: one.market,
          label: one.isListed
            ? nameOf(one.market)
            : t("after.notListed", { market: nameOf(one.market) }),
        }))}
      />
      {chosen === undefined ? null : <MarketForm key={market} terms={chosen} view={view} />}
    </div>
  );
}

function MarketForm({ terms, view }: { terms: MarketTerms; view: View }) {
  const { t } = useTranslation("offers");
  const { season } = useStorePlace();
  const [form, setForm] = useState<TermsForm>(termsFormOf(terms));
  const { decide, isPending, error, forget } = useDecide();
  const [isDone, setDone] = useState(false);
  const wishes = termsWishes(terms, form);
  const projections = useProjection(wishes);
  const why = useRefusedWhy(projections.find(({ kind }) => kind === "refused"));
  const warnings = projections.flatMap((one) => (one.kind === "accepted" ? one.warnings : []));
  const change = (part: Partial<TermsForm>) => {
    forget();
    setDone(false);
    setForm({ ...form, ...part });
  };
  const handIn = async () => {
    if ((await decide(wishes)) !== null) setDone(true);
  };
  return (
    <>
      <Promises terms={terms} view={view} form={form} change={change} />
      <Insurance terms={terms} view={view} form={form} change={change} />
      <Warnings of={warnings} />
      {why === undefined ? null : <p className="warn">{why}</p>}
      {isDone ? (
        <p className="good" role="status">
          {t("started", { day: season.day })}
        </p>
      ) : null}
      <Refused error={error} />
      <div>
        <ActButton
          isPending={isPending}
          onClick={() => void handIn()}
          disabledReason={wishes.length === 0 ? t("list.same") : why}
        >
          {t("after.set")}
        </ActButton>
      </div>
    </>
  );
}

type Part = {
  terms: MarketTerms;
  view: View;
  form: TermsForm;
  change: (part: Partial<TermsForm>) => void;
};

function Promises({ terms, view, form, change }: Part) {
  const { t } = useTranslation(["offers", "practice"]);
  const { law } = terms;
  return (
    <>
      <p className="soft">
        {law === null ? (
          t("after.noLaw", { days: view.usualDays })
        ) : (
          <>
            {t("after.law", { days: law.days, title: law.title })}{" "}
            <span className="badge">{t(`certainty.${law.certainty}`)}</span>
          </>
        )}
      </p>
      <div className="field-pair">
        <NumberField
          label={t("after.returnDays")}
          description={t("after.returnText")}
          min={0}
          max={90}
          value={form.returnDays}
          onValue={(returnDays) => change({ returnDays })}
        />
        <NumberField
          label={t("after.warranty")}
          description={t("after.warrantyText")}
          min={0}
          max={36}
          value={form.warrantyMonths}
          onValue={(warrantyMonths) => change({ warrantyMonths })}
        />
      </div>
      <Select
        label={t("after.payer")}
        description={t("after.payerText")}
        allowDeselect={false}
        value={form.returnPayer}
        onChange={(value) => change({ returnPayer: value === "buyer" ? "buyer" : "store" })}
        data={(["store", "buyer"] as const).map((value) => ({
          value,
          label: t(`after.payers.${value}`),
        }))}
      />
    </>
  );
}

function Insurance({ terms, view, form, change }: Part) {
  const { t } = useTranslation("offers");
  const format = useFormat();
  const { sample, premiumsMinor, compensatedMinor, warrantiesMinor } = terms;
  const books = (minor: number) => format.money(minor, view.booksCurrency);
  const isCovered = form.coverBp !== null && form.coverBp > 0;
  // Who covers nothing yet reads what covering all would cost.
  const cover = isCovered ? (form.coverBp ?? 0) : 10_000;
  return (
    <>
      <NumberField
        label={t("after.cover")}
        description={t("after.coverText")}
        min={0}
        max={100}
        suffix="%"
        value={form.coverBp === null ? null : form.coverBp / 100}
        onValue={(value) => change({ coverBp: value === null ? null : Math.round(value * 100) })}
      />
      {sample === null ? null : (
        <p className="soft" aria-live="polite">
          {t(isCovered ? "after.sample" : "after.sampleWhole", {
            value: format.money(Math.round((sample.valueMinor * cover) / 10_000), sample.currency),
            premium: format.money(
              Math.round((sample.premiumMinor * cover) / 10_000),
              sample.currency,
            ),
            loss: format.percent(sample.lossPpm / 100, 1),
          })}
        </p>
      )}
      <dl className="fact-list">
        <dt>{t("after.premiums")}</dt>
        <dd>{books(premiumsMinor)}</dd>
        <dt>{t("after.compensated")}</dt>
        <dd>{books(compensatedMinor)}</dd>
        <dt>{t("after.warranties")}</dt>
        <dd>{books(warrantiesMinor)}</dd>
      </dl>
    </>
  );
}
