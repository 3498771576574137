import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  trainingHoursMax,
  trainingTopicCharsMax,
} from "@echelon/contract/practice/typed-limits.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { DataTable } from "../../../../parts/table.tsx";
import { ActButton, Refused } from "../parts.tsx";
import { Projected, useRefusedWhy } from "../projected.tsx";
import { useColumns } from "../use-columns.tsx";
import { useProjection } from "../use-projection.ts";
import { useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { OwnHours, ShiftsAnswer } from "./company-answer.ts";

type Learnt = ShiftsAnswer["training"][number];

/** What people of the team learnt, each by himself: said for the record. */
export function Training({ shifts }: { shifts: ShiftsAnswer }) {
  const { t } = useTranslation("shifts");
  const { season } = useStorePlace();
  const { own, training, levelHours } = shifts;
  const isOver = season.day > season.days;
  return (
    <Card title={t("training.title")} note={t("training.note")} flush>
      <div className="card-body grid">
        <p className="soft">{t("training.text", { hours: levelHours })}</p>
        {own === null || isOver ? null : <TrainingForm own={own} />}
        {training.length === 0 ? <p className="dim">{t("training.none")}</p> : null}
      </div>
      {training.length === 0 ? null : <TrainingTable training={training} />}
    </Card>
  );
}

/** What is typed is one's own and short: it is kept here, not among the team's drafts. */
function TrainingForm({ own }: { own: OwnHours }) {
  const { t } = useTranslation("shifts");
  const [topic, setTopic] = useState("");
  const [hours, setHours] = useState<number | null>(1);
  const { decide, isPending, error } = useDecide();
  const isFilled = topic.trim() !== "" && hours !== null && hours >= 1 && hours <= trainingHoursMax;
  const wishes: Wish[] = isFilled ? [{ kind: "log-training", topic: topic.trim(), hours }] : [];
  const [projection] = useProjection(wishes);
  const why = useRefusedWhy(projection);
  const left = trainingHoursMax - own.hoursToday;
  const log = async () => {
    if ((await decide(wishes)) !== null) setTopic("");
  };
  return (
    <>
      <TextInput
        label={t("training.topic")}
        value={topic}
        maxLength={trainingTopicCharsMax}
        onChange={(typed) => setTopic(typed.currentTarget.value)}
      />
      <NumberField
        label={t("training.hours")}
        description={t("training.left", { count: left })}
        min={1}
        max={trainingHoursMax}
        value={hours}
        onValue={setHours}
      />
      <div>
        <ActButton
          variant="default"
          isPending={isPending}
          disabledReason={isFilled ? why : t("training.enter")}
          onClick={() => void log()}
        >
          {t("training.log")}
        </ActButton>
      </div>
      <Projected projection={isFilled ? projection : undefined} />
      <Refused error={error} />
    </>
  );
}

function TrainingTable({ training }: { training: readonly Learnt[] }) {
  const { t } = useTranslation("shifts");
  const { text, count } = useColumns<Learnt>();
  return (
    <DataTable
      rows={training.map((one, place) => ({ ...one, key: String(training.length - place) }))}
      caption={t("training.title")}
      rowKey={({ key }) => key}
      exportAs="training"
      card={{ head: "topic", mark: "hours", facts: ["day", "who"] }}
      columns={[
        count("day", t("day"), ({ day }) => day),
        text("who", t("who"), ({ author }) => author),
        text("topic", t("training.topic"), ({ topic }) => topic),
        count(
          "hours",
          t("training.hours"),
          ({ hours }) => hours,
          ({ hours }) => t("training.hoursOf", { hours }),
        ),
      ]}
    />
  );
}
