import { Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { useAsked } from "../../frame/room.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";

export type Catalog = Answer<"GET /catalogs">[number];

/** Which of one's enterprises this is; whoever has one sees no choice. */
function EnterpriseChoice({ own, chosen }: { own: readonly Catalog[]; chosen: Catalog }) {
  const { t } = useTranslation("exchange");
  const format = useFormat();
  const navigate = useNavigate();
  if (own.length < 2) return null;
  return (
    <Select
      aria-label={t("enterprise")}
      data={own.map(({ enterprise }) => ({
        value: enterprise.id,
        label: format.name(enterprise.name),
      }))}
      value={chosen.enterprise.id}
      onChange={(of) => void navigate({ to: ".", search: { of: of ?? undefined } })}
      allowDeselect={false}
      mb="md"
      maw={320}
    />
  );
}

/** The catalogue that the address names, else the first of the person's own. */
export function OwnCatalog({ children }: { children: (catalog: Catalog) => ReactNode }) {
  const { t } = useTranslation("exchange");
  const asked = useAsked("of");
  const catalogs = useAnswer("GET /catalogs", {});
  if (catalogs.data === undefined && catalogs.error !== null)
    return (
      <>
        <PageHead title={t("title")} />
        <Loaded of={catalogs}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={catalogs}>
      {(list) => {
        const own = list.filter(({ mayEdit }) => mayEdit);
        const chosen = list.find(({ enterprise }) => enterprise.id === asked) ?? own[0];
        if (chosen === undefined)
          return (
            <>
              <PageHead title={t("title")} />
              <Card label={t("title")}>
                <Empty title={t("noCatalog.title")} text={t("noCatalog.text")} />
              </Card>
            </>
          );
        return (
          <>
            <EnterpriseChoice own={own} chosen={chosen} />
            {children(chosen)}
          </>
        );
      }}
    </Loaded>
  );
}
