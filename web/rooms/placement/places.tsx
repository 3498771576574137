import "./placement.css";
import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { PlaceCard } from "./place-card.tsx";
import { emptyDraft, PlaceForm } from "./place-form.tsx";
import type { RoundHead } from "./placement-types.ts";

const offering = ["mentor", "officer", "head"];

/** A new place in a round that takes posts, for one of the reader's organizations. */
function AddPlace({ rounds }: { rounds: readonly RoundHead[] }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const owners = useMe().memberships.filter(({ role }) => offering.includes(role));
  const named = new Map(
    owners.map(({ organisation: { id, name } }) => [id, format.name(name)] as const),
  );
  const open = rounds.filter(({ state }) => state === "posts-open");
  const [isOpen, setOpen] = useState(false);
  const [round, setRound] = useState(open[0]?.id ?? "");
  const [organisation, setOrganisation] = useState([...named.keys()][0] ?? "");
  const act = useAct("POST /placement/rounds/:round/places", ["GET /placement/places"]);
  if (open.length === 0)
    return (
      <Card>
        <Empty title={t("places.noRound")} text={t("places.noRoundText")} />
      </Card>
    );
  if (!isOpen)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t("places.add")}</Button>
      </div>
    );
  return (
    <Card title={t("places.add")}>
      <div className="form">
        <div className="placement-fields">
          <Select
            label={t("places.round")}
            data={open.map(({ id, name }) => ({ value: id, label: name }))}
            value={round}
            allowDeselect={false}
            onChange={(id) => setRound(id ?? round)}
          />
          {named.size === 1 ? null : (
            <Select
              label={t("places.organisation")}
              data={[...named].map(([value, label]) => ({ value, label }))}
              value={organisation}
              allowDeselect={false}
              onChange={(id) => setOrganisation(id ?? organisation)}
            />
          )}
        </div>
        {act.error === null ? null : <Problem error={act.error} />}
        <PlaceForm
          before={emptyDraft}
          isPending={act.isPending}
          onClose={() => setOpen(false)}
          onSave={(draft) =>
            act.mutate(
              { where: { round }, body: { ...draft, organisation } },
              { onSuccess: () => setOpen(false) },
            )
          }
        />
      </div>
    </Card>
  );
}

/** Places of the reader's organizations in all rounds. */
export default function PlacesRoom() {
  const { t } = useTranslation("placement");
  const places = useAnswer("GET /placement/places", {});
  const rounds = useAnswer("GET /placement/rounds", {});
  return (
    <>
      <p>
        <Link to="/placement">{t("back")}</Link>
      </p>
      <PageHead title={t("places.heading")} text={t("places.text")} />
      <Loaded of={places}>
        {(all) => (
          <div className="grid">
            <Loaded of={rounds} rows={1}>
              {(of) => <AddPlace rounds={of} />}
            </Loaded>
            {all.map((place) => (
              <PlaceCard key={place.id} place={place} />
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}
