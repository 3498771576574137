import { Modal, Radio, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { conflictReasons } from "./own-conflict.tsx";
import type { Member } from "./rating-types.ts";

const raterRoles: readonly string[] = ["teacher", "mentor"];

const named = (members: readonly Member[]) =>
  members.map(({ person, name }) => ({ value: person, label: name }));

/** A teacher says that a rater must not mark a student. */
export function ConflictForm({
  of,
  members,
  onClose,
}: {
  of: string;
  members: readonly Member[];
  onClose: () => void;
}) {
  const { t } = useTranslation("assignments");
  const [rater, setRater] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const act = useAct("POST /assessment/classes/:class/conflicts", [
    "GET /assessment/classes/:class/conflicts",
    "GET /assessment/classes/:class/assignments",
    "GET /assessment/queue",
  ]);
  const reason = conflictReasons.find((one) => one === wanted);
  const isWhole = rater !== null && person !== null && reason !== undefined;
  const declare = () => {
    if (!isWhole) return;
    const body = { rater, person, reason };
    act.mutate({ where: { class: of }, body }, { onSuccess: onClose });
  };
  return (
    <Modal opened onClose={onClose} title={t("conflicts.formTitle")}>
      <div className="form">
        <Select
          label={t("conflicts.rater")}
          data={named(members.filter(({ role }) => raterRoles.includes(role)))}
          value={rater}
          onChange={setRater}
          searchable
        />
        <Select
          label={t("conflicts.student")}
          data={named(members.filter(({ role }) => role === "student"))}
          value={person}
          onChange={setPerson}
          searchable
        />
        <Radio.Group value={wanted} onChange={setWanted} label={t("conflicts.why")}>
          <div className="form choice-list">
            {conflictReasons.map((one) => (
              <Radio key={one} value={one} label={t(`conflicts.reasons.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <p className="soft">{t("conflicts.text")}</p>
        {act.error === null ? null : <Problem error={act.error} />}
        <ReasonButton
          reason={isWhole ? null : t("conflicts.needed")}
          loading={act.isPending}
          onClick={declare}
        >
          {t("conflicts.send")}
        </ReasonButton>
      </div>
    </Modal>
  );
}
