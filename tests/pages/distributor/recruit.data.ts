// What shops ask of applicants and what they have them sign: a shop that asks nothing, and one with everything.
import type { Api } from '@contract/api'

type Recruitment = Api['distributor.getRecruitment']['output']
type Agreement = Api['distributor.getAgreement']['output']

export const noForm: Recruitment = {
  formVersion: 0,
  headline: '喜欢的东西，分享给朋友',
  forWhom: '喜欢我们东西的人',
  offer: '朋友成交，按方案谢你',
  fields: [],
  reapplyOn: null,
  hasAgreement: false,
}
export const teaForm: Recruitment = {
  formVersion: 2,
  headline: '一起把好茶讲给朋友听',
  forWhom: '爱喝茶的人，不收费',
  offer: '朋友成交，按方案谢你',
  fields: [
    { key: 'f1', label: '年龄', kind: 'number', isRequired: true, choices: [], need: '18 到 60' },
    {
      key: 'f2',
      label: '在哪里分享',
      kind: 'choice',
      isRequired: true,
      choices: ['朋友圈', '社群'],
      need: '',
    },
    { key: 'f3', label: '喝过山茶', kind: 'yes-no', isRequired: false, choices: [], need: '' },
  ],
  reapplyOn: null,
  hasAgreement: true,
}
export const nothingToSign: Agreement = {
  status: 'active',
  state: 'none',
  lapsesAt: null,
  remindedAt: null,
  agreement: null,
  signed: null,
  exit: null,
}
export const toSign: Agreement = {
  ...nothingToSign,
  status: 'approved',
  state: 'to-sign',
  agreement: {
    version: 3,
    title: '分销协议',
    text: '分销协议\n\n一、权利与义务\n分享得佣金。',
    hash: 'ab12'.repeat(16),
    termDays: 365,
    publishedAt: Date.parse('2026-11-01T10:00:00+08:00'),
  },
}
