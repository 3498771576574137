import "./planning.css";
import { Select, Tabs } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { useMe } from "../../api/session.ts";
import { useAsked } from "../../frame/room.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { ImportsTab } from "./imports.tsx";
import { LabelTab } from "./label.tsx";
import { NeedTab } from "./need.tsx";
import { OrdersTab } from "./orders.tsx";
import type { Desk, Region } from "./planning-types.ts";
import { PostingsTab } from "./postings.tsx";
import { SurveysTab } from "./surveys.tsx";

const tabs = ["need", "postings", "label", "imports", "orders", "surveys"] as const;
type Tab = (typeof tabs)[number];

const keepers = ["officer", "planner"];

/** Organizations whose postings the reader keeps: a school keeps none. */
function useDesks(): Desk[] {
  const desks = new Map<string, Desk>();
  for (const { organisation, role } of useMe().memberships)
    if (keepers.includes(role) && organisation.kind !== "school")
      desks.set(organisation.id, organisation);
  return [...desks.values()];
}

function tabsOf(desk: Desk | undefined): readonly Tab[] {
  if (desk === undefined) return ["need"];
  const kept = ["need", "postings", "label", "imports"] as const;
  return [...kept, desk.kind === "enterprise" ? "orders" : "surveys"];
}

function Panels({ desk, region }: { desk: Desk | undefined; region: Region }) {
  const { t } = useTranslation("demand");
  const asked = useAsked("tab");
  const navigate = useNavigate();
  const shown = tabsOf(desk);
  const tab = shown.find((one) => one === asked) ?? "need";
  const go = (next: string | null) =>
    void navigate({
      to: "/demand",
      search: (next === "need" || next === null ? {} : { tab: next }) as never,
    });
  return (
    <Tabs value={tab} onChange={go} keepMounted={false}>
      <Tabs.List mb={16}>
        {shown.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="need">
        <NeedTab region={region} desk={desk} />
      </Tabs.Panel>
      {desk === undefined ? null : (
        <>
          <Tabs.Panel value="postings">
            <PostingsTab region={region} desk={desk} />
          </Tabs.Panel>
          <Tabs.Panel value="label">
            <LabelTab region={region} desk={desk} />
          </Tabs.Panel>
          <Tabs.Panel value="imports">
            <ImportsTab region={region} desk={desk} />
          </Tabs.Panel>
          <Tabs.Panel value="orders">
            <OrdersTab region={region} desk={desk} />
          </Tabs.Panel>
          <Tabs.Panel value="surveys">
            <SurveysTab region={region} desk={desk} />
          </Tabs.Panel>
        </>
      )}
    </Tabs>
  );
}

/** What the region needs, and for who keeps postings, all that it is read from. */
export default function DemandRoom() {
  const { t } = useTranslation("demand");
  const format = useFormat();
  const desks = useDesks();
  const [chosen, setChosen] = useState(desks[0]?.id);
  const desk = desks.find(({ id }) => id === chosen) ?? desks[0];
  const region = useAnswer("GET /planning/region", {});
  return (
    <>
      <PageHead title={t("title")} text={t("text")}>
        {desks.length < 2 ? null : (
          <Select
            aria-label={t("desk")}
            data={desks.map(({ id, name }) => ({ value: id, label: format.name(name) }))}
            value={desk?.id ?? null}
            allowDeselect={false}
            onChange={(id) => setChosen(id ?? chosen)}
          />
        )}
      </PageHead>
      <Loaded of={region}>{(found) => <Panels key={desk?.id} desk={desk} region={found} />}</Loaded>
    </>
  );
}
