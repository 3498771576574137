import { Button, Checkbox, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../../../api/query.ts";
import { NumberField } from "../../../../parts/number-field.tsx";
import { Refused } from "../parts.tsx";
import { type TeamArea, useStorePlace } from "../use-store.ts";
import { changedWithTeam, type Team, type TeamMember } from "./team-answer.ts";

/** One member after the other: areas, and what a decision may cost. */
export function RoleForm({ team }: { team: Team }) {
  const { t } = useTranslation("teams");
  const usual = team.members.find((one) => !one.isCaptain) ?? team.members[0];
  const [person, setPerson] = useState(usual?.person ?? "");
  const member = team.members.find((one) => one.person === person);
  return (
    <div className="form">
      <p className="soft">{t("roles.rolesText")}</p>
      <Select
        label={t("roles.member")}
        data={team.members.map((one) => ({ value: one.person, label: one.name }))}
        value={person}
        allowDeselect={false}
        onChange={(value) => setPerson(value ?? person)}
      />
      {member === undefined ? null : <MemberForm key={member.person} team={team} member={member} />}
    </div>
  );
}

function MemberForm({ team, member }: { team: Team; member: TeamMember }) {
  const { t } = useTranslation("teams");
  const { season, where } = useStorePlace();
  const [areas, setAreas] = useState<string[]>(member.areas);
  const [limitMinor, setLimit] = useState(member.limitMinor);
  const assign = useAct("PUT /practice/seasons/:season/stores/:store/team/roles", changedWithTeam);
  const scale = 10 ** season.booksDigits;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const role = { person: member.person, areas: areas as TeamArea[], limitMinor };
    assign.mutate({ where, body: { members: [role] } });
  };
  const change = (next: string[]) => {
    assign.reset();
    setAreas(next);
  };
  return (
    <form className="form" onSubmit={submit}>
      <Checkbox.Group
        label={t("roles.areasOf", { name: member.name })}
        value={areas}
        onChange={change}
      >
        <div className="team-areas">
          {team.areas.map(({ area, owners }) => {
            const others = owners.filter((name) => name !== member.name);
            const also = t("roles.also", { names: others.join(t("comma")) });
            return (
              <Checkbox
                key={area}
                value={area}
                label={t(`areas.${area}`)}
                {...(others.length === 0 ? {} : { description: also })}
              />
            );
          })}
        </div>
      </Checkbox.Group>
      <NumberField
        label={t("roles.limit", { currency: team.currency })}
        description={t("roles.limitHint")}
        digits={season.booksDigits}
        min={0}
        thousandSeparator=","
        value={limitMinor === null ? null : limitMinor / scale}
        onValue={(value) => {
          assign.reset();
          setLimit(value === null ? null : Math.round(value * scale));
        }}
      />
      <Refused error={assign.error} />
      <div className="row row-wrap">
        <Button type="submit" loading={assign.isPending}>
          {t("roles.save")}
        </Button>
        <span aria-live="polite" className="soft">
          {assign.isSuccess ? t("roles.saved") : null}
        </span>
      </div>
    </form>
  );
}
