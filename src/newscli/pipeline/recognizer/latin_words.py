"""Lists of what is written in Latin letters: first names, places, clubs, and words beside them."""

from __future__ import annotations

# Common first names, without those that well-known brands begin with (`Louis`, `Calvin`).
FIRST_NAMES = frozenset(
    (
        *("John", "Mary", "Robert", "Linda", "James", "Susan", "William", "Karen", "Thomas"),
        *("Emma", "Oliver", "Sophie", "Alice", "Peter", "Anna", "Hans", "Jürgen", "Klaus"),
        *("Ursula", "Lena", "Heinrich", "Pierre", "Jean", "Marie", "Camille", "François"),
        *("Antonio", "María", "José", "Carlos", "Lucía", "Javier", "Giulia", "Marco", "Paolo"),
        *("Chiara", "João", "Paulo", "Lars", "Ingrid", "Sven", "Mikael", "Piotr", "Agnieszka"),
        *("Katarzyna", "Petr", "Goran", "Dragan", "László", "Gábor", "Andrei", "Elena", "Mehmet"),
        *("Ahmed", "Fatima", "Omar", "Hassan", "Rajesh", "Priya", "Kenji", "Hiroshi", "Diego"),
        *("Daniel", "David", "Sarah", "Laura", "Mark", "Steve", "Olga", "Ivan", "Maria", "Kevin"),
        *("Albert", "Till", "Brian", "Donald", "George", "Joseph", "Richard", "Patricia"),
        *("Barbara", "Elizabeth", "Jennifer", "Christopher", "Matthew", "Anthony", "Andrew"),
        *("Stephen", "Edward", "Emmanuel", "Nicolas", "Olaf", "Friedrich", "Sergey", "Sergei"),
        *("Dmitry", "Vladimir", "Alexander", "Alexey", "Mikhail", "Natalia", "Tatiana"),
        *("Ekaterina", "Igor", "Oleg", "Pavel", "Boris", "Bill", "Jeff", "Tim", "Michael", "Eric"),
        *("Jonathan", "Gregory", "Patrick", "Stefan", "Andreas", "Matthias", "Wolfgang", "Johann"),
        *("Anders", "Erik", "Björn", "Nils", "Emily", "Charlotte", "Julia", "Claire", "Sophia"),
        *("Nicole", "Rachel", "Amanda", "Jessica", "Juan", "Miguel", "Pablo", "Pedro", "Fernando"),
        *("Carmen", "Giuseppe", "Giovanni", "Francesco", "Alessandro", "Antony", "Novak"),
        *("Leonardo", "Tomasz", "Jakub", "Marek", "Ivana", "Mohammed", "Muhammad", "Nikolai"),
        *("Yuri", "Anton", "Daniil", "Kirill", "Denis", "Svetlana", "Irina", "Elon", "Ronald"),
        *("Emil", "Jürg", "Zoran", "Andrzej", "Krzysztof"),
        *("Jude", "Greta", "Oprah", "Kanye", "Lech", "Bernie", "Hillary", "Umberto", "Recep"),
        *("Kylian", "Rafael", "Lewis", "Narendra", "Shinzo", "Zlatan", "Alexei", "Aleksandr"),
        *("Aleksei", "Yulia", "Hugh", "Keanu", "Quentin", "Ridley", "Tilda", "Steffi", "Angela"),
        *("Jacinda", "Salman", "Haruki", "Noam", "Sanna", "Jens", "Bashar", "Ehud", "Yair"),
        *("Mustafa", "Viktor", "Volodymyr", "Petro", "Oleksandr", "Andriy", "Yevgeny", "Evgeny"),
        *("Ksenia", "Nikita", "Artem", "Timothy", "Larry", "Henrik", "Magnus", "Lionel"),
        *("Cristiano", "Gérard", "Brigitte", "Isabelle", "Catherine", "Helen", "Margaret", "Nancy"),
        *("Carlo", "Massimo", "Roberto", "Enrico", "Matteo", "Silvio", "Giorgia", "Jürgen"),
        *("Sebastian", "Florian", "Tobias", "Gerhard", "Helmut", "Dieter", "Günter", "François"),
        *("Jacques", "Laurent", "Philippe", "Bernard", "Christophe", "Guillaume", "Alain"),
        *("Xavier", "Thierry", "Sébastien", "Mathieu", "Julien", "Arnaud", "Christine"),
        *("Alejandro", "Andrés", "Sergio", "Eduardo", "Ricardo", "Jorge", "Manuel", "Rodrigo"),
        *("Gustavo", "Luiz", "Fabio", "Marcelo", "Rafaela", "Gabriel", "Cesar", "César", "Johan"),
        *("Gustav", "Mats", "Jonas", "Søren", "Lasse", "Kristian", "Astrid", "Ibrahim", "Yusuf"),
        *("Hamza", "Khalid", "Abdullah", "Mahmoud", "Hussein", "Amir", "Reza", "Satya", "Sundar"),
        *("Anil", "Sanjay", "Vijay", "Akira", "Takeshi", "Naomi", "Yuki", "Jason", "Ryan", "Aaron"),
        *("Nathan", "Joshua", "Jacob", "Samantha", "Rebecca", "Hannah", "Megan", "Lauren"),
        *("Stephanie", "Michelle", "Kimberly", "Deborah", "Sharon", "Janet", "Joan", "Judith"),
        *("Janice", "Gary", "Larry", "Dennis", "Jerry", "Raymond", "Douglas", "Peter", "Harold"),
        *("Craig", "Todd", "Ken", "Neil", "Ian", "Graham", "Colin", "Gareth", "Alan", "Stuart"),
        *("Duncan", "Fiona", "Amy"),
        *("Kamala", "Melania", "Ivanka", "Theresa", "Rishi", "Keir", "Nigel", "Jeremy", "Justin"),
    )
)
# Companies and media that are called so, and hardly anything else is.
ORGANISATIONS = frozenset(
    (
        *("OpenAI", "Smartavia", "KFC", "VK", "IKEA", "Marriott", "H&M"),
        *("Google", "Microsoft", "Intel", "IBM", "AMD", "Nvidia", "Huawei"),
        *("SpaceX", "Neuralink", "Netflix"),
        *("Reuters", "Bloomberg", "BBC", "CNN", "CNBC", "AFP", "Politico", "Axios", "Bellingcat"),
        *("Gazprom", "Rosneft", "Lukoil", "Lufthansa", "Ryanair", "Volkswagen", "Siemens"),
        *("Ozon", "Wildberries", "Avito", "Yandex", "Baza", "NASA", "FIFA", "UEFA"),
        *("Zara", "Uniqlo", "Decathlon", "Leroy Merlin", "Novo Nordisk", "Eli Lilly", "Pfizer"),
        *("Moderna", "AstraZeneca", "BlackRock", "JPMorgan", "Goldman Sachs", "Deutsche Bank"),
        *("Euroclear", "Rheinmetall", "Airbnb", "PayPal", "AliExpress", "Alibaba", "Ubisoft"),
        *("Nintendo", "TSMC", "Foxconn", "Accenture", "Deloitte", "KPMG", "PwC", "McKinsey"),
        *("flydubai", "Philip Morris", "Société Générale", "Winline", "Fonbet", "Novatek"),
        *("Anthropic", "Embraer", "Changan", "Nordwind", "Readovka", "Nestlé", "Asus", "Haval"),
        *("Cartier", "Hermès", "Puma"),
        *("Christie's", "Sotheby's", "LG", "BASF", "Renault", "Stellantis", "Shein", "Temu"),
    )
)
# First names that brands begin with, or that end companies' names: `Max Mara`, `Lockheed Martin`.
NAMES_OF_BRANDS = frozenset(
    (
        *("Louis", "Calvin", "Charles", "Frank", "Scott", "Walter", "Martin", "Simon", "Samuel"),
        *("Benjamin", "Max", "Jack", "Joe", "Paul", "Philip", "Roger", "Stanley", "Victoria"),
        *("Warren", "Keith", "Luca", "Luis", "Jan", "Nikola", "Ali", "Maxim", "Henry", "Marc"),
    )
)
# Surnames that tell without a first name.
SURNAMES = frozenset(
    (
        *("Trump", "Biden", "Obama", "Macron", "Merkel", "Scholz", "Merz", "Putin", "Lavrov"),
        *("Zelensky", "Zelenskyy", "Netanyahu", "Erdogan", "Orban", "Starmer", "Musk"),
        *("Zuckerberg",),
    )
)
# Places that no club and no company is called after by this word alone.
PLACES = frozenset(
    (
        *("London", "Berlin", "Paris", "Rome", "Madrid", "Vienna", "Wien", "Warsaw", "Warszawa"),
        *("Prague", "Praha", "Budapest", "Bucharest", "Bucuresti", "București", "Belgrade"),
        *("Beograd", "Zagreb", "Athens", "Lisbon", "Lisboa", "Brussels", "Bruxelles"),
        *("Geneva", "Zürich", "Zurich", "Bern", "Munich", "München", "Hamburg", "Frankfurt"),
        *("Köln", "Dresden", "Leipzig", "Stuttgart", "Milano", "Venezia", "Firenze", "Torino"),
        *("Lyon", "Marseille", "Amsterdam", "Rotterdam", "The Hague", "Copenhagen", "København"),
        *("Oslo", "Stockholm", "Helsinki", "Tallinn", "Riga", "Vilnius", "Minsk", "Kyiv", "Kiev"),
        *("Lviv", "Odesa", "Kharkiv", "Moscow", "Moskva", "Saint Petersburg", "St. Petersburg"),
        *("Kazan", "Tbilisi", "Yerevan", "Baku", "Astana", "Almaty", "Tashkent", "Istanbul"),
        *("Ankara", "Tel Aviv", "Jerusalem", "Beirut", "Damascus", "Baghdad", "Tehran", "Dubai"),
        *("Abu Dhabi", "Doha", "Riyadh", "Cairo", "Kabul", "Islamabad", "Delhi", "New Delhi"),
        *("Mumbai", "Bangkok", "Hanoi", "Jakarta", "Manila", "Kuala Lumpur", "Hong Kong"),
        *("Beijing", "Shanghai", "Seoul", "Tokyo", "Kyoto", "Sydney", "Melbourne", "Auckland"),
        *("Nairobi", "Lagos", "Johannesburg", "Cape Town", "New York", "Washington", "Los Angeles"),
        *("Chicago", "San Francisco", "Las Vegas", "Houston", "Miami", "Dallas", "Detroit"),
        *("Philadelphia", "San Diego", "New Orleans", "Toronto", "Montreal", "Vancouver", "Ottawa"),
        *("Mexico City", "Havana", "Buenos Aires", "Rio de Janeiro", "Lima", "Caracas", "Tirana"),
        *("Dublin", "Edinburgh", "Glasgow", "Oxford", "Cambridge", "Manhattan", "Brooklyn"),
        *("Hollywood", "Russia", "Ukraine", "Germany", "Deutschland", "France", "Italy", "Italia"),
        *("Spain", "España", "Poland", "Polska", "China", "Japan", "India", "Israel", "Turkey"),
        *("Türkiye", "USA", "California", "Texas", "Florida", "Europe", "Africa", "Asia"),
    )
)
CLUBS = frozenset(
    (
        *("Real Madrid", "Barcelona", "Atletico", "Liverpool", "Arsenal", "Chelsea", "Tottenham"),
        *("Manchester United", "Manchester City", "Bayern", "Borussia", "Juventus", "Inter"),
        *("Bayern München", "Paris Saint-Germain", "Borussia Dortmund", "Atletico Madrid"),
        *("Boston Celtics", "Chicago Bulls", "Los Angeles Lakers", "Golden State Warriors"),
        *("Miami Heat", "Brooklyn Nets", "Washington Capitals", "New York Rangers"),
        *("Detroit Red Wings", "Pittsburgh Penguins", "Florida Panthers", "Toronto Maple Leafs"),
        *("Inter Milan", "Aston Villa", "Newcastle United", "West Ham", "Red Bull"),
        *("Milan", "Napoli", "Roma", "PSG", "Ajax", "Benfica", "Porto", "Celtic", "Galatasaray"),
    )
)
# Behind one of these in the singular is what a company is called.
COMPANIES = frozenset(
    (
        *("компания", "фирма", "корпорация", "холдинг", "концерн", "автоконцерн", "банк"),
        *("стартап", "авиакомпания", "агентство", "газета", "журнал", "издание", "телеканал"),
        *("телекомпания", "маркетплейс", "ритейлер", "онлайн-кинотеатр", "туроператор"),
        *("автопроизводитель", "клуб", "отель", "авиаконцерн", "лоукостер", "издательство"),
        *("разработчик", "производитель", "лейбл", "интернет-магазин", "сеть", "фармкомпания"),
        *("магазин", "бар", "кафе", "ресторан", "кофейня", "гостиница", "тц", "трц", "фонд"),
        *(
            "клиника",
            "бизнес-центр",
            "автодилер",
            "студия",
            "киностудия",
            "группировка",
            "платформа",
        ),
        *("нефтекомпания", "авиаперевозчик", "чипмейкер", "автохолдинг", "медиахолдинг"),
    )
)
# Behind one of these is who sings, though one word may look like a group or a brand.
SOLOISTS = frozenset(
    ("певец", "певица", "рэпер", "блогер", "диджей", "исполнительница", "тиктокер")
)
# Behind one of these is what is called so, whoever or whatever else is.
THINGS = frozenset(
    (
        *("турнир", "фестиваль", "марафон", "выставка", "учение", "серия", "крейсер", "танкер"),
        *("сухогруз", "контейнеровоз", "газовоз", "балкер", "супертанкер", "авианосец", "эсминец"),
        *("фрегат", "корвет", "лайнер", "яхта", "паром", "спутник", "зонд", "вирус", "алгоритм"),
    )
)
# Behind one of these is the title of a work, or who made it.
FILMS = frozenset(("фильм", "сериал", "мультсериал", "аниме", "игра", "видеоигра", "хоррор"))
# Behind one of these in the singular is a person: nobody is the singer of a company.
PROFESSIONS = frozenset(
    (
        *("политик", "модельер", "дизайнер", "певец", "певица", "актёр", "актриса", "музыкант"),
        *("режиссёр", "писатель", "художник", "художница", "фотограф", "теннисист", "теннисистка"),
        *("гонщик", "боксёр", "инвестор", "миллиардер", "бизнесмен", "предприниматель", "блогер"),
        *("рэпер", "физик", "историк", "философ", "экономист", "политолог", "математик", "поэт"),
    )
)
# Behind one of these and a colon is where a picture or the news come from.
CREDITS = frozenset(("фото", "видео", "скриншот", "источник", "иллюстрация", "кадр", "снимок"))
BODIES = frozenset(
    (
        *("Institute", "University", "Universität", "Université", "College", "School", "Bank"),
        *("Music", "Records", "Pictures", "Entertainment", "Studios", "Motors", "Capital"),
        *("Energy", "Games", "Media", "Holding", "Holdings", "Partners", "Technologies"),
        *("LLP", "LLC", "Inc", "Ltd", "GmbH", "Corp", "Corporation", "Association"),
        *("Group", "Airlines", "Airways", "Press", "News", "Club", "Company", "Foundation"),
    )
)
LINKS = frozenset(("of", "for", "the", "de", "du", "la", "le", "pour", "di", "in"))
AND = frozenset(("&", "and"))
# Behind one of these in the singular is what it is called, after its maker or not.
PRODUCTS = frozenset(
    (
        *("индекс", "карта", "вакцина", "автомобиль", "внедорожник", "кроссовер", "смартфон"),
        *("планшет", "ноутбук", "процессор", "видеокарта", "пакет", "приставка", "консоль"),
        *("браузер", "приложение", "мессенджер", "седан", "пикап", "электромобиль", "препарат"),
        *("сервер", "чип", "дрон", "нейросеть", "чат-бот", "дистрибутив", "криптовалюта", "токен"),
    )
)
