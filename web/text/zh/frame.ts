/** Words of the frame and of the parts that every room shares. */
export default {
  product: "Echelon",
  rooms: "房间",
  more: "更多",
  why: "为什么",
  whyOf: "为什么是这个数：{{name}}",
  tryAgain: "再试一次",
  showMore: "再显示一些（还有 {{left}} 行）",
  rows: "共 {{count}} 行",
  exportCsv: "导出 CSV",
  otherLanguage: "Switch to English",
  otherLanguageShort: "EN",
  light: "浅色",
  dark: "深色",
  reconnecting: "连接已断开，正在重连…",
};
