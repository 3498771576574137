import { Button, Drawer, Radio } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  changeableField,
  type ChangeableKind,
} from "@echelon/contract/practice/changeable-field.ts";
import { useAct } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Problem } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { useMarkets } from "../use-markets.ts";
import { useStorePlace } from "../use-store.ts";
import { typedOf, unitOf, valueOf } from "../../typed-number.ts";

const doesAsk = "POST /practice/seasons/:season/stores/:store/what-ifs";
const doesList = "GET /practice/seasons/:season/stores/:store/what-ifs";

export type Asked = {
  readonly day: number;
  readonly number: number;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

/** Asks for the past to be played again with one decision left out or with another number. */
export function WhatIfDrawer({
  asked,
  sentence,
  close,
}: {
  asked: Asked | null;
  /** The decision in the words of the log. */
  sentence: string;
  close: () => void;
}) {
  const { t } = useTranslation("study");
  return (
    <Drawer
      opened={asked !== null}
      onClose={close}
      position="right"
      size="md"
      title={t("whatIf.title")}
    >
      {asked === null ? null : <AskForm asked={asked} sentence={sentence} close={close} />}
    </Drawer>
  );
}

function AskForm({
  asked,
  sentence,
  close,
}: {
  asked: Asked;
  sentence: string;
  close: () => void;
}) {
  const { t } = useTranslation("study");
  const format = useFormat();
  const { where } = useStorePlace();
  const { currencyOf } = useMarkets();
  const field = changeableField[asked.kind as ChangeableKind];
  const was = field === undefined ? undefined : asked.facts[field];
  const unit = unitOf(field ?? "", currencyOf(String(asked.facts["market"] ?? "")));
  const hasNumber = typeof was === "number";
  const [choice, setChoice] = useState<"without" | "other">(hasNumber ? "other" : "without");
  const [typed, setTyped] = useState<number | null>(hasNumber ? typedOf(was, unit) : null);
  const ask = useAct(doesAsk, [doesList]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const instead = choice === "without" ? null : typed === null ? undefined : valueOf(typed, unit);
    if (instead === undefined) return;
    const { day, number } = asked;
    ask.mutate({ where, body: { day, number, instead } }, { onSuccess: close });
  };
  return (
    <form className="form" onSubmit={submit}>
      <p>{sentence}</p>
      <p className="soft">{t("whatIf.text")}</p>
      <Radio.Group
        label={t("whatIf.choice")}
        value={choice}
        onChange={(value) => setChoice(value as typeof choice)}
      >
        <div className="form">
          {hasNumber ? <Radio value="other" label={t("whatIf.other")} /> : null}
          <Radio value="without" label={t("whatIf.without")} />
        </div>
      </Radio.Group>
      {choice === "other" && hasNumber ? (
        <NumberField
          label={`${t("whatIf.value")}${unit.sign === "" ? "" : ` (${unit.sign})`}`}
          description={t("whatIf.wasValue", { value: format.number(typedOf(was, unit)) })}
          value={typed}
          onValue={setTyped}
          digits={unit.digits}
          min={0}
          error={typed === null ? t("whatIf.valueMissing") : null}
        />
      ) : null}
      {ask.error === null ? null : <Problem error={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t("whatIf.go")}
      </Button>
      <p className="soft">{t("whatIf.openLoop")}</p>
    </form>
  );
}
