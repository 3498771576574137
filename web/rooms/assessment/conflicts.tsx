import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Loaded } from "../../parts/page.tsx";
import { ConflictForm } from "./conflict-form.tsx";
import type { Member } from "./rating-types.ts";

/** Who must not mark whom in a class. */
export function Conflicts({
  of,
  members,
  mayTeach,
}: {
  of: string;
  members: readonly Member[];
  mayTeach: boolean;
}) {
  const { t } = useTranslation("assignments");
  const [isOpen, setOpen] = useState(false);
  const conflicts = useAnswer("GET /assessment/classes/:class/conflicts", { where: { class: of } });
  return (
    <Card
      title={t("conflicts.title")}
      acts={
        mayTeach ? (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            {t("conflicts.open")}
          </Button>
        ) : null
      }
    >
      <Loaded of={conflicts} rows={1}>
        {(list) =>
          list.length === 0 ? (
            <p className="soft">{t("conflicts.none")}</p>
          ) : (
            <ul className="plain-list">
              {list.map(({ rater, raterName, person, name, reason }) => (
                <li key={`${rater} ${person}`}>
                  {t("conflicts.row", { rater: raterName, student: name })}{" "}
                  <span className="badge">{t(`conflicts.reasons.${reason}`)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isOpen ? <ConflictForm of={of} members={members} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}
