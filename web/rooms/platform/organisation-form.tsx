import { Button, Drawer, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAct } from "../../api/query.ts";
import { useFaultText } from "../../parts/faults.ts";
import { Problem } from "../../parts/page.tsx";

/** An organisation's names, and whether its people may act for it. */
export function OrganisationForm({
  of,
  isOpen,
  onClose,
}: {
  of: Answer<"GET /organisations/:organisation">;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("identity");
  const [name, setName] = useState(of.name);
  const edit = useAct("PATCH /organisations/:organisation", [
    "GET /organisations/:organisation",
    "GET /organisations",
  ]);
  const fault = useFaultText(edit.error);
  const where = { organisation: of.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ where, body: { name } }, { onSuccess: onClose });
  };
  const turn = () =>
    edit.mutate({ where, body: { isClosed: !of.isClosed } }, { onSuccess: onClose });
  return (
    <Drawer opened={isOpen} onClose={onClose} position="right" title={t("organisation.edit")}>
      <form className="form" onSubmit={submit}>
        <TextInput
          label={t("install.zh")}
          value={name.zh}
          error={fault("name.zh")}
          onChange={(event) => setName({ ...name, zh: event.currentTarget.value })}
          required
        />
        <TextInput
          label={t("install.en")}
          value={name.en}
          error={fault("name.en")}
          onChange={(event) => setName({ ...name, en: event.currentTarget.value })}
          required
        />
        {edit.error === null ? null : <Problem error={edit.error} />}
        <Button type="submit" loading={edit.isPending}>
          {t("save")}
        </Button>
        {of.kind === "operator" ? null : (
          <div className="form form-apart">
            <p className="soft">{t("organisation.closeText")}</p>
            <div>
              <Button variant="default" loading={edit.isPending} onClick={turn}>
                {of.isClosed ? t("organisation.reopen") : t("organisation.close")}
              </Button>
            </div>
          </div>
        )}
      </form>
    </Drawer>
  );
}
