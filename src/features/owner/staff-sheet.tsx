/** One of the staff, or somebody to be: which roles they have, given and taken by the owner. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Button } from '@/components/button'
import { confirm } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { ActionError } from './action-error'
import { roleWords, rolesText } from './staff-words'
import type { StaffRole } from './staff-words'
import { useLast } from './use-last'

export type Colleague = Api['owner.findMember']['output']
const ROLES = Object.keys(roleWords) as StaffRole[]

/** The whole row is the checkbox. */
function Role(props: { role: StaffRole; on: boolean; isOff: boolean; onTap: () => void }) {
  const { role, on, isOff, onTap } = props
  const { word, does } = roleWords[role]
  return (
    <View
      className="staff-role"
      onClick={isOff ? undefined : onTap}
      {...aria(word, 'checkbox')}
      aria-checked={on ? 'true' : 'false'}
      {...(isOff ? { 'aria-disabled': 'true' } : {})}
    >
      <View className="staff-role-words">
        <Text className={isOff ? 'fy-strong fy-ink-3' : 'fy-strong'}>{word}</Text>
        <View className="fy-t-cap fy-ink-3">{does}</View>
      </View>
      <View className={classNames('check', on && 'check-on', isOff && 'check-off')}>
        {on && <Icon name="check" size={14} />}
      </View>
    </View>
  )
}

interface StaffSheetProps {
  /** Null closes it. */
  member: Colleague | null
  onClose: () => void
  onDone: () => void
}

export function StaffSheet({ member, onClose, onDone }: StaffSheetProps) {
  const setting = useAction('owner.setStaff')
  const [roles, setRoles] = useState<readonly StaffRole[]>([])
  const shown = useLast(member)
  useEffect(() => {
    if (member) setRoles(member.roles)
  }, [member])
  const taken = shown?.roles.filter((role) => !roles.includes(role)) ?? []
  const isSame = taken.length === 0 && roles.length === shown?.roles.length
  const close = () => {
    setting.clear()
    onClose()
  }
  const save = async () => {
    if (!shown) return
    const isSure =
      taken.length === 0 ||
      (await confirm({
        title: `收走 ${shown.name} 的${rolesText(taken)}`,
        text: '他马上就不能再做这个角色的事。不再是渠道经理或主管的，他负责的人会变成没有负责人。',
        confirmText: '收走',
      }))
    if (!isSure || !(await setting.run({ memberId: shown.id, roles: [...roles] }))) return
    toast('角色改好了')
    close()
    onDone()
  }
  const toggle = (role: StaffRole) =>
    setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role])
  return (
    <Sheet
      open={member !== null}
      title={shown?.name ?? ''}
      onClose={close}
      footer={
        <Button
          wide
          busy={setting.busy}
          disabledReason={isSame && '角色没有变'}
          onTap={() => void save()}
        >
          保存角色
        </Button>
      }
    >
      <ActionError error={setting.error} what="角色没有改成" />
      {shown?.isSelf && (
        <Notice kind="note">这是你自己：可以放下角色，不能给自己加；店里总要有一位店主。</Notice>
      )}
      {ROLES.map((role) => (
        <Role
          key={role}
          role={role}
          on={roles.includes(role)}
          isOff={shown?.isSelf === true && !shown.roles.includes(role)}
          onTap={() => toggle(role)}
        />
      ))}
    </Sheet>
  )
}
