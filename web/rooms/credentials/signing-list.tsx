import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Signing } from "./credential-types.ts";
import { SigningItem } from "./signing-item.tsx";

/** A class has forty of them, a school a thousand: the rest comes when it is asked for. */
const shownAtOnce = 50;

export function SigningList({
  of,
  titleOf,
  actsOf,
}: {
  of: readonly Signing[];
  titleOf: (one: Signing) => string;
  actsOf?: (one: Signing) => ReactNode;
}) {
  const { t } = useTranslation("frame");
  const [shown, setShown] = useState(shownAtOnce);
  const left = of.length - shown;
  return (
    <>
      <ul className="plain-list signing-list">
        {of.slice(0, shown).map((one) => (
          <SigningItem key={one.decision} of={one} title={titleOf(one)}>
            {actsOf?.(one)}
          </SigningItem>
        ))}
      </ul>
      {left > 0 ? (
        <div className="row table-tools">
          <Button variant="default" onClick={() => setShown(shown + shownAtOnce)}>
            {t("showMore", { left })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
