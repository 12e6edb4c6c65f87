/** 本月代扣: what was withheld, whether the ledger agrees, what is still under way, what was paid to the tax office. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import type { TaxDesk } from './tax-desk-words'

export function TaxMonthCard({ desk }: { desk: TaxDesk }) {
  const { withheldFen, incomeFen, ledgerFen, people, open } = desk
  return (
    <Card>
      <Text className="fy-t-small fy-ink-2">代扣的税</Text>
      <View className="fy-mt-4">
        <Money fen={withheldFen} size="hero" />
      </View>
      <View className="fy-mt-8">
        <KeyValue name="打款收入">
          <Money fen={incomeFen} />
        </KeyValue>
        <KeyValue name="人数">{`${people.length} 人`}</KeyValue>
      </View>
      {ledgerFen === withheldFen ? (
        <Notice kind="good">账本的代扣税也是 {formatFen(ledgerFen)}，一分不差</Notice>
      ) : (
        <Notice kind="bad">
          账本的代扣税是 {formatFen(ledgerFen)}，和明细对不上，请先对账再申报
        </Notice>
      )}
      {open.count > 0 && (
        <View className="fy-mt-8">
          <Notice kind="warn">
            还有 {open.count} 笔在打款（税 {formatFen(open.taxFen)}），有结果以后才算进来
          </Notice>
        </View>
      )}
    </Card>
  )
}

interface RemittedCardProps {
  desk: TaxDesk
  onRecord: () => void
}

export function RemittedCard({ desk, onRecord }: RemittedCardProps) {
  const { remittedFen, leftFen, payments } = desk
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">缴税</Text>
        {leftFen > 0 && (
          <Button size="small" kind="soft" onTap={onRecord}>
            登记缴税
          </Button>
        )}
      </View>
      <KeyValue name="已经缴的">
        <Money fen={remittedFen} />
      </KeyValue>
      <KeyValue name="还没缴的">
        <Money fen={leftFen} className={leftFen > 0 ? 'fy-warn' : ''} />
      </KeyValue>
      {payments.map(({ voucherNo, amountFen, paidOn, name }) => (
        <View key={voucherNo} className="tax-payment">
          <View className="fy-grow">
            <View className="tax-voucher">{voucherNo}</View>
            <Text className="fy-t-cap fy-ink-3">{`${paidOn} 缴，${name} 登记`}</Text>
          </View>
          <View className="fy-ml-12">
            <Money fen={amountFen} size="4" />
          </View>
        </View>
      ))}
    </Card>
  )
}

export function TaxPeopleCard({ desk }: { desk: TaxDesk }) {
  return (
    <Card>
      <Text className="fy-t-head">每个人</Text>
      {desk.people.map((person) => (
        <View key={person.id} className="tax-person">
          <View className="fy-grow">
            <View className="fy-row">
              <Text className="fy-strong fy-ell">{person.name}</Text>
              <Text className="fy-t-cap fy-ink-3 fy-ml-8">{person.maskedName}</Text>
            </View>
            <View className="fy-t-cap fy-ink-3">
              <Text>{person.maskedIdNumber || '没有登记实名'}</Text>
            </View>
          </View>
          <View className="tax-sums">
            <Money fen={person.withheldFen} size="4" className="fy-strong" />
            <View className="fy-t-cap fy-ink-3">
              <Text>{`收入 ${formatFen(person.incomeFen)}`}</Text>
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}
