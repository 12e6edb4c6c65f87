/** A word to search by, asked for only after a pause in typing: not every letter asks the server. */
import { useEffect, useState } from 'react'

const TYPING_MS = 300

export function useTyping() {
  const [text, setText] = useState('')
  const [keyword, setKeyword] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setKeyword(text.trim()), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  const clear = () => {
    setText('')
    setKeyword('')
  }
  return { text, setText, keyword, clear }
}
