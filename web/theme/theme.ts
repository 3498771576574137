import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import i18next from "i18next";

/** Ten shades around the look's accent; shade 7 is used on light ground, shade 4 on dark. */
const accent: MantineColorsTuple = [
  "#e9f0fe",
  "#d3e0fc",
  "#a9c4fb",
  "#7aa6ff",
  "#5288f0",
  "#2f6ae0",
  "#1d5ad4",
  "#1450c8",
  "#0f43ab",
  "#0b3589",
];

/** Mantine's dark grays, moved to the look's blue ones. */
const dark: MantineColorsTuple = [
  "#e7ecf2",
  "#a9b4c0",
  "#8d99a6",
  "#5d6875",
  "#3a4552",
  "#29313b",
  "#1b212a",
  "#161b22",
  "#0e1217",
  "#0a0d12",
];

/** Our own accent follows the tokens, so that its words are legible in both themes. */
const colorsOf: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  if (input.color !== undefined && input.color !== "accent") return usual;
  if (input.variant === "filled")
    return {
      ...usual,
      background: "var(--accent)",
      hover: "var(--accent-strong)",
      color: "var(--on-accent)",
    };
  if (input.variant === "subtle")
    return { ...usual, hover: "var(--accent-soft)", color: "var(--accent)" };
  return usual;
};

/**
 * A function is asked at each render, so the close button speaks the language that is shown. The
 * header of a drawer is no second banner of the page.
 */
const overlayProps = () => ({
  closeButtonProps: { "aria-label": i18next.t("close", { ns: "frame" }) },
  attributes: { header: { role: "none" } },
});

export const theme = createTheme({
  colors: { accent, dark },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "var(--font)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  defaultRadius: 6,
  headings: { fontFamily: "var(--font)", fontWeight: "650" },
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: colorsOf,
  components: {
    /** Menus and drawers stand in a landmark of their own, at the end of the page. */
    Portal: { defaultProps: { target: "#overlays" } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Drawer: { defaultProps: overlayProps },
    Modal: { defaultProps: overlayProps },
  },
});

/** Mantine's own variables follow the tokens, so that there is one palette. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    "--mantine-color-body": "var(--ground)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-3)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-border": "var(--line-2)",
    "--mantine-color-default-hover": "var(--surface-2)",
    "--mantine-color-error": "var(--bad)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-anchor": "var(--accent)",
  };
  return { variables: {}, light: shared, dark: shared };
};
