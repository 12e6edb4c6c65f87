/** Starts the app: the cloud, the session, and the share it was opened through. */
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { startPlatform } from '@/api/platform'
import { watchEntries } from '@/state/entry'
import { useSession } from '@/state/session'
import './styles/tokens.css'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startPlatform()
    void useSession.getState().refresh()
    watchEntries(() => void useSession.getState().refresh())
  })
  return children
}
