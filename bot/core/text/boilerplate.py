"""The words of padding, by the job that they do, in the languages that our feeds speak."""

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


# a label with which the page's own words begin: nothing behind it belongs to the article
TAILS = _any(
    r"(?:written|reported|edited|posted|compiled) by\b\s*:?(?!.*[.!?]\s)[^.]{0,100}\.?$",
    r"(?:about|meet|more from|more by|follow) the (?:author|writer|reporter|editor)s?\b.{0,40}$",
    r"author(?:'s|’s)? (?:bio|biography|info|profile|details)\b.{0,40}$",
    r"contact(?: us| information| details)?\s*:.{0,120}$",
    r"(?:press|media|investor) (?:contact|inquiries|enquiries|relations)s?\b.{0,100}$",
    r"leave a (?:reply|comment)\b.{0,60}$",
    r"(?:post|add|submit|write) a comment$",
    r"your email address will not be published.*",
    r"required fields are marked.*",
    r"(?:\d+ )?(?:comments?|responses|replies)(?: \(\d+\))?$",
    r"forward[- ]looking statements?\b.{0,60}$",
    r"(?:#\s*){3,}$|-\s?(?:ends?|30)\s?-$",
    r"(?:filed under|tagged(?: (?:with|as|in))?|tags|topics|categories|keywords|in this article)\s*:.*$",
    r"tagged$",
    r"(?:über (?:den|die) autor(?:in|en)?|zum autor|zur autorin|autor(?:in)?\s*:|kommentar (?:schreiben|hinterlassen)|schreibe einen kommentar"
    r"|kommentare(?: \(\d+\))?$|schlagwörter\s*:|pressekontakt\b).{0,80}$",
    r"(?:à propos de l['’]auteur(?:e)?|écrit par|rédigé par|laisser un commentaire|laissez un commentaire|commentaires?(?: \(\d+\))?$"
    r"|votre adresse e-?mail ne sera pas publiée|contact presse).{0,80}$",
    r"(?:sobre (?:el|la|o|a) autora?|acerca del autor|escrito por|deja un comentario|dejar una respuesta|deja una respuesta|etiquetas\s*:"
    r"|tu dirección de correo electrónico no será publicada|deixe um comentário|contacto de prensa).{0,80}$",
    r"(?:sull['’]autore|scritto da|lascia un commento|over de auteur|geschreven door|laat een reactie achter).{0,80}$",
    r"(?:责任编辑|責任編輯|责编|责 编|编辑|編輯|校对|审核|排版|来源|來源|作者简介|关于作者|關於作者|联系我们|联系方式|商务合作|转载请|版权声明"
    r"|版權聲明|免责声明|免責聲明|关键词|标签|標籤)\s*[:：|丨].{0,80}$",
    r"(?:版权声明|免责声明|关于作者|发表评论|发表回复|网友评论|相关评论|举报|返回搜狐.{0,20})$",
    r"[（(【\[]?(?:责任编辑|責任編輯|责编)[:：]?.{0,30}[）)】\]]?$",
    r"(?:著者(?:紹介|について|プロフィール)|筆者紹介|コメントを(?:残す|書く)|お問い合わせ(?:先)?).{0,60}$",
    r"(?:(?:저자|필자|기자) 소개|댓글(?: ?\d+개?| 남기기| 쓰기)?|기사제보|무단 ?전재.{0,40}|[<〈]?저작권자.{0,60}).{0,40}$",
)

# a line that is no part of the article, wherever it stands
LINES = _any(
    r"(?:share|tweet|email|print|save|like|follow|bookmark|copy link|listen|gift|reddit|facebook|twitter|x|linkedin|whatsapp|pinterest|"
    r"telegram|threads|bluesky|flipboard|pocket|messenger|on|via|this|article|story|post|page|link|with friends|to|and|,|\||·|/|\s)+",
    r"(?:click|tap) (?:here )?to (?:share|print|email|tweet).*",
    r"advertisements?|sponsored(?: content)?|ad|scroll to continue|story continues below.*|continue reading below.*|promoted",
    r"(?:anzeige|werbung|publicité|publicidad|pubblicità|advertentie|広告|廣告|广告|광고)",
    r"(?:subscribe|sign up|join|register)\b.{0,60}\b(?:newsletters?|inbox|updates|mailing list|list|digest|briefing|for free|channel)\b.{0,80}",
    r"(?:get|receive) .{0,60}(?:in|to|into) your inbox.{0,60}",
    r"(?:we|this (?:web)?site|our (?:web)?site) (?:use|uses|and our partners use)\b.{0,30}\bcookies\b.*",
    r"(?:accept|reject|manage)(?: all)? cookies?|cookie (?:policy|settings|preferences)|by (?:continuing|using|clicking).{0,80}cookies.*",
    r"by (?:subscribing|signing up|submitting).{0,100}(?:terms|privacy).*",
    r"(?:read|learn|find out|see|view) more(?: (?:at|on|about|from|here)\b.{0,60})?|continue reading.{0,60}|read (?:the )?full (?:story|article).{0,60}",
    r"(?:©|\(c\)|copyright)\s.{0,120}|.{0,80}all rights reserved\.?.{0,40}",
    r"disclosure\s*:.{0,160}|disclaimer\s*:.{0,160}",
    r"(?:image|photo|picture|video|illustration|featured image)s?(?: credits?| source| via| by| courtesy)?\s*:.{0,100}",
    r"(?:image|photo) (?:credits?|courtesy).{0,80}|getty images|\(?(?:ap|reuters) photo.{0,60}",
    r"\d{1,3}[- ]min(?:ute)?s? read(?:ing time)?|(?:estimated )?reading time:?.{0,20}|(?:last )?updated(?: on| at)?\s*:.{0,40}",
    r"by [a-z][\w.'’-]+(?: [a-z][\w.'’-]+){1,3}(?:,? (?:senior |staff )?(?:reporter|editor|writer|correspondent))?",
    r"skip to (?:main )?content|(?:main )?menu|search|log ?in|sign in|sign up|subscribe(?: now)?|home|top stories|trending(?: now)?|loading.{0,3}",
    r"(?:artikel )?(?:teilen|drucken|merken|kommentieren|vorlesen)(?: (?:auf|per) .{0,30})?|zum newsletter anmelden.*|(?:jetzt )?newsletter abonnieren.*"
    r"|(?:weiterlesen|mehr (?:dazu|erfahren|lesen)|lesen sie (?:auch|mehr)\b.{0,120}).{0,40}|wir (?:nutzen|verwenden) cookies.*|alle rechte vorbehalten.*",
    r"(?:partager|imprimer)(?: .{0,40})?|abonnez-vous.{0,120}|inscrivez-vous .{0,120}|lire (?:la suite|aussi)\b.{0,120}|nous utilisons des cookies.*"
    r"|tous droits réservés.*|en savoir plus|crédits? photos?.{0,80}",
    r"(?:compartir|imprimir)(?: .{0,40})?|suscríbete.{0,120}|suscríbase.{0,120}|(?:leer|lee|ver|saber) más.{0,40}|lee también.{0,120}"
    r"|(?:este sitio|utilizamos|usamos).{0,40}cookies.*|todos los derechos reservados.*|todos os direitos reservados.*|leia (?:mais|também).{0,120}",
    r"(?:condividi|leggi anche.{0,120}|leggi tutto|iscriviti.{0,80}|tutti i diritti riservati.*|lees (?:meer|ook).{0,120}|deel (?:dit|via).{0,40})",
    r"(?:本文|文章|内容|图片|題圖|题图|头图|封面图?|首图|图源|图|資料圖|资料图)(?:转载自|来自|來自|源自|来源|出自|系|由|首发于|源于|经授权).{0,60}",
    r"(?:原标题|原標題|原题|本文转自|本文转载自|转载自|编者按|文章来源|本文作者|作者|文|编辑|图|题图|封面)\s*[:：|丨/].{0,60}",
    r"(?:更多精彩|更多内容|更多资讯|更多新闻|点击|扫码|扫描|长按|微信公众号|欢迎关注|关注我们|敬请关注|欢迎添加|添加微信|微信搜索|微信号|公众号"
    r"|下载.{0,12}(?:APP|客户端)|阅读全文|阅读原文|查看更多|查看原文|展开全文|分享到|分享至|收藏|点赞|转发|在看).{0,60}",
    r".{0,40}(?:微信公众号|公众号)[^。]{0,20}[（(]?(?:ID|id)[:：].{0,40}|本文不构成投资建议.{0,20}|.{0,20}(?:版权所有|未经.{0,6}(?:许可|授权).{0,30})",
    r"(?:続きを読む|もっと見る|あわせて読みたい|シェア(?:する)?|ツイート|会員限定|有料会員.{0,40}|この記事を.{0,20}|メルマガ.{0,40}|無断転載.{0,20})",
    r"(?:더 ?보기|공유하기|기사 ?공유|구독하기|뉴스레터.{0,30}|.{0,40}@[\w.-]+\.(?:kr|com)|네이버에서 .{0,30}|사진\s?=.{0,40})",
)

# a heading over a list of links to other articles
LINKS = _any(
    r"(?:related|recommended|popular|more|latest|further|top|you (?:may|might) also (?:like|enjoy))"
    r"(?: (?:articles?|stories|posts?|news|reading|coverage|content|topics|from .{2,40}|on this|for you))?\s*:?",
    r"(?:read|see) (?:also|next|more)\s*:?|up next|what to read next|most (?:read|popular)|trending(?: now)?|don['’]t miss|editors['’]? picks?",
    r"(?:mehr zum thema|lesen sie auch|verwandte (?:artikel|themen|beiträge)|meistgelesen|das könnte sie auch interessieren|weitere artikel)\s*:?",
    r"(?:à lire aussi|lire aussi|sur le même (?:sujet|thème)|articles? (?:liés|similaires|associés)|les plus lus)\s*:?",
    r"(?:noticias relacionadas|artículos relacionados|te puede interesar|más noticias|lo más leído|lee también|leia também)\s*:?",
    r"(?:相关阅读|相关文章|相关报道|相关新闻|延伸阅读|推荐阅读|热门文章|往期回顾|猜你喜欢|相關閱讀|延伸閱讀|相關新聞)\s*[:：]?",
    r"(?:関連記事|関連リンク|おすすめ記事|あわせて読みたい|人気記事|関連キーワード)\s*[:：]?",
    r"(?:관련 ?기사|많이 본 뉴스|추천 ?기사|인기 ?기사|관련 ?뉴스)\s*:?",
)

# headings that sites set over paragraphs of no news
FILLER_HEADINGS = _any(
    r"(?:additional|further|broader|wider|market|industry|background) (?:context|background|perspectives?|implications|considerations|insights?)",
    r"(?:industry|market|expert|analyst) (?:perspectives?|context|outlook|impact|implications|insights?|reactions?)",
    r"looking ahead|the (?:bigger|big) picture|what (?:this|it) means|why (?:this|it) matters|future outlook|(?:the )?road ahead"
    r"|conclusion|final thoughts|key takeaways|the bottom line|summary",
    r"ausblick|fazit|hintergrund|einordnung|perspectives?|conclusion|contexte|perspectivas|contexto|conclusión|contexto adicional",
)

# a feed plug-in's sentence at the end of a text
APPEARED = _any(
    r"\bthe post\s.{1,300}?\s(?:appeared first|first appeared) on\s[^\n]{1,120}$",
    r"\b(?:this|the) (?:article|story|piece) .{0,160}?(?:originally |first )(?:appeared|published)\b[^\n]{1,140}$",
    r"\bder beitrag\s.{1,300}?\serschien zuerst auf\s[^\n]{1,120}$",
    r"\bl['’](?:article|articolo)\s.{1,300}?\s(?:est apparu en premier sur|proviene da|sembra essere il primo su)\s[^\n]{1,120}$",
    r"\b(?:la entrada|el artículo)\s.{1,300}?\s(?:se publicó primero en|apareció primero en|aparece primero en)\s[^\n]{1,120}$",
    r"\bo post\s.{1,300}?\sapareceu primeiro em\s[^\n]{1,120}$",
    r"\bhet bericht\s.{1,300}?\sverscheen eerst op\s[^\n]{1,120}$",
    r"(?:本文首发于|本文来自|本文转载自|本文转自|更多精彩内容)[^。]{0,60}。?$",
)

# an invitation to read on behind the last sentence
MORE = re.compile(
    r"(?:(?<=[.!?…。！？\])\"”»])|(?<=\.\.\.)|^)\s*(?:\[?(?:…|\.\.\.)\]?|\[(?:&hellip;|…|\.\.\.|more)\]|read more(?: (?:at|on|here)\b[^.]{0,40})?|"
    r"continue reading[^.]{0,60}|read (?:the )?(?:full|rest of the|whole) (?:story|article|post)[^.]{0,60}|"
    r"(?:click|tap) here to (?:read|continue)[^.]{0,60}|learn more|keep reading|weiterlesen|mehr lesen|lire la suite|lire plus|"
    r"leer más|seguir leyendo|leia mais|continue lendo|leggi tutto|lees verder|lees meer|続きを読む|阅读全文|閱讀全文|查看原文|阅读原文|点击查看|"
    r"더 ?보기|기사 ?더보기)\s*(?:[.…»→›>]|&raquo;|\.\.\.)*\s*$",
    re.I,
)
