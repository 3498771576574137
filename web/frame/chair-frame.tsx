import { Menu, UnstyledButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAct } from "../api/query.ts";
import { useSaved } from "../api/saved.ts";
import { changeMe, useMe } from "../api/session.ts";
import { Frame, type RailLink } from "../parts/frame.tsx";
import { useFormat } from "../text/format.ts";
import { AccountMenu } from "./account-menu.tsx";
import { type Chair, chairsOf, homeOf } from "./chairs.ts";

export const lastChairKey = "echelon.chair";

/** Which of one's roles this is; a person with one role sees no switch. */
function ChairSwitch({ chair }: { chair: Chair | null }) {
  const { t } = useTranslation("frame");
  const mine = chairsOf(useMe());
  if (mine.length < 2 || chair === null) return null;
  return (
    <Menu position="bottom-start" withinPortal width={184}>
      <Menu.Target>
        <UnstyledButton className="chair-switch">
          <span>
            <span className="visually-hidden">{t("changeChair")}: </span>
            {t(`chairs.${chair}`)}
          </span>
          <span aria-hidden="true">▾</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {mine.map((one) => (
          <Menu.Item
            key={one}
            component={Link}
            to={homeOf[one]}
            disabled={one === chair}
            // The first room of a chair may be one that several chairs have.
            onClick={() => localStorage.setItem(lastChairKey, one)}
          >
            {t(`chairs.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** "Saved 14:03:22": what was typed is on the server, and since when. */
export function SavedMark() {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const saved = useSaved();
  return (
    <span className={saved.kind === "not-saved" ? "bad" : "wide-only"} aria-live="polite">
      {saved.kind === "saved" ? t("saved", { time: format.time(saved.at) }) : null}
      {saved.kind === "saving" ? t("saving") : null}
      {saved.kind === "not-saved" ? t("notSaved") : null}
    </span>
  );
}

/** Language and theme chosen at the frame go with the person to other devices. */
function useKeepTastes() {
  const client = useQueryClient();
  const edit = useAct("PATCH /me");
  return (taste: { locale?: "zh" | "en"; theme?: "light" | "dark" }) =>
    edit.mutate({ body: taste }, { onSuccess: (me) => changeMe(client, me) });
}

type Props = {
  chair: Chair | null;
  links: readonly RailLink[];
  bar: ReactNode;
  foot?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
};

/** The frame of somebody who is signed in. */
export function ChairFrame({ chair, links, bar, foot, isWide = false, children }: Props) {
  const me = useMe();
  const keep = useKeepTastes();
  useEffect(() => {
    if (chair !== null) localStorage.setItem(lastChairKey, chair);
  }, [chair]);
  return (
    <Frame
      links={links}
      home="/"
      top={<ChairSwitch chair={chair} />}
      foot={foot ?? me.name}
      bar={bar}
      saved={<SavedMark />}
      account={<AccountMenu chair={chair} />}
      isWide={isWide}
      onLanguage={(locale) => keep({ locale })}
      onTheme={(theme) => keep({ theme })}
    >
      {children}
    </Frame>
  );
}
