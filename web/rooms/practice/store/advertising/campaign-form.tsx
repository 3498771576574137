import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { useFormat } from "../../../../text/format.ts";
import { DrawerAct, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace } from "../use-store.ts";
import { ticksPerUsd, typedTicks } from "./ad-money.ts";
import type { Ads, Campaign } from "./ads-answer.ts";
import {
  campaignFault,
  type CampaignForm as Typed,
  campaignWishes,
  entryFault,
  type EntryForm,
  nextCampaign,
} from "./campaign-wishes.ts";
import { EntryFields } from "./entry-fields.tsx";

type Props = { ads: Ads; close: () => void; campaign?: Campaign };

const firstBudgetTicks = 20 * ticksPerUsd;

/** The fields of a campaign, and of its first bid where it is new. */
export default function CampaignForm({ ads, close, campaign }: Props) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const number = campaign?.campaign ?? nextCampaign(ads.campaigns);
  const [form, setForm] = useState<Typed>({
    name: campaign?.name ?? t("ads.firstName", { number: number + 1 }),
    budgetTicks: campaign?.dailyBudgetTicks ?? firstBudgetTicks,
    markets: campaign?.markets ?? season.markets.slice(0, 1).map(({ code }) => code),
  });
  const [entry, setEntry] = useState<EntryForm>({
    sku: null,
    keyword: "",
    match: "exact",
    bidTicks: null,
  });
  const isNew = campaign === undefined;
  const fault = campaignFault(form) ?? (isNew ? entryFault(entry) : undefined);
  const wishes = campaignWishes(number, form, isNew, isNew ? entry : undefined);
  const projections = useProjection(wishes);
  const refused = projections.find(({ kind }) => kind === "refused");
  const why = useRefusedWhy(refused);
  const { decide, isPending, error } = useDecide();
  const handIn = async () => {
    if ((await decide(wishes)) !== null) close();
  };
  return (
    <div className="grid">
      <PlanFields form={form} setForm={setForm} />
      {isNew ? (
        <fieldset className="field-box">
          <legend>{t("ads.firstEntry")}</legend>
          <EntryFields ads={ads} markets={form.markets} entry={entry} setEntry={setEntry} />
        </fieldset>
      ) : null}
      {projections.map((projection, index) => (
        <Projected key={index} projection={projection} />
      ))}
      <Refused error={error} />
      <DrawerAct
        isPending={isPending}
        onClick={() => void handIn()}
        disabledReason={fault === undefined ? why : t(fault)}
        isSaidAbove={fault === undefined}
      >
        {isNew ? t("ads.openNow") : t("ads.change")}
      </DrawerAct>
    </div>
  );
}

function PlanFields({ form, setForm }: { form: Typed; setForm: (form: Typed) => void }) {
  const { t } = useTranslation("report");
  const { season } = useStorePlace();
  const format = useFormat();
  return (
    <>
      <TextInput
        label={t("ads.name")}
        maxLength={40}
        value={form.name}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <NumberField
        label={t("ads.budget")}
        description={t("ads.budgetText")}
        prefix="$"
        min={0}
        digits={2}
        padTo={2}
        value={form.budgetTicks === null ? null : form.budgetTicks / ticksPerUsd}
        onValue={(value) =>
          setForm({ ...form, budgetTicks: value === null ? null : typedTicks(value) })
        }
      />
      <Checkbox.Group
        label={t("ads.markets")}
        value={form.markets}
        onChange={(markets) => setForm({ ...form, markets })}
      >
        <div className="checks">
          {season.markets.map(({ code, name }) => (
            <Checkbox key={code} value={code} label={format.name(name)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
