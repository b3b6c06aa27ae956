"""Names in Latin letters as Russian news leaves them, and words in Latin letters that name nobody.

The parts of people's names are common ones of their languages, put together by chance; nobody in
particular is meant. Organisations and cities are well known ones.
"""

from __future__ import annotations

import random


def _words(text: str) -> list[str]:
    return text.split()


def _names(text: str) -> list[list[str]]:
    return [name.split() for name in text.split("|")]


_FIRST = _words(
    "John Mary Robert Linda James Susan William Karen Thomas Emma Oliver Sophie Jack Alice Peter "
    "Anna Hans Greta Jürgen Klaus Ursula Heinrich Lena Pierre Jean Marie Camille Luc Élodie "
    "François Antonio María José Carlos Lucía Javier Giulia Marco Paolo Chiara Luca João Ana Paulo "
    "Rui Beatriz Lars Ingrid Bjørn Astrid Sven Mikael Aino Jukka Matti Piotr Agnieszka Zbigniew "
    "Katarzyna Jan Petr Zuzana Tomáš Lukáš Ivana Goran Dragan Milica Luka László Zsófia Gábor Ion "
    "Andrei Elena Mehmet Ayşe Emre Zeynep Ahmed Fatima Omar Layla Hassan Yusuf Rajesh Priya Arjun "
    "Anita Wei Ming Li Xiu Hiroshi Yuki Kenji Haruka Min-jun Ji-woo Nguyen Siti Budi Kwame Amina "
    "Chinua Tiago Diego Daniel David Michael Sarah Laura Mark Steve Tim Kate Nick Olga Ivan Maria"
)
_LAST = _words(
    "Smith Johnson Williams Brown Miller Davis Wilson Anderson Taylor Moore Clark Lewis Walker "
    "Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Turner Phillips "
    "Campbell Parker Evans Edwards Collins Müller Schmidt Schneider Fischer Weber Meyer Wagner "
    "Becker Schulz Hoffmann Koch Richter Klein Dupont Martin Bernard Dubois Moreau Laurent Girard "
    "Lefèvre Rousseau García Fernández González Rodríguez López Martínez Sánchez Pérez Rossi "
    "Ferrari Russo Bianchi Romano Ricci Marino Silva Santos Oliveira Souza Pereira Costa Jansen "
    "Vries Bakker Visser Hansen Olsen Larsen Nielsen Andersson Johansson Lindqvist Virtanen "
    "Korhonen Nieminen Kowalski Nowak Wiśniewski Novák Svoboda Horváth Nagy Szabó Popescu Ionescu "
    "Jovanović Petrović Kovačević Yılmaz Kaya Demir Hassan Hussein Khan Patel Singh Sharma Gupta "
    "Wang Zhang Chen Liu Tanaka Suzuki Yamamoto Sato Kim Park Lee Choi Tran Pham Mensah Okafor "
    "Ivanov Petrov Kuznetsova Sokolov Popova Morozov"
)
_PARTICLES = _names("van|van der|von|de|da|del|di|le|bin|al")
_ORGANISATIONS = _names(
    "Reuters|Bloomberg|Associated Press|AFP|AP|CNN|BBC|Fox News|Sky News|Euronews|Deutsche Welle|"
    "Politico|Axios|Forbes|Fortune|Time|Newsweek|The Economist|Financial Times|The Times|"
    "The Washington Post|The Wall Street Journal|The Daily Telegraph|Daily Mail|USA Today|"
    "The Independent|Die Welt|Bild|Der Standard|Die Zeit|Süddeutsche Zeitung|Le Figaro|Libération|"
    "El País|La Repubblica|Corriere della Sera|Haaretz|Hürriyet|Kyodo|Xinhua|Global Times|Nikkei|"
    "The Insider|Business Insider|TechCrunch|The Verge|Wired|Variety|Getty Images|Shutterstock|"
    "Unsplash|Legion-Media|Vida Press|Scanpix|Zuma Press|EPA|Google|Alphabet|Amazon|Facebook|Meta|"
    "Twitter|YouTube|Instagram|TikTok|WhatsApp|Telegram|Netflix|Spotify|Uber|PayPal|eBay|Oracle|"
    "IBM|Cisco|Dell|HP|Sony|LG|Huawei|Lenovo|Panasonic|Toshiba|Nokia|Ericsson|Qualcomm|TSMC|"
    "Nintendo|Adobe|SAP|Zoom|Yandex|Mail.ru|VK|Kaspersky|Toyota|Honda|Nissan|Hyundai|Kia|"
    "Volkswagen|Daimler|Mercedes-Benz|BMW Group|Renault|Volvo|Ford|General Motors|Ferrari|Porsche|"
    "Geely|Chery|Michelin|Boeing|Airbus|Embraer|Raytheon|Rolls-Royce|General Electric|Lufthansa|"
    "Air France|Emirates|Qatar Airways|Turkish Airlines|Ryanair|easyJet|Wizz Air|Air Astana|"
    "airBaltic|Goldman Sachs|JPMorgan|Morgan Stanley|Citigroup|HSBC|Barclays|Deutsche Bank|UBS|"
    "Credit Suisse|BNP Paribas|Raiffeisen|UniCredit|Visa|Mastercard|McKinsey|KPMG|Ernst & Young|"
    "Accenture|BP|Shell|Chevron|TotalEnergies|Equinor|Glencore|Rio Tinto|ArcelorMittal|BASF|Bayer|"
    "Novartis|Roche|AstraZeneca|Moderna|Johnson & Johnson|Unilever|Nestlé|Danone|Coca-Cola|PepsiCo|"
    "McDonald's|Starbucks|Carlsberg|Heineken|Adidas|Nike|Zara|Inditex|Uniqlo|Louis Vuitton|Gucci|"
    "Chanel|L'Oréal|Ikea|Walmart|Auchan|Leroy Merlin|Harvard|Oxford University|Stanford University|"
    "Princeton|CERN|NASA|ESA|WHO|UNESCO|OPEC|FIFA|UEFA|NBA|NHL|Greenpeace|Amnesty International|"
    "Human Rights Watch|Bellingcat|Interpol|Pussy Riot|Metallica|The Beatles|Pink Floyd|Coldplay|"
    "Depeche Mode|Scorpions|ABBA|U2|Juventus|Barcelona|Bayern|Chelsea|Arsenal|Ajax|Benfica|Milan|"
    "Manchester City|Tottenham|Borussia Dortmund|Atlético|PSG|Chicago Bulls|Red Bull Racing|"
    "Fancy Bears|Wagner Group|Gazprom|Rosneft|Nord Stream|Sputnik|Meduza|RT|Ozon|Wildberries|"
    "Tinkoff|Setl Group|Fix Price"
)
_CITIES = _names(
    "London|Paris|Rome|Madrid|Vienna|Wien|Warszawa|Helsinki|Oslo|Stockholm|Riga|Vilnius|"
    "Athens|Zürich|Genève|Brussels|Amsterdam|Hamburg|Köln|Frankfurt|Milano|Torino|Barcelona|"
    "New York|Los Angeles|Chicago|Washington|Boston|Toronto|Sydney|Tokyo|Beijing|Hong Kong|Seoul|"
    "Singapore|Mumbai|Istanbul|Ankara|Cairo|Doha|Abu Dhabi|Tel Aviv|Tbilisi|Baku|Moscow|Kiev|"
    "Minsk|Sofia|Beograd|Bratislava|Ljubljana|Marseille|Lyon|Nice|Porto|Sevilla|Florida|Texas|"
    "California|Germany|France|Spain|Italy|Israel|USA|UK|Canada|Japan|China|Russia|Ukraine"
)
_THINGS = _names(
    "iPhone|iPhone 15|iPad|MacBook|Android|Windows|Windows 11|Linux|PlayStation 5|Xbox|Wi-Fi|"
    "Bluetooth|USB|HDMI|GPS|NFC|LTE|5G|SIM|eSIM|VPN|DDoS|QR|PDF|SMS|PIN|CVV|DVD|CD|IT|IPO|SPA|VIP|"
    "PR|HR|ESG|COVID-19|SARS-CoV-2|H5N1|DNA|USD|EUR|BTC|Bitcoin|Ethereum|Brent|WTI|Nasdaq|"
    "Dow Jones|MSCI|BMW|BMW X6|Mercedes|Audi A4|Lada Vesta|Toyota Camry|Tesla Model 3|Boeing 737|"
    "Airbus A320|Superjet 100|F-16|HIMARS|Leopard 2|Abrams|Javelin|Starlink|ChatGPT|GPT-4|"
    "Photoshop|Excel|Python|JavaScript|DNS|HTTP|IP|e-mail|online|offline|FAQ|OK|LED|XL|Full HD|"
    "Blu-ray|Black Friday"
)


def latin_person(chance: random.Random) -> list[str]:
    """`Lars van der Meyer`, `Giulia Rossi`, `K. Nowak`, `Rossi`; an apostrophe is a word."""
    first = chance.choice(_FIRST)
    if chance.random() < 0.08:
        first = f"{first}-{chance.choice(_FIRST)}"
    surname = [chance.choice(_LAST)]
    way = chance.random()
    if way < 0.08:
        surname = [*chance.choice(_PARTICLES), *surname]
    elif way < 0.12:
        surname = [chance.choice("OD"), chance.choice("'’"), *surname]
    elif way < 0.16:
        surname = [f"Mc{surname[0]}"]
    elif way < 0.2:
        surname = [f"{surname[0]}-{chance.choice(_LAST)}"]
    if chance.random() < 0.2:
        return surname
    if chance.random() < 0.1:
        return [first[0], ".", *surname]
    middle = [chance.choice("ABCDEJLMRST"), "."] if chance.random() < 0.06 else []
    return [first, *middle, *surname]


def latin_organisation(chance: random.Random) -> list[str]:
    """`Deutsche Bank`, `McDonald's`, or one that nobody knows: `Novak & Larsen Group`."""
    if chance.random() < 0.25:
        ending = chance.choice(_names("Group|Holding|Inc|Ltd|Capital|Media|Systems|Airlines|Bank"))
        made = [chance.choice(_LAST), *ending]
        return [chance.choice(_LAST), "&", *made] if chance.random() < 0.2 else made
    return _split(chance.choice(_ORGANISATIONS))


def latin_place(chance: random.Random) -> list[str]:
    """`New York`."""
    return chance.choice(_CITIES)


def latin_thing(chance: random.Random) -> list[str]:
    """What is no name of ours: `Wi-Fi`, `BMW X6`."""
    return _split(chance.choice(_THINGS))


def _split(words: list[str]) -> list[str]:
    """Apostrophes as words of their own, as the recogniser has them."""
    return " ".join(words).replace("'", " ' ").split()
