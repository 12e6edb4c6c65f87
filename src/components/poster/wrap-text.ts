/** Breaks Chinese and Latin text into lines by measured width; the last line ends in … when text is left over. */

/** Latin words and numbers stay whole; every Chinese character may begin a line. */
function piecesOf(text: string): string[] {
  return text.match(/[\w.¥%×-]+|\s+|[^\w\s]/gu) ?? []
}

const CLOSING = /^[，。、；：！？）》”’·]$/

export function wrapText(
  text: string,
  maxWidth: number,
  maxLines: number,
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text.trim())) {
    // Closing punctuation may hang over the edge rather than begin a line.
    if (line === '' || CLOSING.test(piece) || widthOf(line + piece) <= maxWidth) {
      line += line === '' ? piece.trimStart() : piece
      continue
    }
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  let last = kept[maxLines - 1] ?? ''
  while (last !== '' && widthOf(`${last}…`) > maxWidth)
    last = Array.from(last).slice(0, -1).join('')
  kept[maxLines - 1] = `${last}…`
  return kept
}
