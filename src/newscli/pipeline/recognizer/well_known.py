"""Organisations that everybody knows by one word, for texts in which no capital tells a name.

Most are the words that the recogniser's training texts have as nothing else; the others are of the
same kind. Words that are common in another sense (`магнит`, `озон`) and places are not among them.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc, Span

from newscli.pipeline.attributes import overlap
from newscli.pipeline.morphology import parses
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


def name_well_known(doc: Doc, text: str, scores: Mapping[Span, float]) -> dict[Span, float]:
    """`сбер снова поднял ставку`: the mentions of a text, each with its score, and these."""
    named = dict(scores)
    if not has_no_capitals(text):
        return named
    for token in doc:
        # Of a word that it does not know, the dictionary may guess the lemma wrong.
        lemmas = {token.lower_, parses(token.lower_)[0].normal_form}
        if len(token) < 3 or not lemmas & ORGANISATIONS:
            continue
        organisation = Span(doc, token.i, token.i + 1, label="ORG")
        inside = [span for span in named if overlap(span, organisation)]
        if all(len(span) == 1 and span.label_ != "ORG" for span in inside):
            for span in inside:
                del named[span]
            named[organisation] = _KNOWN
    return named
