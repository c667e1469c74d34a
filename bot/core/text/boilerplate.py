"""The words of padding, by the job that they do, in the languages that our feeds speak.

One pattern a line, any case; `tests/core/text/test_padding.py` holds what each must meet and must leave.
"""

from __future__ import annotations

import re

from bot.core.text.tables import either, rows

# a label with which the page's own words begin, met at a line's start: nothing behind it is of the article
TAILS = either(
    rows(r"""
(?:written|reported|edited|posted|compiled) by\b\s*:?(?!.*[.!?]\s)[^.]{0,100}\.?$
(?:about|meet|more from|more by|follow) the (?:author|writer|reporter|editor)s?\b.{0,40}$
author(?:'s|’s)? (?:bio|biography|info|profile|details)\b.{0,40}$
contact(?: us| information| details)?\s*:.{0,120}$
(?:press|media|investor) (?:contact|inquiries|enquiries)(?:s|\b).{0,100}$
leave a (?:reply|comment)\b.{0,60}$
(?:post|add|submit|write) a comment$
your email address will not be published.*
required fields are marked.*
(?:\d+ )?(?:comments?|responses|replies)(?: \(\d+\))?$
forward[- ]looking statements?:?$
(?:#\s*){3,}$
-\s?(?:ends?|30)\s?-$
(?:filed under|tagged(?: (?:with|as|in))?|tags|topics|categories|keywords|in this article)\s*:.*$
tagged$
(?:über (?:den|die) autor(?:in|en)?|zum autor|zur autorin|schreibe einen kommentar|pressekontakt)\b.{0,60}$
(?:autor(?:in)?|schlagwörter)\s*:.{0,80}$
kommentar (?:schreiben|hinterlassen|verfassen)$
(?:kommentare|commentaires?|comentarios?|comentários?|commenti|reacties)(?: \(\d+\))?$
(?:à propos de l['’]auteur|écrit par|rédigé par|laisser un commentaire|laissez un commentaire\
|contact presse).{0,80}$
votre adresse e-?mail ne sera pas publiée.*
(?:sobre (?:el|la|o|a) autora?|acerca del autor|escrito por|deja un comentario|dejar una respuesta).{0,80}$
(?:deja una respuesta|etiquetas\s*:|deixe um comentário|contacto de prensa).{0,80}$
tu dirección de correo electrónico no será publicada.*
(?:sull['’]autore|scritto da|lascia un commento|over de auteur|geschreven door\
|laat een reactie achter).{0,80}$
[（(【\[]?(?:责任编辑|責任編輯|责编|責編|责任校对)\s*[:：|｜丨].{0,40}$
(?:作者简介|关于作者|關於作者|联系我们|联系方式|商务合作|版权声明|版權聲明|免责声明\
|免責聲明)\s*(?:[:：|｜丨].{0,120})?$
(?:发表评论|发表回复|网友评论|相关评论|举报|返回搜狐.{0,20})$
(?:关键词|标签|標籤|转载请)\s*[:：|｜丨注联].{0,80}$
(?:著者(?:紹介|について|プロフィール)|筆者紹介|コメントを(?:残す|書く)|お問い合わせ先?)\s*(?:[:：].{0,80})?$
(?:저자|필자|기자) 소개.{0,40}$
댓글(?: ?\d+개?| 남기기| 쓰기)?$
(?:기사제보|[<〈]?저작권자|무단 ?전재).{0,80}$
""")
)

# a line that is no part of the article, wherever it stands (met as a whole line)
LINES = either(
    rows(r"""
# share and navigation
(?:(?:share|tweet|email|print|save|like|follow|bookmark|copy link|listen|gift|with friends|article|story\
|post|page)\W*){1,8}
share (?:this|on|via|with|the)\b.{0,60}
(?:(?:facebook|twitter|x|linkedin|whatsapp|pinterest|telegram|threads|bluesky|reddit|email|print\
|copy link)\W+){2,9}(?:\w+)?
(?:follow|like) us on\b.{0,60}
click (?:here )?to (?:share|print|email|tweet).*
skip to (?:main )?content
(?:main )?menu|search|log ?in|sign in|sign up|subscribe(?: now)?|home|top stories|trending(?: now)?\
|loading\W{0,3}
# advertisements
advertisements?|advertising|sponsored(?: content)?|promoted|scroll to continue|(?:story continues\
|continue reading) below.*
anzeige|werbung|publicité|publicidad|pubblicità|advertentie|広告|廣告|广告|광고
# newsletters, cookies, consent
(?:subscribe|sign up|join|register)\b.{0,60}\b(?:newsletters?|inbox|mailing list|digest|briefing|channel\
|updates)\b.{0,80}
(?:get|receive) .{0,80}\b(?:in|to|into) your inbox.{0,60}
(?:we|this (?:web)?site|our (?:web)?site) uses? .{0,30}\bcookies\b.*
(?:accept|reject|manage)(?: all)? cookies?|cookie (?:policy|settings|preferences)
by (?:continuing|using|clicking|subscribing|signing up|submitting)\b.{0,100}(?:cookies|terms|privacy).*
# walls
already (?:a )?(?:subscriber|subscribed|member|registered)\?.{0,60}
(?:subscribe|register|log in|sign in)(?: now)? to (?:continue|keep|read|unlock)\b.{0,60}
(?:this|the) (?:article|story|content) is (?:only |reserved )*for (?:paid |paying )?\
(?:subscribers|members)\b.{0,60}
# read on
(?:read|learn|find out|see|view) more(?:(?: (?:at|on|about|from|here)\b|\s*:).{0,80})?\W{0,3}
(?:read|see) (?:also|next)\s*:.{0,140}
(?:continue|keep) reading.{0,60}|read (?:the )?full (?:story|article|post).{0,60}|also read\s*:.{0,140}\
|related\s*:.{0,140}
# rights, credits, datelines of the page
(?:©|\(c\)|copyright)\s.{0,120}|.{0,80}all rights reserved\.?.{0,40}
(?:image|photo|picture|illustration|featured image)s?(?: credits?| source| via| by| courtesy)?\s*:.{0,100}
(?:image|photo) (?:credits?|courtesy).{0,80}|getty images|\(?(?:ap|reuters) photo.{0,60}
\d{1,3}[- ]min(?:ute)?s? read(?:ing time)?|(?:estimated )?reading time:?.{0,20}|(?:last )?updated(?: on\
| at)?\s*:.{0,40}
(?-i:By [A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3})(?:,? (?:senior |staff )?(?:reporter|editor|writer\
|correspondent))?
# German
(?:artikel )?(?:teilen|drucken|merken|kommentieren|vorlesen)(?: (?:auf|per) .{0,30})?
(?:zum newsletter anmelden|(?:jetzt )?(?:den |unseren )?newsletter abonnieren|wir (?:nutzen\
|verwenden) cookies|alle rechte vorbehalten).*
(?:weiterlesen|mehr (?:dazu|erfahren|lesen))\b.{0,40}|lesen sie (?:auch|mehr)\b.{0,120}|(?:foto\
|bild)(?:quelle)?\s*:.{0,80}
# French
(?:partager|imprimer)(?: (?:sur|par|cet) .{0,40})?|crédits? photos?.{0,80}|en savoir plus
(?:abonnez-vous|inscrivez-vous|nous utilisons des cookies|tous droits réservés|lire la suite|lire aussi\
|à lire aussi)\b.{0,140}
# Spanish, Portuguese
(?:compartir|imprimir)(?: (?:en|por|este) .{0,40})?|(?:leer|ver|saber|leia|saiba) (?:más|mais).{0,40}
(?:suscríbete|suscríbase|lee también|lea también|leia também|todos los derechos reservados\
|todos os direitos reservados).{0,140}
(?:este sitio|utilizamos|usamos)\b.{0,40}cookies.*
# Italian, Dutch
(?:condividi|leggi tutto|leggi anche|iscriviti|tutti i diritti riservati|lees meer|lees ook\
|deel dit artikel).{0,120}
# Chinese
(?:本文|文章|内容|图片|题图|頭圖|头图|封面图?|首图|图源|资料图)(?:转载自|来自|來自|源自|来源|出自|首发于\
|源于|经授权).{0,60}
(?:原标题|原標題|原题|来源|來源|文章来源|本文作者|编者按|作者|编辑|編輯|文|图|图源|题图|封面|校对|审核|排版\
|摄影)\s*[:：|｜丨].{0,60}
(?:更多精彩|更多内容|更多资讯|更多新闻|点击(?:上方|下方|蓝字|查看|阅读)|扫码|扫描|长按|欢迎关注|关注我们\
|敬请关注|欢迎添加|添加微信).{0,60}
(?:微信公众号|微信搜索|微信号|公众号|官方微信)\s*[:：].{0,60}|.{0,40}公众号.{0,20}ID\s*[:：].{0,40}
(?:下载.{0,12}(?:APP|客户端)|阅读全文|阅读原文|查看更多|查看原文|展开全文|分享到|分享至).{0,20}
(?:(?:收藏|点赞|转发|在看|分享|评论|举报|微信|微博|QQ)\W*)+
.{0,20}(?:不构成投资建议|版权所有|未经.{0,6}(?:许可|授权)).{0,40}
# Japanese, Korean
(?:続きを読む|もっと見る|シェア(?:する)?|ツイート|会員限定|この記事を(?:シェア|保存|共有)|メルマガ登録\
|無断転載).{0,20}
(?:더 ?보기|공유하기|기사 ?공유|구독하기|뉴스레터 (?:구독|신청)|사진\s?=).{0,40}|.{0,40}@[\w.-]+\.(?:kr|com)
""")
)

# a paragraph of the page's own, known by how it begins
PARAGRAPHS = either(
    rows(r"""
(?:editor['’]s )?disclosure\s*:|disclaimer\s*:|full disclosure\s*:
(?:we|this (?:web)?site|our (?:web)?site)(?: and our partners)? uses? .{0,40}\bcookies\b
by (?:continuing|clicking|subscribing|signing up|submitting)\b.{0,60}\byou (?:agree|consent|accept\
|acknowledge)\b
(?:wir|diese (?:web)?seite) (?:nutzen|verwenden|verwendet|nutzt) .{0,30}cookies|transparenzhinweis\s*:
(?:nous utilisons|ce site utilise) .{0,30}cookies|(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza\
|usa)) .{0,30}cookies
(?:免责声明|版权声明|风险提示)\s*[:：]
""")
)

# a heading over a list of links to other articles
LINKS = either(
    rows(r"""
(?:related|recommended|popular|further|more|latest|top) (?:articles?|stories|posts?|news|reading|coverage\
|content|topics)\s*:?
(?:related|recommended)(?: for you)?\s*:?|more (?:from .{2,40}|on this|to read)\s*:?|you (?:may\
|might) also (?:like|enjoy)\s*:?
(?:read|see) (?:also|next)\s*:?|up next|what to read next|most (?:read|popular)|don['’]t miss\
|editors?['’]? picks?
(?:mehr zum thema|lesen sie auch|verwandte (?:artikel|themen|beiträge)|meistgelesen|weitere artikel)\s*:?
das könnte sie auch interessieren\s*:?
(?:à lire aussi|lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|associés)\
|les plus lus)\s*:?
(?:noticias relacionadas|artículos relacionados|te puede interesar|más noticias|lo más leído|leia também)\s*:?
(?:相关阅读|相关文章|相关报道|相关新闻|延伸阅读|推荐阅读|热门文章|往期回顾|猜你喜欢|相關閱讀|延伸閱讀\
|相關新聞)\s*[:：]?
(?:関連記事|関連リンク|おすすめ記事|あわせて読みたい|人気記事|関連キーワード)\s*[:：]?
(?:관련 ?기사|많이 본 뉴스|추천 ?기사|인기 ?기사|관련 ?뉴스)\s*:?
""")
)

# a heading that sites set over paragraphs of no news
FILLER_HEADINGS = either(
    rows(r"""
(?:additional|further|broader|wider|market|background) (?:context|background|perspectives?|implications\
|considerations|insights?)
(?:industry|market|expert|analyst) (?:perspectives?|context|outlook|impact|implications|insights?|reactions?)
looking (?:ahead|forward)|future outlook|(?:the )?road ahead|the big(?:ger)? picture|conclusion\
|final thoughts|the bottom line
(?:what (?:this|it) means|why (?:this|it) matters)(?: for .{2,40})?
ausblick|fazit|einordnung|perspectives?|contexte|perspectivas|contexto(?: adicional)?|conclusión|conclusioni
""")
)

# a tail marker inside a text whose line breaks are lost; exact case, since nothing else sets it off
INLINE_TAILS = either(
    rows(r"""
(?:Written [Bb]y: |About the [Aa]uthor(?=:| [A-Z])|Leave a (?:Reply|Comment)\b\
|Your email address will not be published)
(?:Tagged:|Filed [Uu]nder:|Related (?:Articles|Stories|Posts)\b:? |Forward-Looking Statements )
[（(]?(?:责任编辑|责编|責任編輯)[:：|｜丨]
"""),
    flags=re.NOFLAG,
)

# none of the above without one of these, which are sooner looked for
INLINE_PARTS = (
    *(
        "Written ",
        "About the ",
        "Leave a ",
        "Your email ",
        "Tagged:",
        "Filed ",
        "Related ",
        "Forward-Looking ",
    ),
    *("责任编辑", "责编", "責任編輯"),
)

# a feed plug-in's sentence at the end of a text
APPEARED = either(
    rows(r"""
\b(?-i:The post (?![a-z])).{1,300}?\s(?:appeared first|first appeared) on\s[^\n]{1,120}$
(?:(?<=[.!?”"])\s+|^)(?:this|the) (?:article|story|piece) .{0,160}?\b(?:originally |first )(?:appeared\
|published)\b[^\n]{1,140}$
\bder beitrag\s.{1,300}?\serschien zuerst auf\s[^\n]{1,120}$
\bl['’](?:article|articolo)\s.{1,300}?\s(?:est apparu en premier sur|proviene da\
|sembra essere il primo su)\s[^\n]{1,120}$
\b(?:la entrada|el artículo)\s.{1,300}?\s(?:se publicó primero en|apareció primero en\
|aparece primero en)\s[^\n]{1,120}$
\bo post\s.{1,300}?\sapareceu primeiro em\s[^\n]{1,120}$
\bhet bericht\s.{1,300}?\sverscheen eerst op\s[^\n]{1,120}$
(?:(?<=[。！？])|^)(?:本文首发于|本文来自|本文转载自|本文转自|更多精彩内容)[^。]{0,60}。?$
""")
)

# in small letters, as those of `MORE_PARTS`
APPEARED_PARTS = (
    *("appeared", "published", "erschien zuerst", "en premier sur", "proviene da", "essere il primo su"),
    *("primero en", "primeiro em", "verscheen eerst", "本文", "更多精彩内容"),
)

# an invitation to read on, behind the last sentence
MORE = either(
    rows(r"""
\s*\[(?:…|\.\.\.|more|\+)\]\W{0,4}$
(?<=[^.…])\s*(?:…|\.\.\.)\]$
(?<=[.!?…。！？\])"”»])\s*(?:read|learn|find out|see) more(?: (?:at|on|here|about)\b[^.]{0,60})?\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*(?:continue|keep) reading[^.]{0,60}\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*read (?:the )?(?:full|rest of the|whole) (?:story|article|post)[^.]{0,60}\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*(?:click|tap) here (?:to|for)\b[^.]{0,60}\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*(?:subscribe|sign up)\b[^.!?]{0,60}\b(?:newsletter|inbox\
|updates)\b[^.!?]{0,60}\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*(?:weiterlesen|mehr lesen|lire la suite|lire plus|leer más|seguir leyendo\
|leia mais|leggi tutto|lees meer)\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*(?:続きを読む|阅读全文|閱讀全文|查看原文|阅读原文|点击查看|展开全文|더 ?보기\
|기사 ?더보기)\W{0,4}$
(?<=[.!?…。！？\])"”»])\s*[（(]?(?:责任编辑|责编|責任編輯)\s*[:：|｜丨].{0,30}$
""")
)

MORE_PARTS = (
    *("more", "]", "reading", "read ", "here ", "subscribe", "sign up", "weiterlesen", "mehr lesen", "lire "),
    *(
        "leer más",
        "leyendo",
        "leia mais",
        "leggi tutto",
        "lees meer",
        "続きを読む",
        "全文",
        "查看原文",
        "阅读原文",
    ),
    *("点击查看", "더보기", "더 보기", "责任编辑", "责编", "責任編輯"),
)

# credits before a Chinese text's first words: "文｜张三 编辑｜李四"
HEAD_CREDITS = either(
    rows(r"""
^(?:(?:文|作者|编辑|采访|整理|撰文|来源|记者)\s?[|｜丨/]\s?[一-龥]{2,4}(?:[ 、](?!作者|编辑|采访|整理|撰文\
|来源|记者)[一-龥]{2,4}(?=[ 、]))*\s+)+
^(?:原标题|原標題)[:：][^。\n]{1,60}\s
""")
)
