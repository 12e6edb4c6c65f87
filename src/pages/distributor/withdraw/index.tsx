/** 提现: the amount, what arrives and why, and one button that repeats the result. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonSum } from '@/components/skeleton/shapes'
import { goTo, REAL_NAME, WALLET, WITHDRAWALS } from '@/features/distributor/paths'
import { TaxSheet } from '@/features/tax/tax-sheet'
import { AmountField } from '@/features/wallet/amount-field'
import { DebtNotice } from '@/features/wallet/debt-notice'
import { QuoteCard } from '@/features/wallet/quote-card'
import { RequestFailure } from '@/features/wallet/request-failure'
import { useWithdrawal } from '@/features/wallet/use-withdrawal'
import { isNameMissing, limitsText } from '@/features/wallet/withdrawal-limits'
import { WithdrawalSent } from '@/features/wallet/withdrawal-sent'
import type { WithdrawalRow } from '@/features/wallet/withdrawal-words'
import './index.scss'

type Form = ReturnType<typeof useWithdrawal>

/** Why the button can't be pressed now. */
function reasonOf({ text, amountFen, problem, quote, quoteError }: Form): string | null {
  if (text.trim() === '' || amountFen === 0) return '先写提现金额'
  if (problem) return '改好金额后可提现'
  if (quoteError && !quote) return '算出到账金额后可提现'
  if (!quote) return '正在算到账金额'
  return isNameMissing(quote) ? '登记实名后可提现' : null
}

function SubmitBar({ form, onSent }: { form: Form; onSent: (row: WithdrawalRow) => void }) {
  const { amountFen, quote, request } = form
  const submit = async () => {
    if (amountFen === null) return
    const row = await request.run({ amountFen })
    if (row) onSent(row)
  }
  const sums = `提现 ${formatFen(amountFen)}，到账 ${formatFen(quote?.netFen)}`
  return (
    <BottomBar>
      <Button
        wide
        className="wdr-submit"
        busy={request.busy}
        disabledReason={reasonOf(form)}
        onTap={() => void submit()}
      >
        {sums}
      </Button>
    </BottomBar>
  )
}

function Notices({ form }: { form: Form }) {
  const { quote, quoteError, request, amountFen, page } = form
  const wallet = page.data?.wallet
  return (
    <View className="wdr-notices">
      {request.error && amountFen !== null && (
        <RequestFailure error={request.error} amountFen={amountFen} />
      )}
      {quoteError && !quote && (
        <Notice kind="bad" actionText="再算一次" onAction={form.askAgain}>
          到账金额没有算出来：{quoteError.message}
        </Notice>
      )}
      {quote && isNameMissing(quote) && (
        <Notice kind="warn" icon="shield" actionText="去登记" onAction={() => goTo(REAL_NAME)}>
          {quote.nameNeed === 'tax'
            ? '店里要代扣个人所得税，先登记实名才能提现'
            : '到账 ¥2,000.00 以上，微信要核对收款人姓名，先登记实名'}
        </Notice>
      )}
      {quote?.needsTwoApprovals && (
        <Notice icon="shield">这笔金额较大，要店里两个人分别同意，会慢一些</Notice>
      )}
      {wallet && wallet.pendingFen > 0 && (
        <Notice kind="warn">
          还有 {formatFen(wallet.pendingFen)} 待结算，到期会自动变成可提现
        </Notice>
      )}
    </View>
  )
}

export default function WithdrawPage() {
  const form = useWithdrawal()
  const [sent, setSent] = useState<WithdrawalRow | null>(null)
  const [isExplaining, setExplaining] = useState(false)
  const { page, text, amountFen, quote, limits, problem, request } = form
  const wallet = page.data?.wallet
  const pendingText =
    wallet && wallet.pendingFen > 0
      ? `还有 ${formatFen(wallet.pendingFen)} 待结算，到期会自动变成可提现。`
      : '佣金结算之后，就能从这里提到微信零钱。'
  return (
    <Page
      title="提现"
      resource={page}
      skeleton={<SkeletonSum />}
      errorTitle="提现没有打开"
      reassurance="你的钱都在账上，没有变动。"
      empty={{
        title: '现在没有可提现的钱',
        text: pendingText,
        actionText: '看看钱包',
        actionIcon: 'wallet',
        onAction: () => void Taro.redirectTo({ url: WALLET }),
      }}
      overlay={
        !sent && (
          <>
            <SubmitBar form={form} onSent={setSent} />
            {limits && (
              <TaxSheet
                open={isExplaining}
                mode={limits.taxMode}
                steps={limits.taxSteps}
                onClose={() => setExplaining(false)}
              />
            )}
          </>
        )
      }
    >
      {sent && <WithdrawalSent withdrawal={sent} />}
      {!sent && limits && (
        <>
          <AmountField
            text={text}
            onChange={form.type}
            availableFen={limits.availableFen}
            onAll={form.takeAll}
            problem={problem}
            hint={limitsText(limits)}
            disabled={request.busy}
          />
          <QuoteCard amountFen={amountFen} quote={quote} onExplain={() => setExplaining(true)} />
          <Card flush>
            <ListRow
              icon="wallet"
              title={<Text>微信零钱</Text>}
              note="审核通过后，需要你点一次收款"
            />
            <ListRow
              icon="shield"
              title={<Text>实名</Text>}
              note={limits.realName === null ? '还没有登记' : `收款人 ${limits.realName}`}
              onTap={() => goTo(REAL_NAME)}
            />
            <ListRow
              icon="list"
              title={<Text>提现记录</Text>}
              note="审核到哪一步、什么时候到账"
              onTap={() => goTo(WITHDRAWALS)}
            />
          </Card>
          {wallet && <DebtNotice clawbackFen={wallet.clawbackFen} />}
          <Notices form={form} />
        </>
      )}
    </Page>
  )
}
