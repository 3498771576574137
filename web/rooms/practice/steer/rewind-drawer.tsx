import { Button, Drawer, Select, Textarea } from "@mantine/core";
import { firstDayOfRound, roundOf } from "@echelon/kernel/calendar/round.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../api/query.ts";
import { useSeason } from "../../../frame/season-context.tsx";
import { useFaultText } from "../../../parts/faults.ts";
import { Problem } from "../../../parts/page.tsx";
import { seen } from "./use-steer.ts";

/** Opens a closed day again; says before what that does, because a class sees it at once. */
export function RewindDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation(["steer", "scoring"]);
  const season = useSeason();
  const last = season.day - 1;
  const { daysPerRound } = season;
  const [day, setDay] = useState(String(firstDayOfRound(Math.max(1, last), daysPerRound)));
  const [reason, setReason] = useState("");
  const rewind = useAct("POST /practice/seasons/:season/rewind", seen);
  const fault = useFaultText(rewind.error);
  // Of a round only the first day can be opened: its decisions are those of that day.
  const days = Array.from({ length: Math.max(0, last) }, (_, index) => last - index).filter(
    (one) => one === firstDayOfRound(one, daysPerRound),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rewind.mutate(
      { where: { season: season.id }, body: { day: Number(day), reason } },
      { onSuccess: onClose },
    );
  };
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("rewind.title")}>
      <form className="form" onSubmit={submit}>
        <Select
          label={daysPerRound === 1 ? t("rewind.day") : t("steer.rewindRound")}
          data={days.map((one) => ({
            value: String(one),
            label:
              daysPerRound === 1
                ? t("dayNumber", { day: one })
                : t("steer.rewindTo", {
                    round: roundOf(one, daysPerRound),
                    day: one,
                  }),
          }))}
          value={day}
          onChange={(value) => setDay(value ?? day)}
          allowDeselect={false}
        />
        <ul className="soft effects">
          <li>{t("rewind.results", { from: day, to: last })}</li>
          <li>{t("rewind.drafts")}</li>
          <li>{t("rewind.events")}</li>
          <li>{t("rewind.kept")}</li>
          <li>{t("rewind.seen")}</li>
        </ul>
        <Textarea
          label={t("rewind.reason")}
          description={t("rewind.reasonHint")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={fault("reason")}
          maxLength={400}
          autosize
          minRows={2}
          required
        />
        {rewind.error === null ? null : <Problem error={rewind.error} />}
        <Button type="submit" loading={rewind.isPending}>
          {t("rewind.go", { day })}
        </Button>
      </form>
    </Drawer>
  );
}
