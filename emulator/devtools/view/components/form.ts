/** form: gathers what its fields hold under their names; a reset empties them. */
import { Component } from 'glass-easel'
import { treeNodeOf } from '../events/dispatch-event'
import { WxElement, isBuiltin } from './element'

/** A field of a form: components that offer formValue. */
export interface FormField {
  readonly formValue: unknown
  resetValue(): void
}

const isField = (element: unknown): element is WxElement & FormField =>
  isBuiltin(element) && 'formValue' in element && 'resetValue' in element

export class WxForm extends WxElement {
  static override defaults = { reportSubmit: false, reportSubmitTimeout: 0 }
  static override css = 'wx-form { display: block; }'

  private fields(): (WxElement & FormField)[] {
    return [...this.querySelectorAll('*')].filter(isField)
  }

  /** Custom components with wx://form-field answer under their name as well. */
  private customValues(): [string, unknown][] {
    return [...this.querySelectorAll('*')].flatMap((element) => {
      const node = treeNodeOf(element)
      if (!node || !Component.isComponent(node)) return []
      const data = node.data as Record<string, unknown>
      const isNamed = typeof data['name'] === 'string' && data['name'] !== '' && 'value' in data
      return isNamed ? [[data['name'] as string, data['value']]] : []
    })
  }

  values(): Record<string, unknown> {
    const own = this.fields()
      .filter((field) => field.properties['name'])
      .map((field): [string, unknown] => [String(field.properties['name']), field.formValue])
    return Object.fromEntries([...own, ...this.customValues()])
  }

  submit(by: HTMLElement): void {
    const formId = this.is('reportSubmit') ? { formId: 'the formId is a mock one' } : {}
    const node = treeNodeOf(by)
    this.emit('submit', {
      value: this.values(),
      target: { id: by.id, dataset: { ...(node?.dataset as object) } },
      ...formId,
    })
  }

  reset(): void {
    for (const field of this.fields()) field.resetValue()
    const node = treeNodeOf(this)
    this.emit('reset', { target: { id: this.id, dataset: { ...(node?.dataset as object) } } })
  }
}
