import { Drawer, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BudgetForm } from "./budget-form.tsx";
import { CaptainForm } from "./captain-form.tsx";
import { RoleForm } from "./role-form.tsx";
import type { Team } from "./team-answer.ts";

const kinds = ["roles", "budgets", "captain"] as const;
type Kind = (typeof kinds)[number];
const forms = { roles: RoleForm, budgets: BudgetForm, captain: CaptainForm } as const;

/** Sharing out areas, setting budgets, handing over the lead: for who may. */
export function TeamDrawer({
  team,
  isOpen,
  close,
}: {
  team: Team;
  isOpen: boolean;
  close: () => void;
}) {
  const { t } = useTranslation(["teams", "practice"]);
  const [kind, setKind] = useState<Kind>("roles");
  const Form = forms[kind];
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      title={t("roles.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="grid">
        <SegmentedControl
          aria-label={t("roles.change")}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={kinds.map((one) => ({ value: one, label: t(`roles.kinds.${one}`) }))}
        />
        <Form team={team} />
      </div>
    </Drawer>
  );
}
