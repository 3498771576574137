import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Card } from "../../../../parts/page.tsx";
import { useFormat } from "../../../../text/format.ts";
import { ActButton, Refused, Warnings } from "../parts.tsx";
import { useRefusedWhy } from "../projected.tsx";
import { useProjection } from "../use-projection.ts";
import { type Decide, useDecide, useStorePlace, type Wish } from "../use-store.ts";
import type { CompanyAnswer, Crew } from "./company-answer.ts";

type Props = { crew: Crew; company: CompanyAnswer };

/** The people of one role: what they bring, and hiring, training and letting go. */
export function CrewCard({ crew, company }: Props) {
  const { t } = useTranslation("company");
  const [heads, setHeads] = useState<number | null>(1);
  const [level, setLevel] = useState(1);
  const decision = useDecide();
  return (
    <Card title={t(`crew.title.${crew.role}`)} note={t(`crew.text.${crew.role}`)}>
      <div className="grid">
        {crew.heads === 0 ? <p className="soft">{t("crew.none")}</p> : <CrewFacts crew={crew} />}
        <NumberField label={t("crew.many")} min={1} max={50} value={heads} onValue={setHeads} />
        <SegmentedControl
          aria-label={t("crew.hireLevel")}
          value={String(level)}
          onChange={(value) => setLevel(Number(value))}
          data={crew.hireMonthMinor.map((_, above) => ({
            value: String(above + 1),
            label: t("crew.levelN", { level: above + 1 }),
          }))}
        />
        <Costs crew={crew} company={company} level={level} />
        <Refused error={decision.error} />
        <CrewActs crew={crew} many={heads ?? 0} level={level} decision={decision} />
      </div>
    </Card>
  );
}

function CrewFacts({ crew }: { crew: Crew }) {
  const { t } = useTranslation("company");
  const { season } = useStorePlace();
  const format = useFormat();
  const { role, heads, leaving, training, leavesOn, trainedOn, skillMilli, payMilli } = crew;
  const level = (milli: number) => format.number(milli / 1_000, 1);
  const value = role === "service" ? format.number(crew.effect) : format.percent(crew.effect);
  return (
    <>
      <dl className="fact-list">
        <dt>{t("crew.heads")}</dt>
        <dd>{format.number(heads)}</dd>
        <dt>{t("crew.level")}</dt>
        <dd>
          {skillMilli === payMilli
            ? level(skillMilli)
            : t("crew.levelPaid", { level: level(skillMilli), paid: level(payMilli) })}
        </dd>
        <dt>{t("crew.month")}</dt>
        <dd>{format.money(crew.monthMinor, season.booksCurrency)}</dd>
        <dt>{t("crew.brings")}</dt>
        <dd>{t(`crew.effect.${role}`, { value })}</dd>
      </dl>
      {leavesOn === null ? null : (
        <p className="soft">{t("crew.leaving", { count: leaving, day: leavesOn })}</p>
      )}
      {trainedOn === null ? null : (
        <p className="soft">{t("crew.learning", { count: training, day: trainedOn })}</p>
      )}
    </>
  );
}

function Costs({ crew, company, level }: Props & { level: number }) {
  const { t } = useTranslation("company");
  const { season } = useStorePlace();
  const format = useFormat();
  const money = (minor: number) => format.money(minor, season.booksCurrency);
  const { days, feeMinor } = company.training;
  return (
    <p className="soft">
      {t("crew.hireCosts", { wages: money(crew.hireMonthMinor[level - 1] ?? 0) })}{" "}
      {t("crew.trainText", { days, fee: money(feeMinor) })}{" "}
      {t("crew.releaseText", { count: company.noticeDays })}
    </p>
  );
}

type ActsProps = { crew: Crew; many: number; level: number; decision: Decide };

function CrewActs({ crew, many, level, decision: { decide, isPending } }: ActsProps) {
  const { t } = useTranslation("company");
  const { role } = crew;
  const isNone = many < 1 ? t("crew.enter") : undefined;
  const hire: Wish = { kind: "hire-staff", role, heads: many, level };
  const train: Wish = { kind: "train-staff", role, heads: many };
  const release: Wish = { kind: "release-staff", role, heads: many };
  const [hired] = useProjection(many < 1 ? [] : [hire]);
  const [trained] = useProjection(many < 1 || crew.heads === 0 ? [] : [train]);
  const whyNotHire = useRefusedWhy(hired);
  const whyNotTrain = useRefusedWhy(trained);
  const isTooMany = many > crew.heads ? t("crew.tooFew") : undefined;
  const whyNotRelease = crew.leaving > 0 ? t("crew.leavingNow") : isTooMany;
  const act = (
    wish: Wish,
    label: string,
    why: string | undefined,
    variant: "filled" | "default",
  ) => (
    <ActButton
      variant={variant}
      isPending={isPending}
      onClick={() => void decide([wish])}
      disabledReason={isNone ?? why}
    >
      {label}
    </ActButton>
  );
  return (
    <>
      {trained?.kind === "accepted" ? <Warnings of={trained.warnings} /> : null}
      <div className="row row-wrap">
        {act(hire, t("crew.hire"), whyNotHire, "filled")}
        {act(train, t("crew.train"), crew.heads === 0 ? t("crew.none") : whyNotTrain, "default")}
        {act(release, t("crew.release"), whyNotRelease, "default")}
      </div>
    </>
  );
}
