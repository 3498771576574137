import "../assessment/ratings.css";
import { measurementLimits as limits } from "@echelon/contract/assessment/measurement-limits.ts";
import { Button, Modal, NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { instantOf } from "../exams/plan.ts";
import { measurementRefreshes, stateBadge } from "./learning-types.ts";
import { Effects, noWindow, WindowInputs } from "./window-fields.tsx";

/** What the test before is opened by. */
function Begin({
  inClass,
  course,
  onClose,
}: {
  inClass: string;
  course: string;
  onClose: () => void;
}) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const navigate = useNavigate();
  const [language, setLanguage] = useState(format.language);
  const [minutes, setMinutes] = useState<number | null>(limits.minutesUsual);
  const [window, setWindow] = useState(noWindow);
  const act = useAct("POST /assessment/classes/:class/measurements", measurementRefreshes);
  const { opensAt, closesAt } = window;
  const times = { opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) };
  const send = () =>
    act.mutate(
      { where: { class: inClass }, body: { course, language, minutes: minutes ?? 0, ...times } },
      { onSuccess: ({ id }) => void navigate({ to: `/learning/${id}` }) },
    );
  return (
    <Modal opened onClose={onClose} title={t("form.title")}>
      <div className="form">
        <Effects of={t("form.effects")} />
        <div className="form fields-2">
          <NativeSelect
            label={t("form.language")}
            value={language}
            data={(["zh", "en"] as const).map((value) => ({
              value,
              label: t(`form.languages.${value}`),
            }))}
            onChange={(event) => setLanguage(event.currentTarget.value as typeof language)}
          />
          <NumberField
            label={t("form.minutes")}
            description={t("form.minutesHint")}
            min={limits.minutesMin}
            max={limits.minutesMax}
            value={minutes}
            onValue={setMinutes}
          />
        </div>
        <WindowInputs
          fields={window}
          onChange={(change) => setWindow((before) => ({ ...before, ...change }))}
        />
        <p className="soft">{t("form.later")}</p>
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={minutes === null ? t("form.missing") : null}
          loading={act.isPending}
          onClick={send}
        >
          {t("form.send")}
        </ReasonButton>
      </div>
    </Modal>
  );
}

/** How much a class learns in a course: its measurements, and the way to a new one. */
export default function ClassLearning({ inClass, course }: { inClass: string; course: string }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const all = useAnswer("GET /assessment/classes/:class/measurements", {
    where: { class: inClass },
  });
  const view = useAnswer("GET /classes/:class", { where: { class: inClass } });
  const mayTeach = view.data?.mayTeach === true;
  return (
    <Loaded of={all}>
      {(list) => {
        const own = list.filter((one) => one.course === course);
        const start =
          mayTeach && own.every(({ state }) => state === "over") ? (
            <Button onClick={() => setOpen(true)}>{t("class.start")}</Button>
          ) : null;
        return (
          <div className="grid">
            <div className="row row-wrap">
              <p className="soft">{t("class.about")}</p>
              <span className="push" />
              {own.length === 0 ? null : start}
            </div>
            <Card title={t("class.list")} flush>
              {own.length === 0 ? (
                <Empty title={t("class.none.title")} text={t("class.none.text")}>
                  {start}
                </Empty>
              ) : (
                <ul className="plain-list review-list">
                  {own.map((one) => (
                    <li key={one.id}>
                      <Link to={`/learning/${one.id}`} className="review-item">
                        <strong>{format.name(one.courseName)}</strong>
                        <span className={`badge ${stateBadge[one.state]}`}>
                          {t(`states.${one.state}`)}
                        </span>
                        <span className="soft">
                          {t("class.madeAt", { time: format.dateTime(one.madeAt) })}
                        </span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            {isOpen ? (
              <Begin inClass={inClass} course={course} onClose={() => setOpen(false)} />
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
