import { ActionIcon, Menu, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { rolesOfKind } from "../identity/roles.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct, usePages } from "../../api/query.ts";
import type { Role } from "../../api/session.ts";
import { fileName } from "../../parts/download.ts";
import { Icon } from "../../parts/icons.tsx";
import { MoreRows } from "../../parts/more-rows.tsx";
import { Card, Empty, Loaded, Problem } from "../../parts/page.tsx";
import { DataTable, type TableColumn } from "../../parts/table.tsx";
import { useFormat } from "../../text/format.ts";
import { type Credentials, CredentialsOnce } from "../identity/credentials.tsx";
import { RolesDrawer } from "./roles-drawer.tsx";

export type Organisation = Answer<"GET /organisations/:organisation">;
export type Person = Answer<"GET /organisations/:organisation/people">["items"][number];
const typingMillis = 250;

function useColumns(acts: (person: Person) => ReactNode): TableColumn<Person>[] {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const roles = (one: Person) => one.roles.map((role) => t(`roles.${role}`)).join(t("comma"));
  return [
    {
      key: "name",
      head: t("name"),
      isText: true,
      value: (one) => one.name,
      cell: (one) => one.name,
    },
    {
      key: "username",
      head: t("username"),
      isText: true,
      value: (one) => one.username,
      cell: (one) => <span className="mono">{one.username}</span>,
    },
    {
      key: "number",
      head: t("person.number"),
      isText: true,
      value: (one) => one.number ?? "",
      cell: (one) => one.number,
    },
    { key: "roles", head: t("person.roles"), isText: true, value: roles, cell: roles },
    {
      key: "since",
      head: t("person.since"),
      value: (one) => one.since,
      cell: (one) => format.date(one.since),
    },
    {
      key: "seen",
      head: t("person.seen"),
      value: (one) => one.lastSeenAt ?? "",
      cell: (one) =>
        one.lastSeenAt === null ? t("person.never") : format.dateTime(one.lastSeenAt),
    },
    { key: "acts", head: <span className="visually-hidden">{t("person.acts")}</span>, cell: acts },
  ];
}

function PersonMenu({
  person,
  onRoles,
  onReset,
}: {
  person: Person;
  onRoles: () => void;
  onReset: () => void;
}) {
  const { t } = useTranslation("identity");
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink-2)"
          size="lg"
          aria-label={t("person.actsOf", { name: person.name })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onRoles}>{t("person.setRoles")}</Menu.Item>
        <Menu.Item onClick={onReset}>{t("person.reset")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Filters({
  of,
  words,
  onWords,
  role,
  onRole,
}: {
  of: Organisation;
  words: string;
  onWords: (words: string) => void;
  role: Role | "";
  onRole: (role: Role | "") => void;
}) {
  const { t } = useTranslation("identity");
  const roles = rolesOfKind[of.kind];
  return (
    <div className="row row-wrap table-tools filters">
      <TextInput
        aria-label={t("person.find")}
        placeholder={t("person.find")}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
        maxLength={60}
      />
      <Select
        aria-label={t("person.roles")}
        data={[
          { value: "", label: t("person.allRoles") },
          ...roles.map((one) => ({ value: one, label: t(`roles.${one}`) })),
        ]}
        value={role}
        onChange={(value) => onRole(roles.find((one) => one === value) ?? "")}
        allowDeselect={false}
      />
    </div>
  );
}

/** Everybody who belongs to an organisation, with what may be done for each. */
export function OrganisationPeople({ of }: { of: Organisation }) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<Role | "">("");
  const [words] = useDebouncedValue(typed.trim(), typingMillis);
  const [edited, setEdited] = useState<Person | null>(null);
  const [credentials, setCredentials] = useState<Credentials[]>([]);
  const where = { organisation: of.id };
  const reset = useAct("POST /organisations/:organisation/people/:person/password");
  const people = usePages("GET /organisations/:organisation/people", {
    where,
    asks: { ...(words === "" ? {} : { q: words }), ...(role === "" ? {} : { role }), limit: "100" },
  });
  const give = (person: Person) =>
    reset.mutate(
      { where: { ...where, person: person.id } },
      { onSuccess: (made) => setCredentials([made]) },
    );
  const columns = useColumns((person) =>
    of.mayManage ? (
      <PersonMenu person={person} onRoles={() => setEdited(person)} onReset={() => give(person)} />
    ) : null,
  );
  return (
    <Card flush>
      <Filters of={of} words={typed} onWords={setTyped} role={role} onRole={setRole} />
      {reset.error === null ? null : <Problem error={reset.error} />}
      <Loaded of={people}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("person.none.title")} text={t("person.none.text")} />
          ) : (
            <div className="people-list">
              <DataTable
                rows={rows}
                columns={columns}
                rowKey={(one) => one.id}
                caption={t("organisation.people")}
                exportAs={fileName(format.name(of.name), t("organisation.people"))}
                rowsShown={1_000}
                card={{
                  head: "name",
                  mark: "acts",
                  facts: ["username", "roles", "seen"],
                }}
              />
            </div>
          )
        }
      </Loaded>
      <MoreRows of={people} />
      <RolesDrawer key={edited?.id ?? ""} of={of} person={edited} onClose={() => setEdited(null)} />
      <CredentialsOnce
        of={credentials}
        fileName={fileName(format.name(of.name))}
        onClose={() => setCredentials([])}
      />
    </Card>
  );
}
