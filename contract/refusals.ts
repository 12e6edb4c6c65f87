// Every refusal the system can answer with, and what it says to a person: a closed list of codes.

/** Code → Chinese sentence. `{name}` takes a fact of that name; `{nameFen}` shows it as yuan. */
export const REFUSALS = {
  // the call itself
  INPUT_INVALID: '有一项没有填对：{field}',
  ACTION_UNKNOWN: '这个功能还没有开放',
  FEATURE_UNAVAILABLE: '这个功能还没有开放',
  NOT_ALLOWED: '你没有权限做这件事',
  NOT_SIGNED_IN: '没有认出你是谁，请重新进入小程序',
  NOT_FOUND: '没有找到，可能已经被删除',
  IDEMPOTENCY_CONFLICT: '这次提交和上一次内容不一样，请返回重新进入',
  TRY_AGAIN: '现在有点忙，你的操作没有生效，请再点一次',
  INTERNAL: '我们这边出了点问题，已经记下来了',
  CALL_REFUSED: '这个入口不接受小程序调用',
  NOTICE_REFUSED: '通知没有通过验证',
  // opening the shop
  BOOTSTRAP_CODE_WRONG: '开店码不对，请向部署的人核对',
  SHOP_ALREADY_CLAIMED: '这家店已经有店主了',
  SHOP_NOT_OPEN: '店铺还没有开张',
  // goods
  PRODUCT_OFF_SHELF: '「{title}」已经下架',
  SKU_UNKNOWN: '选的规格已经没有了，请重新选择',
  OUT_OF_STOCK: '「{title}」只剩 {available} 件',
  PRODUCT_INCOMPLETE: '还不能上架：{field} 没有填好',
  CATEGORY_UNKNOWN: '分类不存在，请重新选择',
  CAMPAIGN_INVALID: '活动没有填对：{field}',
  CAMPAIGN_INCOMPLETE: '活动还不能发布：{field}没有填好',
  CAMPAIGN_OVER: '结束时间已经过去了，改过再发布',
  CAMPAIGN_MOVED_ON: '别人刚改过这个活动，请刷新后再改',
  // materials
  MATERIAL_EMPTY: '文案、图片、视频至少要有一样',
  MATERIAL_FILE_FOREIGN: '有图片或视频不是从这里传上去的，请重新选一次',
  MATERIAL_TARGET_UNKNOWN: '选的商品或活动已经没有了，请重新选',
  MATERIAL_MOVED_ON: '别人刚改过这份素材，请刷新后再改',
  MATERIAL_WITHDRAWN: '这份素材已经撤下了，看看别的吧',
  // orders
  CART_EMPTY: '还没有选商品',
  CART_FULL: '购物车最多放 {limit} 种商品',
  ADDRESS_UNKNOWN: '请选择收货地址',
  ADDRESS_LIMIT: '最多保存 {limit} 个地址',
  PRICE_CHANGED: '价格有变化，请看一下新的金额再提交',
  ORDER_UNKNOWN: '没有找到这笔订单',
  ORDER_MOVED_ON: '订单状态已经变了，请刷新看看',
  ORDER_NOT_PAYABLE: '这笔订单已经不能付款了',
  PAYMENT_UNKNOWN: '付款结果还没有确认，稍等片刻会自动更新，不会重复扣款',
  PAYMENT_REFUSED: '微信支付没有受理：{reason}',
  PAYMENT_AMOUNT_MISMATCH: '收到的金额和订单不一致，已转人工核对',
  PARCEL_INVALID: '快递公司和单号要填完整',
  // after-sales
  AFTER_SALE_UNKNOWN: '没有找到这笔售后',
  AFTER_SALE_MOVED_ON: '售后状态已经变了，请刷新看看',
  AFTER_SALE_NOT_OPEN: '这笔订单现在不能申请售后',
  AFTER_SALE_QUANTITY: '「{title}」最多还能退 {available} 件',
  AFTER_SALE_TOO_LATE: '已经过了售后期（收货后 {days} 天）',
  // sharing
  SHARE_UNKNOWN: '这个分享已经失效，先看看别的吧',
  CAMPAIGN_NOT_SHARED: '「{title}」已经结束或撤下，不能再分享',
  SHARE_EXPIRED: '这个分享已经过期，店还开着，随便看看',
  RESCUE_OWN_CODE: '这是你自己的邀请码',
  RESCUE_RING: '你们之间已经有邀请或顾客关系，不能再反过来',
  RESCUE_SHARER_INACTIVE: '这位分销员现在不接新顾客',
  RESCUE_ALREADY_BOUND: '你已经是店里别的分销员的顾客，不用再填',
  RESCUE_TOO_LATE: '第一次来店里之后 {hours} 小时内才能补填邀请码',
  RESCUE_TOO_MANY: '今天填得太多了，明天再试；也可以请朋友直接发分享给你',
  // whose customer
  CUSTOMER_UNKNOWN: '这个人现在不是谁的顾客',
  MOVE_TO_SELF: '不能把顾客移给他自己',
  MOVE_MAKES_RING: '这位分销员是他的下级，或者是他的顾客，移过去会绕成一圈',
  MOVE_TARGET_UNSIGNED: '这位分销员还没有签现在的协议，签好之后才能接新顾客',
  MOVE_TARGET_INACTIVE: '这位分销员现在不是正常状态，不能接顾客',
  // two who claim one customer
  DISPUTE_UNKNOWN: '没有找到这件顾客争议',
  DISPUTE_CUSTOMER_UNKNOWN: '没有找到这位顾客：要么打开过你的分享，要么凭订单号',
  DISPUTE_MINE: '他已经是你的顾客',
  DISPUTE_NOBODYS: '他现在不是谁的顾客，不用争：把分享发给他就行',
  DISPUTE_RING: '自己和邀请自己进来的人，不能当自己的顾客',
  DISPUTE_RAISED: '这位顾客这次的归属你已经提过一次',
  DISPUTE_TOO_MANY: '你还有 {limit} 件没有结果，等有了结果再提',
  DISPUTE_ENDED: '这件争议已经有了结果，请刷新看看',
  DISPUTE_ANSWERED: '你已经回应过了，回应不能再改',
  DISPUTE_UNHEARD: '对方还没有回应，{until} 之后才能裁定',
  DISPUTE_HOLDER_CHANGED: '这位顾客后来又归了第三个人，不能按这件争议划走',
  DISPUTE_FILE_FOREIGN: '有图片不是从小程序里传上来的，请重新选',
  // distributors
  DISTRIBUTOR_ONLY: '成为分销员之后才能使用',
  DISTRIBUTOR_NOT_ACTIVE: '你的分销身份目前不可用',
  APPLICATION_PENDING: '你的申请正在审核，请稍等',
  ALREADY_DISTRIBUTOR: '你已经是分销员了',
  APPLICATION_FORM_CHANGED: '申请表刚改过，请看一遍新的再提交',
  APPLICATION_FIELD_UNKNOWN: '申请表里没有这一项，请刷新后再填',
  APPLICATION_FIELD_MISSING: '「{label}」还没有填',
  APPLICATION_FIELD_INVALID: '「{label}」没有填对，请看看要求',
  APPLICATION_STANDARD_UNMET: '「{label}」不符合店里的要求：{need}',
  APPLICATION_TOO_SOON: '上次没有通过，{on} 起可以再申请',
  RECRUIT_INVALID: '招募设置没有填对：{field}',
  RECRUIT_MOVED_ON: '别人刚改过招募设置，请刷新后再改',
  WELCOME_TASK_UNKNOWN: '这项任务已经不在了，请刷新看看',
  AGREEMENT_UNSIGNED: '申请已经通过，看完并签署协议就可以开始',
  AGREEMENT_LAPSED: '分销协议要先签好，才能再分享和邀请',
  AGREEMENT_NONE: '店里现在没有要签的协议',
  AGREEMENT_SIGNED: '他已经签好了，不用提醒',
  AGREEMENT_OUTDATED: '这不是现在有效的协议，请看完新的一版再签',
  AGREEMENT_MOVED_ON: '别人刚发布过新协议，请刷新后再改',
  AGREEMENT_INVALID: '协议没有填对：{field}',
  INVITER_INVALID: '邀请人不能是你自己或你邀请来的人',
  DISTRIBUTOR_UNKNOWN: '没有找到这位分销员',
  TIER_UNKNOWN: '没有这个等级',
  TIER_INVALID: '等级没有填对：{field}',
  TIERS_MOVED_ON: '别人刚改过等级规则，请刷新后再改',
  TIER_HOLD_PAST: '保留到的日期已经过去了，请重新选',
  MANAGER_UNKNOWN: '选的这位现在不是渠道经理或渠道主管，请刷新后再选',
  MANAGER_OF_SELF: '不能让他自己做自己的负责人',
  HAND_OVER_LEFT: '他已经退出，不用再安排负责人',
  REASON_REQUIRED: '请写明原因',
  OWN_CASE: '不能处理自己的事，请让别的同事来办',
  // team
  NUDGE_AWAY: '他现在不在正常状态，提醒送不到',
  NUDGE_LIVELY: '他最近 {days} 天有动静，不用提醒',
  NUDGE_REFUSED: '他选择了不收提醒',
  NUDGE_TWICE: '这周已经提醒过他，{on} 起可以再提醒',
  NUDGE_UNKNOWN: '没有找到这条提醒',
  // plan and compliance
  PLAN_INVALID: '方案没有填对：{field}',
  PLAN_UNKNOWN: '没有找到这个方案',
  PLAN_NOT_DRAFT: '已经发布的方案不能再改，请新建一版',
  PLAN_VERSION_TAKEN: '这个版本号已经用过了',
  PLAN_MISSING: '还没有发布佣金方案',
  PLAN_EFFECTIVE_PAST: '生效时间已经过去了，请重新选',
  PLAN_EFFECTIVE_TAKEN: '这个时刻已经有一版要生效，请换一个时间',
  PLAN_NOT_WITHDRAWABLE: '这一版已经生效，不能撤回，只能再出一版',
  SIMULATION_UNKNOWN: '没有找到这次试算',
  SIMULATION_RANGE: '结束日期不能早于开始日期，也不能晚于今天',
  SIMULATION_TOO_LARGE: '这段时间有 {orders} 单，一次最多试算 {limit} 单，请选短一点',
  COMPLIANCE_TOO_MANY_LEVELS: '最多只能设两级佣金（《禁止传销条例》第七条）',
  COMPLIANCE_CAP_TOO_HIGH: '佣金总上限不能超过 30%',
  COMPLIANCE_ENTRY_FEE: '不能向分销员收入门费（《禁止传销条例》第七条）',
  COMPLIANCE_HEADCOUNT_REWARD: '不能按拉人头发奖励（《禁止传销条例》第七条）',
  RECRUIT_PURCHASE_REQUIRED: '不能要求先买东西才能加入（《禁止传销条例》第七条）',
  RECRUIT_INCOME_PROMISE: '不能承诺收入，请去掉「{word}」',
  COMPLIANCE_HEADCOUNT_PAY:
    '{tier}有人数条件，就不能再加佣金，也不能有会员价（《禁止传销条例》第七条）',
  // wallet
  INSUFFICIENT_BALANCE: '可提现只有 ¥{availableFen}，请改小一些',
  WITHDRAWAL_TOO_SMALL: '一次最少提 ¥{minFen}',
  WITHDRAWAL_TOO_LARGE: '一次最多提 ¥{maxFen}',
  WITHDRAWAL_DAILY_LIMIT: '今天最多还能提 ¥{leftFen}',
  WITHDRAWAL_UNKNOWN: '没有找到这笔提现',
  WITHDRAWAL_MOVED_ON: '这笔提现的状态已经变了，请刷新看看',
  WITHDRAWAL_NOT_CONFIRMABLE: '这笔提现现在不需要确认收款',
  WITHDRAWAL_DAILY_COUNT: '一天最多提 {count} 次，明天再来吧',
  REAL_NAME_REQUIRED: '先登记实名，才能提现',
  REAL_NAME_INVALID: '{field}没有填对，请照身份证核对',
  REAL_NAME_TAKEN: '这个身份证号已经在本店登记过，一个人只能用一个账号提现',
  REAL_NAME_FIXED: '已经用这个身份证号打过款，不能再换成别的',
  REAL_NAME_TRIES: '今天试的次数太多了，明天再来',
  REAL_NAME_UNAVAILABLE: '实名登记还没有开通，请联系店主',
  CONSENT_OUTDATED: '使用说明有更新，请重新看一遍再同意',
  // tax
  TAX_MODE_PAST: '代扣方式最早从 {from} 起改，过去的月份不能变',
  TAX_MONTH_INVALID: '这个月份还没有到',
  TAX_PAYMENT_TOO_MUCH: '{month} 代扣了还没缴的税只有 ¥{leftFen}',
  // books
  INCENTIVE_NOT_ACTIVE: '对方现在不是正常的分销员，不能发奖励',
  INCENTIVE_OVER_BUDGET: '这个月的奖励预算只剩 ¥{leftFen}',
  INCENTIVE_BUDGET_USED: '这个月已经用掉 ¥{usedFen}，预算不能比它小',
  DEBT_CHANGED: '欠款现在是 ¥{debtFen}，看过再核销',
  DEBT_STILL_COVERED: '还有待结算或提现中的钱可以抵，结清之后再核销',
  DEBT_OF_ACTIVE: '在职分销员的欠款从以后的佣金里扣，停用或退出之后才能核销',
  DECISION_UNKNOWN: '没有找到这笔奖励或核销',
  DECISION_MOVED_ON: '这笔已经有结果了，请刷新看看',
  DECISION_ASKER_LEFT: '提出人已经不在店里，请驳回后重新提',
  HELD_GONE: '这一笔已经不在搁下的里面，请刷新看看',
  HELD_REFUNDED: '这笔订单退过款，佣金不会再自动补；核对后用奖励补发，再点「不补了」',
  HELD_CAN_RETRY: '这笔还能重新算，不能直接不补',
  REFUND_NOT_STUCK: '这笔退款没有卡住，请刷新看看',
  REFUND_HAS_MOVED: '微信那边还在退这笔钱，先不要人工退',
  BILL_NOT_READY: '微信的账单还没有出来，每天 10 点以后才有前一天的',
  BILL_TOO_OLD: '微信只给最近三个月的账单',
  DIFFERENCE_UNKNOWN: '没有找到这处差异',
  DIFFERENCE_CLEARED: '这处已经对上了，不用再处理',
  STATEMENT_NONE: '这个月没有对账单',
  FOUR_EYES: '超过 ¥{thresholdFen} 需要两个人分别同意，你已经同意过了',
} as const satisfies Record<string, string>

export type RefusalCode = keyof typeof REFUSALS
/** What a refusal knows: codes, counts and amounts, never prose, names of people or secrets. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** The Chinese sentence of a refusal, with its facts filled in. */
export function refusalText(code: RefusalCode, facts: Facts = {}): string {
  return REFUSALS[code].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const fact = facts[name]
    if (fact === undefined || fact === null) return ''
    return name.endsWith('Fen') && typeof fact === 'number' ? yuan(fact) : String(fact)
  })
}

function yuan(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`
}
