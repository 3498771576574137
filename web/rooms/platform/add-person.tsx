import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { rolesOfKind } from "../identity/roles.ts";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import type { Role } from "../../api/session.ts";
import { fileName } from "../../parts/download.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { type Credentials, CredentialsOnce } from "../identity/credentials.tsx";

type Organisation = Answer<"GET /organisations/:organisation">;
const empty = { name: "", number: "", username: "" };

type Typed = typeof empty;

/** What was typed as the request has it: wide digits are digits, empty fields are left out. */
function bodyOf(typed: Typed, role: Role) {
  const number = typed.number.normalize("NFKC").trim();
  const username = typed.username.trim().toLowerCase();
  return {
    name: typed.name,
    roles: [role],
    ...(number === "" ? {} : { number }),
    ...(username === "" ? {} : { username }),
  };
}

function PersonForm({ of, onMade }: { of: Organisation; onMade: (made: Credentials) => void }) {
  const { t } = useTranslation("identity");
  const roles = rolesOfKind[of.kind];
  const [typed, setTyped] = useState(empty);
  // Students come by code or roster; who is added by hand is a teacher more often than not.
  const [role, setRole] = useState(roles.find((one) => one === "teacher") ?? roles[0]);
  const add = useAct("POST /organisations/:organisation/people", [
    "GET /organisations/:organisation/people",
    "GET /organisations/:organisation",
    "GET /organisations",
  ]);
  const fault = useFaultText(add.error);
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
    error: fault(name),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role === undefined) return;
    const where = { organisation: of.id };
    add.mutate({ where, body: bodyOf(typed, role) }, { onSuccess: onMade });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TextInput label={t("name")} maxLength={60} required data-autofocus {...field("name")} />
      <Select
        label={t("person.role")}
        data={roles.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
        value={role ?? null}
        onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
        allowDeselect={false}
      />
      <TextInput label={t("person.number")} maxLength={32} {...field("number")} />
      <TextInput
        label={t("username")}
        description={t("person.usernameHint")}
        autoCapitalize="none"
        maxLength={60}
        {...field("username")}
      />
      {add.error === null ? null : <Problem error={add.error} />}
      <Button type="submit" loading={add.isPending}>
        {t("person.add")}
      </Button>
    </form>
  );
}

/** An account for somebody; the password is made and told once. */
export function AddPerson({
  of,
  isOpen,
  onClose,
}: {
  of: Organisation;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const [made, setMade] = useState<Credentials[]>([]);
  const take = (credentials: Credentials) => {
    setMade([credentials]);
    onClose();
  };
  return (
    <>
      <Drawer opened={isOpen} onClose={onClose} position="right" title={t("person.add")}>
        <PersonForm of={of} onMade={take} />
      </Drawer>
      <CredentialsOnce
        of={made}
        fileName={fileName(format.name(of.name))}
        onClose={() => setMade([])}
      />
    </>
  );
}
