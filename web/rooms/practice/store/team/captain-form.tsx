import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../../api/query.ts";
import { ReasonButton } from "../../../../parts/reason-button.tsx";
import { Refused } from "../parts.tsx";
import { useStorePlace } from "../use-store.ts";
import { changedWithTeam, type Team } from "./team-answer.ts";

/** Who leads the team from now on. */
export function CaptainForm({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const { where } = useStorePlace();
  const captain = team.members.find((one) => one.isCaptain)?.person ?? "";
  const [person, setPerson] = useState(captain);
  const name = useAct("PUT /practice/seasons/:season/stores/:store/team/captain", changedWithTeam);
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <p className="soft">{t("roles.captainText")}</p>
      <Select
        label={t("roles.kinds.captain")}
        data={team.members.map((one) => ({ value: one.person, label: one.name }))}
        value={person}
        allowDeselect={false}
        onChange={(value) => setPerson(value ?? person)}
      />
      <Refused error={name.error} />
      <div className="row row-wrap">
        <ReasonButton
          reason={person === captain ? t("roles.needOther") : null}
          loading={name.isPending}
          onClick={() => name.mutate({ where, body: { person } })}
        >
          {t("roles.name")}
        </ReasonButton>
      </div>
    </form>
  );
}
