import "./platform.css";
import { Button, Tabs } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { AddPerson } from "./add-person.tsx";
import { Audit } from "./audit.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { OrganisationPeople } from "./organisation-people.tsx";

/** One organisation: who belongs to it in which role, and who changed that. */
export default function OrganisationRoom() {
  const { t } = useTranslation("identity");
  const format = useFormat();
  const where = { organisation: usePlace("organisation") };
  const view = useAnswer("GET /organisations/:organisation", { where });
  const [open, setOpen] = useState<"add" | "edit" | null>(null);
  const close = () => setOpen(null);
  if (view.data === undefined && view.error !== null)
    return (
      <>
        <PageHead title={t("organisation.title")}>
          <Button component={Link} to="/organisations" variant="default">
            {t("organisation.back")}
          </Button>
        </PageHead>
        <Loaded of={view}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={view}>
      {(found) => (
        <>
          <PageHead
            title={format.name(found.name)}
            text={[t(`kinds.${found.kind}`), t("organisation.count", { count: found.people })].join(
              " · ",
            )}
          >
            <Button component={Link} to="/organisations" variant="default">
              {t("organisation.back")}
            </Button>
            {found.mayManage && found.kind === "school" ? (
              <Button component={Link} to="/revocations" variant="default">
                {t("organisation.revocations")}
              </Button>
            ) : null}
            {found.mayManage ? (
              <>
                <Button variant="default" onClick={() => setOpen("edit")}>
                  {t("organisation.edit")}
                </Button>
                <Button onClick={() => setOpen("add")} disabled={found.isClosed}>
                  {t("person.add")}
                </Button>
              </>
            ) : null}
          </PageHead>
          {found.isClosed ? <p className="hint turn">{t("organisation.isClosed")}</p> : null}
          <Tabs defaultValue="people" keepMounted={false}>
            <Tabs.List mb="md">
              <Tabs.Tab value="people">{t("organisation.people")}</Tabs.Tab>
              {found.mayManage ? <Tabs.Tab value="audit">{t("audit.title")}</Tabs.Tab> : null}
            </Tabs.List>
            <Tabs.Panel value="people">
              <OrganisationPeople of={found} />
            </Tabs.Panel>
            <Tabs.Panel value="audit">
              <Audit of={found.id} />
            </Tabs.Panel>
          </Tabs>
          <AddPerson of={found} isOpen={open === "add"} onClose={close} />
          <OrganisationForm key={open ?? ""} of={found} isOpen={open === "edit"} onClose={close} />
        </>
      )}
    </Loaded>
  );
}
