"""Organisations that everybody knows by one word, for texts in which no capital tells a name.

Most are the words that the recogniser's training texts have as nothing else; the others are of the
same kind. Words that are common in another sense (`магнит`, `озон`) and places are not among them.
"""

from __future__ import annotations

from newscli.pipeline.recognizer.dictionary import lemma
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, put
from newscli.pipeline.recognizer.words import has_no_capitals

ORGANISATIONS = frozenset(
    (
        *("мид", "мвд", "мчс", "фсб", "фнс", "цик", "сбу", "цру", "фбр", "гибдд", "дпс"),
        *("минобороны", "минэнерго", "минтранс", "минпромторг", "минкультуры", "минсельхоз"),
        *("минздрав", "минфин", "минюст", "минобрнауки", "минэкономразвития", "минцифры"),
        *("госдума", "мосгордума", "мосгорсуд", "генпрокуратура", "центробанк", "центризбирком"),
        *("роспотребнадзор", "роскомнадзор", "росавиация", "россельхознадзор", "росгвардия"),
        *("росприроднадзор", "рособрнадзор", "росстат", "роструд", "гидрометцентр", "вциом"),
        *("роскосмос", "росатом", "ростех", "роснано", "ранхигс", "рпц", "кремль", "пентагон"),
        *("оон", "нато", "обсе", "мвф", "вто", "еврокомиссия", "европарламент", "евросоюз"),
        *("одкб", "снг", "магатэ", "юнеско", "интерпол", "фифа", "уефа", "наса", "русада"),
        *("тасс", "интерфакс", "рбк", "вгтрк", "нтв", "коммерсант", "медиазона", "белта"),
        *("газпром", "газпромбанк", "роснефть", "лукойл", "транснефть", "норникель", "нафтогаз"),
        *("аэрофлот", "трансаэро", "ржд", "автоваз", "уралмаш", "уралвагонзавод", "мосгаз"),
        *("сбербанк", "сбер", "втб", "тинькофф", "альфа-банк", "яндекс", "вконтакте", "мтс"),
        *("билайн", "ростелеком", "авито", "пятёрочка", "пятерочка", "ашан", "икея", "макдоналдс"),
        *("ютуб", "телеграм", "фейсбук", "инстаграм", "твиттер", "гугл", "майкрософт"),
        *("кпрф", "лдпр", "спартак", "зенит", "цска", "хамас", "талибан"),
    )
)
# How sure it is of one that the network did not see.
_KNOWN = 0.8


def name_well_known(tokens: Tokens, scores: Scores) -> Scores:
    """`сбер снова поднял ставку`: the mentions of a text, each with its score, and these."""
    if not has_no_capitals(tokens.text):
        return scores
    for at, word in enumerate(tokens.words):
        # Of a word that it does not know, the dictionary may guess the lemma wrong.
        if len(word) > 2 and not ORGANISATIONS.isdisjoint((word.lower(), lemma(word))):
            organisation = Mention(at, at + 1, "ORG")
            inside = [other for other in scores if other.overlaps(organisation)]
            if all(other.size == 1 and other.label != "ORG" for other in inside):
                scores = put(scores, organisation, _KNOWN)
    return scores
