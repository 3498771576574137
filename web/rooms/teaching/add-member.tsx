import { Button, Drawer, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";

const roles = ["teacher", "assistant", "mentor", "student"] as const;

/** Brings somebody into the class who has an account already: a colleague, a mentor. */
export function AddMember({
  of,
  isOpen,
  onClose,
}: {
  of: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("teaching");
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<(typeof roles)[number]>("teacher");
  const add = useAct("POST /classes/:class/members", [
    "GET /classes/:class/members",
    "GET /classes/:class",
  ]);
  const fault = useFaultText(add.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = () => {
      setUsername("");
      onClose();
    };
    add.mutate({ where: { class: of }, body: { username, role } }, { onSuccess: done });
  };
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("addMember")}>
      <form className="form" onSubmit={submit}>
        <p className="soft">{t("addMemberText")}</p>
        <TextInput
          label={t("username")}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
          error={fault("username")}
          autoCapitalize="none"
          required
          data-autofocus
        />
        <Select
          label={t("role")}
          data={roles.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
          value={role}
          onChange={(value) => setRole(roles.find((one) => one === value) ?? "teacher")}
          allowDeselect={false}
        />
        {add.error === null ? null : <Problem error={add.error} />}
        <Button type="submit" loading={add.isPending}>
          {t("add")}
        </Button>
      </form>
    </Drawer>
  );
}
