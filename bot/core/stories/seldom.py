"""The fourth tier of `background`: words that a few articles in a thousand hold."""

from __future__ import annotations

SELDOM = """
abandon abuse academy accelerate accessory acquire acquired acquires acquisition activist activists actor
actress adapt adopt adoption ads advertiser advertisers advocate aerospace affair affordable aged ageing
aggressive airport alarm alert algorithm algorithms alive allegation allege alleged allegedly alliance ally
ambition ambitions ambitious amend ancient android anger angry anniversary anonymous antitrust anxiety
apologize apology appetite appoint appoints approximately archive arena arrive arrives arriving aside
assault assist assistance assistant assistants astronaut astronauts athlete atmosphere attract attractive
auction audience audio audit auto automaker automate automated automation autonomous avenue backed backing
backlash backup bail balance ballot bankruptcy banned banning barrel barrier battlefield bay beach bear beef
bell benchmark benchmarks besides betting bias bike billionaire billionaires billions biotech bird birds
birth birthday bitcoin blame blames blast blind blockbuster blocked blocking blood bloody boat bold bomb
bombs bonus boom boomer borrow bother bottle bottom bowl brazil breach breaches breakthrough breast brief
briefly briefs brilliant broad broke broken brought bubble buds bull burn burning businesses businessman
busy buyers buyout cable calendar california camp cap capability capable capture carbon cargo cast casual
catalog category cell cellular censorship certificate chaos character characters charity charm chase cheaper
chef chemical chicago chicken chocolate cigarette cinema circle circuit civil civilian classic classroom
client clients clinic clinical clip clock clothing clue coast coffee collaborate collaboration collapse
colleagues collect column combat comedy comfort comic command commander commitment commodity communist
compact comparison compensation competing competitive complaint complaints complex compliance component
components compromise concept concert condition conditions confidence confidential confusion congressional
connected connection conservative console consolidate constant constitution consultant contender contest
context contractor contribute convention conventional convert convince convinced cooking cooperation cop
coral corner corp corporation corruption costly counter counts coup coupon courts coverage covid crack
crackdown craft crazy creation creator creators creature criminal critic criticism criticize crop cross
crucial crude crush crypto cryptocurrency cuba cultural culture cure curious custom cutting cybersecurity
dad dance danger dangerous dare database datacenter datacenters date dated dates deadline dealing dealt
decline declined declines decrease deepen deeper defeat defend defendant defends deficit define definitely
definition degree delete democracy demonstrate denied denies deny denying depend deposit depression desert
deserve desire desktop destination destroy destroyed detained detect detection determine diet dinner
diplomat dirty disappointing disclose disclosed disclosure discount discovered discussion disk dismiss
dispute disrupt distance distribution district diverse divide dividend division divorce dna domestic
dominate donald donate donation downgrade download dozens drag drama dramatic draw drawing drawn drink drone
drones drought dry dual dubbed dutch duty dynamic eager eastern ebook echo editing efficiency efficient egg
elderly elect elected electricity electronics elephant elite elon embassy embrace embryo emerging emissions
emotional emphasis empire employ employment empty enable encounter encourage encryption endless endorse
endorsement endure enforcement engage enhance enormous entirely entrepreneur entrepreneurs entry envoy
episode episodes era escape essay establish ethics ethnic euro eventually everybody everyday evolution
evolve exceed excellent excess excessive executed exercise exhibition exit expectations expecting expense
experiment experimental expire exploit explore explosion expose exposed exposure extended extension external
eyeing facing factories fallen false fame fancy fantastic fantasy fare farewell farmers fashion fat fatal
fate father fault favor favorite fda feared fed feedback felt fewer fiction fierce fighter filmmaker filter
fingers fired firefox fiscal fitness fixed flag flagship flaw flaws fleet flexible float flood floods flu
foldable folks fool forecasts forest forever forge formal formally formation formed formula fort forth
fortune forum fossil foundation founding fraction fragile frame framework franchise frank fraud frequent
frontier frozen fruit frustrated fully fun functional funded funeral funny furniture gadget gadgets galaxy
gallery gambling gameplay gamers gaming gang garage gather gathering gaza gene genetic genius gentle george
ghost glad glass glasses glimpse globe gmail god grab grade grand grant granted graphics grave gray greater
greatly greek grew grind groundbreaking guarantee guess guest guidance guidelines guns habit hair hall halt
handful handle handled handling hang happening harassment hardly harm harmful harsh harvard hat headed
heading headline headlines headphones headquarters headset healthcare healthy hearing heaven height hell
hello helpful hero hide hiding highlight highlights highway hiring historical historically holding holdings
hollow homeless homes honest horse hostage hostile hosts humanity humanoid hunger hunt hunting hurricane
hurt hybrid hype iconic ideal identify identity ignore illegal illness immune impressive improved
improvement improvements improving incentive inches incredible incredibly incumbent infection infectious
infrastructure inject injunction injury innovative input insight insights inspection inspired instagram
installed instance instant instantly institutional instruction insurer insurers intended intense intent
interactive interface interim internal interpret interrupt intervention intimate introduction invasion
invested investigators invite invited involve involved involves involving ios ireland irish islamic isolated
italian jail james jersey jesus jewish joe john johnson joke journey judges juice jumps junior keen keyboard
keys kickstarter kingdom kit knife knock lady lake landing landlord landmark landscape lane laptops laser
lately latin laugh launcher lawmaker lawmakers layer layers layoff lazy leak leaked leaks leap lease leather
lebanon lecture legacy legend lens lenses lesson leverage liability liberty library licensing lied lifetime
lift lifted lifts lighting linked linkedin linux liquid lists literature lived lives living loaded loans
lobby lobbying location locations locked log logic lonely looming loose lord los loud lovers loyal luckily
lucky lunch luxury mac machinery mad magic magnetic mainstream majority makeup mall managed manhattan manual
mapping marathon marijuana marine marked marriage married mars mask massachusetts massively mate math
matters mature maximum meal meaning meaningful meanwhile measured meat mechanism medal medicare melt
membership memo memorial memories mention mentor menu merchant mercy mere merely merge merger mess messenger
metro michael microphone midnight migrants miles milestone militants milk millions minimum mining ministry
minority miracle mirror misinformation missile missiles misuse mobility moderate modest modify module mom
monetary monitoring monopoly monster moral mostly motivated motorola mount mouse muscle museums musicians
musk mutual mysterious mystery narrative narrow nasa nasdaq nato navigate navy nearby nearest neighborhood
neither nerve netflix neural neutral newcomer newest nobel nobody noise nomination nonprofit nor normal
normally northern nose notable note notebook noted notes notice noticed notification notion novel nurse
nvidia obama object objective obligation observe obsessed obstacle obtain obvious obviously occasion occupy
occur ocean odd odds offensive officer officers offices offset offshore oh olympics ongoing oops opened
opener opening openly operates opposed optimistic optional oracle orbit organic organizations organized
organizer orientation origin originally others ought outage outbreak outcome outdoor outfit outlet outlets
outlined outrage outright outstanding overcome overhaul overnight overseas oversee oversight overwhelming
owe owned owns oxygen packed pages pain paint painting palace palestinian palm pandemic panic parallel
parking parliamentary partial participant participants participate partly partnered partnering patch patent
patents patience payment payments payroll peak peer penalty pending penny pension permanent permit permitted
personality personally personnel persuade pet pharma pharmaceutical philosophy phoenix photograph
photographer phrase pin pink pipeline pixel pizza placed plain plane planes plastic plate playback playlist
playoff plea plead pleads please pleased pleasure plenty plot plunge plunges poem poison pole polish
politely politician politicians politics pollution pool poor pope popularity pose possess possibility
postpone potent pound poverty powered powerful powers practical practices praise prayer precise predicted
predicts prefer pregnant premiere preorder preorders presence presentation preserve presidency prestigious
presumably pretend prevented pricing pride priest principle printing priority prisoner privately pro
procedure proceed proceeds processes processing processors produced produces productivity profession
profitable programming programs progress prohibit projects prominent promoted promoting prompt prompts
pronounced proof prospect prospects protected protecting protein protesters protocol prototype provision
psychological publication publicly publishers publishing pulled pump punish pure pursue pursuit puzzle
quantum quarterback quest quietly quote rack radar radical rage raid rail rally ram random rank ranked
ranking ranks rapidly rarely rated ratio raw react reactor realistic realm rear reasonable reasons rebel
rebound rebuild recall recalls receiver recipe recognition recommendation recommendations reconsider
recording recovering recruit redesign refer reference referendum reflect refugees refund refusal regain
regard regarding regardless regime register registration regret regularly rehearsal reign reinstate
relations relative relaunch relax reliable relief religion reluctant rely remark remarkable remarks remedy
reminder removal renew renewable renewed rental reorganize repeated repeatedly replacement replica reply
reportedly reporters representative representatives rescued researcher resign resignation resigns resolve
resort respect respective responded responding responsibility restore restored restores restrict restriction
restrictions restructuring resume retailers retain retirement retreat reunion revamp revamped reverse
reversed revert reviewed revise revision revive reward rhetoric rice rid ring riot ripple rivalry roadmap
roads robotaxi robotaxis robotic robotics rocket rockets roles roller rollout romance romantic roof root
rose rough roughly rounding routine rubber ruined ruled rumored rumors runner rural sacrifice sad safari
sake salary salesforce samsung san sand santa satisfied sauce scam scan scary schedule scheduled schools
scrap scratch script scrutiny sealed secondary secrets sectors seed seemingly segment seize seized select
selected selection seller semiconductor senators sending sensitive sensors sentence sentenced separately
sequel sequence serial servant severely shadow shake shakeup shame shanghai shaping shareholder shareholders
shed sheet shell shelter sheriff shield shipped shipping shocking shoe shoes shooter shortage shortages
shorter shorts shout showcase shrink shutdown shutting siege silence silent silicon sim singapore singer
singing siri sitting skeptical skin skip slam slams slash slashed slashes slate slave slide slim slip
slowdown slump slumps smoke smooth snap snapchat snow soar soared soaring soars soccer socialist sole solo
solutions solved someday somehow somewhat somewhere sony sophisticated sought soul soundtrack southern
spacecraft spacex spain span spanish spark sparks spat specialist specialists species specifically
specifications spectacular spectrum speculation spin spirit spiritual spite split splits spoke spokesman
spokesperson spokeswoman sponsor spotify spotlight spotted squad squeeze stable stadium staffers stands
stanford staring starring starting startling starts statistics statue stayed staying steady steal steam
steel steep steering stem stepping stole stolen stood storytelling strain strange stranger strategic
strategies strategist streak streams streets strengthen stretch strict strictly striking string strip stripe
stroke strongest strongly studied studying stupid submission subsidiary subsidies substantial suburban
succeeds successfully successor sue sued sues suffered suffering sufficient sugar suggested suggesting
suicide suing suits summit supercomputer superintelligence superior supermarket supervisor supplement
supplier suppliers supplies supported supporters supporting surgery surprised surprisingly surrounding
surveillance survival survived survivor suspected suspend suspended suspends suspension suspicious sustain
sustainable sweden sweeping swing swiss sworn sydney symbol syria tactics tail taiwan talented tall tap tape
taste taught taxpayers taylor teaching teamed teams tear tears teaser teases technological technologist
teenage teenager telecom telegram telescope temporarily temporary tempted tend tender tennis tension
tensions tent terminal terrible terrific territory terrorism terrorist tesla thanks theft therefore thick
thin thinking third thoroughly thoughts threatened threatening threshold thrill thrive throughout throwing
thrown thunder tiger tight timeline times tire tired titles tobacco token tokens tokyo tone topic topics
tops tornado torture toss touching tourist tourists toxic toyota trace trademark traders tradition tragedy
tragic trained trainer trait transaction transform transformation transit translate translation transparency
transportation trapped trash traveler travelers traveling treasury treated treaty trees tremendous trick
tricks trillion trillions trips troops tropical troubled troubles truly trusted tumble tumbles tunnel turkey
turmoil turned turning turns tweak tweaks tweet tweets twin twist typically uber ugly ukraine ukrainian
ultimate ultimately unable uncertain uncertainty unclear uncover undergo underground underlying undermine
undo unemployment unexpected unfair unfold unfortunately unhappy uniform union unions unlimited unlock
unlocked unprecedented unusually unveiling updating upgrades upper upside urban urged urgent usage useful
username usernames utilities utility vacation vaccine vacuum valid valuable values van vast vegas ventures
verdict verify versus veteran vice vietnam village vintage viral visible visited visits vladimir vocal void
volatile volunteer vulnerabilities vulnerability vulnerable wage wages waited walking walks walmart warming
warnings warrant warrants wars wary wash watchdog waves weaken weaknesses wearable wearables weekdays wells
whale wheel whenever whereas wherever whisper whistleblower whoever whom widespread width wifi willingness
wing winners wire wisdom withdraw withdraws witness witnesses woke wonderful wondering worlds worries
worrying worthy wounded wow wrapped wrestling wrist writers wrongly wrote xbox yard yen yield youth zealand
zoom
"""
