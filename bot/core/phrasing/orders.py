"""Sentences of an article that give orders to whoever summarises it."""

from __future__ import annotations

import re

from bot.core.text import fold, sentences

_ORDER = re.compile(
    r"(?:ignor\w*|disregard\w*|forget|overrid\w+|bypass\w*|vergiss|oublie\w*|olvid\w+)\b.{0,60}"
    r"\b(?:instructions?|prompts?|rules|guidelines|orders|above|previous|system|anweisung\w*|vorgaben"
    r"|consignes|instrucciones|regles|reglas)\b"
    r"|\b(?:system|developer|hidden) (?:prompt|message|instruction)"
    r"|\bnew (?:instructions?|task|system prompt) ?[:.]"
    r"|\byou are (?:now |no longer )?(?:an? |the )?(?:\w+ ){0,2}"
    r"(?:ai|assistant|language model|chatbot|summari[sz]er)\b"
    r"|\b(?:ai|language) (?:models?|assistants?|systems?)"
    r" (?:reading|summari[sz]ing|processing|that reads?) this"
    r"|(?:^|[.!?] )\W{0,3}(?:system|assistant|user|developer) ?:"
    r"|<\|?/?(?:im_start|im_end|system|inst)|\[/?inst\]"
    r"|\b(?:reply|respond|answer|output|print) (?:only |exactly |just |instead )?(?:with|:|\")"
    r"|(?:忽略|无视|忘记|無視).{0,20}(?:指令|指示|提示|说明|规则|命令)|(?:指示|命令|プロンプト).{0,8}(?:無視|忘れ)"
    r"|(?:지시|명령|프롬프트).{0,10}(?:무시|잊)"
)


def without_orders(text: str, language: str) -> str:
    """The text without sentences that speak to a machine, and without what follows them in their paragraph.

    Such a sentence is no news, and what comes behind it tells the machine what to say.
    """
    return "\n".join(kept for line in text.split("\n") if (kept := _before_order(line, language)))


def _before_order(line: str, language: str) -> str:
    if not _ORDER.search(fold(line)):
        return line.strip()
    kept = []
    for sentence in sentences(line, language):
        if _ORDER.search(fold(sentence)):
            break
        kept.append(sentence.strip())
    return " ".join(kept)
