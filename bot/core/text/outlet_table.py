"""The news outlets that others credit, as a table: canonical name | domains | other names.

Other names go on in lines that start with two spaces. Case counts: "time", "wired" and "fortune" are words.
"""

TABLE = """
TechCrunch | techcrunch.com | Techcrunch, Tech Crunch
Bloomberg | bloomberg.com, bnnbloomberg.ca | Bloomberg News, Bloomberg Businessweek,
  Bloomberg Television, Bloomberg TV, 彭博社, 彭博,
  彭博新闻社, 彭博新聞, ブルームバーグ, 블룸버그, 블룸버그통신
Reuters | reuters.com | Thomson Reuters, Reuters Breakingviews, 路透社, 路透,
  ロイター, ロイター通信, 로이터, 로이터통신
The Information | theinformation.com | ジ・インフォメーション, 디인포메이션, 더인포메이션
The Wall Street Journal | wsj.com | Wall Street Journal, WSJ, 华尔街日报, 華爾街日報,
  ウォール・ストリート・ジャーナル, 월스트리트저널
Financial Times | ft.com | The Financial Times, FT, 金融时报, 金融時報, 英国金融时报,
  フィナンシャル・タイムズ, 파이낸셜타임스
The New York Times | nytimes.com | New York Times, NYT, NY Times, 纽约时报, 紐約時報,
  ニューヨーク・タイムズ, 뉴욕타임스
The Washington Post | washingtonpost.com | Washington Post, WaPo, 华盛顿邮报, ワシントン・ポスト,
  워싱턴포스트
CNBC | cnbc.com | CNBC财经
Axios | axios.com | Axios Pro Rata
Forbes | forbes.com | Forbes magazine, 福布斯, フォーブス, 포브스
Fortune | fortune.com | Fortune magazine, 财富杂志
Business Insider | businessinsider.com | Insider, 商业内幕, ビジネスインサイダー, 비즈니스인사이더
The Verge | theverge.com | Verge
Wired | wired.com | WIRED, 连线杂志
VentureBeat | venturebeat.com | Venturebeat
Semafor | semafor.com |
Politico | politico.com, politico.eu | POLITICO
The Economist | economist.com | Economist, 经济学人
The Guardian | theguardian.com | Guardian, 卫报
The Times | thetimes.co.uk, thetimes.com | The Times of London, 泰晤士报
The Sunday Times |  | Sunday Times
The Telegraph | telegraph.co.uk | Telegraph, Daily Telegraph
BBC | bbc.com, bbc.co.uk | BBC News, 英国广播公司
Sky News | news.sky.com |
CNN | cnn.com | CNN Business, 有线电视新闻网
NBC News | nbcnews.com |
CBS News | cbsnews.com |
ABC News | abcnews.go.com |
Fox Business | foxbusiness.com | Fox News
NPR | npr.org |
Associated Press | apnews.com | The Associated Press, AP, 美联社, AP通信
AFP | afp.com | Agence France-Presse, 法新社, AFP通信, l'AFP
dpa | dpa.com | DPA, dpa-AFX
MarketWatch | marketwatch.com |
Barron's | barrons.com | Barron’s, 巴伦周刊
Ars Technica | arstechnica.com |
Engadget | engadget.com |
ZDNet | zdnet.com | ZDNET
CNET | cnet.com |
9to5Mac | 9to5mac.com |
404 Media | 404media.co |
Platformer | platformer.news |
Puck | puck.news |
Newcomer | newcomer.co |
Stratechery | stratechery.com |
The Register | theregister.com |
The Next Web | thenextweb.com | TNW
Sifted | sifted.eu |
ProPublica | propublica.org |
The Intercept | theintercept.com |
The Logic | thelogic.co |
The Decoder | the-decoder.com, the-decoder.de |
Upstarts Media | upstartsmedia.com |
Digiday | digiday.com |
Adweek | adweek.com |
The Hollywood Reporter | hollywoodreporter.com |
Law360 | law360.com |
MLex | mlexmarketinsight.com |
The Ken | the-ken.com |
t3n | t3n.de |
ITmedia | itmedia.co.jp |
The Elec | thelec.kr, thelec.net | TheElec, 디일렉
ZDNet Korea | zdnet.co.kr | 지디넷코리아
TechNode | technode.com | 动点科技
Pandaily | pandaily.com |
Tech.eu | tech.eu |
EU-Startups | eu-startups.com |
GeekWire | geekwire.com |
SiliconANGLE | siliconangle.com | SiliconAngle
Crunchbase News | news.crunchbase.com, crunchbase.com |
Protocol | protocol.com |
Quartz | qz.com |
Vox | vox.com |
Mashable | mashable.com |
Gizmodo | gizmodo.com |
Fast Company | fastcompany.com |
Inc. Magazine | inc.com | Inc. magazine
TIME | time.com | TIME magazine, Time magazine, 时代周刊
The Atlantic | theatlantic.com |
The New Yorker | newyorker.com | New Yorker
MIT Technology Review | technologyreview.com | Technology Review, 麻省理工科技评论
IEEE Spectrum | spectrum.ieee.org |
Los Angeles Times | latimes.com | LA Times, L.A. Times, 洛杉矶时报
San Francisco Chronicle | sfchronicle.com |
San Francisco Standard | sfstandard.com | The San Francisco Standard
Seattle Times | seattletimes.com | The Seattle Times
Boston Globe | bostonglobe.com | The Boston Globe
New York Post | nypost.com | The New York Post
USA Today | usatoday.com |
Yahoo Finance | finance.yahoo.com, yahoo.com | Yahoo News, 雅虎财经
DealStreetAsia | dealstreetasia.com |
Tech in Asia | techinasia.com |
KrASIA | kr-asia.com | KrAsia
Rest of World | restofworld.org |
Nikkei | nikkei.com, nikkei.co.jp | Nikkei Asia, Nikkei Asian Review, The Nikkei, Nihon Keizai Shimbun,
  日本経済新聞, 日経新聞, 日経, 日经新闻, 日经亚洲, 日本经济新闻, 日經新聞, 日経アジア, 니혼게이자이신문,
  닛케이, 니혼게이자이
NHK | nhk.or.jp | NHK World, NHK新闻
Kyodo News | kyodonews.net | Kyodo, 共同通信, 共同社
Yomiuri Shimbun | yomiuri.co.jp | The Yomiuri Shimbun, Yomiuri, 読売新聞, 读卖新闻, 요미우리신문
Asahi Shimbun | asahi.com | The Asahi Shimbun, 朝日新聞, 朝日新闻, 아사히신문
Mainichi Shimbun | mainichi.jp | 毎日新聞
Jiji Press | jiji.com | 時事通信
Yonhap | yna.co.kr | Yonhap News Agency, Yonhap News, 연합뉴스, 韩联社, 聯合ニュース
Chosun Ilbo | chosun.com | The Chosun Ilbo, Chosun Biz, 조선일보, 조선비즈
JoongAng Ilbo | joongang.co.kr | Korea JoongAng Daily, 중앙일보
Dong-A Ilbo | donga.com | 동아일보
Hankyung | hankyung.com | Korea Economic Daily, The Korea Economic Daily, 한국경제, 한국경제신문, 한경
Maeil Business Newspaper | mk.co.kr | 매일경제, 매경
Korea Herald | koreaherald.com | The Korea Herald
Seoul Economic Daily | sedaily.com | 서울경제
ETNews | etnews.com | Electronic Times, 전자신문
Xinhua | xinhuanet.com, news.cn | Xinhua News Agency, 新华社, 新華社, 신화통신
People's Daily | people.com.cn | 人民日报, 人民网
CCTV | cctv.com | CCTV News, 央视, 央视新闻, 央视财经
Global Times | globaltimes.cn, huanqiu.com | The Global Times, 环球时报, 环球网
China Daily | chinadaily.com.cn | 中国日报
Caixin | caixin.com, caixinglobal.com | Caixin Global, 财新, 财新网, 財新
Yicai | yicai.com, yicaiglobal.com | Yicai Global, 第一财经, 第一财经日报
LatePost | latepost.com | Late Post, 晚点, 晚点LatePost, 晚点Latepost, 晚點
36Kr | 36kr.com | 36氪, 36 Kr, 36氪独家
Jiemian | jiemian.com | Jiemian News, 界面新闻, 界面
The Paper | thepaper.cn | 澎湃新闻, 澎湃
China Star Market Daily | chinastarmarket.cn | STAR Market Daily, 科创板日报
Cailian Press | cls.cn | Cailianshe, 财联社
Securities Times | stcn.com | 证券时报
China Securities Journal | cs.com.cn | 中国证券报, 中证报
Shanghai Securities News | cnstock.com | 上海证券报, 上证报
21st Century Business Herald | 21jingji.com | 21世纪经济报道
National Business Daily | nbd.com.cn | 每日经济新闻, 每经
The Economic Observer | eeo.com.cn | 经济观察报, 经济观察网
Sina Finance | finance.sina.com.cn | 新浪财经, 新浪科技
Tencent News | news.qq.com | 腾讯科技, 腾讯新闻, 深网, 腾讯新闻潜望
NetEase Tech | tech.163.com | 网易科技
Huxiu | huxiu.com | 虎嗅, 虎嗅网
TMTPost | tmtpost.com | 钛媒体
ITHome | ithome.com | IT之家
QbitAI | qbitai.com | 量子位
Synced | jiqizhixin.com | 机器之心
Zhidx | zhidx.com | 智东西
Leiphone | leiphone.com | 雷锋网
Geekpark | geekpark.net | 极客公园
PEdaily | pedaily.cn | 投资界
LanJing | lanjinger.com | 蓝鲸新闻, 蓝鲸财经
Intelligence Emergence |  | 智能涌现
Securities Daily | zqrb.cn | 证券日报
South China Morning Post | scmp.com | SCMP, The South China Morning Post, 南华早报, 南華早報
Hong Kong Economic Journal | hkej.com | 信报, 信報
Hong Kong Economic Times | hket.com | 香港经济日报, 香港經濟日報
DigiTimes | digitimes.com | DIGITIMES, Digitimes, 电子时报, 電子時報
Economic Daily News | money.udn.com | 經濟日報
Commercial Times | ctee.com.tw | 工商時報
Central News Agency | cna.com.tw | 中央社
CNA | channelnewsasia.com | Channel NewsAsia
The Straits Times | straitstimes.com | Straits Times, 海峡时报
The Economic Times | economictimes.com, economictimes.indiatimes.com | Economic Times
Moneycontrol | moneycontrol.com |
Mint | livemint.com | LiveMint, Livemint
Business Standard | business-standard.com |
The Times of India | timesofindia.com, timesofindia.indiatimes.com | Times of India
The Hindu | thehindu.com | The Hindu BusinessLine, BusinessLine
Hindustan Times | hindustantimes.com |
Entrackr | entrackr.com |
Inc42 | inc42.com |
YourStory | yourstory.com |
CNBC-TV18 | cnbctv18.com | CNBC TV18
NDTV | ndtv.com | NDTV Profit
Handelsblatt | handelsblatt.com | Handelsblatts, 德国商报
Frankfurter Allgemeine Zeitung | faz.net | FAZ, F.A.Z., Frankfurter Allgemeine,
  Frankfurter Allgemeinen Zeitung
Süddeutsche Zeitung | sueddeutsche.de | SZ, Süddeutsche, Süddeutschen Zeitung
Der Spiegel | spiegel.de | der Spiegel, dem Spiegel, des Spiegels, SPIEGEL, 明镜周刊
Die Zeit | zeit.de |
Die Welt | welt.de | WELT
Bild | bild.de | Bild-Zeitung, Bild am Sonntag
WirtschaftsWoche | wiwo.de | Wirtschaftswoche, WiWo
Manager Magazin | manager-magazin.de | manager magazin, Manager-Magazin
Capital | capital.de |
heise online | heise.de | Heise, heise
Golem.de | golem.de | Golem
Gründerszene | businessinsider.de |
Der Standard | derstandard.at |
Neue Zürcher Zeitung | nzz.ch | NZZ, Neuen Zürcher Zeitung
Tages-Anzeiger | tagesanzeiger.ch |
Les Echos | lesechos.fr | Les Échos, Echos, 回声报
Le Monde | lemonde.fr | Monde, 世界报
Le Figaro | lefigaro.fr | Figaro, 费加罗报
Libération | liberation.fr | Libé
La Tribune | latribune.fr |
BFM Business | bfmtv.com | BFM TV, BFMTV
L'Usine Nouvelle | usinenouvelle.com |
L'Informé | linforme.com |
Challenges | challenges.fr |
Maddyness | maddyness.com |
El País | elpais.com | El Pais, EL PAÍS
El Mundo | elmundo.es |
Expansión | expansion.com |
Cinco Días | cincodias.elpais.com |
El Economista | eleconomista.es, eleconomista.com.mx | elEconomista
El Confidencial | elconfidencial.com |
La Vanguardia | lavanguardia.com |
EFE | efe.com | agencia EFE, Agencia EFE
Xataka | xataka.com |
Folha de S.Paulo | folha.uol.com.br | Folha, Folha de S. Paulo
O Globo | oglobo.globo.com |
Valor Econômico | valor.globo.com |
Estadão | estadao.com.br | O Estado de S. Paulo
Corriere della Sera | corriere.it | Corriere
Il Sole 24 Ore | ilsole24ore.com | Sole 24 Ore
La Repubblica | repubblica.it | Repubblica
Het Financieele Dagblad | fd.nl | FD, Financieele Dagblad
De Telegraaf | telegraaf.nl |
NRC | nrc.nl |
Globes | globes.co.il |
Calcalist | calcalist.co.il, calcalistech.com | CTech, Calcalistech
Haaretz | haaretz.com |
Al Jazeera | aljazeera.com |
Globe and Mail | theglobeandmail.com | The Globe and Mail
BetaKit | betakit.com |
Toronto Star | thestar.com | The Toronto Star
Sydney Morning Herald | smh.com.au | The Sydney Morning Herald
Australian Financial Review | afr.com | The Australian Financial Review, AFR
TASS | tass.com | 塔斯社
Kommersant | kommersant.ru | Коммерсантъ
Vedomosti | vedomosti.ru | Ведомости
Interfax | interfax.ru | Интерфакс
"""
