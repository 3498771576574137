import { choicesMax } from "@echelon/contract/placement/limits.ts";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { Card, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { bpOfPermille, type OwnRound } from "./placement-types.ts";

type Place = OwnRound["places"][number];
const missingShown = 3;

/** How well one fits a place, and what would help most. */
function Advice({ place }: { place: Place }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const { fitPermille, isUnderFloor, floorPermille, missing, asked } = place;
  const share = (permille: number) => format.percent(permille * bpOfPermille, 0);
  if (asked.length === 0) return <p className="soft">{t("advice.asksNothing")}</p>;
  const names = missing.slice(0, missingShown).map(({ name }) => format.name(name));
  return (
    <>
      <p className="soft">
        {t("advice.fit", { share: share(fitPermille) })}
        {names.length === 0 ? null : ` ${t("advice.missing", { names: names.join(t("comma")) })}`}
      </p>
      {isUnderFloor ? (
        <p className="soft">{t("advice.underFloor", { share: share(floorPermille) })}</p>
      ) : null}
    </>
  );
}

function About({ place }: { place: Place }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const { organisationName, city, capacity, about } = place;
  return (
    <>
      <p className="soft">
        {[format.name(organisationName), city, t("seats", { count: capacity })].join(" · ")}
      </p>
      {about === "" ? null : <p>{about}</p>}
      <Advice place={place} />
    </>
  );
}

/** A place in the list, moved by buttons that a thumb and a keyboard reach alike. */
function Chosen({
  place,
  at,
  isLast,
  onMove,
  onDrop,
}: {
  place: Place;
  at: number;
  isLast: boolean;
  onMove: (by: number) => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation("placement");
  const of = <span className="visually-hidden"> {place.title}</span>;
  return (
    <li>
      <h3>
        {at + 1}. {place.title}
      </h3>
      <Advice place={place} />
      <div className="row row-wrap">
        <Button variant="default" disabled={at === 0} onClick={() => onMove(-1)}>
          {t("list.up")}
          {of}
        </Button>
        <Button variant="default" disabled={isLast} onClick={() => onMove(1)}>
          {t("list.down")}
          {of}
        </Button>
        <Button variant="subtle" color="gray" onClick={onDrop}>
          {t("list.drop")}
          {of}
        </Button>
      </div>
    </li>
  );
}

/** Places that are not in the list, those that one fits best first. */
function Open({
  places,
  isFull,
  onAdd,
}: {
  places: readonly Place[];
  isFull: boolean;
  onAdd: (id: string) => void;
}) {
  const { t } = useTranslation("placement");
  const reasonOf = ({ isUnderFloor }: Place) => {
    if (isUnderFloor) return t("open.underFloor");
    return isFull ? t("open.full", { most: choicesMax }) : null;
  };
  return (
    <Card title={t("open.title", { count: places.length })}>
      <div className="form">
        <p className="soft">{t("open.text")}</p>
        <ul className="placement-list">
          {places.map((place) => (
            <li key={place.id}>
              <h3>{place.title}</h3>
              <About place={place} />
              <div>
                <ReasonButton
                  variant="default"
                  reason={reasonOf(place)}
                  onClick={() => onAdd(place.id)}
                >
                  {t("open.add")}
                  <span className="visually-hidden"> {place.title}</span>
                </ReasonButton>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** The own list, in the order that counts, and what could be in it. */
export function ChoiceList({ round, onHanded }: { round: OwnRound; onHanded: () => void }) {
  const { t } = useTranslation("placement");
  const [list, setList] = useState<readonly string[]>(round.choices);
  const act = useAct("PUT /placement/rounds/:round/own", ["GET /placement/rounds/:round/own"]);
  const known = new Map(round.places.map((place) => [place.id, place]));
  const chosen = list.flatMap((id) => known.get(id) ?? []);
  const open = round.places
    .filter(({ id }) => !list.includes(id))
    .toSorted((a, b) => b.fitPermille - a.fitPermille);
  const isSame = list.join() === round.choices.join();
  const move = (at: number, by: number) => {
    const next = [...list];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    setList(next);
  };
  const body = { revision: round.revision, places: [...list] };
  const hand = () => act.mutate({ where: { round: round.id }, body }, { onSuccess: onHanded });
  return (
    <>
      <Card title={t("list.title", { count: chosen.length })}>
        <div className="form">
          <p className="soft">{t("list.text", { most: choicesMax })}</p>
          {chosen.length === 0 ? <p>{t("list.none")}</p> : null}
          <ol className="placement-list">
            {chosen.map((place, at) => (
              <Chosen
                key={place.id}
                {...{ place, at }}
                isLast={at === chosen.length - 1}
                onMove={(by) => move(at, by)}
                onDrop={() => setList(list.filter((id) => id !== place.id))}
              />
            ))}
          </ol>
          {act.error === null ? null : <Problem error={act.error} />}
          <div>
            <ReasonButton
              reason={isSame ? t("list.same") : null}
              loading={act.isPending}
              onClick={hand}
            >
              {t("list.hand")}
            </ReasonButton>
          </div>
        </div>
      </Card>
      <Open
        places={open}
        isFull={list.length >= choicesMax}
        onAdd={(id) => setList([...list, id])}
      />
    </>
  );
}
