"""What is known of domains: where names are registered, who passes readers on, who shares a newsroom."""

from __future__ import annotations

from bot.core.text.tables import words

# domains under which anybody registers: those of the Public Suffix List (publicsuffix.org) with news sites
SUFFIXES = words(
    """
    co.uk org.uk ac.uk gov.uk me.uk net.uk com.cn net.cn org.cn gov.cn edu.cn ac.cn com.hk org.hk
    com.tw org.tw com.sg com.my com.ph com.vn com.au net.au org.au edu.au gov.au co.nz net.nz org.nz
    govt.nz co.in net.in org.in gov.in ac.in co.jp or.jp ne.jp ac.jp go.jp co.kr or.kr go.kr ac.kr
    re.kr ne.kr com.br net.br org.br gov.br com.mx org.mx com.ar com.co com.pe com.ve com.uy com.ec
    com.pk com.bd com.np com.lk com.tr gov.tr com.ua co.il org.il ac.il com.sa com.eg com.qa com.ng
    co.za org.za co.ke co.id or.id go.id co.th in.th or.th com.pl com.pt com.es com.gr com.cy com.mt
    com.ro com.ru co.at or.at ac.at
    """
) | words(
    # hosts whose every subdomain is a publisher of its own
    """
    substack.com wordpress.com blogspot.com medium.com tumblr.com ghost.io beehiiv.com github.io
    gitlab.io netlify.app vercel.app pages.dev web.app hatenablog.com livejournal.com over-blog.com
    typepad.com
    """
)

# they only pass a reader on, so they say nothing of the outlet; their paths and parameters must stay whole
REDIRECTS = words(
    """
    news.google.com feedproxy.google.com feeds.feedburner.com rss.feedsportal.com t.co bit.ly
    tinyurl.com lnkd.in buff.ly ow.ly dlvr.it trib.al flip.it apple.news
    """
)

# domain → the domain that stands for its newsroom: owners that run the same copy on several sites
FAMILIES = {
    domain: members.split()[0]
    for members in (
        "wsj.com marketwatch.com barrons.com dowjones.com fnlondon.com mansionglobal.com",
        "yahoo.com aol.com engadget.com autoblog.com",
        "bloomberg.com bnnbloomberg.ca bloomberglaw.com bloomberglinea.com bloombergquint.com",
        "cnbc.com nbcnews.com msnbc.com nbc.com",
        "theverge.com vox.com recode.net",
        "wired.com arstechnica.com",
        "businessinsider.com insider.com businessinsider.de businessinsider.in",
        "zdnet.com cnet.com",
        "nytimes.com theathletic.com",
        "theguardian.com guardian.co.uk",
        "thetimes.com thetimes.co.uk",
        "36kr.com kr-asia.com",
        "indiatimes.com economictimes.com timesofindia.com",
        "foxbusiness.com foxnews.com",
        "bbc.com bbc.co.uk",
        "politico.com politico.eu",
        "fortune.com fortunechina.com",
        "forbes.com forbes.fr forbes.at forbesjapan.com forbesindia.com forbeschina.com",
        "sina.com.cn sina.cn sina.com",
        "nikkei.com nikkei.co.jp",
        "msn.com msn.cn",
        # chains whose titles share their copy
        "mercurynews.com eastbaytimes.com ocregister.com dailynews.com denverpost.com pe.com marinij.com",
        "chicagotribune.com orlandosentinel.com sun-sentinel.com mcall.com courant.com dailypress.com",
        "usatoday.com azcentral.com freep.com indystar.com jsonline.com tennessean.com cincinnati.com",
        "miamiherald.com sacbee.com kansascity.com charlotteobserver.com star-telegram.com newsobserver.com",
        "nationalpost.com financialpost.com ottawacitizen.com vancouversun.com calgaryherald.com",
        "smh.com.au theage.com.au brisbanetimes.com.au watoday.com.au",
        "news.com.au heraldsun.com.au dailytelegraph.com.au couriermail.com.au adelaidenow.com.au",
        "mirror.co.uk express.co.uk dailyrecord.co.uk manchestereveningnews.co.uk",
        "rnd.de haz.de lvz.de maz-online.de kn-online.de ostsee-zeitung.de",
        "waz.de nrz.de wp.de abendblatt.de morgenpost.de thueringer-allgemeine.de",
        "merkur.de tz.de fr.de hna.de kreiszeitung.de",
        "estrepublicain.fr dna.fr leprogres.fr ledauphine.com lalsace.fr republicain-lorrain.fr",
        "elperiodico.com farodevigo.es lne.es informacion.es levante-emv.com diariodemallorca.es",
        "abc.es elcorreo.com diariovasco.com ideal.es larioja.com lasprovincias.es",
        "repubblica.it lastampa.it",
    )
    for domain in members.split()
}
