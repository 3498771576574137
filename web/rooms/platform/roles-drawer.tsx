import { Button, Checkbox, Drawer } from "@mantine/core";
import { rolesOfKind } from "../identity/roles.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { Problem } from "../../parts/page.tsx";

type Organisation = Answer<"GET /organisations/:organisation">;
type Person = Answer<"GET /organisations/:organisation/people">["items"][number];

/** The roles of a person from now on; none ends the membership and the sessions. */
export function RolesDrawer({
  of,
  person,
  onClose,
}: {
  of: Organisation;
  person: Person | null;
  onClose: () => void;
}) {
  const { t } = useTranslation("identity");
  const known = rolesOfKind[of.kind];
  const [roles, setRoles] = useState<string[]>([...(person?.roles ?? [])]);
  const set = useAct("PUT /organisations/:organisation/people/:person/roles", [
    "GET /organisations/:organisation/people",
    "GET /organisations/:organisation",
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (person === null) return;
    set.mutate(
      {
        where: { organisation: of.id, person: person.id },
        body: { roles: known.filter((role) => roles.includes(role)) },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Drawer
      opened={person !== null}
      onClose={onClose}
      position="right"
      title={t("person.rolesOf", { name: person?.name ?? "" })}
    >
      <form className="form" onSubmit={submit}>
        <Checkbox.Group label={t("person.roles")} value={roles} onChange={setRoles}>
          <div className="form choice-list">
            {known.map((role) => (
              <Checkbox key={role} value={role} label={t(`roles.${role}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {roles.length === 0 ? <p className="hint">{t("person.noRole")}</p> : null}
        {set.error === null ? null : <Problem error={set.error} />}
        <Button type="submit" loading={set.isPending}>
          {t("save")}
        </Button>
      </form>
    </Drawer>
  );
}
