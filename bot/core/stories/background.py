"""How common words are before anything was read, so that the first articles can be told apart.

The words are ours, in four tiers by judgement: how likely a news article's headline and lead hold the word.
What a stream really says is learned on top of it (`terms.Terms`); a word that is missing here counts as rare.
"""

from __future__ import annotations

from bot.core.stories.seldom import SELDOM

# the chance that an article's headline and lead hold a word of the tier; a rare word's chance
CHANCES = (0.08, 0.03, 0.01, 0.003)
RARE = 0.00015

_EVERYWHERE = """
according across around back best big billion business companies company country data day days first get
good government help high home including last like long made make many market million month much need news
next one part people percent president public report reported reports service show shows since state states
system take tech technology three time today top two united us use used using want way week work world year
years york
"""

_COMMON = """
administration again against ago ahead ai air along already always amazon america american amid among
announce announced announcement announces annual another anything app apple apps april area artificial
attack attacks august away bank because better between blog bring british build built buy buys call called
car cars case ceo change changes chief children china chinese city come comes coming conference cost costs
court current customer customers cut cuts dead deal deals death december design die died dies different
digital down during early east eight election end energy europe european even evening event events ever
every everyone everything executive face faces fact fall falls family far february feel few find finds fire
five food form former found founder four friday full fund funding funds future game games give given gives
global go goes going google great group grow growth half hand head health hit hits hour hours house however
idea industry intelligence international internet interview invest investment investor investors issue
issues january july june keep key kids kill killed kind know large late later latest launch launched
launches law lead leader leaders leads least left less letter level life line list little live local look
looks lot lots major man march may media men meta microsoft military minister minute minutes model models
monday money morning move moves name national never night nine north nothing november number numbers october
off offer offering offers official officials often old online open openai opens other own page paid party
past pay phone place plan plans play point police political post posts power price prices problem product
products program project put quarter question questions real really reason recent release released releases
research researchers right rise rises run running sale sales same saturday school science season security
see seen sell september set sets seven several share shares side site six small social software someone
something south space spring start started startup startups statement still stock stocks story student
students studies study summer sunday team tell ten test tests thing things think through thursday told trade
trump try tuesday turn uk under university user users video vote war water web website wednesday weekend
well west while white winter within without woman women yet young
"""

_USUAL = """
ability able accept access account accounts accuse accused act action actions active activity actually add
added address adds admit adult advance advanced advantage advertising advice affect afford afraid africa
african age agency agent agents agree agreed agreement agrees aid aim aims airline album allow allowed
allows alone alternative amount analysis analyst analysts animal answer anyone appeal appear appeared
application approach approval approve approved approves areas argue arm army arrest arrested art article
artist ask asked asks asset assets association attempt attention australia australian author authorities
authority available average avoid award aware baby bad ball ban banks bans bar base based basic battery
battle beat beautiful become becomes becoming begin beginning begins behavior behind believe benefit
benefits beyond bid bigger biggest bill bit black block blue board body bond bonds book books boost border
boss bought box boy brain brand brands break breaking breaks bright broadcast brother brown browser budget
bug building bus button buyer buying camera cameras campaign canada canadian cancer candidate capacity
capital card cards care career carry cash catch cause caused causes center central centre century certain
chain chair chairman challenge challenges champion chance channel charge charged charges chart chat chatbot
chatgpt cheap check child chip chips choice choose christian christmas church citizen claim claims class
clean clear clearly climate close closed closer closes closing cloud club coach coal code cold collection
college color combine comment comments commercial commission commit committee common communication
communities community compare compete competition competitor complete computer computers computing concern
concerned concerns conduct confirm confirmed confirms conflict congress connect consider considering
construction consumer consumers contact contain content continue continues contract control controversial
conversation cool copy core corporate correct council count countries couple course cover covers crash
create created creates creating creative credit crew crime crisis critical critics crowd cup currency
currently cyber cycle daily damage dark dating daughter deadly dealer debate debt debut debuts decade
decades decide decided decision deep default defence defense delay delayed delays deliver delivery demand
demands demo democratic democrats department deputy describe designed desk despite detail details develop
developed developer developers developing development device devices difference difficult direct directly
director disaster discover discovery discuss disease display doctor doctors document documents dog dollar
dollars door double doubt dozen draft dream dress drive driver drivers drives driving drop dropped drops
drug drugs due earlier earn earnings earth easier easily easy eat economic economy edge edition editor
education effect effective effects effort efforts either electric electronic element else email emerge
emergency employee employees employer ends enemy engine engineer engineering engineers enjoy enough ensure
enter enterprise entertainment entire environment environmental equal equipment error especially essential
estate estimate evidence exactly exam example except exchange excited exclusive executives exist existing
expand expanded expands expansion expect expected expects expensive experience expert experts explain
explained explains export exports express extend extra extreme eye eyes facebook facility factor factory
fail failed fails failure fair faith fake familiar families fan fans farm fast faster fear fears feature
features federal fee feed feeling fees female festival field fight fighting figure figures file filed files
filing fill film films final finally finance financial financing finding fine finish firm firms fish fit fix
flat flight floor flow fly focus follow followed following follows football force forced forces forecast
foreign forget format forward founded founders france free freedom french fresh friend friends front fuel
function fundamental fundraising further gain gains gap garden gas gave gay gear gen gender general generate
generation generative german germany gets giant gift girl goal goals gold golden gone gov governor graduate
green grid ground grounds groups growing guard guide guilty gun guy guys hack hacked hacker hackers hands
happen happened happens happy hard hardware hate hear heard heart heat heavy held helped helping helps
hidden higher highest highly hire hires historic history hold holds hole holiday hollywood honor hope hopes
horror hospital host hot hotel household housing huge human humans hundred hundreds husband ice image images
imagine immediate immigration impact import important improve incident include included includes income
increase increased increases increasing increasingly independent index india indian indicate individual
industrial inflation influence information initial injured innovation inquiry inside insider install instead
institute institution insurance integrate intel intelligent interest interested interesting interests
interior introduce introduced introduces introducing invention investigate investigating investigation
investing iphone ipo iran iraq iron island israel issued italy item japan japanese jet job jobs join joined
joins joint journal journalist judge jump jury justice keeping keeps kept keynote kick kicks kid killer
killing king kitchen knew knowledge known korea lab labor labour labs lack land language laptop largest
launching laws lawsuit lawsuits lawyer lawyers layoffs leadership leading learn learned learning leave
leaves leaving legal legislation lender length lessons let lets letting liberal license lie light likely
limit limited limits link listen literally loan located lock logo london longer looking lose loses losing
loss losses lost louis love low lower luck machine machines magazine mail main maintain maker makers makes
making male manage management manager manufacturer manufacturing map margin mark marketing markets mass
massive master match material matter maybe mayor mean means measure measures medical medicine medium meet
meeting meets member members memory mental message messages messaging metal method mexico middle might mind
mine minor miss missing mission mistake mix mobile mode modern moment monitor monthly months moon mother
motion motor mountain mouth movement movie movies moving multi multiple murder museum music named names
nation nations native natural nature near nearly necessary negative negotiations neighbor net network
networks newly newspaper nice nuclear oil ok older olympic onto operate operating operation operations
operator opinion opportunity oppose opposition option options order ordered orders ordinary organization
original otherwise outlook output outside overall owner owners ownership pace pack package pair panel paper
papers parent parents paris park parliament particularly partner partners partnership parts pass passed
passes passing path patient patients pattern paul peace pentagon perfect perform performance perhaps period
permission person personal personalized phase phones photo photos physical pick picks picture pictures piece
pieces pilot pitch places planet planned planning plant plants platform platforms played player players
playing plus pocket podcast points policy poll pop popular population portfolio position positive possible
possibly posted potential potentially practice pre predict prediction premium prepare prepares present
presidential press pressure pretty prevent preview previous previously primary prime prince print prior
prison privacy private prize probably probe process processor produce producer production professional
professor profile profit profits promise promises promote proper property proposal propose proposed proposes
prosecutors protect protection protest protests proud prove provide provided provider provides publish
published publisher pull pulls purchase purpose push pushes putting qualify quality quarterly queen quick
quickly quiet quit quite race racing radio rain raise raised raises raising ran range rapid rare rate rates
rather rating reach reached reaches reaction read reader reading ready reality realize realized receive
received recently recession recognize recommend record records recover recovery red reduce reduced reform
refuse region regional regular regulation regulations regulator regulators regulatory reject rejects relate
related relationship relatively religious remain remaining remains remember remote remove removed rent
repair repeat replace replaced reporter reporting represent republican republicans reputation request
require required requires rescue reserve residents resist resolution resource resources respond response
responsible rest restaurant result results retail retailer retire return returns reveal revealed reveals
revenue revenues review reviews revolution rich ride rights rising risk risks rival rivals river road robot
robots rock role roll rolled rolling rolls room round rounds route row royal rule rules ruling rumor rush
russia russian safe safer safety said sanctions sat satellite save saved saves saving savings saw saying
says scale scandal scene scheme scientist scientists scope score scores screen sea search seat second secret
secretary sector secure seek seeking seeks seem seems self selling senate senator send senior sense sensor
sent separate series serious serve server servers services serving session setting settings settle
settlement severe sex sexual shape shared sharing sharp shift ship ships shirt shock shoot shooting shop
shopping short shot shots shoulder showing shown shut shuts sick sight sign signal signals signed
significant significantly signs silver similar simple simply single sister sit sites situation size skill
skills sky sleep slightly slow slowing slows smaller smart smartphone smartphones society soft solar sold
soldiers solid solution solve sometimes son song songs soon sort sound sounds source sources speak speaker
speaking special specific speech speed spend spending spent sport sports spot spread spy square staff stage
stake stakes stand standard standards star stars statements station status stay step steps stick stop
stopped stops storage store stores storm straight strategy stream streaming street strength stress strike
strikes strong struck structure struggle struggles studio stuff stunning style subject submit subscribers
subscription succeed success successful sudden suddenly suffer suggest suggests suit sun super supply
support supports suppose supreme surface surge surprise surprising survey survive suspect swap sweet switch
symptom systems table tablet tackle taken takes taking talent talk talking talks tank target targeted
targeting targets tariff tariffs task tax taxes teach teacher technical technique technologies teen teens
television temperature tens term terms terror tested testing texas text than thank themselves theory therapy
thought thousand thousands threat threaten threatens threats throw tie tiktok till tiny tip tips title
together tomorrow ton tool tools total touch tough tour tourism toward towards town toy track tracking
tracks trading traditional traffic trailer train training transfer transition transport travel treat
treatment trend trends trial tried tries trigger trip trouble truck trucks true trust truth tv twice twitter
type types typical understand understanding unique unit units universal unlike unlikely unusual unveil
unveiled unveils upcoming update updated updates upgrade upgraded upset urge urges usually valley valuation
value valued various vehicle vehicles venture version versions via victim victims victory view viewers views
violence violent virtual virus visa vision visit visitors visual vital voice volume voters voting wait
waiting wake walk wall wanted wants warn warned warning warns washington waste watch watches watching wave
ways weak weakness wealth wealthy weapon weapons wear wearing weather wedding weekly weeks weight whatever
whether whole wide widely wife wild willing win wind window windows wine winner winning wins wireless wish
won wonder wood word words worked worker workers workforce working works worldwide worried worry worse worst
worth wrap write writer writing written wrong yesterday youtube zero zone
"""


TIERS: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split()) for words in (_EVERYWHERE, _COMMON, _USUAL, SELDOM)
)
