// Whether the files of a material lie where the shop's own phones put them: no other shop's, no address from outside.
import type { MaterialVideo } from '@contract/model/material'
import { refuse } from '../refuse'

const PICTURE = /^pictures\/[\w-]{1,80}\.(jpe?g|png|webp|gif)$/i
const VIDEO = /^videos\/[\w-]{1,80}\.(mp4|mov)$/i

/**
 * A file id is `cloud://{environment}.{bucket}/{path}`; a phone uploads to `pictures/` and `videos/` under a name it
 * makes. Refuses MATERIAL_FILE_FOREIGN for any other environment, folder or ending.
 */
export function insistOwnFiles(
  envId: string,
  files: { readonly pictures: readonly string[]; readonly video: MaterialVideo | null },
): void {
  const pictures = [...files.pictures, ...(files.video ? [files.video.cover] : [])]
  const videos = files.video ? [files.video.file] : []
  const isOwn =
    areOwnPictures(envId, pictures) && videos.every((file) => VIDEO.test(pathIn(envId, file)))
  if (!isOwn) throw refuse('MATERIAL_FILE_FOREIGN')
}

/** Pictures alone, of whoever uploads some: the same place, the same endings. */
export function areOwnPictures(envId: string, pictures: readonly string[]): boolean {
  return pictures.every((file) => PICTURE.test(pathIn(envId, file)))
}

/** The path within this environment's storage; empty for a file that isn't there. */
function pathIn(envId: string, file: string): string {
  const [, env, path] = /^cloud:\/\/([\w-]+)\.[\w-]+\/(.+)$/.exec(file) ?? []
  return envId !== '' && env === envId ? (path ?? '') : ''
}
