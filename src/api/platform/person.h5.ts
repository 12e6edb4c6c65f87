/** Whose phone the browser preview is: named by the preview server, or kept from before. */

export function openidOfPhone(): string {
  return window.__FENYOU_PERSON__?.openid ?? localStorage.getItem('fenyou.openid') ?? ''
}
