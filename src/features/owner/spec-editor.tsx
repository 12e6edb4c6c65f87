/** Specs with their values, and the table of SKUs they make: price, struck-through price and stock of each. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { IconTap } from '@/components/icon-tap'
import { MAX_SPECS, addSpec, addValue, removeSpec, rowsOf, stockChangeOf } from './product-draft'
import type { Fault, ProductDraft, SkuDraft, SkuRow, Spec } from './product-draft'

interface EditorProps {
  draft: ProductDraft
  onChange: (draft: ProductDraft) => void
  /** Shown only after a first try to save. */
  faults: readonly Fault[]
}

const faultAt = (faults: readonly Fault[], at: string) =>
  faults.find((fault) => fault.at === at)?.text

function SpecCard({ draft, onChange, faults, spec }: EditorProps & { spec: Spec }) {
  const put = (changed: Spec) =>
    onChange({ ...draft, specs: draft.specs.map((one) => (one.key === spec.key ? changed : one)) })
  const name = spec.name || '这种规格'
  return (
    <Card>
      <Field
        label="规格名"
        placeholder="比如：规格、克重"
        maxLength={10}
        value={spec.name}
        onChange={(text) => put({ ...spec, name: text })}
        error={faultAt(faults, `spec:${spec.key}`)}
        after={
          <IconTap
            className="fy-icon-tap-end"
            icon="trash"
            label={`去掉${name}`}
            onTap={() => onChange(removeSpec(draft, spec.key))}
          />
        }
      />
      <View className="goods-values">
        {spec.values.map((value, index) => (
          <View key={value.key} className="goods-value">
            <Field
              placeholder={`${spec.name || '规格'}的第 ${index + 1} 项`}
              maxLength={20}
              value={value.text}
              onChange={(text) =>
                put({
                  ...spec,
                  values: spec.values.map((one) =>
                    one.key === value.key ? { ...one, text } : one,
                  ),
                })
              }
              after={
                spec.values.length > 1 && (
                  <IconTap
                    className="fy-icon-tap-end"
                    icon="close"
                    size={16}
                    label={`去掉${value.text || `第 ${index + 1} 项`}`}
                    onTap={() =>
                      put({ ...spec, values: spec.values.filter((one) => one.key !== value.key) })
                    }
                  />
                )
              }
            />
          </View>
        ))}
      </View>
      <View className="desk-link" onClick={() => onChange(addValue(draft, spec.key))}>
        加一项
      </View>
    </Card>
  )
}

function stockHint(sku: SkuDraft): string | undefined {
  const change = stockChangeOf(sku)
  if (sku.skuId === null || change === null || change === 0) return undefined
  return `原有 ${sku.seenStock}，${change > 0 ? `加 ${change}` : `减 ${-change}`}`
}

function SkuCard({
  row,
  faults,
  onPut,
}: {
  row: SkuRow
  faults: readonly Fault[]
  onPut: (sku: SkuDraft) => void
}) {
  const { key, values, sku } = row
  const name = values.join(' ')
  const fault = (field: string) => faultAt(faults, `sku:${key}:${field}`)
  return (
    <Card>
      {name !== '' && (
        <View className="fy-row">
          <Text className={sku.isOffered ? 'goods-sku' : 'goods-sku fy-ink-3'}>{name}</Text>
          <View className="fy-end">
            <Button
              size="small"
              kind="plain"
              label={sku.isOffered ? `不卖 ${name}` : `卖 ${name}`}
              onTap={() => onPut({ ...sku, isOffered: !sku.isOffered })}
            >
              {sku.isOffered ? '不卖这个' : '也卖这个'}
            </Button>
          </View>
        </View>
      )}
      {sku.isOffered && (
        <>
          <View className="goods-pair">
            <Field
              label="售价"
              kind="money"
              maxLength={13}
              value={sku.price}
              onChange={(price) => onPut({ ...sku, price })}
              error={fault('price')}
            />
            <Field
              label="划线价"
              kind="money"
              placeholder="可不填"
              maxLength={13}
              value={sku.marketPrice}
              onChange={(marketPrice) => onPut({ ...sku, marketPrice })}
              error={fault('market')}
            />
          </View>
          <Field
            label="进货价"
            kind="money"
            placeholder="可不填"
            maxLength={13}
            value={sku.cost}
            onChange={(cost) => onPut({ ...sku, cost })}
            error={fault('cost')}
            hint="只有你看得到，试算毛利时用"
          />
          <Field
            label="库存"
            kind="number"
            unit="件"
            placeholder="0"
            maxLength={6}
            value={sku.stock}
            onChange={(stock) => onPut({ ...sku, stock })}
            error={fault('stock')}
            hint={stockHint(sku)}
          />
        </>
      )}
    </Card>
  )
}

export function SpecEditor(props: EditorProps) {
  const { draft, onChange, faults } = props
  const rows = rowsOf(draft)
  const specsFault = faultAt(faults, 'specs')
  return (
    <>
      <Text className="desk-label">规格</Text>
      <View className="desk-list">
        {draft.specs.map((spec) => (
          <SpecCard key={spec.key} {...props} spec={spec} />
        ))}
      </View>
      {draft.specs.length < MAX_SPECS && (
        <View className="desk-link" onClick={() => onChange(addSpec(draft))}>
          {draft.specs.length === 0 ? '分规格卖（比如两种克重）' : '再加一种规格'}
        </View>
      )}
      {specsFault && <Text className="goods-fault">{specsFault}</Text>}
      <Text className="desk-label">
        价格和库存
        {rows.length > 1 && <Text className="desk-label-note">{rows.length} 个组合</Text>}
      </Text>
      <View className="desk-list">
        {rows.map((row) => (
          <SkuCard
            key={row.key}
            row={row}
            faults={faults}
            onPut={(sku) => {
              const all = rows.map((one): [string, SkuDraft] => [one.key, one.sku])
              onChange({ ...draft, skus: { ...Object.fromEntries(all), [row.key]: sku } })
            }}
          />
        ))}
      </View>
    </>
  )
}
