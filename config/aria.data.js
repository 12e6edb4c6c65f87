/** The accessibility attributes that WeChat's components know and Taro's templates leave out. */
const attributes = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-disabled': '',
  'aria-checked': '',
  'aria-selected': '',
}

module.exports = {
  View: attributes,
  Text: attributes,
  Button: attributes,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
