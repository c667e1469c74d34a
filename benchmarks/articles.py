"""Articles to measure the reader on, of our own wording, each in many versions.

No version has the names and sums of another: nothing is measured that is remembered from the last one.
"""

from __future__ import annotations

import re

VERSIONS = 100

_NAMES = ("Oakhurst", "Tarnwell", "Fenwick", "Lumenta", "Kestrel", "Marlin")
_SYLLABLES = ("bar", "den", "fol", "gim", "hest", "jor", "kal", "lun", "mir", "nov")

TITLE = "Marlin AI valuation doubles to $21B"
_TOLD = (
    "Marlin AI, a maker of voice agents based in Rotterdam, has raised $700 million at a $21 billion "
    "valuation, led by Pine Ventures. It was last valued at $5 billion in December. The company says that "
    "banks and hospitals use its agents for calls, and that its software now answers in forty languages. "
)
_FILLING = (
    "The field has changed quickly since the first of these systems was shown to the public three years ago. "
    "Customers want answers that can be checked, and they want to know who is liable when one is wrong. "
    "Several people who work with the company describe a culture in which every release is argued over. "
)
LONG = "".join(f"{_TOLD if part % 12 == 0 else _FILLING}({part}) " for part in range(300))

NEWS_TITLE = "Oakhurst valued at $4.5 billion after first funding round"
NEWS = """\
Oakhurst, the Lisbon laboratory behind a family of small language models, has closed its first round of \
outside funding at a valuation of about $4.5 billion, two people familiar with the matter told the \
Financial Times. The deal, which was signed late on Monday, makes it one of the most valuable young \
companies in Portugal.

The laboratory’s founders, Ana Prates and Joost de Wit, had turned investors away since 2021. “We didn’t \
want to be told what to build,” Prates said in an interview last year. Pine Ventures led the round, the \
people said, and two pension funds from the Nordic countries joined. A spokesperson for Oakhurst declined \
to comment.

Its models need far less computing power than those of larger rivals such as OpenAI and Anthropic, which \
is why hospitals and shipping companies run them in their own cellars. According to the company, 1,400 \
customers in 31 countries pay for support, and revenue tripled in 2025. It employs 190 people, most of \
them in Lisbon.

Analysts were less sure that the price is right. “There is a market for small models, but nobody knows \
how large it is,” said Mirjam Kool, who follows the industry at Kestrel Research. Oakhurst gives its \
models away and lives on what it earns by running them, she noted, and margins on that have fallen all \
year as Google and Microsoft cut their prices by up to 40 percent.

The money will go into a second data center, which the laboratory plans to open near Sines in the summer \
of 2027, and into a team that checks what its models say about medicines. Oakhurst also wants to hire in \
Toronto. It hasn’t decided whether its next family of models, due in the autumn, will be free to download \
as well.

Portugal’s government has courted such companies with tax breaks and cheap power for two years. Critics \
in Lisbon say that rents rose and that too few of the jobs went to people who had lived there before. \
Prates, who grew up in Setúbal, has promised to build the next office there. She and De Wit met at \
university, where both wrote about translation.
"""

DENSE_TITLE = "Oakhurst raises $1.2 billion at a $14 billion valuation"
DENSE = """\
Oakhurst has raised $1.2 billion in a Series C round that values the chip designer at $14 billion, up \
from $6.5 billion a year ago, the company said on Tuesday. Pine Ventures led the round, and Kestrel \
Capital put in another $250 million.

Its annual recurring revenue has passed $600 million, Oakhurst said, and it expects a first profit next \
year. Founded in 2019 by three engineers who had left Nvidia, it designs chips that answer questions \
rather than learn from them, and has them made in Taiwan. It employs 800 people in four countries.

Rival Tarnwell is in talks to raise up to $3 billion at a valuation of at least $40 billion, people \
familiar with the matter said, while Fenwick Labs plans an IPO that could bring in $900 million this \
autumn. Neither company would comment. In March, Marlin bought the start-up Lumenta for €780 million in \
cash and stock, the largest purchase that a European chip company has made so far.

Oakhurst will spend about $700 million on a data center in Ohio, where it wants to show customers what \
its chips can do. Building has begun, and the first hall is to open in 2027. The state gives it land and \
twenty years of cheap power in return for 300 jobs.

Pine Ventures, which also holds shares in two of the company’s suppliers, closed a $2.5 billion fund in \
May. Investors have grown more careful since then: of the rounds that were announced in summer, fewer \
than half have been closed. “Everybody wants a part of the five winners, and nobody wants to look for the \
sixth,” said Mirjam Kool, an analyst at Kestrel. The chief executive, Ann Lee, said that Oakhurst had not \
needed the money, and that it would go into hiring and into tools for the people who write software for \
its chips. Oakhurst still loses more than it earns, and its largest customer buys 40 percent of what it \
makes.

Tarnwell, which has raised $5.4 billion to date, was valued at $25 billion in a sale of employees’ shares \
last year. Its chips train models rather than run them, and the two companies share few customers as yet.
"""


def versions(title: str, text: str) -> list[tuple[str, str]]:
    """The article with other names and other last digits each time."""
    return [(_version(title, number), _version(text, number)) for number in range(VERSIONS)]


def _version(text: str, number: int) -> str:
    for place, name in enumerate(_NAMES):
        first, second = divmod((number + 7 * place) % 100, 10)
        text = text.replace(name, f"{name[:3]}{_SYLLABLES[first]}{_SYLLABLES[second]}")
    return re.sub(r"\d(?=\D)", lambda digit: str((int(digit[0]) + number) % 9 + 1), text)
