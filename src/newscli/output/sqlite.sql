-- The tables of `newscli entities --output FILE.sqlite`: the facts of docs/output.md under their
-- names there. docs/stores.md tells what to ask them.

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    title TEXT,
    published TEXT,
    text TEXT NOT NULL,
    -- Which article this is for --resume, and what its result was made from: another text or other
    -- options give another key.
    identity TEXT NOT NULL UNIQUE,
    key TEXT NOT NULL
);
CREATE INDEX articles_source ON articles (source);
CREATE INDEX articles_published ON articles (published);

-- People, places and organisations, in the order of first mention; see the views of these names.
CREATE TABLE entities (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    type TEXT NOT NULL CHECK (type IN ('person', 'place', 'organization', 'related_place')),
    name TEXT NOT NULL,
    first TEXT,
    last TEXT,
    patronymic TEXT,
    gender TEXT,
    latin_icao TEXT,
    latin_bgn TEXT,
    kind TEXT,
    country TEXT,
    region TEXT,
    lat REAL,
    lon REAL,
    geonames_id INTEGER,
    link_score REAL,
    count INTEGER NOT NULL
);
CREATE INDEX entities_article ON entities (article_id);
CREATE INDEX entities_name ON entities (type, name);
CREATE INDEX entities_country ON entities (country) WHERE country IS NOT NULL;

CREATE TABLE dates (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    value TEXT,
    type TEXT NOT NULL CHECK (type IN ('date', 'time', 'duration', 'set')),
    mod TEXT,
    "from" TEXT,
    "to" TEXT,
    anchor TEXT NOT NULL,
    count INTEGER NOT NULL
);
CREATE INDEX dates_article ON dates (article_id);
CREATE INDEX dates_days ON dates ("from", "to");

-- `start` and `end` count characters from 0: substr(text, start + 1, "end" - start) is the mention.
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY,
    entity_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
    date_id INTEGER REFERENCES dates (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    normal TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    score REAL,
    anchor TEXT,
    anchor_text TEXT,
    anchor_start INTEGER,
    anchor_end INTEGER,
    CHECK ((entity_id IS NULL) <> (date_id IS NULL))
);
CREATE INDEX mentions_entity ON mentions (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX mentions_date ON mentions (date_id) WHERE date_id IS NOT NULL;

CREATE TABLE countries (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (article_id, country)
) WITHOUT ROWID;
CREATE INDEX countries_country ON countries (country);

CREATE TABLE warnings (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    warning TEXT NOT NULL
);
CREATE INDEX warnings_article ON warnings (article_id);

-- Full-text search. SQLite folds case and stress marks but takes е and ё for two letters, while
-- Russians write either. So ё is indexed as е, and a text that has ё once more behind that, as it
-- stands: a search with е finds both spellings, one with ё its own. Both have as many characters,
-- so that snippet() and highlight() mark the right words of what `articles` holds.
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text,
    content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIEW articles_indexed AS
    SELECT
        id,
        replace(replace(title, 'ё', 'е'), 'Ё', 'Е')
        || iif(instr(title, 'ё') OR instr(title, 'Ё'), char(10) || title, '') AS title,
        replace(replace(text, 'ё', 'е'), 'Ё', 'Е')
        || iif(instr(text, 'ё') OR instr(text, 'Ё'), char(10) || text, '') AS text
    FROM articles;
CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text)
    SELECT id, title, text FROM articles_indexed WHERE id = new.id;
END;
CREATE TRIGGER articles_deleted BEFORE DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    SELECT 'delete', id, title, text FROM articles_indexed WHERE id = old.id;
END;
CREATE TRIGGER articles_rewritten BEFORE UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    SELECT 'delete', id, title, text FROM articles_indexed WHERE id = old.id;
END;
CREATE TRIGGER articles_written_anew AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text)
    SELECT id, title, text FROM articles_indexed WHERE id = new.id;
END;

CREATE VIEW people AS
    SELECT id, article_id, name, first, last, patronymic, gender, latin_icao, latin_bgn, count
    FROM entities WHERE type = 'person';
CREATE VIEW places AS
    SELECT id, article_id, name, kind, country, region, lat, lon, geonames_id, link_score, count
    FROM entities WHERE type = 'place';
CREATE VIEW organizations AS
    SELECT id, article_id, name, count FROM entities WHERE type = 'organization';

-- Who is in the news, those of most articles first.
CREATE VIEW people_by_articles AS
    SELECT name, count(DISTINCT article_id) AS articles, sum(count) AS mentions
    FROM people GROUP BY name ORDER BY articles DESC, mentions DESC, name;

-- Who is named in one article with whom or what: ask for one name, as … WHERE name = 'Анна Иванова'.
CREATE VIEW mentioned_together AS
    SELECT
        one.type, one.name, other.type AS other_type, other.name AS other_name,
        count(DISTINCT one.article_id) AS articles
    FROM entities AS one
    JOIN entities AS other ON other.article_id = one.article_id
    WHERE one.type <> 'related_place' AND other.type <> 'related_place'
        AND (one.type, one.name) <> (other.type, other.name)
    GROUP BY one.type, one.name, other.type, other.name
    ORDER BY articles DESC, one.name, other.name;

-- What is told of which day, in the order of the days.
CREATE VIEW timeline AS
    SELECT
        dates."from", dates."to", dates.value, dates.mod, dates.type,
        articles.id AS article_id, articles.source, articles.published, articles.title
    FROM dates JOIN articles ON articles.id = dates.article_id
    WHERE dates."from" IS NOT NULL
    ORDER BY dates."from", dates."to", articles.id, dates.id;
