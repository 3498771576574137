import { contestTextMax } from "@echelon/contract/assessment/contest-limits.ts";
import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";

/** A person says why a piece of the own evidence is wrong; who leads the class answers. */
export function ContestPiece({ piece }: { piece: string }) {
  const { t } = useTranslation("evidence");
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const act = useAct("POST /assessment/pieces/:piece/contest", [
    "GET /assessment/people/:person/competencies/:competency",
  ]);
  const fault = useFaultText(act.error);
  const close = () => setOpen(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate({ where: { piece }, body: { text: text.trim() } }, { onSuccess: close });
  };
  return (
    <div>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {t("contest.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("contest.title")}>
        <form className="form" onSubmit={submit}>
          <p className="soft">{t("contest.text")}</p>
          <Textarea
            label={t("contest.why")}
            description={t("contest.limit", { max: contestTextMax, count: text.length })}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            error={fault("text")}
            maxLength={contestTextMax}
            autosize
            minRows={4}
            maxRows={12}
            required
            data-autofocus
          />
          {act.error === null ? null : <Problem error={act.error} />}
          <Button type="submit" loading={act.isPending}>
            {t("contest.send")}
          </Button>
        </form>
      </Modal>
    </div>
  );
}
