import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsked } from "../../../frame/room.ts";
import { PageHead } from "../../../parts/page.tsx";

/** Heads a room that has nothing to show: on the projector there is no frame to leave it by. */
export function ProjectorHead({ title, to }: { title: string; to: string }) {
  const { t } = useTranslation("steer");
  const isShown = useAsked("projector") !== undefined;
  return (
    <PageHead title={title}>
      {isShown ? (
        <Button component={Link} to={to} variant="default">
          {t("wall.leave")}
        </Button>
      ) : undefined}
    </PageHead>
  );
}
