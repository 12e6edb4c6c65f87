// Whether a material consists of the shop's own uploads.
import type { MaterialVideo } from '@contract/model/material'
import { refuse } from '../refuse'
import { areOwnPictures, areOwnVideos } from '../upload/own-files'

/** Refuses MATERIAL_FILE_FOREIGN. */
export function insistOwnFiles(
  envId: string,
  files: { readonly pictures: readonly string[]; readonly video: MaterialVideo | null },
): void {
  const pictures = [...files.pictures, ...(files.video ? [files.video.cover] : [])]
  const videos = files.video ? [files.video.file] : []
  const isOwn = areOwnPictures(envId, pictures) && areOwnVideos(envId, videos)
  if (!isOwn) throw refuse('MATERIAL_FILE_FOREIGN')
}
