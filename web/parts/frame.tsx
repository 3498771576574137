import { ActionIcon, Button, Menu, useMantineColorScheme } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsConnected } from "../api/live.ts";
import { showLanguage } from "../text/text.ts";
import { Icon, type IconName, Mark } from "./icons.tsx";

export type RailLink = { to: string; name: string; short?: string; icon: IconName; count?: number };

/** Changes the words at once; the server remembers it for people who are signed in. */
export function LanguageSwitch({ onChange }: { onChange?: (language: "zh" | "en") => void }) {
  const { t, i18n } = useTranslation("frame");
  const next = i18n.language === "zh" ? "en" : "zh";
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      color="gray"
      c="var(--ink-2)"
      aria-label={t("otherLanguage")}
      lang={next === "zh" ? "zh-CN" : "en"}
      onClick={() => void showLanguage(next).then(() => onChange?.(next))}
    >
      {t("otherLanguageShort")}
    </Button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation("frame");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark = colorScheme === "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--ink-2)"
      aria-label={isDark ? t("light") : t("dark")}
      onClick={() => setColorScheme(isDark ? "light" : "dark")}
    >
      <Icon name={isDark ? "sun" : "moon"} />
    </ActionIcon>
  );
}

function Rail({
  links,
  foot,
  home,
}: {
  links: readonly RailLink[];
  foot: ReactNode;
  home: string;
}) {
  const { t } = useTranslation("frame");
  return (
    <nav className="rail" aria-label={t("rooms")}>
      <Link to={home} className="brand">
        <Mark />
        {t("product")}
      </Link>
      {links.map((link) => (
        <Link
          key={link.to}
          to={link.to}
          className="rail-link"
          activeProps={{ "aria-current": "page" }}
          activeOptions={{ exact: false }}
        >
          <Icon name={link.icon} />
          <span>{link.name}</span>
          {link.count === undefined || link.count === 0 ? null : (
            <span className="rail-count">{link.count}</span>
          )}
        </Link>
      ))}
      <div className="rail-foot">{foot}</div>
    </nav>
  );
}

const bottomLinksMax = 5;

/** On a phone: four rooms and the rest under "more", because five labels still fit 390 px. */
function BottomBar({ links }: { links: readonly RailLink[] }) {
  const { t } = useTranslation("frame");
  const fits = links.length <= bottomLinksMax;
  const shown = fits ? links : links.slice(0, bottomLinksMax - 1);
  const rest = fits ? [] : links.slice(bottomLinksMax - 1);
  return (
    <nav className="bottom-bar" aria-label={t("rooms")}>
      {shown.map((link) => (
        <Link
          key={link.to}
          to={link.to}
          className="bottom-link"
          activeProps={{ "aria-current": "page" }}
        >
          <Icon name={link.icon} />
          <span>{link.short ?? link.name}</span>
        </Link>
      ))}
      {rest.length === 0 ? null : (
        <Menu position="top-end" withinPortal>
          <Menu.Target>
            <button type="button" className="bottom-link">
              <Icon name="more" />
              <span>{t("more")}</span>
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((link) => (
              <Menu.Item
                key={link.to}
                component={Link}
                to={link.to}
                leftSection={<Icon name={link.icon} />}
              >
                {link.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}

type FrameProps = {
  links: readonly RailLink[];
  home: string;
  foot: ReactNode;
  /** Left half of the top bar: where I am, the season's clock. */
  bar: ReactNode;
  account: ReactNode;
  isWide?: boolean;
  onLanguage?: (language: "zh" | "en") => void;
  children: ReactNode;
};

/** The frame of every room: rail, top bar, the room; the rail is a bottom bar on a phone. */
export function Frame({
  links,
  home,
  foot,
  bar,
  account,
  isWide = false,
  onLanguage,
  children,
}: FrameProps) {
  const { t } = useTranslation("frame");
  const isConnected = useIsConnected();
  return (
    <div className="app">
      <Rail links={links} foot={foot} home={home} />
      <header className="bar">
        {bar}
        <div className="bar-right">
          {isConnected ? null : (
            <span className="badge badge-warn" role="status">
              {t("reconnecting")}
            </span>
          )}
          <LanguageSwitch {...(onLanguage === undefined ? {} : { onChange: onLanguage })} />
          <ThemeSwitch />
          {account}
        </div>
      </header>
      <main className={isWide ? "main main-wide" : "main"} id="room">
        {children}
      </main>
      <BottomBar links={links} />
    </div>
  );
}
