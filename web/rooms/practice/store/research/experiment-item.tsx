import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused } from "../parts.tsx";
import { useMarkets } from "../use-markets.ts";
import { useDecide } from "../use-store.ts";
import type { Research } from "./research-answer.ts";
import { useArms } from "./use-arms.ts";

type Experiment = Research["experiments"]["rows"][number];
type Result = NonNullable<Experiment["result"]>;

/** One experiment: its question, what was seen so far, and the verdict. */
export function ExperimentItem({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { nameOf } = useMarkets();
  const { armOf } = useArms();
  const { name, market, field, shareBp, from, to, state, hypothesis, result } = experiment;
  const arms = { field, a: armOf(experiment, "a"), b: armOf(experiment, "b") };
  return (
    <li className="research-item">
      <p>
        <b>{format.name(name)}</b> · {nameOf(market)}{" "}
        <span className="badge">{t(`experiments.states.${state}`)}</span>
      </p>
      <p className="soft">
        {t("experiments.plan", {
          field: t(`experiments.fields.${field}`),
          a: arms.a,
          b: arms.b,
          share: format.percent(shareBp, 0),
          from: format.number(from),
          to: format.number(to),
        })}
      </p>
      {hypothesis === "" ? null : <p className="soft">{t("experiments.said", { hypothesis })}</p>}
      {result === null ? (
        <p className="dim">{t("experiments.noDay")}</p>
      ) : (
        <ResultLines experiment={experiment} result={result} />
      )}
      {state === "over" ? <CloseForm experiment={experiment} /> : null}
      {state === "closed" ? <Verdict experiment={experiment} /> : null}
    </li>
  );
}

function ResultLines({ experiment, result }: { experiment: Experiment; result: Result }) {
  const { t } = useTranslation("research");
  const format = useFormat();
  const { measure, currency } = experiment;
  const print = (value: number, sign = false) => {
    if (measure === "revenue") return format.money(Math.round(value), currency, { sign });
    const text = format.number(value, 1);
    return sign && value > 0 ? `+${text}` : text;
  };
  const ends = { low: print(result.low, true), high: print(result.high, true) };
  const range = t("experiments.range", ends);
  const difference = t("experiments.difference", { difference: print(result.difference, true) });
  return (
    <>
      <p>
        {t("experiments.seen", {
          measure: t(`experiments.measures.${measure}`),
          a: print(result.a),
          b: print(result.b),
          visitsA: format.number(result.visitsA),
          visitsB: format.number(result.visitsB),
        })}
      </p>
      <p>
        <b>{difference}</b> {range}{" "}
        <b>{t(result.couldBeChance ? "experiments.couldBeChance" : "experiments.hardlyChance")}</b>
      </p>
    </>
  );
}

const verdicts = ["A", "B", "none"] as const;

function CloseForm({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation("research");
  const [reason, setReason] = useState("");
  const { decide, isPending, error } = useDecide();
  return (
    <div className="grid">
      <TextInput
        label={t("experiments.reason")}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        {verdicts.map((verdict) => (
          <ActButton
            key={verdict}
            size="compact-sm"
            variant="default"
            isPending={isPending}
            disabledReason={reason.trim() === "" ? t("experiments.giveReason") : undefined}
            onClick={() =>
              void decide([
                { kind: "close-experiment", experiment: experiment.number, verdict, reason },
              ])
            }
          >
            {t(`experiments.verdicts.${verdict}`)}
          </ActButton>
        ))}
      </div>
      <Refused error={error} />
    </div>
  );
}

function Verdict({ experiment }: { experiment: Experiment }) {
  const { t } = useTranslation("research");
  const { verdict, reason, isRight } = experiment;
  if (verdict === null) return null;
  const judged = isRight === null ? "open" : isRight ? "right" : "wrong";
  return (
    <p>
      {t("experiments.verdict", { verdict: t(`experiments.verdicts.${verdict}`) })}{" "}
      {reason === "" ? null : <q>{reason}</q>} <b>{t(`experiments.judged.${judged}`)}</b>
    </p>
  );
}
