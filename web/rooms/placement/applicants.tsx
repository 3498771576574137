import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { bpOfPermille, type Round } from "./placement-types.ts";

type Applicant = Round["applicants"][number];
const percentMax = 100;
const permilleOfPercent = 10;

/** What published rules give somebody, with the reason that stands behind it. */
function Policy({ round, one, onDone }: { round: Round; one: Applicant; onDone: () => void }) {
  const { t } = useTranslation("placement");
  const [percent, setPercent] = useState<number | null>(one.policyPermille / permilleOfPercent);
  const [reason, setReason] = useState(one.policyReason);
  const act = useAct("PUT /placement/rounds/:round/applicants/:person", [
    "GET /placement/rounds/:round",
  ]);
  const save = () =>
    act.mutate(
      {
        where: { round: round.id, person: one.person },
        body: { permille: Math.floor((percent ?? 0) * permilleOfPercent + 0.5), reason },
      },
      { onSuccess: onDone },
    );
  return (
    <div className="form">
      <div className="placement-fields">
        <NumberField
          label={t("policy.percent")}
          value={percent}
          min={0}
          max={percentMax}
          onValue={setPercent}
        />
        <TextInput
          label={t("policy.reason")}
          value={reason}
          maxLength={placementLimits.textMax}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      {act.error === null ? null : <Problem error={act.error} />}
      <div>
        <Button loading={act.isPending} onClick={save}>
          {t("policy.save")}
        </Button>
      </div>
    </div>
  );
}

/** Who ranks places, what policy gives them, and where they are placed. */
export function Applicants({ round }: { round: Round }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const titles = new Map(round.places.map(({ id, title }) => [id, title]));
  if (round.state === "draft" || round.state === "posts-open") return null;
  return (
    <Card title={t("round.applicants", { count: round.applicantCount })}>
      {round.applicantCount === 0 ? <p className="soft">{t("round.nobody")}</p> : null}
      <ul className="placement-list">
        {round.applicants.map((one) => (
          <li key={one.person}>
            <div className="placement-line">
              <h3>{one.name}</h3>
              {one.choice === null ? (
                <span className="soft">{t("choices", { count: one.choices })}</span>
              ) : (
                <span className="badge badge-good badge-long">
                  {t("placedAt", { place: titles.get(one.place!) ?? "", choice: one.choice })}
                </span>
              )}
            </div>
            {one.policyPermille === 0 ? null : (
              <p className="soft">
                {t("policy.has", {
                  share: format.percent(one.policyPermille * bpOfPermille, 0),
                  reason: one.policyReason,
                })}
              </p>
            )}
            {round.state !== "choices-open" ? null : open === one.person ? (
              <Policy {...{ round, one }} onDone={() => setOpen(null)} />
            ) : (
              <div>
                <Button variant="subtle" onClick={() => setOpen(one.person)}>
                  {t("policy.change")}
                  <span className="visually-hidden"> {one.name}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
