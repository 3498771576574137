import "../assessment/ratings.css";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";

function NewBank({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const navigate = useNavigate();
  const schools = useMe()
    .memberships.filter(({ role }) => role === "teacher")
    .map(({ organisation }) => organisation);
  const [name, setName] = useState("");
  const [school, setSchool] = useState(schools[0]?.id ?? "");
  const act = useAct("POST /assessment/banks", ["GET /assessment/banks"]);
  const make = () =>
    act.mutate(
      { body: { school, name } },
      { onSuccess: ({ id }) => void navigate({ to: `/banks/${id}` }) },
    );
  return (
    <Modal opened onClose={onClose} title={t("new")}>
      <div className="form">
        <TextInput
          label={t("name")}
          placeholder={t("nameExample")}
          maxLength={examLimits.bankNameMax}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
          required
        />
        {schools.length > 1 ? (
          <NativeSelect
            label={t("school")}
            value={school}
            data={schools.map((one) => ({ value: one.id, label: format.name(one.name) }))}
            onChange={(event) => setSchool(event.currentTarget.value)}
          />
        ) : null}
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={name.trim() === "" ? t("noName") : null}
          loading={act.isPending}
          onClick={make}
        >
          {t("make")}
        </ReasonButton>
      </div>
    </Modal>
  );
}

/** The banks of one's school, and those of courses. */
export default function Banks() {
  const { t } = useTranslation("banks");
  const format = useFormat();
  const [isMaking, setMaking] = useState(false);
  const banks = useAnswer("GET /assessment/banks", {});
  return (
    <>
      <PageHead title={t("title")} text={t("text")}>
        <Button onClick={() => setMaking(true)}>{t("new")}</Button>
      </PageHead>
      <Loaded of={banks}>
        {(list) => (
          <Card label={t("title")} flush>
            {list.length === 0 ? (
              <Empty title={t("none.title")} text={t("none.text")} />
            ) : (
              <ul className="plain-list review-list">
                {list.map((one) => (
                  <li key={one.id}>
                    <Link to={`/banks/${one.id}`} className="review-item">
                      <strong>{format.name(one.name)}</strong>
                      <span className={`badge ${one.school === null ? "badge-accent" : ""}`}>
                        {one.school === null ? t("ofCourse") : t("own")}
                      </span>
                      <span className="soft">
                        {t("questions", { count: one.questions })} ·{" "}
                        {t("topics", { count: one.topics.length })}
                        {one.changedAt === null
                          ? null
                          : ` · ${t("changed", { time: format.dateTime(one.changedAt) })}`}
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
      {isMaking ? <NewBank onClose={() => setMaking(false)} /> : null}
    </>
  );
}
