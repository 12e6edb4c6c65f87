// What the desk does: opens phones, passes shares between them, moves the clock. Runs in the browser as it stands.

export const DESK_SCRIPT = `
const phones=[...document.querySelectorAll('.phone')]
const originOf=(index)=>location.protocol+'//'+location.hostname+':'+DESK.ports[index]
const open=(index,hash)=>{
  const phone=phones[index], person=phone.querySelector('.who').value
  // A new stamp makes it a cold start, also when only the hash differs; replacing leaves the desk's own history alone.
  const url=originOf(index)+'/?person='+encodeURIComponent(person)+'&t='+Date.now()+(hash||'')
  phone.querySelector('iframe').contentWindow.location.replace(url)
}
const places=phones.map(()=>'')
phones.forEach((phone,index)=>{
  phone.querySelector('.who').addEventListener('change',()=>open(index))
  phone.querySelector('.reload').addEventListener('click',()=>open(index))
  open(index)
})
const shared=document.getElementById('shared')
const hint=[...shared.childNodes]
const putAway=()=>shared.replaceChildren(...hint)
addEventListener('message',(event)=>{
  const from=phones.findIndex((_,index)=>event.origin===originOf(index))
  const share=event.data
  if(from<0||!share)return
  if(share.type==='fenyou.at'){places[from]=String(share.hash);return}
  if(share.type!=='fenyou.share'||typeof share.path!=='string')return
  shared.replaceChildren()
  const text=document.createElement('p')
  text.textContent=(from+1)+' 号机分享了「'+(share.title||'小程序')+'」'
  shared.append(text)
  const [page,query='']=share.path.replace(/^\\//,'').split('?')
  const code=new URLSearchParams(query).get('s')
  phones.forEach((_,index)=>{
    if(index===from)return
    const add=(label,hash)=>{
      const button=document.createElement('button')
      button.textContent=(index+1)+' 号机'+label
      button.addEventListener('click',()=>{open(index,hash);putAway()})
      shared.append(button)
    }
    add('点开卡片','#/'+page+(query?'?'+query:''))
    if(code)add('扫码打开','#/'+page+'?scene='+encodeURIComponent('s='+code))
  })
  const close=document.createElement('button')
  close.className='plain'; close.textContent='收起'
  close.addEventListener('click',putAway)
  shared.append(close)
})
const now=document.getElementById('now')
const say=async(response)=>{
  const {now:ms}=await response.json()
  now.textContent=new Date(ms+8*3600000).toISOString().slice(0,16).replace('T',' ')
}
const refresh=()=>fetch('/clock').then(say).catch(()=>{now.textContent='连不上'})
refresh(); setInterval(refresh,15000)
document.querySelectorAll('[data-advance]').forEach((button)=>button.addEventListener('click',async()=>{
  const buttons=[...document.querySelectorAll('[data-advance]')]
  buttons.forEach((one)=>{one.disabled=true})
  try{ await say(await fetch('/clock?advanceMs='+button.dataset.advance,{method:'POST'})) }
  finally{ buttons.forEach((one)=>{one.disabled=false}) }
  // Each phone is opened again where it was, by the new time.
  phones.forEach((phone,index)=>open(index,places[index]))
}))
`
