/** The dialog before an irreversible step: it names the amount and the object, and waits for an answer. */
import { Text, View } from '@tarojs/components'
import { create } from 'zustand'
import { aria } from '../aria'
import { Button } from '../button'

export interface ConfirmQuestion {
  /** "把武夷肉桂礼盒下架？" */
  title: string
  /** What happens, with amount and object. */
  text?: string
  /** The verb on the button: "下架", never "确定". */
  confirmText: string
  cancelText?: string
  danger?: boolean
}

interface DialogState {
  question: ConfirmQuestion | null
  answer: (isConfirmed: boolean) => void
}

const useDialog = create<DialogState>(() => ({ question: null, answer: () => undefined }))

/** Asks once; a second question closes the first as refused. Resolves to what the person chose. */
export function confirm(question: ConfirmQuestion): Promise<boolean> {
  useDialog.getState().answer(false)
  return new Promise((resolve) => {
    useDialog.setState({
      question,
      answer: (isConfirmed) => {
        useDialog.setState({ question: null, answer: () => undefined })
        resolve(isConfirmed)
      },
    })
  })
}

/** Stands once in the page shell. */
export function DialogHost() {
  const { question, answer } = useDialog()
  if (!question) return null
  return (
    <View className="fy-dialog">
      <View className="fy-dialog-scrim" onClick={() => answer(false)} catchMove />
      <View className="fy-dialog-box" {...aria(question.title, 'alertdialog')}>
        <Text className="fy-dialog-title">{question.title}</Text>
        {question.text && <Text className="fy-dialog-text">{question.text}</Text>}
        <View className="fy-dialog-actions">
          <Button kind="plain" size="mid" className="fy-dialog-button" onTap={() => answer(false)}>
            {question.cancelText ?? '先不'}
          </Button>
          <Button
            kind={question.danger ? 'danger' : 'primary'}
            size="mid"
            className="fy-dialog-button"
            onTap={() => answer(true)}
          >
            {question.confirmText}
          </Button>
        </View>
      </View>
    </View>
  )
}
