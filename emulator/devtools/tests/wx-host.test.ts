// What belongs to the phone itself: unknown calls, storage, files, device, events, canvas, selector queries.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLogicHost, type LogicHost } from './logic-app'
import { appJson, dropApps } from './write-app'

let host: LogicHost
beforeAll(async () => {
  host = await startLogicHost({
    'app.json': appJson({
      pages: ['pages/home/home', 'pages/me/me', 'pages/a/a', 'pages/drawing/drawing'],
      darkmode: true,
    }),
    'pages/drawing/drawing.js': 'Page({ data: { words: "一二三" } })',
    'pages/drawing/drawing.wxml': `
      <view id="box" class="box" data-number="7" style="width:120px;height:40px;margin-top:10px">{{words}}</view>
      <view class="row" wx:for="{{[1,2,3]}}" wx:key="*this" style="height:30px">{{item}}</view>
      <canvas id="paper" type="2d" style="width:100px;height:50px"></canvas>
      <view style="height:2000px"></view><view id="end">末</view>`,
  })
})
afterAll(async () => {
  await host.close()
  dropApps()
})

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: Error) => error.message,
  )

describe('members of wx', () => {
  it('that WeChat has and this host lacks are functions that fail by name, and a problem', async () => {
    expect(await host.run('() => typeof wx.openBluetoothAdapter')).toBe('function')
    expect(await host.run('() => wx.canIUse("openBluetoothAdapter")')).toBe(false)
    const thrown = await host.run(
      '() => { try { wx.openBluetoothAdapter({}) } catch (e) { return e.message } }',
    )
    expect(thrown).toBe('wx.openBluetoothAdapter is not provided by this host')
    expect(host.problems().at(-1)).toEqual({
      kind: 'unknown-call',
      message: 'wx.openBluetoothAdapter is not provided by this host',
    })
  })

  it('that nobody has are undefined, so that an app can look for them', async () => {
    const count = host.problems().length
    const looked = await host.run(
      '() => [typeof wx.fooBar, "fooBar" in wx, wx.canIUse("fooBar"), wx.fooBar?.()]',
    )
    expect(looked).toEqual(['undefined', false, false, null])
    expect(host.problems().length).toBe(count)
  })

  it('that nobody has say their name when they are called', async () => {
    await host.run('() => { setTimeout(() => wx.fooBaz({}), 0) }')
    await expect
      .poll(() => host.problems().at(-1)?.message)
      .toContain('wx.fooBaz is not provided by this host')
    expect(host.problems().at(-1)?.kind).toBe('unknown-call')
  })

  it.each([
    ['requestMerchantTransfer', true],
    ['getSystemInfoSync', true],
    ['cloud', true],
    ['cloud.callFunction', true],
    ['cloud.callUnknown', false],
    ['button.open-type.chooseAvatar', true],
    ['connectSocket', false],
    ['createWorker', false],
    ['nothing', false],
  ])('canIUse(%s) is %s', async (schema, expected) => {
    expect(await host.run('(schema) => wx.canIUse(schema)', schema)).toBe(expected)
  })

  it('are all listed, as Taro reads them', async () => {
    const keys = await host.run<string[]>('() => Object.keys(wx)')
    expect(keys).toEqual(expect.arrayContaining(['request', 'cloud', 'getStorageSync', 'nextTick']))
  })

  it('the old system information is a warning, once', async () => {
    const warned = () =>
      host.problems().filter(({ message }) => message.includes('deprecated')).length
    await host.run('() => { wx.getSystemInfoSync(); wx.getSystemInfoSync() }')
    expect(warned()).toBe(1)
  })
})

describe('manners of a call', () => {
  it('without callbacks it is a promise that rejects with errMsg', async () => {
    const told = await host.run(
      '() => wx.getStorage({ key: "none" }).catch((e) => [e.errMsg, e instanceof Error])',
    )
    expect(told).toEqual(['getStorage:fail data not found', false])
  })

  it('with callbacks it gives nothing back, and complete follows', async () => {
    const told = await host.run(`() => new Promise((resolve) => {
      const log = []
      const given = wx.getStorage({ key: 'none', success: () => log.push('success'),
        fail: (e) => log.push('fail ' + e.errMsg), complete: () => { log.push('complete'); resolve(log) } })
      log.push(typeof given)
    })`)
    expect(told).toEqual(['undefined', 'fail getStorage:fail data not found', 'complete'])
  })
})

describe('storage', () => {
  it.each([
    ['a text', '"茶"', '茶'],
    ['an object', '({ a: [1, { b: null }] })', { a: [1, { b: null }] }],
    ['a number', '0', 0],
    ['false', 'false', false],
  ])('keeps %s', async (_what, source, expected) => {
    expect(
      await host.run(`() => { wx.setStorageSync('k', ${source}); return wx.getStorageSync('k') }`),
    ).toEqual(expected)
  })

  it('keeps dates as dates, shares nothing, and answers an empty text for what is not there', async () => {
    const told = await host.run(`() => {
      const given = { list: [1] }
      wx.setStorageSync('shared', given); given.list.push(2)
      wx.setStorageSync('date', new Date(5))
      wx.removeStorageSync('k')
      return [wx.getStorageSync('shared').list.length, wx.getStorageSync('date').getTime(), wx.getStorageSync('k')]
    }`)
    expect(told).toEqual([1, 5, ''])
  })

  it('takes at most 1 MB a key and 10 MB together', async () => {
    const told = await host.run<string[]>(`() => {
      wx.clearStorageSync()
      const told = []
      const put = (key, count) => {
        try { wx.setStorageSync(key, 'x'.repeat(count)); return 'ok' } catch (e) { return e.message }
      }
      told.push(put('big', 1024 * 1024 + 1))
      for (let i = 0; i < 11; i++) told.push(put('k' + i, 1000 * 1024))
      told.push(String(wx.getStorageInfoSync().keys.length))
      wx.clearStorageSync()
      return told
    }`)
    expect(told[0]).toBe('setStorageSync:fail entry size limit reached')
    expect(told.slice(1, 11)).toEqual(Array(10).fill('ok'))
    expect(told[11]).toBe('setStorageSync:fail exceed storage max size 10Mb')
    expect(told[12]).toBe('10')
  })

  it('refuses a key that is no text', async () => {
    expect(await refusal(host.call('setStorage', { data: 1 }))).toContain(
      'setStorage:fail parameter error: parameter.key should be String instead of Undefined;',
    )
  })

  it('stays when the app is started anew', async () => {
    await host.run('() => wx.setStorageSync("kept", { n: 3 })')
    await host.send('Host.launch', { path: 'pages/home/home', cold: true })
    expect(await host.run('() => wx.getStorageSync("kept")')).toEqual({ n: 3 })
  })
})

describe('files', () => {
  it('are written below USER_DATA_PATH, read in any encoding and removed', async () => {
    const told = await host.run(`() => {
      const fs = wx.getFileSystemManager(), path = wx.env.USER_DATA_PATH + '/a.txt'
      fs.writeFileSync(path, '好茶', 'utf8')
      fs.appendFileSync(path, '！', 'utf8')
      const read = [fs.readFileSync(path, 'utf8'), fs.readFileSync(path, 'base64'), fs.readFileSync(path).byteLength]
      const size = fs.statSync(path).size
      fs.unlinkSync(path)
      let gone; try { fs.accessSync(path) } catch (e) { gone = e.message }
      return [...read, size, gone]
    }`)
    expect(told).toEqual([
      '好茶！',
      Buffer.from('好茶！').toString('base64'),
      9,
      9,
      'accessSync:fail no such file or directory, access wxfile://usr/a.txt',
    ])
  })

  it('folders are made, listed and removed', async () => {
    const told = await host.run(`() => {
      const fs = wx.getFileSystemManager(), base = wx.env.USER_DATA_PATH
      fs.mkdirSync(base + '/x/y', true)
      fs.writeFileSync(base + '/x/y/b.txt', 'b'); fs.writeFileSync(base + '/x/c.txt', 'c')
      const listed = fs.readdirSync(base + '/x')
      let full; try { fs.rmdirSync(base + '/x') } catch (e) { full = e.message }
      fs.rmdirSync(base + '/x', true)
      return [listed, full, fs.readdirSync(base)]
    }`)
    expect(told).toEqual([['c.txt', 'y'], 'rmdirSync:fail directory not empty', []])
  })

  it('nothing is written into the package or nowhere', async () => {
    const write = (path: string) =>
      host.run(
        `(path) => { try { wx.getFileSystemManager().writeFileSync(path, 'x') } catch (e) { return e.message } }`,
        path,
      )
    expect(await write('/app.json')).toContain('permission denied')
    expect(await write('wxfile://usr/none/a.txt')).toContain('no such file or directory')
  })

  it('a file sent to a friend is a share', async () => {
    await host.run(`async () => {
      const filePath = wx.env.USER_DATA_PATH + '/账单.csv'
      wx.getFileSystemManager().writeFileSync(filePath, 'a,b', 'utf8')
      await wx.shareFileMessage({ filePath, fileName: '账单.csv' })
    }`)
    const { share } = (await host.send('Host.lastShare')) as { share: Record<string, unknown> }
    expect(share).toMatchObject({ kind: 'file', title: '账单.csv', isSent: true })
    expect(String(share['dataUrl'])).toContain(Buffer.from('a,b').toString('base64'))
  })
})

describe('the device', () => {
  it('tells the window as it is', async () => {
    const info = await host.run<Record<string, unknown>>('() => wx.getWindowInfo()')
    expect(info).toMatchObject({
      screenWidth: 375,
      screenHeight: 812,
      statusBarHeight: 44,
      windowWidth: 375,
    })
    expect(info['safeArea']).toMatchObject({ top: 44, bottom: 778, height: 734 })
    expect(await host.run('() => wx.getMenuButtonBoundingClientRect()')).toMatchObject({
      width: 87,
      height: 32,
      right: 368,
    })
  })

  it('tells theme and text size, and that the theme changed', async () => {
    await host.run(
      '() => { getApp().themes = []; wx.onThemeChange(({ theme }) => getApp().themes.push(theme)) }',
    )
    await host.send('Host.theme', { name: 'dark' })
    expect(await host.run('() => [wx.getAppBaseInfo().theme, getApp().themes]')).toEqual([
      'dark',
      ['dark'],
    ])
    expect(await host.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await host.send('Host.theme', { name: 'light' })
    await host.send('Host.fontSize', { size: 20 })
    expect(await host.run('() => wx.getAppBaseInfo().fontSizeSetting')).toBe(20)
    await host.send('Host.fontSize', { size: 16 })
  })

  it('a listener that was taken off is not called', async () => {
    await host.run(`() => {
      getApp().heard = 0
      const listen = () => getApp().heard++
      wx.onThemeChange(listen); wx.offThemeChange(listen)
    }`)
    await host.send('Host.theme', { name: 'dark' })
    await host.send('Host.theme', { name: 'light' })
    expect(await host.run('() => getApp().heard')).toBe(0)
  })

  it('the network is what the person has', async () => {
    await host.send('Host.choose', { network: 'none' })
    expect(await host.call('getNetworkType')).toMatchObject({ networkType: 'none' })
    expect(await refusal(host.call('request', { url: 'http://127.0.0.1:1/' }))).toContain(
      'request:fail',
    )
    await host.send('Host.choose', { network: 'wifi' })
  })
})

describe('queries and drawing', () => {
  beforeAll(async () => {
    await host.call('reLaunch', { url: '/pages/drawing/drawing' })
  })

  it('tell places, sizes, data and styles of the page', async () => {
    const told = await host.run<unknown[]>(`() => new Promise((resolve) => {
      const fields = { id: true, dataset: true, size: true, rect: true, computedStyle: ['marginTop'] }
      wx.createSelectorQuery().select('#box').fields(fields)
        .selectAll('.row').boundingClientRect().select('.none').boundingClientRect()
        .selectViewport().scrollOffset().exec(resolve)
    })`)
    expect(told[0]).toMatchObject({
      id: 'box',
      dataset: { number: '7' },
      width: 120,
      height: 40,
      top: 10,
      marginTop: '10px',
    })
    expect((told[1] as { top: number }[]).map(({ top }) => top)).toEqual([50, 80, 110])
    expect(told[2]).toBeNull()
    expect(told[3]).toMatchObject({ scrollTop: 0 })
  })

  it('the page scrolls to a place or an element', async () => {
    const scrollTop = () =>
      host.run<number>(`() => new Promise((resolve) =>
      wx.createSelectorQuery().selectViewport().scrollOffset((at) => resolve(at.scrollTop)).exec())`)
    await host.call('pageScrollTo', { scrollTop: 300, duration: 0 })
    expect(await scrollTop()).toBe(300)
    await host.call('pageScrollTo', { selector: '#box', duration: 0 })
    expect(await scrollTop()).toBe(10)
    expect(await refusal(host.call('pageScrollTo', { selector: '#nothing' }))).toContain(
      'pageScrollTo:fail',
    )
    await host.call('pageScrollTo', { scrollTop: 0, duration: 0 })
  })

  it('an observer tells when an element is seen', async () => {
    await host.run(`() => { getApp().seen = []
      const tell = ({ intersectionRatio }) => getApp().seen.push(intersectionRatio > 0)
      wx.createIntersectionObserver().relativeToViewport().observe('#end', tell) }`)
    await host.call('pageScrollTo', { scrollTop: 5000, duration: 0 })
    await expect.poll(() => host.run('() => getApp().seen')).toEqual([true])
    await host.call('pageScrollTo', { scrollTop: 0, duration: 0 })
    await expect.poll(() => host.run('() => getApp().seen')).toEqual([true, false])
  })

  it('what is drawn on a canvas becomes a picture file, and goes to the album', async () => {
    await host.send('Host.choose', { permissions: { 'scope.writePhotosAlbum': 'allow' } })
    const info = await host.run(`() => new Promise((resolve, reject) => {
      const query = wx.createSelectorQuery().select('#paper').fields({ node: true, size: true })
      query.exec(async ([{ node, width, height }]) => {
        try {
          node.width = width * 2; node.height = height * 2
          const ink = node.getContext('2d'); ink.fillStyle = '#ff0000'; ink.fillRect(0, 0, 200, 100)
          const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, destWidth: 50, destHeight: 25 })
          await wx.saveImageToPhotosAlbum({ filePath: tempFilePath })
          const image = node.createImage()
          await new Promise((done, fail) => { image.onload = done; image.onerror = fail; image.src = tempFilePath })
          const { width: w, height: h, type } = await wx.getImageInfo({ src: tempFilePath })
          resolve([w, h, type, image.width, tempFilePath.startsWith('wxfile://')])
        } catch (error) { reject(error) }
      })
    })`)
    expect(info).toEqual([50, 25, 'png', 50, true])
    const { pictures } = (await host.send('Host.album')) as {
      pictures: { width: number; dataUrl: string }[]
    }
    expect(pictures).toHaveLength(1)
    expect(pictures[0]).toMatchObject({ width: 50, height: 25 })
  })

  it('the old canvas context is not provided', async () => {
    const told = await host.run(
      '() => { try { wx.createCanvasContext("paper") } catch (e) { return e.message } }',
    )
    expect(told).toBe('wx.createCanvasContext is not provided by this host')
  })
})
