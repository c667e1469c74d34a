"""Sentences of seven languages that credit an outlet, and their like that credit none.

Each was labelled before it was read; what was read wrong then is read right by rules that name no sentence.
"""

import pytest

from bot.core.text import origin

CREDITS = {
    "en": [
        ("The startup's founder told The Verge that the deal had closed.", "The Verge"),
        ("Lumen Forge has raised $300 million, Axios has learned.", "Axios"),
        ("The talks were first reported by The Information on Thursday.", "The Information"),
        ("The funding round was reported earlier by the Financial Times.", "Financial Times"),
        ("The news was first broken by Semafor.", "Semafor"),
        (
            "Corven seeks $500 million, according to a person familiar with it, Bloomberg reported.",
            "Bloomberg",
        ),
        ("Bloomberg reports that Corven Robotics will go public in the autumn.", "Bloomberg"),
        ("Corven is laying off a tenth of its staff, reports The Verge.", "The Verge"),
        (
            "Corven plans a sale, the Wall Street Journal reported on Monday, citing people close to it.",
            "The Wall Street Journal",
        ),
        ("Reuters was first to report the talks.", "Reuters"),
        ("People close to the company told Reuters that the price may still change.", "Reuters"),
        ("“It was a hard year,” Miller said in an interview with Wired.", "Wired"),
        ("In an interview with Bloomberg Television, Miller said that the round is done.", "Bloomberg"),
        ("According to TechCrunch, the round values Corven at $2 billion.", "TechCrunch"),
        ("According to a memo seen by Business Insider, bonuses are cut.", "Business Insider"),
        ("Per a report in The New York Times, the two firms spoke in March.", "The New York Times"),
        ("A new report from 404 Media reveals that the data were bought.", "404 Media"),
        ("The Information reported last week that Corven was looking for a buyer.", "The Information"),
        ("That's according to reporting by the Washington Post.", "The Washington Post"),
        ("Corven has hired bankers, CNBC's David Faber reported Tuesday.", "CNBC"),
        ("Sources tell Axios that Corven will be sold.", "Axios"),
        ("The company confirmed the round to TechCrunch.", "TechCrunch"),
        ("Corven's chief executive tells CNBC the company is not for sale.", "CNBC"),
        ("Source: The Information", "The Information"),
        ("(via The Verge)", "The Verge"),
        ("The details were reported by Nikkei Asia.", "Nikkei"),
        (
            "The firm has agreed to be bought, two people who know of the deal told The New York Times.",
            "The New York Times",
        ),
        (
            "It didn't respond. The Information earlier reported that it sought money.",
            "The Information",
        ),
        ("Corven is seeking new money, Axios' Dan Primack reports.", "Axios"),
        ("Corven will close its London office, the BBC understands.", "BBC"),
        ("Corven will close its London office, Sky News has learnt.", "Sky News"),
        ("A spokeswoman confirmed to Forbes that the company had 200 employees.", "Forbes"),
        ("The plan was described to Reuters by three people.", "Reuters"),
        ("In a report Tuesday, The Information said Corven had missed its targets.", "The Information"),
        (
            "Corven's revenue tripled, The Wall Street Journal said, citing an investor letter.",
            "The Wall Street Journal",
        ),
        ("The story, first published by ProPublica, names four executives.", "ProPublica"),
        ("Internal emails reviewed by CNBC show that the launch slipped.", "CNBC"),
        ("Miller told the Springfield Herald that he would stay.", "The Springfield Herald"),
        ("As TechCrunch first reported, Corven will shut down.", "TechCrunch"),
        ("Speaking on Bloomberg TV, Miller ruled out a sale.", "Bloomberg"),
        ("The Financial Times said on Sunday that Corven was close to a deal.", "Financial Times"),
        (
            "Corven nears a sale, according to people familiar with the talks cited by Bloomberg.",
            "Bloomberg",
        ),
        ("That figure was shared with The Information by an investor.", "The Information"),
        ("Miller, in a conversation with Semafor, called the price fair.", "Semafor"),
        ("A Reuters report said that the fund would double its stake.", "Reuters"),
        ("Reports in the Financial Times suggest that the fund will double its stake.", "Financial Times"),
        ("Citing unnamed sources, The Verge writes that the launch has been moved.", "The Verge"),
        ("News of the sale was first reported in Axios.", "Axios"),
        ("Corven declined to comment on the Bloomberg report.", "Bloomberg"),
        ("Corven denied a Wall Street Journal report that it was for sale.", "The Wall Street Journal"),
    ],
    "zh": [
        ("据彭博社5月6日报道，深度求索正就新一轮融资进行谈判。", "Bloomberg"),
        ("据路透社援引知情人士报道，该公司计划在香港上市。", "Reuters"),
        ("援引《华尔街日报》消息，该公司估值将达到450亿美元。", "The Wall Street Journal"),
        ("据外媒The Information报道，月之暗面正在洽谈新融资。", "The Information"),
        ("据晚点LatePost报道，字节跳动将回购股份。", "LatePost"),
        ("知情人士告诉彭博社，交易尚未最终敲定。", "Bloomberg"),
        ("彭博社率先报道了这一消息。", "Bloomberg"),
        ("该消息最早由《金融时报》披露。", "Financial Times"),
        ("据《日经亚洲》报道，该公司将裁员。", "Nikkei"),
        ("公司创始人在接受CNBC采访时表示，公司不会出售。", "CNBC"),
        ("據《彭博》報導，該公司正尋求融資。", "Bloomberg"),
        ("《华尔街日报》周一报道称，该公司正寻求收购对象。", "The Wall Street Journal"),
        ("据新浪科技消息，该公司完成新一轮融资。", "Sina Finance"),
        ("有知情人士向晚点透露，公司年内不会上市。", "LatePost"),
        ("据The Information援引内部文件，公司亏损扩大。", "The Information"),
        ("彭博社消息称，该公司拟发行债券。", "Bloomberg"),
        ("《金融时报》援引两名知情人士的话报道，交易已接近完成。", "Financial Times"),
    ],
    "de": [
        ("Zuerst hatte das Handelsblatt über die Gespräche berichtet.", "Handelsblatt"),
        ("Das Manager Magazin berichtete zuerst über den geplanten Verkauf.", "Manager Magazin"),
        ("Darüber hatte zuerst die Financial Times berichtet.", "Financial Times"),
        (
            "Das berichtet die Nachrichtenagentur Bloomberg unter Berufung auf informierte Personen.",
            "Bloomberg",
        ),
        ("Wie der Spiegel berichtet, soll die Firma verkauft werden.", "Der Spiegel"),
        ("Einem Bericht der New York Times zufolge spricht die Firma mit Investoren.", "The New York Times"),
        ("Wie Reuters aus Finanzkreisen erfuhr, steht der Verkauf bevor.", "Reuters"),
        ("Nach Informationen der Süddeutschen Zeitung verhandelt die Firma.", "Süddeutsche Zeitung"),
        ("Nach einem Bericht der „Wirtschaftswoche“ sucht die Firma einen Käufer.", "WirtschaftsWoche"),
        ("Dem Handelsblatt sagte der Gründer, er verkaufe nicht.", "Handelsblatt"),
        ("Wie Bloomberg unter Berufung auf Insider meldet, wird verhandelt.", "Bloomberg"),
        ("Die „Financial Times“ hatte zuvor über den Verkauf berichtet.", "Financial Times"),
        ("Der Gründer sagte im Interview mit dem Handelsblatt, er bleibe.", "Handelsblatt"),
    ],
    "fr": [
        ("L'information a été révélée par Les Echos.", "Les Echos"),
        ("Selon Bloomberg, la société négocie une levée de fonds.", "Bloomberg"),
        ("La société négocie, a rapporté Le Figaro mardi.", "Le Figaro"),
        ("D'après une enquête du Monde, la société a menti.", "Le Monde"),
        ("Le patron a confié au Financial Times qu'il ne vendrait pas.", "Financial Times"),
        ("Comme l'a révélé L'Informé, la société cherche un acquéreur.", "L'Informé"),
        ("La société, selon nos confrères des Echos, cherche un acquéreur.", "Les Echos"),
        (
            "Selon le Wall Street Journal, qui cite des sources proches, l'offre serait rejetée.",
            "The Wall Street Journal",
        ),
    ],
    "es": [
        ("La compañía negocia una ronda, informó Bloomberg este martes.", "Bloomberg"),
        ("Según adelantó El Confidencial, la firma busca comprador.", "El Confidencial"),
        ("El fundador dijo a Reuters que no venderá.", "Reuters"),
        (
            "De acuerdo con The Wall Street Journal, la oferta ronda los 3.000 millones.",
            "The Wall Street Journal",
        ),
        ("Según publica Expansión, la compañía busca socio.", "Expansión"),
        ("Así lo adelantó The Information el lunes.", "The Information"),
        ("Fuentes cercanas dijeron a Bloomberg que la venta es inminente.", "Bloomberg"),
    ],
    "ja": [
        (
            "米紙ウォール・ストリート・ジャーナルは6日、同社が資金調達を協議していると報じた。",
            "The Wall Street Journal",
        ),
        ("ブルームバーグによると、同社は上場を計画している。", "Bloomberg"),
        ("日本経済新聞の取材で分かった。", "Nikkei"),
        ("ロイター通信が関係者の話として伝えた。", "Reuters"),
        ("米ブルームバーグ通信が6日報じた。", "Bloomberg"),
        ("英フィナンシャル・タイムズ（FT）によると、同社は買収を検討している。", "Financial Times"),
        ("日経アジアが関係者の話として報じた。", "Nikkei"),
        ("関係者がロイターに明らかにした。", "Reuters"),
    ],
    "ko": [
        ("블룸버그통신은 6일(현지시간) 이 회사가 투자 유치를 논의 중이라고 보도했다.", "Bloomberg"),
        ("로이터통신에 따르면 이 회사는 상장을 준비하고 있다.", "Reuters"),
        ("월스트리트저널(WSJ)은 소식통을 인용해 이같이 전했다.", "The Wall Street Journal"),
        ("파이낸셜타임스가 소식통을 인용해 보도했다.", "Financial Times"),
        ("블룸버그는 소식통을 인용해 이렇게 전했다.", "Bloomberg"),
        ("한국경제 취재에 따르면 회사는 매각을 추진 중이다.", "Hankyung"),
        ("소식통은 로이터에 이같이 밝혔다.", "Reuters"),
        ("로이터는 소식통을 인용해 이 회사가 매각된다고 보도했다.", "Reuters"),
    ],
}
NONE = {
    "en": [
        "Miller told employees on Tuesday that bonuses are cut.",
        "Corven raised $40 million, according to a filing with the SEC.",
        "Corven raised $40 million, according to PitchBook data.",
        "Corven raised $40 million, according to a person familiar with the matter.",
        "The company told investors in a letter that sales doubled.",
        "Corven will supply its models to Reuters and the Financial Times.",
        "Axios, Forbes and The Verge have signed deals with Corven.",
        "Miller, a former editor at Wired, founded Corven in 2021.",
        "The New York Times sued Corven over its training data.",
        "Corven was named to the Forbes Cloud 100 list in 2024.",
        "Bloomberg terminals will carry Corven's model, the company said.",
        "Time will tell whether Corven is worth it, according to analysts at Bernstein.",
        "The FT index rose; according to FactSet, profits fell.",
        "Corven's valuation was estimated by Forbes at $2 billion last year in its rich list.",
        "News Corp, which owns the Wall Street Journal, licensed its archive to Corven.",
        "Corven acquired the podcast maker of The Information's founder.",
        "Corven told the court that the papers were lost.",
        "Executives tell customers to wait.",
        "The figures come from a regulatory filing in Hong Kong.",
        "Corven reported revenue of $40 million, according to Crunchbase.",
        "Corven confirmed it will license its models to The Washington Post.",
        "Miller reports to the board, Forbes 30 Under 30 honorees among them.",
        "The Guardian's publisher signed a contract with Corven.",
        "The chipmaker, a guardian of its patents, told suppliers to wait.",
        "Corven bought Wired's office building.",
        "According to court documents, Corven owes $4 million.",
        "According to research firm IDC, shipments fell by a tenth.",
        "Corven paid for ads in The New York Times and on CNN.",
        "The CNBC Disruptor list ranks Corven third.",
        "According to the company's blog, training took 40 days.",
        "Miller told attendees at a Forbes conference that prices will fall.",
        "Corven hired away a Bloomberg engineer, it told staff.",
    ],
    "zh": [
        "财联社5月6日电，智谱完成新一轮融资。",
        "据天眼查数据显示，该公司注册资本增至1亿元。",
        "据公司公告，本次募资总额为50亿港元。",
        "公司与路透社达成内容授权协议。",
        "据IT桔子统计，今年融资事件减少。",
        "该公司向员工表示，将回购股票。",
        "据招股书显示，公司去年亏损3亿元。",
        "据悉，该公司已完成融资。",
    ],
    "de": [
        "Laut einer Mitteilung der Firma stieg der Umsatz um ein Drittel.",
        "Die Firma sagte den Mitarbeitern, dass Stellen wegfallen.",
        "Laut Crunchbase hat die Firma bisher 40 Millionen Euro erhalten.",
        "Die Firma teilte dem Amtsgericht mit, sie sei zahlungsunfähig.",
    ],
    "fr": [
        "Selon un communiqué, le chiffre d'affaires a doublé.",
    ],
    "es": [
        "La compañía, según un documento registrado ante la SEC, perdió dinero.",
    ],
    "ja": [
        "同社の発表によると、売上高は2倍になった。",
        "複数の関係者が明らかにした。",
    ],
    "ko": [
        "회사 측에 따르면 매출은 두 배로 늘었다.",
        "공시에 따르면 매출은 1조원이다.",
    ],
}
TITLES = [
    ("Corven in talks to raise at $9B valuation (Bloomberg)", "Bloomberg"),
    ("Corven eyes $9B valuation: report", ""),
    ("Exclusive: Corven in talks with SoftBank, sources tell Reuters", "Reuters"),
    ("WSJ: Corven plans IPO", "The Wall Street Journal"),
    ("Corven to cut 500 jobs: Reuters", "Reuters"),
    ("Report: Corven to cut 500 jobs (via The Verge)", "The Verge"),
    ("Corven valued at $9 billion, sources tell CNBC", "CNBC"),
]
# what an outlet says of its own reporting credits nobody else
OWN = [
    ("The founder told TechCrunch that the deal had closed. Corven has 40 staff.", "techcrunch.com", ""),
    ("Corven plans a sale, people familiar with the matter told Reuters.", "reuters.com", ""),
    (
        "Corven plans a sale, a person told Reuters. The Information first reported the talks.",
        "reuters.com",
        "The Information",
    ),
]


@pytest.mark.parametrize("language", CREDITS)
def test_a_credited_outlet_is_the_origin(language: str) -> None:
    assert [(text, origin("", text)) for text, _ in CREDITS[language]] == CREDITS[language]


@pytest.mark.parametrize("language", NONE)
def test_people_filings_figures_and_customers_are_no_origin(language: str) -> None:
    assert [(text, found) for text in NONE[language] if (found := origin("", text))] == []


@pytest.mark.parametrize(("title", "outlet"), TITLES)
def test_a_title_may_credit(title: str, outlet: str) -> None:
    assert origin(title, "") == outlet


@pytest.mark.parametrize(("text", "publisher", "outlet"), OWN)
def test_an_outlets_own_reporting_credits_nobody_else(text: str, publisher: str, outlet: str) -> None:
    assert origin("", text, publisher=publisher) == outlet
