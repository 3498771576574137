import "./after-sales.css";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../../../api/query.ts";
import { Card, Empty, Loaded } from "../../../../parts/page.tsx";
import { AreaShown, useStorePlace } from "../use-store.ts";
import { type AfterSales as View, afterSalesDoes } from "./answer.ts";
import { CaseEvents } from "./case-events.tsx";
import { CaseList } from "./case-list.tsx";
import { Health } from "./health.tsx";
import { PolicyForm } from "./policy-form.tsx";
import { Questions } from "./questions.tsx";
import { Reasons } from "./reasons.tsx";
import { Standing } from "./standing.tsx";

/** What comes after the sale: cases that wait, questions, standing answers, the store's health. */
export function AfterSales() {
  const { t } = useTranslation("aftersales");
  const { season, where } = useStorePlace();
  const { returns, service } = season.modules;
  const isOn = returns || service;
  const answer = useAnswer(afterSalesDoes, { where }, { enabled: isOn });
  if (!isOn) {
    return (
      <Card>
        <Empty title={t("off")} text={t("offText")} />
      </Card>
    );
  }
  return (
    <Loaded of={answer}>
      {(view) => <Parts view={view} hasReturns={returns} hasService={service} />}
    </Loaded>
  );
}

function Parts({
  view,
  hasReturns,
  hasService,
}: {
  view: View;
  hasReturns: boolean;
  hasService: boolean;
}) {
  return (
    <div className="grid">
      {hasReturns ? <Cases view={view} /> : null}
      <div className="grid-2-1">
        <div className="grid">
          {hasReturns ? <Standing view={view} /> : null}
          {hasService ? <Questions view={view} /> : null}
        </div>
        <div className="grid">
          <AreaShown value="service">
            <PolicyForm view={view} />
          </AreaShown>
          <Health view={view} />
          {hasReturns ? <Reasons view={view} /> : null}
        </div>
      </div>
      {hasReturns ? <CaseEvents view={view} /> : null}
    </div>
  );
}

function Cases({ view: { disputes, returns } }: { view: View }) {
  const { t } = useTranslation("aftersales");
  return (
    <AreaShown value="service">
      <Card title={t("disputes.title")} note={t("disputes.note")}>
        <CaseList cases={disputes} none={t("disputes.none")} />
      </Card>
      <Card title={t("returns.title")} note={t("returns.note")}>
        <CaseList cases={returns} none={t("returns.none")} />
      </Card>
    </AreaShown>
  );
}
