//! What became of the rows of an import.

use tacit_contract::imports::{
    BadgeClass, Difference, ItemKind, PostsOfDifference, RowFate, RowsOfFate,
};

use super::Lang;

super::words! {
    imports_changes: "What was here before", "Det som fanns här förut";
    imports_kind: "Kind", "Slag";
    imports_new: "New", "Nytt";
    imports_changed: "Changed", "Ändrat";
    imports_unchanged: "Unchanged", "Oförändrat";
    imports_kept: "Kept as edited here", "Kvar som det ändrats här";
    imports_gone: "Gone there", "Borta där";
    imports_texts: "How texts read", "Hur texterna läses";
    imports_texts_sum(same: &str, compared: &str, share: &str): "{same} of {compared} posts read as the dump shows them; {share} % differ.",
        "{same} av {compared} inlägg läses som dumpen visar dem; {share} % skiljer sig.";
    imports_cause: "Cause", "Orsak";
    imports_posts: "Posts", "Inlägg";
    imports_running: "Not finished. Begin the same import again and it goes on.", "Inte färdig. Börja samma import igen så fortsätter den.";
    imports_until(day: &str): "as of {day}", "per {day}";
    imports_marked: "Posts that differ from where they were", "Inlägg som skiljer sig från där de fanns";
    imports_marked_more: "What was edited here is never overwritten, and what is gone there stays here.",
        "Det som redigerats här skrivs aldrig över, och det som är borta där finns kvar här.";
    imports_marked_kept: "Changed there, edited here", "Ändrat där, redigerat här";
    imports_marked_gone: "No longer there", "Finns inte längre där";
    imports_there: "See it there", "Se det där";
    imports_more: "More", "Fler";
    imports_tables: "Tables of your own", "Egna tabeller";
    imports_tables_more: "Members, and questions with their answers, come from a CSV file. A dry run checks every row first:",
        "Medlemmar, och frågor med sina svar, kommer från en CSV-fil. En provkörning granskar först varje rad:";
    imports_template_members: "Template for members", "Mall för medlemmar";
    imports_template_questions: "Template for questions", "Mall för frågor";
    source_wiki: "written together there", "gemensamt skrivet där";
    source_gone: "No longer there", "Finns inte längre där";
    profile_from_site(site: &str): "From {site}", "Från {site}";
    profile_badges_more: "Badges this person had there.", "Märken som personen hade där.";
    profile_badge_topical: "for a topic", "för ett ämne";
    badge_gold: "Gold", "Guld";
    badge_silver: "Silver", "Silver";
    badge_bronze: "Bronze", "Brons";
}

impl Lang {
    /// The fate in words; one that is newer than these words is told in the server's English.
    pub fn row_fate(self, rows: &RowsOfFate) -> String {
        match self {
            Self::En => rows.text.clone(),
            Self::Sv => in_swedish(rows.fate).map_or_else(|| rows.text.clone(), str::to_owned),
        }
    }
}

impl Lang {
    /// Why texts differ, in words; like [`Lang::row_fate`].
    pub fn difference(self, posts: &PostsOfDifference) -> String {
        let swedish = match posts.cause {
            Difference::OtherVersion => "historiken har en annan version än den som dumpen visar",
            Difference::SiteMarkup => "den webbplatsens egna kortformer",
            Difference::Spoiler => "text som göms där tills man vill se den",
            Difference::Snippet => "kodexempel som kan köras där",
            Difference::RawHtml => "rå HTML",
            Difference::Blocks => "var stycken börjar och slutar",
            Difference::Signs => "tecken som någon av de två läste som formatering",
            Difference::Unknown => "en annan orsak",
        };
        match self {
            Self::En => posts.text.clone(),
            Self::Sv => swedish.to_owned(),
        }
    }

    /// What kind of thing was imported.
    pub fn item_kind(self, kind: ItemKind) -> &'static str {
        let (english, swedish) = match kind {
            ItemKind::Person => ("People", "Personer"),
            ItemKind::Topic => ("Topics", "Ämnen"),
            ItemKind::Question => ("Questions", "Frågor"),
            ItemKind::Answer => ("Answers", "Svar"),
            ItemKind::Comment => ("Comments", "Kommentarer"),
            ItemKind::Link => ("Links", "Länkar"),
            ItemKind::Badge => ("Badges", "Märken"),
        };
        match self {
            Self::En => english,
            Self::Sv => swedish,
        }
    }

    /// One thing of a kind.
    pub fn item_kind_one(self, kind: ItemKind) -> &'static str {
        match (self, kind) {
            (Self::En, ItemKind::Question) => "Question",
            (Self::Sv, ItemKind::Question) => "Fråga",
            (Self::En, ItemKind::Answer) => "Answer",
            (Self::Sv, ItemKind::Answer) => "Svar",
            (Self::En, ItemKind::Comment) => "Comment",
            (Self::Sv, ItemKind::Comment) => "Kommentar",
            (_, other) => self.item_kind(other),
        }
    }

    /// How hard a badge was to get.
    pub fn badge_class(self, class: BadgeClass) -> &'static str {
        match class {
            BadgeClass::Gold => self.badge_gold(),
            BadgeClass::Silver => self.badge_silver(),
            BadgeClass::Bronze => self.badge_bronze(),
        }
    }
}

fn in_swedish(fate: RowFate) -> Option<&'static str> {
    Some(match fate {
        RowFate::Person => "personer utan konto",
        RowFate::Topic => "ämnen",
        RowFate::Question => "frågor",
        RowFate::Answer => "svar",
        RowFate::Comment => "kommentarer",
        RowFate::TopicText => "beskrivningar av ämnen",
        RowFate::HelpfulMark => "markeringar för hjälp",
        RowFate::Acceptance => "tider då svar godtogs",
        RowFate::RelatedLink => "länkar till besläktade inlägg",
        RowFate::DuplicateLink => "länkar till original",
        RowFate::NewestText => "nyaste texter som de skrevs",
        RowFate::ClosingReason => "skäl till stängning",
        RowFate::ForeignBadge => "märken från den webbplatsen, som historik",
        RowFate::DownVote => "här finns inga nedröster",
        RowFate::OtherVote => "röster av ett slag som inte finns här",
        RowFate::StaleAcceptance => "godtaganden som togs tillbaka senare",
        RowFate::PostMissing => "inlägget finns inte i dumpen",
        RowFate::PostLeftOut => "inlägget utelämnades",
        RowFate::OtherPost => "varken fråga, svar eller text till en tagg",
        RowFate::TagMissing => "taggen finns inte i dumpen",
        RowFate::EmptyText => "inget står skrivet i det",
        RowFate::Revision => "rubriker, taggar och tidigare texter, som historik",
        RowFate::OlderText => "äldre texter om taggar",
        RowFate::PersonMissing => "personen finns inte i dumpen",
        RowFate::OtherHistory => "historik som inte ändrade någon text",
        RowFate::OtherLink => "länkar av ett slag som inte finns här",
        RowFate::Repeated => "samma rad två gånger",
        _ => return None,
    })
}

super::words! {
    vocabulary_title: "Skills vocabularies", "Kompetensordlistor";
    vocabulary_more: "Tables of ESCO (skills, skillGroups, a collection, then broaderRelationsSkillPillar) and of O*NET (Content Model Reference) become topics. What is here already keeps its name and its place. Importing again changes nothing.",
        "Tabeller från ESCO (skills, skillGroups, en samling, därefter broaderRelationsSkillPillar) och O*NET (Content Model Reference) blir ämnen. Det som redan finns behåller sitt namn och sin plats. Att importera igen ändrar ingenting.";
    vocabulary_create: "Make topics that do not exist yet", "Skapa ämnen som inte finns ännu";
    vocabulary_create_hint: "Without it, only topics that are here get their addresses and other labels.", "Annars får bara ämnen som finns sina adresser och andra benämningar.";
    vocabulary_choose: "Choose a table", "Välj en tabell";
    vocabulary_preview: "What would become of it", "Det här skulle hända";
    vocabulary_done: "Imported", "Importerat";
    vocabulary_import: "Import it", "Importera";
    vocabulary_sum(new: &str, mapped: &str, placed: &str, known: &str, left_out: &str): "New topics: {new}. Topics that are here: {mapped}. Places: {placed}. Imported before: {known}. Left out: {left_out}.",
        "Nya ämnen: {new}. Ämnen som finns: {mapped}. Platser: {placed}. Importerade förut: {known}. Utelämnade: {left_out}.";
    vocabulary_from(site: &str, license: &str): "From {site}, under {license}: each topic names both.", "Från {site}, enligt {license}: varje ämne anger båda.";
    vocabulary_rows: "The first rows", "De första raderna";
    vocabulary_line: "Line", "Rad";
    vocabulary_term: "Term", "Term";
    vocabulary_fate: "What becomes of it", "Vad det blir";
    vocabulary_new: "Becomes a topic", "Blir ett ämne";
    vocabulary_mapped(topic: &str): "Is the topic {topic}", "Är ämnet {topic}";
    vocabulary_known: "Is here already", "Finns redan";
    vocabulary_placed(topic: &str): "Is put under {topic}", "Läggs under {topic}";
    vocabulary_left_out(problem: &str): "Left out: {problem}", "Utelämnas: {problem}";
}
