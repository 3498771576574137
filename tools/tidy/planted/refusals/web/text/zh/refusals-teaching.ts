export default {
  "practice/cash-short": "写错了文件",
};
