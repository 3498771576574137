import { Button, Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { instantOf } from "../exams/plan.ts";
import { type Measurement, measurementRefreshes, type Test } from "./learning-types.ts";
import { noWindow, WindowInputs } from "./window-fields.tsx";

type Shut = { of: Measurement; onClose: () => void };

function OpenAfter({ of, onClose }: Shut) {
  const { t } = useTranslation("learning");
  const [window, setWindow] = useState(noWindow);
  const act = useAct("POST /assessment/measurements/:measurement/after", measurementRefreshes);
  const { opensAt, closesAt } = window;
  const body = { opensAt: instantOf(opensAt), closesAt: instantOf(closesAt) };
  const send = () => act.mutate({ where: { measurement: of.id }, body }, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={t("tests.openAfter")}>
      <div className="form">
        <p>{t("tests.openAfterText")}</p>
        <WindowInputs
          fields={window}
          onChange={(change) => setWindow((before) => ({ ...before, ...change }))}
        />
        {act.error === null ? null : <Problem error={act.error} />}
        <Button loading={act.isPending} onClick={send}>
          {t("tests.openAfter")}
        </Button>
      </div>
    </Modal>
  );
}

function Close({ of, onClose }: { of: Test; onClose: () => void }) {
  const { t } = useTranslation("learning");
  const act = useAct("POST /assessment/exams/:exam/close", measurementRefreshes);
  return (
    <Modal opened onClose={onClose} title={t("tests.close")}>
      <div className="form">
        <p>{t("tests.closeText")}</p>
        {act.error === null ? null : <Problem error={act.error} />}
        <Button
          loading={act.isPending}
          onClick={() => act.mutate({ where: { exam: of.exam } }, { onSuccess: onClose })}
        >
          {t("tests.close")}
        </Button>
      </div>
    </Modal>
  );
}

function Drop({ of, onClose }: Shut) {
  const { t } = useTranslation("learning");
  const navigate = useNavigate();
  const act = useAct("DELETE /assessment/measurements/:measurement");
  const away = `/classes/${of.class}/courses/${of.course}?tab=learning`;
  const send = () =>
    act.mutate(
      { where: { measurement: of.id } },
      { onSuccess: () => void navigate({ to: away, reloadDocument: true }) },
    );
  return (
    <Modal opened onClose={onClose} title={t("tests.drop")}>
      <div className="form">
        <p>{t("tests.dropText")}</p>
        {act.error === null ? null : <Problem error={act.error} />}
        <Button color="red" loading={act.isPending} onClick={send}>
          {t("tests.drop")}
        </Button>
      </div>
    </Modal>
  );
}

/** One test in a line: when, and how many have done what. */
function OneTest({ of, students }: { of: Test; students: number }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const facts = [
    of.opensAt === null ? "" : t("tests.opens", { time: format.dateTime(of.opensAt) }),
    of.closesAt === null ? "" : t("tests.closes", { time: format.dateTime(of.closesAt) }),
    of.begun === null ? "" : t("tests.begun", { ...of, students: Math.max(students, of.begun) }),
  ];
  return (
    <div className="row row-wrap">
      <strong>{t(`tests.${of.moment}`)}</strong>
      <span className={`badge ${of.isOpen ? "badge-good" : ""}`}>
        {of.isOpen ? t("tests.open") : t("tests.closed")}
      </span>
      <span className="soft">{facts.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

/** The two tests, with the next step for who teaches the class. */
export function Tests({ of }: { of: Measurement }) {
  const { t } = useTranslation("learning");
  const [act, setAct] = useState<"after" | "close" | "drop" | null>(null);
  const shut = () => setAct(null);
  const open = of.tests.find(({ isOpen }) => isOpen);
  const hasAfter = of.tests.length > 1;
  const isBegun = of.tests.some(({ begun }) => begun !== 0);
  const { questions, minutes } = of;
  return (
    <Card title={t("tests.title")} note={t("tests.facts", { questions, minutes })}>
      <div className="form">
        {of.tests.map((one) => (
          <OneTest key={one.exam} of={one} students={of.students} />
        ))}
        {hasAfter ? null : (
          <div className="row row-wrap">
            <strong>{t("tests.after")}</strong>
            <span className="soft">{t("tests.notYet")}</span>
          </div>
        )}
        {of.mayTeach && of.state !== "over" ? (
          <div className="row row-wrap">
            {hasAfter || open !== undefined ? null : (
              <Button onClick={() => setAct("after")}>{t("tests.openAfter")}</Button>
            )}
            {open === undefined ? null : (
              <Button variant="default" onClick={() => setAct("close")}>
                {t("tests.close")}
              </Button>
            )}
            {isBegun ? null : (
              <Button variant="default" onClick={() => setAct("drop")}>
                {t("tests.drop")}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {act === "after" ? <OpenAfter of={of} onClose={shut} /> : null}
      {act === "close" && open !== undefined ? <Close of={open} onClose={shut} /> : null}
      {act === "drop" ? <Drop of={of} onClose={shut} /> : null}
    </Card>
  );
}
