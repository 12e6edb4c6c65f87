/**
 * What every built-in component is made of: typed properties, events of its own, inner parts before the template's
 * children, and what the automator may ask of it.
 */
import { dispatchEvent, treeNodeOf } from '../events/dispatch-event'
import { treeElementOf } from '../events/normalise-event'
import { pageOwner } from '../page-context'
import type { BuiltinElement } from '../page-view'
import { convertRpx } from '../style/convert-rpx'

export type Properties = Record<string, unknown>
export type ModelListener = ((value: unknown) => void) | null

interface ScopeOwner {
  _$behavior: { ownerSpace: { styleScopeManager: { queryName(id: number): string | undefined } } }
}

const camelCase = (name: string) =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Values arrive as the template computed them; the default's type says what they are read as. */
function readAs(fallback: unknown, value: unknown): unknown {
  if (value === undefined || value === null) return fallback
  if (typeof fallback === 'boolean') return Boolean(value)
  if (typeof fallback === 'number') {
    const number = value === '' ? NaN : Number(value)
    return Number.isFinite(number) ? number : fallback
  }
  if (typeof fallback === 'string')
    return typeof value === 'object' ? '[object Object]' : `${value as string}`
  return value
}

export class WxElement extends HTMLElement implements BuiltinElement {
  /** Names and defaults; a default's type is the property's. */
  static defaults: Properties = {}
  static css = ''

  readonly properties: Properties
  readonly models: Record<string, ModelListener> = {}
  protected isReady = false

  constructor() {
    super()
    this.properties = { ...(this.constructor as typeof WxElement).defaults }
  }

  get tag(): string {
    return this.localName.replace(/^wx-/, '')
  }

  /** Where the template's children go. */
  protected get content(): HTMLElement | null {
    return null
  }

  // ---- what glass-easel calls
  override setAttribute(name: string, value: string): void {
    if (name === 'style') return this.setStyle(value)
    if (name === 'class' || name === 'id') return super.setAttribute(name, value)
    const node = treeNodeOf(this)
    this.setProperty(camelCase(name), node ? node.getAttribute(name) : value)
  }

  override removeAttribute(name: string): void {
    if (name === 'style' || name === 'class') return super.removeAttribute(name)
    const node = treeNodeOf(this)
    this.setProperty(camelCase(name), node?.getAttribute(name))
  }

  /** glass-easel prefixes ids with the component's; the author's own is shown. */
  override set id(value: string) {
    super.setAttribute('id', treeNodeOf(this)?.id ?? value)
  }

  override get id(): string {
    return super.getAttribute('id') ?? ''
  }

  override appendChild<T extends Node>(child: T): T {
    return this.content ? this.content.appendChild(child) : super.appendChild(child)
  }

  override insertBefore<T extends Node>(child: T, before: Node | null): T {
    const place = before?.parentNode ?? this.content
    return place && place !== this
      ? place.insertBefore(child, before)
      : super.insertBefore(child, before)
  }

  override removeChild<T extends Node>(child: T): T {
    const place = child.parentNode
    return place && place !== this ? place.removeChild(child) : super.removeChild(child)
  }

  override replaceChild<T extends Node>(child: Node, old: T): T {
    const place = old.parentNode
    return place && place !== this ? place.replaceChild(child, old) : super.replaceChild(child, old)
  }

  // ---- properties
  private rawStyle = ''

  private setStyle(css: string): void {
    this.rawStyle = css
    super.setAttribute('style', convertRpx(css))
    this.styled()
  }

  /** The screen's width changed: rpx are worth something else. */
  restyle(): void {
    if (this.rawStyle.includes('rpx')) this.setStyle(this.rawStyle)
  }

  setProperty(name: string, value: unknown): void {
    const { defaults } = this.constructor as typeof WxElement
    const old = this.properties[name]
    const next = name in defaults ? readAs(defaults[name], value) : value
    this.properties[name] = next
    this.reflect(name, next)
    if (this.isReady) this.changed(name, next, old)
  }

  /** Plain values show as attributes: WXSS selects by them. */
  private reflect(name: string, value: unknown): void {
    const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    if (value === false || value === undefined || value === null || typeof value === 'object') {
      super.removeAttribute(attribute)
    } else super.setAttribute(attribute, value === true ? '' : `${value as string}`)
  }

  /** CSS given in a property (placeholder-style …). */
  protected converted(css: string): string {
    return convertRpx(css)
  }

  /** Class names given in a property, prefixed as the owning component's styles are. */
  protected scoped(names: string): string {
    const own = treeNodeOf(this)?.ownerShadowRoot?.getHostNode()
    const scope = own?.getComponentOptions().styleScope
    const manager = own && (own as never as ScopeOwner)._$behavior.ownerSpace.styleScopeManager
    const prefix = scope === undefined || scope === null ? '' : manager?.queryName(scope)
    if (!prefix) return names
    return names.replace(/\S+/g, (name) => `${prefix}--${name} ${name}`)
  }

  protected text(name: string): string {
    const value = this.properties[name]
    return value === undefined || value === null || typeof value === 'object'
      ? ''
      : `${value as string}`
  }

  protected number(name: string): number {
    return Number(this.properties[name])
  }

  protected is(name: string): boolean {
    return Boolean(this.properties[name])
  }

  // ---- life
  connectedCallback(): void {
    if (!this.isReady) {
      this.isReady = true
      this.build()
      for (const [name, value] of Object.entries(this.properties))
        this.changed(name, value, undefined)
    }
    this.attached()
  }

  disconnectedCallback(): void {
    this.detached()
  }

  /** Makes the inner parts, once. */
  protected build(): void {}
  protected changed(_name: string, _value: unknown, _old: unknown): void {}
  protected attached(): void {}
  protected detached(): void {}
  protected styled(): void {}

  /** An inner part before the template's children. */
  protected addPart(tag: string, className: string, within: HTMLElement = this): HTMLElement {
    const part = document.createElement(tag)
    part.className = className
    if (within === this) super.insertBefore(part, this.firstChild)
    else within.appendChild(part)
    return part
  }

  // ---- events
  emit(type: string, detail: unknown = {}, bubbles = false): void {
    dispatchEvent(this, type, detail, { bubbles })
  }

  /** The component's own listener, after the template's on the same element; a catch inside keeps the event away. */
  protected listen(type: string, listener: (target: HTMLElement) => void): void {
    treeNodeOf(this)?.addListener(type, (event) => {
      const target = treeElementOf(event.target) as { $$?: HTMLElement | null }
      listener(target.$$ ?? this)
    })
  }

  /** `model:name` of the template follows what the person did. */
  protected tellModel(name: string, value: unknown): void {
    this.models[name]?.(value)
  }

  protected askNative(kind: Parameters<ReturnType<typeof pageOwner>['openNative']>[0]): void {
    pageOwner().openNative(kind, this, { ...this.properties })
  }

  // ---- what the automator asks
  get automation(): Readonly<Record<string, (...args: never[]) => unknown>> {
    return {}
  }

  get shownText(): string {
    return this.innerText
  }

  get control(): HTMLInputElement | HTMLTextAreaElement | null {
    return null
  }
}

/** The built-in component around an element that has this tag. */
export function closest<T extends WxElement>(from: HTMLElement, tag: string): T | null {
  return from.parentElement?.closest<T>(`wx-${tag}`) ?? null
}

export function isBuiltin(node: unknown): node is WxElement {
  return node instanceof WxElement
}
