import "./assessment.css";
import "./overlays.css";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../api/query.ts";
import { Card, Empty, Loaded, PageHead } from "../../parts/page.tsx";
import { Notice } from "../../parts/notice.tsx";
import type { Framework } from "./framework-map.ts";
import { OverlayCard } from "./overlay-card.tsx";
import { OverlayEditor } from "./overlay-editor.tsx";
import type { Overlays, OverlayView } from "./overlay-rules.ts";

type Place = OverlayView["place"];

/** Where a first one would hold; undefined for who may make none. */
function placeFor({ schools, mayMakeRegions }: Overlays): Place | undefined {
  const own = schools.find(({ mayMake }) => mayMake);
  if (own !== undefined) return { layer: "school", school: own.id };
  return mayMakeRegions ? { layer: "region", schools: null } : undefined;
}

function All({ all, framework }: { all: Overlays; framework: Framework }) {
  const { t } = useTranslation("overlays");
  const [open, setOpen] = useState<{ before: OverlayView | null; place: Place } | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const place = placeFor(all);
  const close = (name: string | null) => {
    setOpen(null);
    setTaken(name);
  };
  if (open !== null) return <OverlayEditor {...{ all, framework, ...open }} onClose={close} />;
  return (
    <div className="grid">
      {all.overlays.length === 0 ? (
        <Card>
          <Empty
            title={t("none.title")}
            text={place === undefined ? t("none.read") : t("none.text")}
          />
        </Card>
      ) : null}
      {all.overlays.map((one) => (
        <OverlayCard
          key={one.name}
          {...{ all, framework, one }}
          onChange={() => setOpen({ before: one, place: one.place })}
        />
      ))}
      {place === undefined ? null : (
        <div>
          <Button onClick={() => setOpen({ before: null, place })}>{t("make")}</Button>
        </div>
      )}
      {taken === null ? null : (
        <Notice onClose={() => setTaken(null)}>{t("taken", { name: taken })}</Notice>
      )}
    </div>
  );
}

/** What regions and schools ask beyond the core: read by who teaches, changed by who answers. */
export default function OverlaysRoom() {
  const { t } = useTranslation(["overlays", "framework"]);
  const framework = useAnswer("GET /framework", {});
  const overlays = useAnswer("GET /assessment/overlays", {});
  return (
    <>
      <p className="framework-back">
        <Link to="/framework">{t("back", { ns: "framework" })}</Link>
      </p>
      <PageHead title={t("heading")} text={t("text")} />
      <Loaded of={framework}>
        {(one) => <Loaded of={overlays}>{(all) => <All all={all} framework={one} />}</Loaded>}
      </Loaded>
    </>
  );
}
