// Whether files lie where the shop's own phones put them: no other shop's, no address from outside.

const PICTURE = /^pictures\/[\w-]{1,80}\.(jpe?g|png|webp|gif)$/i
const VIDEO = /^videos\/[\w-]{1,80}\.(mp4|mov)$/i

/**
 * A file id is `cloud://{environment}.{bucket}/{path}`; a phone uploads to `pictures/` and `videos/` under a name it
 * makes. False for any other environment, folder or ending.
 */
export function areOwnPictures(envId: string, files: readonly string[]): boolean {
  return files.every((file) => PICTURE.test(pathIn(envId, file)))
}

/** As `areOwnPictures`, for videos. */
export function areOwnVideos(envId: string, files: readonly string[]): boolean {
  return files.every((file) => VIDEO.test(pathIn(envId, file)))
}

/** The path within this environment's storage; empty for a file that isn't there. */
function pathIn(envId: string, file: string): string {
  const [, env, path] = /^cloud:\/\/([\w-]+)\.[\w-]+\/(.+)$/.exec(file) ?? []
  return envId !== '' && env === envId ? (path ?? '') : ''
}
