"""The fourth tier of `background`: words that a few articles in a thousand hold."""

from __future__ import annotations

SELDOM = """
abandon abuse academy accelerate accessory acquire acquisition activist actor actress adapt admin adopt
adoption ads advertiser advocate aerospace affair affordable aged aggressive airport aka alarm alert
algorithm alive allegation allege allegedly alliance ally ambition ambitious amend ancient android anger
angry anniversary anonymous antitrust anxiety apologize apology appetite appoint approximately archive arena
arguably arrive aside aspect assault assist assistance assistant assume astronaut athlete atmosphere attract
attractive auction audience audio audit auto automaker automate automation autonomous avenue await awesome
awkward backbone backdrop backlash backpack backup bail balance ballot bankruptcy barely barrel barrier
basement batch bath battlefield bay beach beam bear beast beautifully bed bedroom beef beer beg begun behalf
beliefs bell belong benchmark bend bent besides bet bias bike billionaire bin biology biotech bird birth
birthday bitcoin bizarre blame blast blind blockbuster blogger blood bloody bloom blow blown boasts boat
bold bolt bomb bonus boom boomer boots bored born borrow bother bottle bottom bounce bow bowl brace brake
brave brazil breach breakdown breakfast breakthrough breast breath breeze brew brick bride bridge brief
briefly brightest brilliant broad broadband broadly broke broken brought brush bubble bucket buddy buds
buildings bulk bull bullet bump bunch bundle burden burger burn burst bury businessman busy butter buyout
buzz cable cafe cake calculate calendar california calm camp cancel candy cap capability capable captain
capture carbon careful carefully cargo casino cast castle casual catalog category cats caught cave cease
celebrate celebration celebrity cell cellular censorship ceremony certificate championship chancellor chaos
chapter character charger charity charm chase cheaper cheating cheers cheese chef chemical chemistry chest
chicago chicken childhood chill chocolate chose chosen chronic cigarette cinema circle circuit circumstances
civil civilian clash classic classified classroom clever clicks client cliff climb clinic clinical clip
clock closely closest closure cloth clue coalition coast coat coffee cofounder coin colder collaborate
collaboration collapse colleague collect column combat comeback comedy comfort comfortable comic command
commander commerce commitment commodity communist compact comparison compelling compensate compensation
competitive complained complaint completely complex compliance complicated component comprehensive
compromise computational concentration concept concert concluded conclusion concrete condition confidence
confident confidential configuration confused confusion congressional connection conscious consecutive
consensus consequences conservative considerable consistent consistently console consolidate constant
constitution consultant contemporary contender contest context contractor contrast contribute controller
convenient convention conventional convert convince cooking cooler cooperation cop coral cord corner corp
corporation correctly corruption cosmic costly cottage couldn counter county coup coupon coverage covid cow
cowboy crack crackdown craft crazy creation creator creature criminal criticism criticize crop cross crown
crucial crude crush crying crypto cryptocurrency cuba cultural culture cure curious custom cybersecurity dad
dance danger dangerous dare darkness database datacenter dawn daytime deadline deaf dealt deck decline
decrease deepen deeper deeply deer defeat defend defendant defensive deficit define definitely definition
definitive degree delete delicious delight democracy demonstrate denial denied deny depend deposit
depression depth description desert deserve designer desire desktop desperate destination destroy detained
detect detection detective determine devastating diagnosed diagnosis dialogue diamond diet differ
differently dig dilemma dinner diplomat direction dirt dirty disabled disagree disappear disappointing
disclose disclosure discount discrimination discussion dishes disk dismiss disney dispute disrupt distance
distant distinct distribution district disturbing diverse diversity divide dividend division divorce dna doc
doesn dome domestic dominate donald donate donation dose dot downgrade download downtown drag dragon drain
drama dramatic dramatically draw drawn drew drink drone drought drove drunk dry dual dubbed dust dutch duty
dying dynamic eager eagle ear ease eastern ebook echo ecosystem editing educational effectively efficiency
efficient egg egypt elaborate elderly elect electricity elegant elephant eligible eliminate elite elon
embassy embrace embryo emissions emotional emotions emperor emphasis empire employ employment empty enable
encounter encourage encryption endless endorse endorsement endure enforce enforcement engage engagement
enhance enormous enthusiasm enthusiasts entirely entity entrepreneur entry envoy episode equally equity era
escape essay essentially establish ethics ethnic euro evaluate evaluation evenings eventual eventually
everybody everyday evident evil evolution evolve exact examine exceed excellent exceptional excess excessive
excitement excuse executed exercise exhibition exit exotic expectations expense experiment experimental
expire explanation explicit exploded exploit exploration explore explosion expose exposure expression
extension extensive extent external extraordinarily extraordinary extremely faded fairly faithful fallen
fallout false fame fancy fantastic fantasy farewell farmers fashion fastest fat fatal father fault favor
favorite favour fda feat fed feedback feet fellow felony felt fence fever fewer fewest fiction fierce fifth
fifty fighter filmmaker filter finger firefox firmware fiscal fitness flag flagship flames flash flaw fleet
flesh flew flexible flip float flood flour flowers flown flu focused foldable folder folks fool footage
footprint foremost forest forever forge forgotten fork formal formally formation formerly formula fort forth
fortune forty forum fossil fought foundation fourth fox fraction fragile frame framework franchise frank
fraud freeze frequency frequent frequently freshman friendly friendship frontier frozen fruit frustrated
frustration fulfill fully fun functional fundamentally funeral funny furniture fury gadget galaxy gallery
gambit gambling gameboy gameplay gamers gang garage gate gather gaza generators generous genetic genius
genre gentle genuine genuinely george gesture ghost glad glass glimpse globe gloves glow gmail god gorgeous
gossip governance grab grade gradually grain grand grant graphics grave gray greater greatest greatly greek
grew grind groundbreaking grown guarantee guess guest guidance guidelines guilt guitar habit hair halfway
hall halloween halt hammer handful handheld handle hang happier happiest happily happiness harassment harder
hardest hardly harm harmful harsh harvard haven headline headphones headquarters headset heal healthcare
healthy heaven height helicopter hell hello helmets helpful hence hero heroic hide highlight highway hike
hills hints hip historian historical historically hobby holdings hollow holy homeland homeless homepage
honest honestly honey hook hopeful hopefully horizon horrific horse hostage hostile hotter hottest hourly
hub hugely humanity humanoid hung hunger hunt hurricane hurt hybrid hype iconic ideal identical identified
identify identity ideology idle ignore illegal illegally illness illustrate immune implement implementation
implications implies impose impossible impressed impression impressive imprisoned improvement inappropriate
inbox incentive inches inclusion inclusive incorporate incredible incredibly incumbent indeed independence
independently indication indictment indie indoor inevitable inevitably infected infection infectious
infinite influencer influential informal informed infrastructure ingredient inherent inject injunction
injury inmates inner innocent innovative input insight inspection inspiration inspired instagram
installation instance instant instantly instincts institutional instructed instruction instructor instrument
insulation insult insurer integration integrity intellectual intelligently intend intense intensity intent
intentional intentionally interact interaction interactive interface interfere interim internal interpret
interrupt intervention intimate introduction invasion invasive invent inventor investigators invisible
invitation invite involve ios ireland irish ironic irony islamic isolated italian jacket jail james jaw
jeans jersey jesus jewelry jewish jobless joe john johnson joke journalism journey joy joyful judgment
judicial juice jungle junior jurors keen keyboard kickstarter kingdom kit knee knife knock labels lady lake
landlord landmark landscape lane laser lately latin laugh launcher lawful lawmaker lawn layer layout lazy
leaf leak leans leap lease leather lebanon lecture legacy legend lends lengthy lens lenses lesser leverage
liability liar liberty library lied lifestyle lifetime lift lighter lightweight linger linkedin linux lion
lips liquid liquidity lite literature litigation loads lobby location log logic logistics loneliness lonely
longest longtime looming loop loose lord loser loud lounge lovely lover loyal luckily lucky lunch luxury
lying lyrics mac machinery magic magnetic mainly mainstream majority makeover makeup mall mandate mandatory
manhattan manner manual manually marathon marijuana marine marriage married mars martial marvel mask
massachusetts massacre massively mate math mathematical mathematics mature maximum maze meal meaningful
meanwhile meat mechanic mechanical mechanism medal mediation medicare meditation melt membership memo memoir
memorial mention mentor menu merchant mercy mere merely merge merger merits mess messenger messy meter
metrics metro michael microbes microphone microwave midnight migrants migration mild miles milestone
militants milk mill mindset mineral miniature minimal minimum ministry minority mint miracle mirror
misinformation missile misuse mixture mob mobility moderate modest modified modify module molecular
molecules mom monetary monkey monopoly monster mood moral moreover mortality mostly motivated motorola mount
mouse mud mugs multimedia multiplayer multiply murky muscle musicians musk mutual mysterious mystery myth
naked narrative narrow nasa nasdaq nasty nationwide nato naturally navigate navigation navy nearby nearest
needle neighborhood neither nerve nervous netflix neural neutral newcomer newer newest newsroom nicely niche
nickname nightmare nobel noble nobody noise noisy nomination nominee nonprofit noon nor normal normally
norms northern nose notable note notebook notice notification notion notorious notoriously novel nowhere
numerous nurse nuts nvidia oak obama object objective obligation obscure observation observe observers
obsessed obsession obstacle obtain obvious obviously occasion occasionally occupation occupy occur ocean odd
offended offender offense offensive officer offices offline offset offshore oh oldest oneself ongoing oops
opener openly opponents opposite optical optimism optimistic optimize optional oracle oral orbit organ
organic organisation organised organized organizer orientation origin originally ought outage outbreak
outcome outdoor outer outfit outlet outline outrage outright outsiders outstanding oven overcome overhaul
overnight overseas oversee oversight overview overwhelm owe oxygen pads pain paint palace pale palestinian
palm pandemic panic pants paperwork parade paradise parallel parliamentary parody partial participant
participate particles particular partly passenger passion passionate password pasta pastor patch patent
patience patrol paused payment payroll peaceful peak peer pen penalty pencil pending penny pension perceived
perception perfume perks permanent permit persistent personality personally personnel perspective persuade
pet petition pharma pharmaceutical phenomenon philosopher philosophy phishing phoenix photograph
photographer photography phrase physician physicist physics piano pie pier pile pillow pin pink pioneer
pipeline pirate pit pixel pizza plain plaintiff planetary plastic plate playback playful playlist playoff
plea plead please pleasure plenty plot plug plunge poem poet poetry poised poison polar pole polish polite
politely politician politics pollution pond pool poor popularity porn portable portion portrait pose possess
possibility postpone potatoes potent pound pour poverty powerful practical praise pray prayer precious
precise precisely precision prefer pregnant premiere preorder prescribed prescription presence presentation
preserve presidency prestigious presumably presumed pretend pride priest principle priority prisoner
privately pro probability problematic procedure proceed proceedings proceeds proclaims productivity
profession profitable profound programmer progress prohibit prolonged prominent promotion prompt prone
pronounce proof properly proportion prosecution prospect prosperity protective protein protesters protocol
prototype province provision provoke psychological psychologist psychology publication publicly pulse pump
punch punish punishment pure purely purple pursue pursuit puzzle qualified quantity quantum quarterback
queries quest quietly quiz quote rabbit racial racism racist rack radar radical rage raid rail rally ram
ramps ranch random rank rants rapidly rapper rarely ratings ratio raw react reactor realised realistic realm
rear reasonable rebel rebound rebuild recall receiver recipe recognition recommendation reconsider
recordings recruit recruiter recycling redesign reduction refer reference referendum reflect refugees refund
refusal regain regard regardless regime register registration regret regularly regulate rehab rehearsal
reign reinforce reinstate relations relative relaunch relax relevant reliable relied relief relieve religion
reluctant rely remark remarkable remarkably remedy reminder reminds remotely removal rendering renew
renewable rental reopen reorganize repeatedly replacement replica replied reply reportedly representative
reproductive requirement resembles reservation residence residential resign resignation resistance resolve
resort respect respective responsibility restore restrict restriction restructuring resume retain retirement
retreat reunion revamp reverse revert reviewer revise revision revive revolutionary reward rewrite rhetoric
rhythm rice riders rifle rigged rigid ring riot rip ripple ritual rivalry roadmap roadside roaring roast
robbed robbery robotaxi robotic robust rocket rods roller rollout romance romantic roof root rope rose
roster rotate rough roughly routine rubber rubbing rude ruin rulings runner rural sacred sacrifice sad sadly
sadness safari safeguards safest sail saint sake salad salary salesforce salmon salt sample samsung san sand
sandbox sandwich santa satire satisfied satisfy saturated sauce scam scan scared scary scenario scent
schedule scholar scholarship scientific scout scrap scratch scream screws script scrutiny sealed seasonal
secondary secretly sections seed seemingly segment seize seizure select selection seller semester
semiconductor seminar sensation sensible sensitive sensitivity sentence sentiment separately separation
sequel sequence serial servant servings severely severity sexy shadow shake shakeup shallow shame shanghai
shareholder shark sharper sharply shaved shed sheet shell shelter sheriff shield shine shiny shoe shooter
shore shortage shortened shorter shortly shouldn shout shoved shovel showcase showdown shower shrink
shutdown shy sideways siege silence silent silicon silly sim similarly simpler simplest simplicity simulate
simulation simultaneously singapore singer singing sink sirens siri skeptical sketch skin skip skirt slam
slash slate slave sleek slept slice slide slightest slim slip slogan slowdown slower slowest slump smallest
smarter smell smile smoke smooth smoothly snap snapchat sneak sneakers snow snowfall soap soar soccer
socialist soda sofa softer sole solely solidarity solo somebody someday somehow somewhat somewhere sony
sophisticated sorry sought soul soundtrack soup southern spacecraft spacex spain span spanish spare spark
spat spatial spawned specialist specialized species specifically specifications specs spectacular spectrum
speculation speeds spell sphere spike spill spin spirit spiritual spite split spoke spoken spokesman
spokesperson spokeswoman sponsor spontaneous spotify spotlight spouse squad squeeze stability stable stack
stadium staffers stairs stamp stance standoff stanford stark startling starve statistical statistics steady
steal stealth steam steel steep steering stem stereo sticker stimulus stir stole stolen stomach stone stood
storytelling strain stranded strange stranger strategic strategically strategist streak streamer strengthen
stretch strict strictly strikingly string strings strip strive stroke stroll strongest strongly structural
studied stumble stunt stupid submarine submission subscribe subsidiary subsidies substance substantial
substitute subtle suburb suburban subway succeeds successfully successor sue sued sufficient sugar suicide
suing suitable summarize summary summit sums sunlight sunny supercomputer superhero superintelligence
superior supermarket superstar supervisor supplement supplier supporters suppress surfing surgeon surgery
surprisingly surrender surround surveillance survival survivor suspend suspension suspicion suspicious
sustain sustainable swallow sweat sweden sweep swept swift swimming swing swiss sword sworn sydney symbol
sympathy syndrome synthetic syria tab taco tactic tags tail tailored taiwan tales tall tap taste tattoo
taught taxi taxpayers taylor tear teaser teases technically technician technological technologist teenage
teenager teeth telecom telegram telescope temple temporarily temporary tempted tenant tend tender tennis
tension tent tenure terminal terrain terrible terrific territory terrorism terrorist tesla testament
testified testify testimony textbook textile texture thankful theater theatre theft theme therapist thereby
therefore thick thief thieves thin thinner third thirty thorough thoroughbred thoroughly thread threshold
thrill thrive throat throne throughout thrown thumb thunder thus ticket tide tiger tight tightening tilt
timber timeline timely tin tiniest tire tissue toast tobacco toddler toe toilet token tokyo tolerance toll
tomb tonight tooth topic torn tornado torture toss touchscreen tourist tournament tower toxic toyota trace
tractor trademark traders tradition tragedy tragic trails trainer trait transaction transform transformation
transit translate translation translator transmission transmit transparency transparent transportation trap
trash trauma traveler tray treasure treasury treaty trees tremendous tribe tribute trick trillion trilogy
trio triple triumph troop tropes tropical trousers truly tube tucked tumble tune tunnel turkey turmoil tutor
tutorial tweak tweet twelve twenty twin twist typically uber ubiquitous ugly ukraine ukrainian ultimate
ultimately ultra unable unanimous unavailable unbelievable uncertain uncertainty unclear uncomfortable
uncover undercover undergo undergone undergraduate underground underlying undermine underneath understood
underwater underway undo undocumented unease unemployed unemployment unexpected unexpectedly unfair
unfamiliar unfinished unfold unfortunately unhappy unhealthy unified uniform union uniquely universe unknown
unleash unless unlimited unlock unnecessary unpaid unpopular unprecedented unrelated unrest unsafe unstable
unsuccessful unto unusually unwanted upload upper upside upstairs upstream upward urban urgent usable usage
useful useless username usual utility vacation vaccine vacuum vague valid valuable van vanish variable
variant variations variety vary vast vault vegas vegetables vegetarian vein vending vendor venue verdict
verified verify versatile versus vertical veteran viable vibe vibrant vice vicious videotape vietnam
vigorous villa village vintage violate violation viral virtually virtue visibility visible visionary
visually vivid vladimir vocabulary vocal void volatile volcano volunteer vows vulgar vulnerability
vulnerable wage waist waiter walmart wandering warehouse warm warmer warmest warnings warrant warranty
warriors wary wash wasn watchdog watchers weaken wealthiest wearable webcam webpage weddings wedge weekdays
weigh weird weirdly welcome welfare wellness western wet whale wheel whenever whereas wherever whilst whip
whisper whistleblower whoever whom widen wider widespread width wifi wildfire wildlife willingly willingness
wing wipe wire wisdom wise withdraw witness woke wolf wolves wonderful wooden wool workflow workout
workplace workshop worship worthless worthwhile worthy wounded wow wreck wrestling wrist wrongly wrote xbox
yard yell yen yield yoga younger youngest yours yourself youth youthful zealand zombies zoom
"""
