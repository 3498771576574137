/** What becomes of a store that hands nothing in, and what a close did in its stead. */
export default {
  title: "未提交的店铺怎么办",
  rules: {
    "carry-forward": {
      name: "沿用决策",
      text: "店铺之前的决策继续有效；填了没有提交的内容仍是草稿。",
    },
    "apply-draft": {
      name: "草稿算数",
      text: "结算时，填了没有提交、但有效的内容也算提交；其余仍是草稿。",
    },
  },
  byClose: "结算时代为提交",
};
