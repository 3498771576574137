import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sparkline } from "../../../../parts/figures.tsx";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { AreaShown, useDecide, useStorePlace } from "../use-store.ts";
import type { AfterSales } from "./answer.ts";

/** Buyers' questions of the last day, who waits, and the people who answer. */
export function Questions({ view }: { view: AfterSales }) {
  const { t } = useTranslation("aftersales");
  const format = useFormat();
  const { questions, health } = view;
  const figure = (key: string, value: string) => (
    <div>
      <dt>{t(`questions.${key}`)}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <Card title={t("questions.title")} note={t("questions.note")}>
      <div className="grid">
        <dl className="figures">
          {figure("asked", format.number(questions.asked))}
          {figure("answered", format.number(questions.answered))}
          {figure("late", format.number(questions.late))}
          {figure("lapsed", format.number(questions.lapsed))}
          {figure("waiting", format.number(questions.waiting))}
          {figure("capacity", format.number(questions.capacity))}
          {figure("share", format.percent(health.answeredBp))}
        </dl>
        <p className="row">
          <Sparkline values={questions.askedSeries} />
          <span className="dim">{t("questions.series")}</span>
        </p>
        <AreaShown value="company">
          <Staff staff={view.staff} />
        </AreaShown>
      </div>
    </Card>
  );
}

function Staff({ staff }: { staff: AfterSales["staff"] }) {
  const { t } = useTranslation("aftersales");
  const { season } = useStorePlace();
  const format = useFormat();
  const [heads, setHeads] = useState<number | null>(1);
  const { decide, isPending, error } = useDecide();
  const wages = format.money(staff.wageMonthMinor, season.booksCurrency);
  const many = heads ?? 0;
  const change = (kind: "hire-staff" | "release-staff") =>
    void decide([{ kind, role: "service", heads: many }]);
  const isTooMany = many > staff.heads ? t("staff.tooFew") : undefined;
  const whyNotRelease = staff.leaving > 0 ? t("staff.leavingNow") : isTooMany;
  const isShort = staff.cashMinor < many * staff.wageMonthMinor;
  return (
    <div className="grid">
      <h3 className="sub-head">{t("staff.title", { count: staff.heads })}</h3>
      <p className="soft">
        {t("staff.text", { wages, perHead: staff.perHead, days: staff.noticeDays })}
      </p>
      {staff.leavesOn === null ? null : (
        <p className="soft">{t("staff.leaving", { count: staff.leaving, day: staff.leavesOn })}</p>
      )}
      <div className="staff-acts">
        <NumberField
          label={t("staff.heads")}
          min={1}
          max={50}
          value={heads}
          onValue={(value) => setHeads(value)}
        />
        <ActButton
          isPending={isPending}
          onClick={() => change("hire-staff")}
          disabledReason={
            many < 1 ? t("staff.enter") : isShort ? t("staff.cashShort", { wages }) : undefined
          }
        >
          {t("staff.hire")}
        </ActButton>
        <ActButton
          variant="default"
          isPending={isPending}
          onClick={() => change("release-staff")}
          disabledReason={many < 1 ? t("staff.enter") : whyNotRelease}
        >
          {t("staff.release")}
        </ActButton>
      </div>
      <Refused error={error} />
    </div>
  );
}
