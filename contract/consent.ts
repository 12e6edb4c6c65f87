// What people agree to before they give their real name; a changed text gets a new version, which is stored with it.

export const REAL_NAME_CONSENT = {
  version: '2026-11',
  title: '实名信息使用说明',
  lines: [
    '为了依法代扣代缴个人所得税，以及微信打款时核对收款人，店铺需要你的姓名和身份证号。',
    '只在打款和报税时使用，每次使用都留下记录；不会展示给其他分销员和顾客。',
    '信息加密保存，页面上只显示打码后的内容。',
    '请填写你本人的信息，姓名要和微信实名一致，否则打款会被退回。',
  ],
} as const
