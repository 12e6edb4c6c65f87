// Plain pictures, and how much of a picture is of a colour: whether one was drawn into another.
import { PNG } from 'pngjs'

type Colour = readonly [red: number, green: number, blue: number]
const SIZE = 96
/** What drawing and packing may change of a colour. */
const NEAR = 12

/** A square of one colour, as a data address. */
export function plainPicture(colour: Colour): string {
  const png = new PNG({ width: SIZE, height: SIZE })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([...colour, 255], at)
  return `data:image/png;base64,${PNG.sync.write(png).toString('base64')}`
}

/** Between 0 and 1. */
export function partOf(picture: Buffer, colour: Colour): number {
  const { data, width, height } = PNG.sync.read(picture)
  let count = 0
  for (let at = 0; at < data.length; at += 4) {
    count += Number(colour.every((part, n) => Math.abs((data[at + n] ?? 0) - part) <= NEAR))
  }
  return count / (width * height)
}
