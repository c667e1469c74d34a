"""Everyday words: what can't serve as a company's name, since every other article holds it."""

from __future__ import annotations

import re

from bot.core.stories.background import TIERS
from bot.core.stories.words import STOP

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# what most business news holds beside the English words of the tiers
_BESIDE = """
agi api app arr asic aws cfo cio coo cpu cto eu gdp gpu hbm ipo llm ml nlp saas sec uk vc vr
公司 企业 集团 科技 技术 中国 美国 日本 欧洲 人工智能 智能 模型 大模型 芯片 投资 融资 估值 市场 机器人 数据
会社 企業 米国 人工知能 生成 技術 投資 市場 データ モデル
회사 기업 한국 미국 중국 인공지능 모델 투자 시장 반도체
"""
_USUAL = frozenset(word for tier in TIERS for word in tier) | STOP | frozenset(_BESIDE.split())
_ANYWHERE = frozenset(TIERS[0]) | STOP


def everyday(name: str) -> bool:
    """Whether a name can't be told from ordinary words: "market", "the company", "人工智能", and "new money".

    Several ordinary words are a name when their capitals say so ("Deep Mind"), but for the most ordinary
    ones, which headlines write large as well ("Big Tech").
    """
    written = _WORD.findall(name)
    words = [word.casefold() for word in written]
    if len(words) < 2:
        return all(word in _USUAL or word.removesuffix("s") in _USUAL for word in words)
    if not all(word in _USUAL for word in words):
        return False
    return all(word in _ANYWHERE for word in words) or any(word[0].islower() for word in written)
