import {
  ActionIcon,
  Button,
  Menu,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIsConnected } from "../api/live.ts";
import { type Language, showLanguage } from "../text/text.ts";
import { Icon, type IconName, Mark } from "./icons.tsx";

export type RailLink = { to: string; name: string; short?: string; icon: IconName; count?: number };

/** Changes the words at once; the server remembers it for people who are signed in. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
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

/** Light or dark from now on, whatever the device prefers. */
export function ThemeSwitch({ onChange }: { onChange?: (theme: "light" | "dark") => void }) {
  const { t } = useTranslation("frame");
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme("light") === "dark";
  const turn = () => {
    const next = isDark ? "light" : "dark";
    setColorScheme(next);
    onChange?.(next);
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--ink-2)"
      aria-label={isDark ? t("light") : t("dark")}
      size="lg"
      onClick={turn}
    >
      <Icon name={isDark ? "sun" : "moon"} />
    </ActionIcon>
  );
}

function Rail({ links, top, foot, home }: Pick<FrameProps, "links" | "top" | "foot" | "home">) {
  const { t } = useTranslation("frame");
  return (
    <nav className="rail" aria-label={t("rooms")}>
      <Link to={home} className="brand">
        <Mark />
        {t("product")}
      </Link>
      {top}
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
  /** Above the rooms: which of one's roles this is. */
  top?: ReactNode;
  foot: ReactNode;
  /** Left half of the top bar: where I am, the season's clock. */
  bar: ReactNode;
  /** Right half, before language and theme: what was saved. */
  saved?: ReactNode;
  account: ReactNode;
  isWide?: boolean;
  onLanguage?: (language: Language) => void;
  onTheme?: (theme: "light" | "dark") => void;
  children: ReactNode;
};

/** The first thing the keyboard reaches: past the rail, into the room. */
function SkipLink() {
  const { t } = useTranslation("frame");
  return (
    <a className="skip-link" href="#room">
      {t("skip")}
    </a>
  );
}

/** The frame of every room: rail, top bar, the room; the rail is a bottom bar on a phone. */
export function Frame(props: FrameProps) {
  const { links, home, bar, saved, account, isWide = false, onLanguage, onTheme } = props;
  const { t } = useTranslation("frame");
  const isConnected = useIsConnected();
  return (
    <div className="app">
      <SkipLink />
      <Rail links={links} top={props.top} foot={props.foot} home={home} />
      <header className="bar">
        {bar}
        <div className="bar-right">
          <span role="status">
            {isConnected ? null : <span className="badge badge-warn">{t("reconnecting")}</span>}
          </span>
          {saved}
          <LanguageSwitch {...(onLanguage === undefined ? {} : { onChange: onLanguage })} />
          <ThemeSwitch {...(onTheme === undefined ? {} : { onChange: onTheme })} />
          {account}
        </div>
      </header>
      <main className={isWide ? "main main-wide" : "main"} id="room" tabIndex={-1}>
        {props.children}
      </main>
      <BottomBar links={links} />
    </div>
  );
}

/** A page before any room: signing in, joining a class, making an installation one's own. */
export function PlainFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("frame");
  return (
    <div className="plain">
      <SkipLink />
      <header className="bar">
        <Link to="/" className="brand brand-plain">
          <Mark />
          {t("product")}
        </Link>
        <div className="bar-right">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="plain-main" id="room" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
