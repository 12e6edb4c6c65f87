/** 实名: a legal name and ID number with consent; only masked text is ever shown again. */
import { Text, View } from '@tarojs/components'
import { REAL_NAME_CONSENT } from '@contract/consent'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { RegisteredCard } from '@/features/real-name/registered-card'
import { useRealName } from '@/features/real-name/use-real-name'
import { CheckMark } from '@/features/trade/check-mark'
import './index.scss'

type Form = ReturnType<typeof useRealName>

function Fields({ form }: { form: Form }) {
  const isFixed = form.page.data?.isFixed === true
  return (
    <Card className="rn-fields">
      <Field
        label="姓名"
        placeholder="和身份证、微信实名一致"
        value={form.name}
        onChange={form.typeName}
        maxLength={20}
        disabled={form.save.busy}
      />
      <Field
        label="身份证号"
        placeholder="18 位，最后一位可能是 X"
        value={form.idNumber}
        onChange={form.typeIdNumber}
        maxLength={24}
        disabled={form.save.busy}
        hint={isFixed ? '已经用原来的号打过款，号不能换，只能改姓名' : '目前只支持大陆居民身份证'}
      />
    </Card>
  )
}

function Consent({ form }: { form: Form }) {
  return (
    <Card>
      <Text className="fy-t-head">{REAL_NAME_CONSENT.title}</Text>
      {REAL_NAME_CONSENT.lines.map((line) => (
        <View key={line} className="rn-line">
          <View className="rn-dot" />
          <Text className="fy-grow">{line}</Text>
        </View>
      ))}
      <View className="rn-agree" onClick={form.agree}>
        <CheckMark on={form.isAgreed} label="我看过了，同意这样使用" />
        <Text className="fy-t-small">我看过了，同意这样使用</Text>
      </View>
    </Card>
  )
}

export default function RealNamePage() {
  const form = useRealName()
  const { page, save } = form
  return (
    <Page
      title="实名"
      resource={page}
      errorTitle="实名没有打开"
      reassurance="登记过的信息没有变动。"
      overlay={
        form.isWriting && (
          <BottomBar>
            <Button wide busy={save.busy} disabledReason={form.missing} onTap={form.send}>
              {save.busy ? '正在登记' : '登记实名'}
            </Button>
          </BottomBar>
        )
      }
    >
      {page.data && !form.isWriting && (
        <RegisteredCard registered={page.data} isSaved={form.isSaved} onChange={form.edit} />
      )}
      {form.isWriting && (
        <>
          <Fields form={form} />
          {save.error && (
            <View className="fy-mt-8">
              <Notice kind="bad">没有登记成功：{save.error.message}</Notice>
            </View>
          )}
          <Consent form={form} />
        </>
      )}
    </Page>
  )
}
