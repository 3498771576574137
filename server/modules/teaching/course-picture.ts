/**
 * Pictures of lessons as files: they are shown as images, which take no color from the page, so the
 * server gives them those of the theme that they stand in. The values are the web's tokens.
 */

/** An image runs no script, and with this nothing else either. */
export const coursePictureSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const pictureThemes = ["light", "dark"] as const;
export type PictureTheme = (typeof pictureThemes)[number];

const colors: Readonly<Record<PictureTheme, Readonly<Record<string, string>>>> = {
  light: { ink: "#141a22", a: "#1450c8", b: "#0f7c8a", c: "#b85a12", soft: "#e9eef6" },
  dark: { ink: "#e7ecf2", a: "#7aa6ff", b: "#4fc0ce", c: "#f0a060", soft: "#232c38" },
};

/** A picture with the colors of a theme. */
export function colored(svg: string, theme: PictureTheme): string {
  const { ink, a, b, c, soft } = colors[theme];
  const style = [
    `svg{color:${ink}}`,
    `text:not([fill]):not([class]){fill:${ink}}`,
    `.fill-a{fill:${a}}`,
    `.fill-b{fill:${b}}`,
    `.fill-c{fill:${c}}`,
    `.fill-soft{fill:${soft}}`,
    `.line{stroke:${ink};stroke-width:1.5;fill:none}`,
  ].join("");
  return svg.replace(/^(\s*(?:<!--.*?-->\s*)*<svg\b[^>]*>)/s, `$1<style>${style}</style>`);
}
