//! What became of the rows of an import.

use tacit_contract::imports::{RowFate, RowsOfFate};

use super::Lang;

impl Lang {
    /// The fate in words; one that is newer than these words is told in the server's English.
    pub fn row_fate(self, rows: &RowsOfFate) -> String {
        match self {
            Self::En => rows.text.clone(),
            Self::Sv => in_swedish(rows.fate).map_or_else(|| rows.text.clone(), str::to_owned),
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
        RowFate::ForeignBadge => "märken följer den andra webbplatsens regler",
        RowFate::DownVote => "här finns inga nedröster",
        RowFate::OtherVote => "röster av ett slag som inte finns här",
        RowFate::StaleAcceptance => "godtaganden som togs tillbaka senare",
        RowFate::PostMissing => "inlägget finns inte i dumpen",
        RowFate::PostLeftOut => "inlägget utelämnades",
        RowFate::OtherPost => "varken fråga, svar eller text till en tagg",
        RowFate::TagMissing => "taggen finns inte i dumpen",
        RowFate::EmptyText => "inget står skrivet i det",
        RowFate::OlderText => "äldre texter av redigerade inlägg",
        RowFate::OtherHistory => "historik som inte ändrade någon text",
        RowFate::OtherLink => "länkar av ett slag som inte finns här",
        RowFate::Repeated => "samma rad två gånger",
        _ => return None,
    })
}
