/**
 * Pictures of lessons as files: they are shown as images, which take no color from the page, so the
 * server gives them those of the theme that they stand in. Letters on any of the fills have a
 * contrast of 4.5 at least, and the fills one of 3 with the page.
 */

/** An image runs no script, and with this nothing else either. */
export const coursePictureSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const pictureThemes = ["light", "dark"] as const;
export type PictureTheme = (typeof pictureThemes)[number];

const colors: Readonly<Record<PictureTheme, Readonly<Record<string, string>>>> = {
  light: { ink: "#141a22", a: "#5b8def", b: "#2b9fb0", c: "#d5782e", soft: "#e9eef6" },
  dark: { ink: "#e7ecf2", a: "#3967c0", b: "#26747f", c: "#965929", soft: "#232c38" },
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
