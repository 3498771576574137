import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { NumberField } from "../../parts/number-field.tsx";
import { Card, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { PlaceForm } from "./place-form.tsx";
import { bpOfPermille, type PlaceDesk } from "./placement-types.ts";
import { PlaceReasonText } from "./reasons.tsx";

type Applicant = PlaceDesk["applicants"][number];
const permilleOfPercent = 10;
const refreshed = ["GET /placement/places"] as const;

/** What the organization says of somebody who listed its place. */
function Mark({ place, one }: { place: PlaceDesk; one: Applicant }) {
  const { t } = useTranslation("placement");
  const [percent, setPercent] = useState(
    one.markPermille === null ? null : one.markPermille / permilleOfPercent,
  );
  const [isRefused, setRefused] = useState(one.isRefused);
  const act = useAct("PUT /placement/places/:place/applicants/:person", refreshed);
  const save = () =>
    act.mutate({
      where: { place: place.id, person: one.person },
      body: {
        permille: percent === null ? null : Math.floor(percent * permilleOfPercent + 0.5),
        isRefused,
      },
    });
  return (
    <div className="placement-fields">
      <NumberField
        label={t("mark.percent", { name: one.name })}
        value={percent}
        min={0}
        max={100}
        onValue={setPercent}
      />
      <Checkbox
        label={t("mark.refuse")}
        checked={isRefused}
        onChange={(event) => setRefused(event.currentTarget.checked)}
      />
      <Button variant="default" loading={act.isPending} onClick={save}>
        {t("mark.save")}
        <span className="visually-hidden"> {one.name}</span>
      </Button>
      {act.error === null ? null : <Problem error={act.error} />}
    </div>
  );
}

function Applicants({ place }: { place: PlaceDesk }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  if (place.applicants.length === 0) return null;
  return (
    <>
      <h3>{t("mark.title", { count: place.applicants.length })}</h3>
      <ul className="placement-list">
        {place.applicants.map((one) => (
          <li key={one.person}>
            <div className="placement-line">
              <h3>{one.name}</h3>
              {one.isHere ? <span className="badge badge-good">{t("mark.here")}</span> : null}
            </div>
            <p className="soft">
              {t("advice.fit", { share: format.percent(one.fitPermille * bpOfPermille, 0) })}
              {one.score === null || one.score < 0
                ? null
                : ` ${t("why.own", { score: one.score, rank: one.rank })}`}
            </p>
            {place.state === "choices-open" ? <Mark {...{ place, one }} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is done with a place while posts are open. */
function Acts({ place, onEdit }: { place: PlaceDesk; onEdit: () => void }) {
  const { t } = useTranslation("placement");
  const agree = useAct("PUT /placement/places/:place/agreement", refreshed);
  const drop = useAct("DELETE /placement/places/:place", refreshed);
  const error = agree.error ?? drop.error;
  const where = { place: place.id };
  const { isAgreed } = place;
  return (
    <>
      <p className="soft">{t(isAgreed ? "agree.given" : "agree.text")}</p>
      {error === null ? null : <Problem error={error} />}
      <div className="row row-wrap">
        <Button
          variant={isAgreed ? "default" : "filled"}
          loading={agree.isPending}
          onClick={() => agree.mutate({ where, body: { isAgreed: !isAgreed } })}
        >
          {t(isAgreed ? "agree.takeBack" : "agree.act")}
        </Button>
        <Button variant="default" onClick={onEdit}>
          {t("form.edit")}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={drop.isPending}
          onClick={() => drop.mutate({ where })}
        >
          {t("form.drop")}
        </Button>
      </div>
    </>
  );
}

/** One place of the reader's organization. */
export function PlaceCard({ place }: { place: PlaceDesk }) {
  const { t } = useTranslation("placement");
  const [isEdited, setEdited] = useState(false);
  const edit = useAct("PUT /placement/places/:place", refreshed);
  const { title, city, about, capacity, least, floorPermille, asked } = place;
  const draft = {
    title,
    city,
    about,
    capacity,
    least,
    floorPermille,
    asked: asked.map(({ competency, weight }) => ({ competency, weight })),
  };
  return (
    <Card title={title} note={<span className="badge">{t(`state.${place.state}`)}</span>}>
      <div className="form">
        <p className="soft">
          {[place.roundName, city, t("seats", { count: capacity })].join(" · ")}
        </p>
        {edit.error === null ? null : <Problem error={edit.error} />}
        {isEdited ? (
          <PlaceForm
            before={draft}
            isPending={edit.isPending}
            onClose={() => setEdited(false)}
            onSave={(body) =>
              edit.mutate(
                { where: { place: place.id }, body },
                { onSuccess: () => setEdited(false) },
              )
            }
          />
        ) : place.state === "posts-open" ? (
          <Acts place={place} onEdit={() => setEdited(true)} />
        ) : null}
        {place.reason === null ? null : <PlaceReasonText reason={place.reason} />}
        <Applicants place={place} />
      </div>
    </Card>
  );
}
