import { ActionIcon, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMe } from "../api/session.ts";
import { Icon } from "../parts/icons.tsx";
import { useFormat } from "../text/format.ts";
import { type Chair, chairsOf, homeOf } from "./chairs.ts";
import { useSignOut } from "./enter.ts";

/** Name and organisations, the account, other chairs, and the way out. */
export function AccountMenu({ chair }: { chair: Chair | null }) {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const me = useMe();
  const signOut = useSignOut();
  const others = chairsOf(me).filter((one) => one !== chair);
  const places = [
    ...new Set(me.memberships.map(({ organisation }) => format.name(organisation.name))),
  ];
  return (
    <Menu position="bottom-end" withinPortal width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--ink-2)"
          size="lg"
          aria-label={t("accountOf", { name: me.name })}
        >
          <Icon name="account" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name}
          {places.map((place) => (
            <div key={place} className="truncate">
              {place}
            </div>
          ))}
        </Menu.Label>
        {chair === null ? null : (
          <Menu.Item component={Link} to={homeOf[chair]}>
            {t(`links.${homeOf[chair].slice(1)}`)}
          </Menu.Item>
        )}
        <Menu.Item component={Link} to="/account">
          {t("account")}
        </Menu.Item>
        <Menu.Item component={Link} to="/framework">
          {t("links.framework")}
        </Menu.Item>
        {others.map((one) => (
          <Menu.Item key={one} component={Link} to={homeOf[one]}>
            {t("asChair", { chair: t(`chairs.${one}`) })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={signOut}>{t("signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
