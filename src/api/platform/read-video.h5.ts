/** What WeChat tells of a chosen video, found out by a browser: its length, and its first picture as the cover. */
import type { ChosenVideo } from './platform'

/** Null for a file that the browser cannot play. */
export function readVideo(file: File): Promise<ChosenVideo | null> {
  const address = URL.createObjectURL(file)
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  return new Promise((resolve) => {
    video.addEventListener('error', () => resolve(null))
    video.addEventListener('loadeddata', () => {
      const canvas = document.createElement('canvas')
      canvas.width = video.videoWidth
      canvas.height = video.videoHeight
      canvas.getContext('2d')?.drawImage(video, 0, 0)
      const cover = canvas.toDataURL('image/jpeg', 0.8)
      resolve({ file: address, cover, seconds: video.duration, bytes: file.size })
    })
    video.src = address
  })
}
