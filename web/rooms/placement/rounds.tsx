import "./placement.css";
import { placementLimits } from "@echelon/contract/placement/limits.ts";
import { Button, Select, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { Card, Empty, Loaded, PageHead, Problem } from "../../parts/page.tsx";
import { ReasonButton } from "../../parts/reason-button.tsx";
import { useFormat } from "../../text/format.ts";
import { isPublished, type RoundHead } from "./placement-types.ts";

const kinds = ["internship", "job", "teacher-practice", "base-seat"] as const;
const running = ["head", "planner", "officer"];
const offering = ["mentor", "officer", "head"];

/** Where somebody leads rounds: a school, an association or a government office. */
function useOwners() {
  const format = useFormat();
  const owners = useMe().memberships.filter(
    ({ role, organisation }) => running.includes(role) && organisation.kind !== "enterprise",
  );
  const named = owners.map(({ organisation: { id, name } }) => [id, format.name(name)] as const);
  return [...new Map(named)].map(([value, label]) => ({ value, label }));
}

function MakeRound({ rounds }: { rounds: readonly RoundHead[] }) {
  const { t } = useTranslation("placement");
  const owners = useOwners();
  const go = useNavigate();
  const [name, setName] = useState("");
  const [kind, setKind] = useState<(typeof kinds)[number]>("internship");
  const [owner, setOwner] = useState(owners[0]?.value ?? "");
  const [after, setAfter] = useState<string | null>(null);
  const act = useAct("POST /placement/rounds", ["GET /placement/rounds"]);
  const over = rounds.filter((one) => isPublished(one.state) && one.owner === owner);
  if (owners.length === 0) return null;
  const make = () =>
    act.mutate(
      { body: { owner, name: name.trim(), kind, schools: [], after } },
      { onSuccess: ({ id }) => void go({ to: `/placement/${id}` }) },
    );
  return (
    <Card title={t("make.title")}>
      <div className="form">
        <div className="placement-fields">
          <TextInput
            label={t("make.name")}
            value={name}
            maxLength={placementLimits.nameMax}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t("make.kind")}
            data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={kind}
            disabled={after !== null}
            allowDeselect={false}
            onChange={(value) => setKind((value ?? kind) as typeof kind)}
          />
          {owners.length === 1 ? null : (
            <Select
              label={t("make.owner")}
              data={owners}
              value={owner}
              allowDeselect={false}
              onChange={(value) => setOwner(value ?? owner)}
            />
          )}
          {over.length === 0 ? null : (
            <Select
              label={t("make.after")}
              placeholder={t("make.afterNone")}
              data={over.map((one) => ({ value: one.id, label: one.name }))}
              value={after}
              clearable
              onChange={setAfter}
            />
          )}
        </div>
        {act.error === null ? null : <Problem error={act.error} />}
        <div>
          <ReasonButton
            reason={name.trim() === "" ? t("make.nameless") : null}
            loading={act.isPending}
            onClick={make}
          >
            {t("make.act")}
          </ReasonButton>
        </div>
      </div>
    </Card>
  );
}

/** A round, and the way to what it is for the reader. */
function RoundLine({ round }: { round: RoundHead }) {
  const { t } = useTranslation("placement");
  const format = useFormat();
  const { id, name, kind, state, ownerName, mayRun, isApplicant } = round;
  return (
    <li>
      <div className="placement-line">
        <h3>{name}</h3>
        <span className="badge">{t(`state.${state}`)}</span>
      </div>
      <p className="soft">
        {t(`kind.${kind}`)} · {format.name(ownerName)}
      </p>
      <div className="row row-wrap">
        {mayRun ? (
          <Button component={Link} to={`/placement/${id}`} variant="default">
            {t("lead")}
          </Button>
        ) : null}
        {isApplicant ? (
          <Button component={Link} to={`/placement/${id}/choices`}>
            {t(state === "choices-open" ? "choose" : "look")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** Rounds that concern the reader. */
export default function RoundsRoom() {
  const { t } = useTranslation("placement");
  const rounds = useAnswer("GET /placement/rounds", {});
  const mayOffer = useMe().memberships.some(({ role }) => offering.includes(role));
  return (
    <>
      <PageHead title={t("heading")} text={t("text")}>
        {mayOffer ? (
          <Button component={Link} to="/placement/places" variant="default">
            {t("places.heading")}
          </Button>
        ) : null}
      </PageHead>
      <Loaded of={rounds}>
        {(all) => (
          <div className="grid">
            <Card>
              {all.length === 0 ? (
                <Empty title={t("none.title")} text={t("none.text")} />
              ) : (
                <ul className="placement-list">
                  {all.map((round) => (
                    <RoundLine key={round.id} round={round} />
                  ))}
                </ul>
              )}
            </Card>
            <MakeRound rounds={all} />
          </div>
        )}
      </Loaded>
    </>
  );
}
