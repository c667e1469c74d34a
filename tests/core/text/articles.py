"""An article of our own writing, padded as content farms pad: one claim, and much that looks like claims."""

TITLE = "DeepSeek Reaches $45 Billion Valuation With Its First Outside Money"

# what a reader should be left with; every second paragraph ends in an outlet's name whose link was lost
_NEWS = """\
DeepSeek, the Hangzhou company behind a family of thrifty language models, has taken money from \
outsiders for the first time, in a round that puts its value at about $45 billion. The investment \
was described in a May 6, 2026, report by TechCrunch TechCrunch.

How much cash changed hands was not said. The company is expected to hire researchers and to rent \
more computing power, which until now came out of the pocket of its founder's trading firm. Its \
models need a fraction of the hardware that rivals in the United States use TechCrunch.

The laboratory made its name by training capable systems on older chips. Fewer parameters are active \
at any moment, so that each answer costs less electricity, a point that customers in Europe have \
raised more than once TechCrunch.

Funds from China and a few international backers took part in the round. They want a share of a \
market in which demand for computing keeps climbing, and they trust a team that has so far refused \
every offer TechCrunch.

Part of the money is meant for products. DeepSeek wants to sell translation, search and office \
assistants to companies, and it is looking for partners that run data centers outside China.

The round lifts the laboratory into a small club of start-ups that are worth tens of billions of \
dollars. OpenAI and Anthropic have led that club for years, and both spend far more on each new \
model TechCrunch.

Researchers see a wider pattern. Work on cheap training now comes from many places, and the distance \
between the first and the second country on public tests has become short.

Energy is one more reason for the attention. Leaner training could slow the growth of electricity \
bills, according to engineers who were quoted by TechCrunch TechCrunch.

The deal comes while governments and companies around the world are allocating billions to chips, \
power plants and models, and while lawmakers argue over what may be exported.

Much about the technology stays secret. Still, the round shows that investors pay for models that do \
more with less, and younger laboratories will point to it when they raise money themselves.

Harder years may follow. The company has to grow from a research group into a business, answer \
regulators on three continents and keep its best people, several of whom have been courted by larger \
rivals.

Few laboratories have gone from obscurity to such a price in a single round, according to TechCrunch \
TechCrunch."""

_TAIL = """\
Written by: The Paddington Desk, an Automated Newsroom

Contact: https://news.example/contact/

Additional Context

The wider meaning of these events goes beyond the present moment and touches on long-running \
questions of market structure, competition and strategy. Observers keep a close eye on the details \
of execution, on results in practice and on the answers of established participants, while supply, \
politics and customer demand shape the pace of change across the whole sector.

Industry Perspective

Analysts and participants hold differing views of what this may mean for the competitive landscape. \
Several research houses have described how leaders and challengers alike may have to adapt their \
plans as conditions shift, and the common opinion stresses patient investment in foundations as the \
way to the full promise of the technology.

Looking Ahead

As the sector moves on, stakeholders everywhere watch for signs of where it is going. The interplay \
of technology, markets, rules and demand makes for a complex landscape that asks for careful \
steering, and organizations that adapt quickly while keeping their focus are likely to do well in \
the years to come.

Tagged:

Leave a Reply

Your email address will not be published. Required fields are marked *"""

PAGE = f"Home / News / {TITLE}\n\n{TITLE}\n\n{_NEWS}\n\n\n{_TAIL}\n"
# the same as a feed that loses line breaks gives it
ONE_LINE = " ".join(PAGE.split())
