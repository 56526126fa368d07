/// The style sheet of the HTML report. Contrasts hold WCAG AA on every background, light and dark.
enum HTMLStyle {
  static let text = """
    :root{color-scheme:light dark;--bg:#fff;--fg:#1c1c22;--soft:#f3f4f7;--line:#c9ccd4;--faint:#555b66;\
    --link:#0b4fa8;--e:#a8123a;--w:#7a4b00;--i:#0a5a74;--ok:#1b6334;--mark:#ffe08a;--markfg:#1c1c22;\
    --ins:#cdf0d6;--insfg:#0d3b1c;--bar:#3a6fc4}
    @media(prefers-color-scheme:dark){:root{--bg:#16171b;--fg:#e9e9ee;--soft:#22242b;--line:#474b57;--faint:#aeb3bf;\
    --link:#8fb8ff;--e:#ff9db3;--w:#f5c069;--i:#83d3ee;--ok:#8fd9a8;--mark:#4a3900;--markfg:#fff3c9;\
    --ins:#174d28;--insfg:#d6f7df;--bar:#7aa5ee}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.55 system-ui,sans-serif}
    header,main,footer,nav{max-width:68rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.8rem;line-height:1.2;margin:1.5rem 0 .5rem}
    h2{font-size:1.35rem;margin:2.5rem 0 .75rem;border-bottom:2px solid var(--line);padding-bottom:.25rem}
    h3{font-size:1.05rem;margin:1.25rem 0 .4rem;overflow-wrap:anywhere}
    a{color:var(--link);text-underline-offset:.15em}
    a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible,button:focus-visible\
    {outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}.skip:focus{position:static;display:inline-block;padding:.5rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:.5rem 0}
    .lead{font-size:1.1rem}
    .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,28rem),1fr));gap:0 2rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
    .cards div{background:var(--soft);border-radius:.4rem;padding:.6rem .9rem}
    .cards dt{color:var(--faint)}.cards dd{margin:0;font-size:1.6rem;font-weight:700}
    .e{color:var(--e)}.w{color:var(--w)}.i{color:var(--i)}.ok{color:var(--ok)}
    figure{margin:0 0 1rem}
    figcaption{font-weight:700;padding:.25rem 0}summary{cursor:pointer}
    svg{display:block;width:100%}svg rect{fill:var(--bar)}svg text{fill:var(--fg);font-size:12px}
    table{border-collapse:collapse;width:100%;margin:.25rem 0 1rem}
    caption{text-align:left;font-weight:700;padding:.25rem 0}
    th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top;\
    overflow-wrap:anywhere}
    th{font-weight:600}.n{text-align:right}td.n{white-space:nowrap}
    code,pre,samp{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.9em}
    form{background:var(--soft);border-radius:.4rem;padding:.75rem 1rem;display:flex;flex-wrap:wrap;gap:.75rem}
    form[hidden]{display:none}
    label{display:block;font-weight:600}
    input,select,button{font:inherit;min-height:2.2rem;padding:.2rem .5rem;border:1px solid var(--faint);\
    border-radius:.3rem;background:var(--bg);color:var(--fg);max-width:100%}
    form>p{margin:0;max-width:100%}.last{align-self:end}
    .page{border-top:1px solid var(--line);padding:.25rem 0 .5rem;content-visibility:auto;\
    contain-intrinsic-size:auto 20rem}
    .page>ol{list-style:none;margin:0;padding:0}.page>ol>li{margin:0 0 .9rem}
    .page li p{margin:0}
    .page pre{margin:.2rem 0 0;padding:.35rem .6rem;background:var(--soft);border-radius:.3rem;white-space:pre-wrap;\
    overflow-wrap:anywhere}
    .pos{font-variant-numeric:tabular-nums;color:var(--faint)}
    .r{color:var(--faint)}.new{border:1px solid currentColor;border-radius:.3rem;padding:0 .3rem}
    mark{background:var(--mark);color:var(--markfg)}ins{background:var(--ins);color:var(--insfg);text-decoration:none}
    footer{color:var(--faint);padding:2rem 1rem}
    @media print{:root{--bg:#fff;--fg:#000;--soft:#f3f4f7;--mark:#ffe08a;--ins:#cdf0d6;--faint:#333}\
    nav,form,.skip{display:none}.page{content-visibility:visible;break-inside:auto}li{break-inside:avoid}}

    """
}
