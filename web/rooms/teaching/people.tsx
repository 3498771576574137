import "./teaching.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../api/client.ts";
import { useAnswer } from "../../api/query.ts";
import { usePlace } from "../../frame/room.ts";
import { Loaded, PageHead } from "../../parts/page.tsx";
import { useFormat } from "../../text/format.ts";
import { AddMember } from "./add-member.tsx";
import { ClassSettings } from "./class-settings.tsx";
import { Codes } from "./codes.tsx";
import { Members } from "./members.tsx";

const openStates: readonly string[] = ["lobby", "running", "paused"];

/** The way back to what the class plays now. */
function OpenSeasons({ of }: { of: Answer<"GET /practice/seasons"> }) {
  const { t } = useTranslation("teaching");
  const open = of.filter(({ state, isRehearsal }) => openStates.includes(state) && !isRehearsal);
  if (open.length === 0) return null;
  return (
    <p className="row row-wrap">
      <span className="soft">{t("toSeason")}</span>
      {open.map(({ id, name }) => (
        <Link key={id} to={`/t/${id}/wall`} className="tall-link">
          {name}
        </Link>
      ))}
    </p>
  );
}

/** Heads the room of a class that is not there, or does not come: back to those that are. */
function HeadWithoutClass() {
  const { t } = useTranslation("teaching");
  return (
    <PageHead title={t("members")}>
      <Button component={Link} to="/classes" variant="default">
        {t("toClasses")}
      </Button>
    </PageHead>
  );
}

/** A class's people: how they come in, who they are, and what a teacher can do for them. */
export default function People() {
  const { t } = useTranslation("teaching");
  const format = useFormat();
  const of = usePlace("class");
  const view = useAnswer("GET /classes/:class", { where: { class: of } });
  const seasons = useAnswer("GET /practice/seasons", { asks: { class: of } });
  const [open, setOpen] = useState<"add" | "settings" | null>(null);
  const close = () => setOpen(null);
  if (view.data === undefined && view.error !== null)
    return (
      <>
        <HeadWithoutClass />
        <Loaded of={view}>{() => null}</Loaded>
      </>
    );
  return (
    <Loaded of={view}>
      {(found) => {
        const maySee = found.mayTeach && !found.isArchived;
        return (
          <>
            <PageHead
              title={found.name}
              text={[format.name(found.school.name), found.term].filter(Boolean).join(" · ")}
            >
              {found.mayTeach ? (
                <Button variant="default" onClick={() => setOpen("settings")}>
                  {t("settings")}
                </Button>
              ) : null}
              {maySee ? (
                <>
                  <Button variant="default" onClick={() => setOpen("add")}>
                    {t("addMember")}
                  </Button>
                  <Button component={Link} to={`/classes/${of}/roster`} variant="default">
                    {t("importRoster")}
                  </Button>
                  <Button
                    component={Link}
                    to={`/classes/${of}/new-season`}
                    variant={seasons.data?.length === 0 ? "filled" : "default"}
                  >
                    {t("newSeason")}
                  </Button>
                </>
              ) : null}
            </PageHead>
            <div className="grid">
              <OpenSeasons of={seasons.data ?? []} />
              {found.isArchived ? <p className="hint">{t("isArchived")}</p> : null}
              {found.isArchived ? null : <Codes of={of} mayTeach={found.mayTeach} />}
              <Members of={found} />
            </div>
            <AddMember of={of} isOpen={open === "add"} onClose={close} />
            <ClassSettings
              key={`${found.name} ${found.term} ${open}`}
              of={found}
              isOpen={open === "settings"}
              onClose={close}
            />
          </>
        );
      }}
    </Loaded>
  );
}
