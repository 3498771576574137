import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";
import type { Member } from "./class-data.ts";

const roles = ["student", "assistant", "teacher", "mentor"] as const;

/** A member's name, number and role as they should be. */
export function EditMember({
  of,
  member,
  onClose,
}: {
  of: string;
  member: Member | null;
  onClose: () => void;
}) {
  const { t } = useTranslation("teaching");
  const [name, setName] = useState(member?.name ?? "");
  const [number, setNumber] = useState(member?.number ?? "");
  const [role, setRole] = useState(member?.role ?? "student");
  const edit = useAct("PATCH /classes/:class/members/:person", [
    "GET /classes/:class/members",
    "GET /classes/:class",
  ]);
  const fault = useFaultText(edit.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (member === null) return;
    const body = {
      ...(name.trim() === member.name ? {} : { name }),
      ...(number.trim() === (member.number ?? "") ? {} : { number: number.trim() || null }),
      ...(role === member.role ? {} : { role }),
    };
    const where = { class: of, person: member.person };
    edit.mutate({ where, body }, { onSuccess: onClose });
  };
  return (
    <Drawer opened={member !== null} onClose={onClose} position="right" title={t("editMember")}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t("name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fault("name")}
          maxLength={60}
          required
        />
        <TextInput
          label={t("number")}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={fault("number")}
          maxLength={32}
        />
        <Select
          label={t("role")}
          data={roles.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
          value={role}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
          allowDeselect={false}
        />
        {edit.error === null ? null : <Problem error={edit.error} />}
        <Button type="submit" loading={edit.isPending}>
          {t("save")}
        </Button>
      </form>
    </Drawer>
  );
}
