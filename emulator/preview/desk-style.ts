// How the desk looks: plain paper under the phones.

export const DESK_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#E9E4D8;color:#22281F;font:15px/24px -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;padding:12px 24px;background:#FFFEFB;
  border-bottom:1px solid #D3CABA}
h1{margin:0;font-size:18px;font-weight:600}
.clock{display:flex;align-items:center;flex-wrap:wrap}
.clock>*{margin-left:8px}
.clock b{font-variant-numeric:tabular-nums}
button,select{min-height:36px;padding:0 14px;border:1px solid #D3CABA;border-radius:18px;
  background:#FFFEFB;color:inherit;font:inherit;cursor:pointer}
button:active{background:#EFEADF}
button:focus-visible,select:focus-visible{outline:2px solid #2C5A46}
button[disabled]{color:#676C5F;cursor:default}
main{display:flex;flex-wrap:wrap;justify-content:center;padding:16px 12px}
.phone{margin:0 12px 24px}
.phone header{display:flex;align-items:center;padding:0 4px 8px}
.phone select{flex:1;min-width:0;margin:0 8px}
iframe{display:block;width:375px;height:760px;border:1px solid #D3CABA;border-radius:24px;
  background:#F6F3EB;
  box-shadow:0 12px 32px rgba(60,52,34,.12)}
#shared{margin:16px auto 0;width:1173px;max-width:calc(100% - 24px);min-height:60px;padding:8px 16px;border-radius:12px;
  background:#FFFEFB;border:1px solid #D3CABA;display:flex;align-items:center;flex-wrap:wrap}
#shared p{flex:1;min-width:200px;margin:4px 12px 4px 0}
#shared .hint{color:#676C5F}
#shared button{margin:4px 0 4px 8px;background:#2C5A46;border-color:#2C5A46;color:#fff}
#shared button.plain{background:none;border-color:#D3CABA;color:inherit}
`
