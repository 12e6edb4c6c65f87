/** A step about a distributor that needs its reason: turn down, tier, freeze, thaw, end. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Chips } from '@/components/chip'
import { SkeletonRows } from '@/components/skeleton'
import { toast } from '@/components/toast'
import { useTierName } from '@/components/tier'
import { TIER_KEYS } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import type { PersonStep } from './person-steps'
import type { PersonHead } from './person-words'
import { addDays, dateOf } from '@contract/time'
import { ReasonSheet } from './reason-sheet'
import { TierFacts, useTierOf } from './tier-facts'
import { serverNow } from '@/api/clock'

export interface OpenStep {
  person: PersonHead
  step: Exclude<PersonStep, 'admit'>
}

interface PersonSheetProps {
  /** Null closes it; the last one stays drawn while it leaves. */
  open: OpenStep | null
  onClose: () => void
  onDone: () => void
}

const words: Readonly<
  Record<OpenStep['step'], { verb: string; hint: string; done: string; fail: string }>
> = {
  'turn-down': {
    verb: '不通过',
    hint: '申请的人会看到这句话',
    done: '回复了申请人',
    fail: '没有提交成功',
  },
  tier: { verb: '定等级', hint: '记在案上，以后查得到', done: '等级改好了', fail: '等级没有改成' },
  freeze: {
    verb: '冻结',
    hint: '冻结后不能分享赚佣、不能提现；记在案上',
    done: '已冻结',
    fail: '没有冻结',
  },
  end: {
    verb: '结束合作',
    hint: '账上的钱还是他的，照样能提；不能再恢复，他看得到原因',
    done: '合作结束了',
    fail: '没有结束',
  },
  thaw: { verb: '解冻', hint: '解冻后恢复分享和提现；记在案上', done: '已解冻', fail: '没有解冻' },
}

/** How long a tier stays as it was set; figures decide afterwards. */
type HoldDays = '0' | '30' | '90' | '180' | 'release'
const HOLDS: readonly { key: HoldDays; text: string }[] = [
  { key: '0', text: '一直保留' },
  { key: '30', text: '保留 30 天' },
  { key: '90', text: '保留 90 天' },
  { key: '180', text: '保留 180 天' },
]
const RELEASE = { key: 'release', text: '不再保留，照数字来' } as const

function TierChoice(props: {
  now: TierKey
  value: TierKey | null
  onChange: (to: TierKey) => void
}) {
  const nameOf = useTierName()
  const items = TIER_KEYS.map((key) => ({
    key,
    text: key === props.now ? `${nameOf(key)}（现在）` : nameOf(key),
  }))
  return (
    <View>
      <Chips items={items} value={props.value} onChange={props.onChange} wrap soft />
    </View>
  )
}

function useStep() {
  const deciding = useAction('owner.decideApplication')
  const tiering = useAction('owner.setTier')
  const releasing = useAction('owner.releaseTier')
  const standing = useAction('owner.setDistributorStatus')
  const ending = useAction('owner.endDistributor')
  const run = (
    { person, step }: OpenStep,
    reason: string,
    { tier, days }: { tier: TierKey | null; days: HoldDays },
  ) => {
    const distributorId = person.id
    if (step === 'turn-down') return deciding.run({ distributorId, isAdmitted: false, reason })
    if (step === 'end') return ending.run({ distributorId, reason })
    if (step !== 'tier') {
      const status = step === 'freeze' ? 'frozen' : 'active'
      return standing.run({ distributorId, status, reason })
    }
    if (days === 'release') return releasing.run({ distributorId, reason })
    if (tier === null) return Promise.resolve(undefined)
    const untilOn = days === '0' ? undefined : addDays(dateOf(serverNow()), Number(days))
    return tiering.run({ distributorId, tier, reason, ...(untilOn ? { untilOn } : {}) })
  }
  const all = [deciding, tiering, releasing, standing, ending]
  return {
    run,
    busy: all.some(({ busy }) => busy),
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
    clear: () => all.forEach(({ clear }) => clear()),
  }
}

export function PersonSheet({ open, onClose, onDone }: PersonSheetProps) {
  const [tier, setTier] = useState<TierKey | null>(null)
  const [days, setDays] = useState<HoldDays>('0')
  const { run, busy, error, clear } = useStep()
  const nameOf = useTierName()
  const said = words[open?.step ?? 'tier']
  const name = open?.person.name ?? ''
  const close = () => {
    setTier(null)
    setDays('0')
    clear()
    onClose()
  }
  const confirm = async (reason: string) => {
    if (!open || !(await run(open, reason, { tier, days }))) return
    toast(said.done)
    close()
    onDone()
  }
  const isTier = open?.step === 'tier'
  const { of: tierOf, isComing } = useTierOf(isTier ? open.person.id : null)
  const isReleasing = days === 'release'
  const missing = tier === null ? '先选一个等级' : tier === open?.person.tier && '已经是这个等级'
  return (
    <ReasonSheet
      open={open !== null}
      title={isTier ? `给 ${name} 定等级` : `${said.verb} ${name}`}
      hint={said.hint}
      confirmText={isReleasing ? '取消保留' : isTier && tier ? `改成${nameOf(tier)}` : said.verb}
      failText={said.fail}
      missing={isTier && !isReleasing ? missing || null : null}
      busy={busy}
      error={error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={close}
    >
      {isTier && isComing && <SkeletonRows rows={2} />}
      {isTier && !isComing && (
        <>
          <Text className="fy-field-label">等级</Text>
          <TierChoice now={open.person.tier} value={tier} onChange={setTier} />
          <Text className="fy-field-label">保留多久</Text>
          <Chips
            items={tierOf?.hold ? [...HOLDS, RELEASE] : HOLDS}
            value={days}
            onChange={setDays}
            wrap
            soft
          />
          {tierOf && <TierFacts of={tierOf} />}
        </>
      )}
    </ReasonSheet>
  )
}
