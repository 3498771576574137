/** Words of the frame and of the parts that every room shares. */
export default {
  product: "Echelon",
  rooms: "Rooms",
  more: "More",
  why: "Why",
  whyOf: "Why this figure: {{name}}",
  tryAgain: "Try again",
  showMore: "Show more ({{left}} left)",
  rows: "{{count}} rows",
  exportCsv: "Export CSV",
  otherLanguage: "切换到中文",
  otherLanguageShort: "中",
  light: "Light",
  dark: "Dark",
  reconnecting: "Connection lost, reconnecting…",
};
