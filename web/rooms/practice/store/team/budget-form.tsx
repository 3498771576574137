import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { ReasonButton } from "../../../../parts/reason-button.tsx";
import { useFormat } from "../../../../text/format.ts";
import { Refused } from "../parts.tsx";
import { type TeamArea, useStorePlace } from "../use-store.ts";
import { changedWithTeam, type Team } from "./team-answer.ts";

/** What one area may spend from today on. */
export function BudgetForm({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const format = useFormat();
  const { season, where } = useStorePlace();
  const [area, setArea] = useState<TeamArea>("sourcing");
  const [minor, setMinor] = useState<number | null>(null);
  const set = useAct("PUT /practice/seasons/:season/stores/:store/team/budgets", changedWithTeam);
  const money = (amount: number) => format.money(amount, team.currency);
  const now = team.areas.find((one) => one.area === area)?.budget ?? null;
  const scale = 10 ** season.booksDigits;
  const send = (amountMinor: number | null) =>
    set.mutate({ where, body: { area, amountMinor } }, { onSuccess: () => setMinor(null) });
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <p className="soft">{t("roles.budgetText")}</p>
      <Select
        label={t("roles.area")}
        data={team.areas.map((one) => ({ value: one.area, label: t(`areas.${one.area}`) }))}
        value={area}
        allowDeselect={false}
        onChange={(value) => {
          set.reset();
          setArea((value ?? area) as TeamArea);
        }}
      />
      {now === null ? null : (
        <p>
          {t("roles.spent", {
            spent: money(now.spentMinor),
            budget: money(now.amountMinor),
            day: now.sinceDay,
          })}
        </p>
      )}
      <NumberField
        label={t("roles.amount", { currency: team.currency })}
        description={t("roles.cash", { money: money(team.cashMinor) })}
        digits={season.booksDigits}
        min={0}
        thousandSeparator=","
        value={minor === null ? null : minor / scale}
        onValue={(value) => setMinor(value === null ? null : Math.round(value * scale))}
      />
      <Refused error={set.error} />
      <div className="row row-wrap">
        <ReasonButton
          reason={minor === null ? t("roles.needAmount") : null}
          loading={set.isPending}
          onClick={() => send(minor)}
        >
          {t("roles.set")}
        </ReasonButton>
        {now === null ? null : (
          <Button variant="default" loading={set.isPending} onClick={() => send(null)}>
            {t("roles.takeAway")}
          </Button>
        )}
        <span aria-live="polite" className="soft">
          {set.isSuccess ? t("roles.saved") : null}
        </span>
      </div>
    </form>
  );
}
