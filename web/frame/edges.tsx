import { Anchor, Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RefusalError } from "../api/client.ts";
import { PlainFrame } from "../parts/frame.tsx";
import { Empty, Problem } from "../parts/page.tsx";
import { isUnreached, Unreached } from "./unreached.tsx";

/** An address that leads nowhere. */
export function Lost() {
  const { t } = useTranslation("frame");
  return (
    <PlainFrame>
      <Empty title={t("lost.title")} text={t("lost.text")} isPage>
        <Anchor component={Link} to="/">
          {t("lost.home")}
        </Anchor>
      </Empty>
    </PlainFrame>
  );
}

/** A room that could not be shown: the server's "no", or a fault of ours. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("frame");
  if (error instanceof RefusalError)
    return (
      <PlainFrame>
        <Problem error={error} retry={reset} />
      </PlainFrame>
    );
  if (isUnreached(error)) return <Unreached />;
  return (
    <PlainFrame>
      <Empty title={t("broken.title")} text={t("broken.text")} isPage>
        <Button onClick={() => location.reload()}>{t("broken.reload")}</Button>
      </Empty>
    </PlainFrame>
  );
}
