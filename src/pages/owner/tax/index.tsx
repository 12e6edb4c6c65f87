/** 个税: what was withheld in a month, what was paid to the tax office, the filing, and how the shop withholds. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { IconTap } from '@/components/icon-tap'
import { Sheet } from '@/components/sheet'
import { DeskPage } from '@/features/owner/desk-page'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { comingText, monthTitle, stepMonth } from '@/features/owner/tax-desk-words'
import type { TaxDesk } from '@/features/owner/tax-desk-words'
import { TaxModeSheet } from '@/features/owner/tax-mode-sheet'
import { RemittedCard, TaxMonthCard, TaxPeopleCard } from '@/features/owner/tax-month-card'
import { TaxPaymentSheet } from '@/features/owner/tax-payment-sheet'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useTaxDesk } from '@/features/owner/use-tax-desk'
import { taxModeWords } from '@/features/tax/tax-words'
import './index.scss'

type Desk = ReturnType<typeof useTaxDesk>
type Open = 'export' | 'payment' | 'mode' | null

interface MonthSwitchProps {
  month: string
  /** The newest month there is; null while it is not known. */
  newest: string | null
  onShow: (month: string) => void
}

function MonthSwitch({ month, newest, onShow }: MonthSwitchProps) {
  if (month === '') return null
  const isNow = newest === null || month >= newest
  return (
    <View className="tax-months">
      <IconTap
        className="tax-step"
        icon="back"
        label="上个月"
        onTap={() => onShow(stepMonth(month, -1))}
      />
      <Text className="tax-month">{monthTitle(month)}</Text>
      <IconTap
        {...(isNow ? {} : { className: 'tax-step', onTap: () => onShow(stepMonth(month, 1)) })}
        icon="chev"
        label="下个月"
      />
    </View>
  )
}

function ModeCard({ desk, onChange }: { desk: TaxDesk; onChange: (() => void) | null }) {
  const coming = comingText(desk.rules, desk.month)
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">代扣方式</Text>
        {onChange && (
          <Button size="small" kind="soft" onTap={onChange} label="更改代扣方式">
            更改
          </Button>
        )}
      </View>
      <View className="fy-mt-8">{taxModeWords[desk.mode]}</View>
      {coming && (
        <View className="fy-t-cap fy-ink-3 fy-mt-4">
          <Text>{coming}</Text>
        </View>
      )}
    </Card>
  )
}

function Sheets({ desk, open, onClose }: { desk: Desk; open: Open; onClose: () => void }) {
  const { page, exporting, recording, setting, filing } = desk
  if (!page.data) return null
  const closeIf = (step: Promise<boolean>) => void step.then((isDone) => isDone && onClose())
  return (
    <>
      <ReasonSheet
        open={open === 'export' && filing === null}
        title={`导出 ${monthTitle(page.data.month)} 的报税明细`}
        hint="里面有姓名和身份证号：谁在什么时候为什么导出，都会记下来"
        confirmText="导出"
        failText="没有导出"
        busy={exporting.busy}
        error={exporting.error}
        onConfirm={(reason) => closeIf(desk.makeFiling(reason))}
        onClose={onClose}
      />
      <Sheet
        open={filing !== null}
        title="报税明细准备好了"
        onClose={desk.dropFiling}
        footer={
          <Button wide onTap={() => void desk.keepFiling()}>
            保存文件
          </Button>
        }
      >
        <Text className="fy-t-small fy-ink-2">
          {`${filing?.fileName ?? ''}，${filing?.people ?? 0} 个人。用完请删掉，不要留在聊天里。`}
        </Text>
      </Sheet>
      <TaxPaymentSheet
        open={open === 'payment'}
        month={page.data.month}
        leftFen={page.data.leftFen}
        today={page.data.today}
        busy={recording.busy}
        error={recording.error}
        onRecord={(payment) => closeIf(desk.record(payment))}
        onClose={onClose}
      />
      <TaxModeSheet
        open={open === 'mode'}
        desk={page.data}
        busy={setting.busy}
        error={setting.error}
        onSet={(rule) => closeIf(desk.setMode(rule))}
        onClose={onClose}
      />
    </>
  )
}

export default function TaxPage() {
  const desk = useTaxDesk()
  const isOwner = useIsOwner()
  const [open, setOpen] = useState<Open>(null)
  const { data } = desk.page
  return (
    <DeskPage
      title="个税"
      resource={desk.page}
      above={<MonthSwitch month={desk.month} newest={desk.newest} onShow={desk.show} />}
      overlay={<Sheets desk={desk} open={open} onClose={() => setOpen(null)} />}
    >
      {data && (
        <View className="desk-list">
          {data.people.length > 0 || data.open.count > 0 ? (
            <TaxMonthCard desk={data} />
          ) : (
            <Card>
              <Text className="fy-ink-2">这个月还没有扣过税。打款到账以后会记在这里。</Text>
            </Card>
          )}
          {data.withheldFen > 0 && <RemittedCard desk={data} onRecord={() => setOpen('payment')} />}
          {data.people.length > 0 && <TaxPeopleCard desk={data} />}
          {data.people.length > 0 && (
            <Card>
              <Button wide kind="line" icon="save" onTap={() => setOpen('export')}>
                导出报税明细
              </Button>
            </Card>
          )}
          <ModeCard desk={data} onChange={isOwner ? () => setOpen('mode') : null} />
        </View>
      )}
    </DeskPage>
  )
}
